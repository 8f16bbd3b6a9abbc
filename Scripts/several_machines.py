"""What the scripts need that let several machines work: servers of their own, and scans that cost little to read."""
import os
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
RECEIVED = ["--received", "2026-11-23T09:00"]
began = time.monotonic()


def say(text):
    print(f"{time.monotonic() - began:6.1f} s  {text}", file=sys.stderr, flush=True)


def fail(text):
    print(f"failed: {text}", file=sys.stderr)
    sys.exit(1)


class Server:
    """A script that says one line about itself, and ends with its standard input."""

    def __init__(self, *command, **environment):
        self.process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        env=dict(os.environ, **environment))
        self.words = self.process.stdout.readline().split()
        if not self.words:
            fail(f"{command[0]} does not start")

    def end(self):
        self.process.stdin.close()
        self.process.wait()


class Database(Server):
    """A PostgreSQL; `host` is an address of this machine by which others reach it."""

    def __init__(self, *settings, host="127.0.0.1"):
        super().__init__("Scripts/temporary-postgres", *settings, POSTGRES_LISTEN=host)
        self.folder, self.port = self.words
        self.address = f"postgres://hoso@{host}:{self.port}/hoso"

    def query(self, sql):
        done = subprocess.run(["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-d", self.address, "-c", sql],
                              capture_output=True, text=True)
        return done.stdout.strip() if done.returncode == 0 else None

    def restart(self, how):
        """Sends its first process a signal; the script starts it again."""
        with open(os.path.join(self.folder, "data/postmaster.pid")) as file:
            number = int(file.readline())
        open(os.path.join(self.folder, "restart"), "w").close()
        os.kill(number, how)
        while self.query("SELECT 1") != "1":
            time.sleep(0.1)


PROCEDURES = [
    ("TỜ KHAI ĐĂNG KÝ KHAI SINH", "Đề nghị cơ quan đăng ký khai sinh cho người dưới đây"),
    ("TỜ KHAI ĐĂNG KÝ KẾT HÔN", "Chúng tôi cam đoan việc kết hôn là tự nguyện, không vi phạm quy định của luật"),
    ("TỜ KHAI CẤP GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN", "Đề nghị cấp giấy xác nhận tình trạng hôn nhân cho người"),
    ("ĐƠN ĐĂNG KÝ BIẾN ĐỘNG ĐẤT ĐAI, TÀI SẢN GẮN LIỀN VỚI ĐẤT", "Thửa đất số, tờ bản đồ số, diện tích đất ở"),
]


def make_scans(folder, count):
    """Typed pages with their text behind them: the work is the point, not the recognition."""
    os.makedirs(folder)
    for number in range(1, count + 1):
        title, body = PROCEDURES[number % len(PROCEDURES)]
        text = (f"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n{title}\n\n"
                "Kính gửi: Ủy ban nhân dân xã Tiên Yên\nHọ, chữ đệm, tên người yêu cầu: Chíu Thị Mây\n"
                f"Nơi cư trú: thôn Đông, xã Tiên Yên, tỉnh Quảng Ninh\nGiấy tờ tùy thân: 0221900{number:05d}\n{body}.\n")
        pages = 3 if number % 10 == 0 else 1
        files = []
        for page in range(1, pages + 1):
            source, target = os.path.join(folder, "text"), os.path.join(folder, f"page-{page}.pdf")
            with open(source, "w") as file:
                file.write(text if page == 1 else f"Trang {page} của đơn số {number}\n" + text.split("\n\n", 2)[2])
            subprocess.run(["pango-view", "--no-display", "--font=Liberation Serif 12", "--width=500", "-o", target,
                            source], check=True)
            files.append(target)
        if pages == 1:
            os.rename(files[0], os.path.join(folder, f"{number:04d}.pdf"))
        else:
            subprocess.run(["pdfunite", *files, os.path.join(folder, f"{number:04d}.pdf")], check=True)
            for file in files:
                os.remove(file)
    os.remove(os.path.join(folder, "text"))


def expect(what, found, wanted):
    if found != wanted:
        fail(f"{what}: {found}, not {wanted}")
