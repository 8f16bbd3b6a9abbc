#!/usr/bin/env python3
"""Draws lines of print as scanners spoil them, for Scripts/train-print-network.

  Scripts/print_lines.py FOLDER --pages N --seed S [--fonts NAME …] [--without NAME …] [--procedures FILE] [--words FILE]

Each page is a picture of 40 lines with what they say (a box file of `WordStr` lines, Tesseract's own format for training).
Texts come from the wordings of forms and the names of places in Pipelines, from invented names, numbers and dates, and
from two files that the repository has not: the national catalogue (one JSON object a line, gzipped) and a list of words in
use. Fonts are those of this machine that have Vietnamese.
"""

import argparse
import gzip
import json
import os
import pathlib
import random
import re
import subprocess
import unicodedata

import cv2
import numpy as np
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

ROOT = pathlib.Path(__file__).resolve().parent.parent
LINES_A_PAGE = 40
WIDEST = 2900

SURNAMES = (
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Lương Vi Tằng Chìu Triệu Nông Hà Mạc La "
    "Sềnh Chíu Phùn Đoàn Trịnh Đào Mai Tô Cao Hứa Lục Lã Tạ Bế Ninh Chu Quách Thân Lò Vàng Giàng Sùng Thào Cư Ma Y Đàm Lưu "
    "Trương"
).split()
GIVEN = (
    "Thị Văn Thu Hồng Lan Hương Huyền Ngọc Minh Anh Quang Hùng Dũng Tuấn Mạnh Hải Nam Bắc Phương Thảo Linh Trang Nhung Yến "
    "Hà Hạnh Hiền Hoa Mai Đức Đạt Thành Trung Kiên Cường Sơn Thắng Việt Xuân Thanh Tùng Tú Khánh Kim Oanh Loan Ngân Nga "
    "Quỳnh Diệp Duy Đình Hữu Công Bá Trọng Phúc Lộc Thọ Vân Uyên"
).split()
KINDS = "QĐ NĐ TT TB GM BC KH GPXD HĐ CV TNHS HDBS TCTN XLGH".split()
OFFICES = "UBND CP BTC BTP BCA BNV HĐND TTHCC PVHCC BTNMT BLĐTBXH CSQLHC VPĐK SNN".split()
LABELS = (
    "Họ và tên: |Ông (bà): |Số: |Ngày sinh: |Nơi thường trú: |Số định danh cá nhân: |Điện thoại: |1. |a) |- |+ |(2) |II. |I. |đ) "
).split("|")
CARD = (
    "CĂN CƯỚC CÔNG DÂN|Citizen Identity Card|IDENTITY CARD|CĂN CƯỚC|SOCIALIST REPUBLIC OF VIET NAM|Independence - Freedom - "
    "Happiness|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập - Tự do - Hạnh phúc|CỤC TRƯỞNG CỤC CẢNH SÁT|QUẢN LÝ HÀNH CHÍNH VỀ "
    "TRẬT TỰ XÃ HỘI|BỘ CÔNG AN / MINISTRY OF PUBLIC SECURITY|Nơi đăng ký khai sinh / Place of birth|Ngón trỏ trái / Left index "
    "finger|Ngón trỏ phải / Right index finger|DIRECTOR GENERAL OF THE POLICE DEPARTMENT FOR ADMINISTRATIVE MANAGEMENT OF "
    "SOCIAL ORDER"
).split("|")
CAPTIONS = (
    "(Ký, ghi rõ họ tên)|(Ký và ghi rõ họ tên)|(Ký, ghi rõ họ, chữ đệm, tên)|(Ký, ghi rõ họ tên và đóng dấu)|(Ký tên, đóng "
    "dấu)|(Ký, ghi rõ chức vụ, họ tên)|NGƯỜI KHAI|NGƯỜI LÀM ĐƠN|CHỦ TỊCH|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH|TM. ỦY BAN NHÂN DÂN|GIÁM "
    "ĐỐC|NGƯỜI ĐỀ NGHỊ|CHỦ HỘ|NGƯỜI TIẾP NHẬN HỒ SƠ|[ ] Có   [ ] Không|Mẫu CT01|Mẫu số 01|HỘ (3)|1 2 3 4 5|I. KÊ KHAI|II. PHẦN"
).split("|")
ENGLISH = (
    "CITIZEN IDENTITY CARD Full name Date of birth Sex Male Female Nationality Place of origin residence expiry SOCIALIST "
    "REPUBLIC OF VIET NAM certificate email gmail.com http www the of and in to for on"
).split()


class Texts:
    """What lines say."""

    def __init__(self, rng, signs, procedures, words):
        self.rng = rng
        self.signs = signs
        self.places = [
            line.split(";")[0].strip()
            for line in (ROOT / "Pipelines/places/vietnam.txt").read_text(encoding="utf8").splitlines()
            if line and not line.startswith("#")
        ]
        self.wordings = []
        for file in sorted((ROOT / "Pipelines/forms").glob("*.yaml")):
            for line in file.read_text(encoding="utf8").splitlines():
                quoted = re.findall(r'"([^"]{6,})"', line)
                value = line.split(":", 1)[1].strip() if ":" in line else ""
                self.wordings += quoted or ([value] if len(value) > 12 and " " in value else [])
        self.catalogue = []
        if procedures:
            for procedure in map(json.loads, gzip.open(procedures, "rt", encoding="utf8")):
                texts = [procedure["name"], procedure.get("competent"), procedure.get("steps"), *procedure["papers"]]
                self.catalogue += [text.split() for text in map(str, filter(None, texts)) if len(text.split()) > 2]
        self.words = []
        if words:
            listed = pathlib.Path(words).read_text(encoding="utf8").split("\n")
            self.words = [word for word in map(str.strip, listed) if word.replace(" ", "").isalpha()]
        self.syllables = sorted({word.split()[-1].capitalize() for word in self.words if 2 <= len(word.split()[-1]) <= 6})
        self.values = [
            self.date, self.name, self.identity, self.phone, self.address, self.symbol, self.number, self.serial,
        ]  # fmt: skip
        self.cards = [
            self.machine_readable,
            self.machine_readable,
            lambda: self.rng.choice(["Số / No.: ", "Số / No ", "Số / No. "]) + self.identity(),
            lambda: "Họ và tên / Full name:" + self.rng.choice(["", " " + self.name()]),
            lambda: self.rng.choice(["Ngày sinh", "Ngày, tháng, năm sinh"]) + " / Date of birth: " + self.date(),
            lambda: "Giới tính / Sex: " + self.rng.choice(["Nam", "Nữ"])
            + self.rng.choice(["", " Quốc tịch / Nationality: Việt Nam"]),
            lambda: "Quê quán / Place of origin: " + self.rng.choice(["", self.address()]),
            lambda: self.rng.choice(["Nơi thường trú", "Nơi cư trú"]) + " / Place of residence: " + self.address(),
            lambda: "Có giá trị đến / Date of expiry: " + self.date(),
            lambda: "Đặc điểm nhận dạng / Personal identification: "
            + self.rng.choice(["Sẹo chấm cách 2 cm dưới trước đuôi mắt trái", "Nốt ruồi C: 1,5cm trên sau cánh mũi phải"]),
            lambda: "Ngày, tháng, năm / Date, month, year: " + self.date(),
            lambda: self.rng.choice(CARD),
            lambda: self.rng.choice(CAPTIONS),
            self.mail,
        ]  # fmt: skip

    def date(self):
        day, month, year = self.rng.randint(1, 31), self.rng.randint(1, 12), self.rng.randint(1930, 2026)
        plain = f"{day:02}/{month:02}/{year}"
        worded = f"ngày {day:02} tháng {month:02} năm {year}"
        others = [f"{day}/{month}/{year}", f"{day:02}-{month:02}-{year}", worded, f"{day:02}.{month:02}.{year}"]
        return self.rng.choice([plain] * 3 + others)

    def name(self):
        given = [
            self.rng.choice(GIVEN if self.rng.random() < 0.7 or not self.syllables else self.syllables)
            for _ in range(self.rng.choice([1, 2, 2, 2, 3]))
        ]
        name = " ".join([self.rng.choice(SURNAMES), *given])
        return name.upper() if self.rng.random() < 0.5 else name

    def digits(self, count):
        return "".join(self.rng.choice("0123456789") for _ in range(count))

    def identity(self):
        if self.rng.random() < 0.25:
            return self.digits(9)
        return f"{self.rng.randint(1, 96):03}{self.rng.randint(0, 3)}{self.digits(8)}"

    def phone(self):
        number = "0" + self.rng.choice("35789") + self.digits(8)
        if self.rng.random() < 0.6:
            return number
        return self.rng.choice(" .").join([number[:4], number[4:7], number[7:]])

    def address(self):
        kind = self.rng.choice(["thôn", "xóm", "bản", "khu", "tổ", "số nhà", "ấp", "Thôn", "Khu"])
        called = " ".join(self.rng.choice(self.syllables or GIVEN) for _ in range(self.rng.choice([1, 2])))
        numbered = str(self.rng.randint(1, 30)) + self.rng.choice(["", "", "A", "B"])
        parts = [f"{kind} {self.rng.choice([called, called, numbered])}", self.rng.choice(self.places)]
        return ", ".join([*parts, self.rng.choice(self.places[:34])])

    def symbol(self):
        year = self.rng.choice(["", "2021/", "2023/", "2025/"])
        return f"{self.rng.randint(1, 9999)}/{year}{self.rng.choice(KINDS)}-{self.rng.choice(OFFICES)}"

    def number(self):
        whole = self.rng.randint(1, 999)
        money = f"{whole}.{self.digits(3)}" + self.rng.choice(["", ".000", " đồng"])
        others = [str(self.rng.randint(0, 9999)), f"{whole},{self.rng.randint(0, 99)}", f"{whole}m2", f"{whole} m"]
        return self.rng.choice([money, money, *others, f"{whole % 31}", f"({whole % 31})", f"{whole % 41}%"])

    def serial(self):
        return f"{self.rng.choice('ABCD')}{self.rng.choice('ABCDEGHKMNPQRSTUVXY')} {self.digits(6)}"

    def machine_readable(self):
        def plain(text):
            decomposed = unicodedata.normalize("NFD", text.upper().replace("Đ", "D"))
            return "".join(letter for letter in decomposed if "A" <= letter <= "Z")

        name = f"{plain(self.rng.choice(SURNAMES))}<<{plain(self.rng.choice(GIVEN))}<{plain(self.rng.choice(GIVEN))}"
        first = "IDVNM" + self.digits(22) + "<<" + self.digits(1)
        second = self.digits(7) + self.rng.choice("MF") + self.digits(7) + "VNM" + "<" * 11 + self.digits(1)
        return self.rng.choice([first, second, name.ljust(30, "<")])

    def mail(self):
        name = "".join(self.rng.choice("abcdefghiklmnopqrstuvxy") for _ in range(self.rng.randint(3, 7)))
        host = self.rng.choice(["@gmail.com", "@quangninh.gov.vn", "@yahoo.com"])
        return self.rng.choice(["Email: ", ""]) + name + str(self.rng.randint(1, 9999)) + host

    def filled(self, blank):
        kind = blank.group(1).split(":")[-1]
        for part, value in {
            "name": self.name, "date": self.date, "birth": self.date, "address": self.address, "commune": self.address,
            "id": self.identity, "phone": self.phone,
        }.items():  # fmt: skip
            if part in kind:
                return value()
        return str(self.rng.randint(1, 99)) if "int" in kind or "num" in kind else self.rng.choice(self.values)()

    def line(self):
        """A line of at most fifteen words, of signs that the network knows."""
        while True:
            text = self.cased(self.short(self.any())).replace("–", "-").replace("’", "'").strip()
            if text and "{" not in text and "}" not in text and all(sign in self.signs for sign in text):
                return text

    def any(self):
        chance = self.rng.random()
        if chance < 0.40 or chance < 0.66 and not self.catalogue:
            text = re.sub(r"\{([^}]*)\}", self.filled, self.rng.choice(self.wordings))
            return re.sub(r"[….]{3,}", " ", text)
        if chance < 0.66:
            words = self.rng.choice(self.catalogue)
            count = self.rng.randint(2, 14)
            start = self.rng.randrange(max(1, len(words) - count + 1))
            return " ".join(words[start : start + count])
        if chance < 0.80 or chance < 0.92 and not self.words:
            text = self.rng.choice(["", *LABELS]) + self.rng.choice(self.values)()
            more = self.rng.choice(self.values)() if self.rng.random() < 0.5 else ""
            return text + self.rng.choice(["", ", ", "; ", " "]) + more
        if chance < 0.92:
            return " ".join(
                self.rng.choice(self.words) if self.rng.random() < 0.85 else self.rng.choice(self.values)()
                for _ in range(self.rng.randint(1, 8))
            )
        if chance < 0.985:
            return self.rng.choice(self.cards)()
        return " ".join(self.rng.choice(ENGLISH) for _ in range(self.rng.randint(2, 7)))

    def short(self, text):
        words = text.split()
        if len(words) <= 15:
            return " ".join(words)
        start = self.rng.randrange(len(words) - 14)
        return " ".join(words[start : start + self.rng.randint(6, 15)])

    def cased(self, text):
        chance = self.rng.random()
        return text.upper() if chance < 0.16 else text.title() if chance < 0.20 else text


class Fonts:
    """Fonts that have Vietnamese; those that forms are printed in come more often."""

    SHARES = {
        "Tinos-": 0.30, "FreeSerif": 0.10, "Arimo-": 0.13, "FreeSans": 0.04, "Cousine": 0.04, "FreeMono": 0.02,
        "NotoSerif-": 0.05, "NotoSans-": 0.05, "Carlito": 0.04, "Caladea": 0.04, "DejaVuSerif": 0.04, "DejaVuSans": 0.03,
    }  # fmt: skip
    SELDOM = re.compile(r"Thin|Black|Light|ExtraCondensed|_RZ|Math|Noto(Sans|Serif).*-.*(Condensed|Semi|Extra|Medium)|NotoS.*(Display|UI|Mono)")

    def __init__(self, rng, only, without):
        self.rng = rng
        listed = subprocess.run(["fc-list", ":lang=vi", "file"], capture_output=True, text=True, check=True).stdout
        files = sorted(line.strip().rstrip(":") for line in listed.splitlines())
        files = [file for file in files if not self.SELDOM.search(os.path.basename(file))]
        files = [file for file in files if not any(name in os.path.basename(file) for name in without)]
        if only:
            files = [file for file in files if any(name in os.path.basename(file) for name in only)]
        self.groups = []
        left = list(files)
        for start, share in self.SHARES.items():
            group = [file for file in files if os.path.basename(file).startswith(start)]
            if group:
                self.groups.append((group, share))
                left = [file for file in left if file not in group]
        if left:
            self.groups.append((left, max(0.05, 1 - sum(share for _, share in self.groups))))
        self.covered = {}
        self.faces = {}

    def face(self, text, size):
        """A font that has every sign of the text."""
        for _ in range(20):
            group, _ = self.rng.choices(self.groups, [share for _, share in self.groups])[0]
            file = self.rng.choice(group)
            if file not in self.covered:
                self.covered[file] = set(TTFont(file, fontNumber=0, lazy=True).getBestCmap() or ())
            if all(ord(sign) in self.covered[file] for sign in text):
                key = (file, size)
                if key not in self.faces:
                    self.faces[key] = ImageFont.truetype(file, size)
                return self.faces[key]
        return None


class Spoiler:
    """What pens, seals, scanners, fax machines and telephones do to a line of print; 300 dots an inch and the like."""

    KINDS = {"clean": 0.14, "office": 0.26, "fax": 0.20, "coarse fax": 0.04, "poor": 0.20, "phone": 0.10, "copy": 0.06}

    def __init__(self, rng, seed):
        self.rng = rng
        self.numbers = np.random.default_rng(seed)

    def printed(self, text, face):
        left, top, right, bottom = face.getbbox(text)
        spacing = self.rng.choice([0, 0, 0, 0, 1, 2, 4])
        between_words = self.rng.choice([1, 1, 1, self.rng.uniform(0.55, 1.3)])
        ink = self.rng.randint(0, 60)
        width = (right - left) * max(1, between_words) + spacing * len(text)
        picture = Image.new("L", (int(width + 60), bottom - top + 30), 255)
        draw = ImageDraw.Draw(picture)
        if spacing == 0 and between_words == 1:
            draw.text((20 - left, 15 - top), text, fill=ink, font=face)
            return np.array(picture)
        x = 20
        for sign in text:
            draw.text((x, 15 - top), sign, fill=ink, font=face)
            x += face.getlength(sign) * (between_words if sign == " " else 1) + spacing
        return np.array(picture)

    def spoiled(self, line):
        rng = self.rng
        height, width = line.shape
        chance = rng.random()
        if chance < 0.05:
            line = self.under_pen(line)
        elif chance < 0.085:
            line = self.under_seal(line)
        if rng.random() < 0.13:  # small print
            share = rng.uniform(0.38, 0.6)
            line = cv2.resize(self.resized(line, share, share), (width, height), interpolation=cv2.INTER_CUBIC)
        lean = cv2.getRotationMatrix2D((width / 2, height / 2), rng.gauss(0, 0.25), 1)
        lean[0, 1] += rng.gauss(0, 0.02)
        line = cv2.warpAffine(line, lean, (width, height), borderValue=255, flags=cv2.INTER_LINEAR)
        line = self.resized(line, rng.uniform(0.88, 1.12), 1, cv2.INTER_LINEAR)
        height, width = line.shape
        kind = rng.choices(list(self.KINDS), list(self.KINDS.values()))[0]
        line = {
            "clean": lambda line: line, "office": self.office, "fax": self.fax, "poor": self.poor, "phone": self.phone,
            "coarse fax": lambda line: self.fax(line, rows=0.5), "copy": self.copy,
        }[kind](line)  # fmt: skip
        if rng.random() < 0.12:
            line = self.fading(line)
        scale = rng.uniform(0.92, 1.08)
        size = (max(8, int(width * scale)), max(8, int(height * scale)))
        line = cv2.resize(line, size, interpolation=rng.choice([cv2.INTER_CUBIC, cv2.INTER_LINEAR, cv2.INTER_CUBIC]))
        if rng.random() < 0.06:  # what is left of a rule
            y, x = int(line.shape[0] * rng.uniform(0.8, 0.95)), rng.randrange(line.shape[1])
            line[y : y + rng.randint(1, 3), x : x + rng.randint(20, 300)] = rng.randint(0, 120)
        return self.specks(line, rng.randint(1, 6), rng.randint(0, 80)) if rng.random() < 0.08 else line

    def under_pen(self, line):
        height, width = line.shape
        for _ in range(self.rng.randint(1, 3)):
            x, y, points = self.rng.randrange(width), self.rng.randrange(height), []
            for _ in range(self.rng.randint(4, 9)):
                x += self.rng.randint(-40, 60)
                y += self.rng.randint(-45, 45)
                points.append((x, y))
            steps = np.linspace(0, len(points) - 1, 60)
            smooth = [
                np.convolve(np.interp(steps, range(len(points)), [p[side] for p in points]), np.ones(9) / 9, "valid")
                for side in (0, 1)
            ]
            stroke = np.stack(smooth, 1).astype(np.int32)
            cv2.polylines(line, [stroke], False, self.rng.randint(20, 150), self.rng.randint(1, 4), cv2.LINE_AA)
        return line

    def under_seal(self, line):
        height, width = line.shape
        centre = (self.rng.randrange(width), self.rng.randint(-150, height + 150))
        for radius in (self.rng.randint(140, 260), self.rng.randint(90, 140)):
            cv2.circle(line, centre, radius, self.rng.randint(110, 200), self.rng.randint(2, 6), cv2.LINE_AA)
        return line

    def office(self, line):
        share = self.rng.uniform(0.6, 1)
        line = self.blurred(self.resized(line, share, share), 0.3, 0.9)
        line = self.noisy(line, self.rng.uniform(1, 8))
        return self.bilevel(line, self.rng.randint(100, 200)) if self.rng.random() < 0.5 else line

    def fax(self, line, rows=1.0):
        share = self.rng.uniform(0.62, 0.75)
        line = self.blurred(self.resized(line, share, share * rows), 0.2, 0.75)
        line = self.bilevel(self.noisy(line, self.rng.uniform(3, 35)), self.rng.randint(95, 190))
        if self.rng.random() < 0.5:
            line = self.specks(line, int(line.size / self.rng.uniform(300, 4000)), 0)
        if self.rng.random() < 0.5:
            line = self.specks(line, int(line.size / self.rng.uniform(300, 3000)), 255)
        if self.rng.random() < 0.3:  # rows lost or sent twice
            for _ in range(self.rng.randint(1, 3)):
                y = self.rng.randrange(line.shape[0])
                line = np.delete(line, y, 0) if self.rng.random() < 0.5 else np.insert(line, y, line[y], 0)
        return self.blurred(line, 0.3, 0.7) if self.rng.random() < 0.6 else line

    def poor(self, line):
        share = self.rng.uniform(0.45, 0.72)
        line = self.blurred(self.resized(line, share, share), 0.3, 1.0)
        black = self.rng.randint(0, 110)
        line = self.noisy(black + line.astype(np.float32) * (255 - black) / 255, self.rng.uniform(4, 22))
        if self.rng.random() < 0.4:  # grain of paper
            grain = cv2.GaussianBlur(
                self.numbers.normal(0, 1, line.shape).astype(np.float32), (0, 0), self.rng.uniform(1, 4)
            )
            line = np.clip(line + grain / grain.std() * self.rng.uniform(3, 18), 0, 255).astype(np.uint8)
        line = self.compressed(line, 22, 70)
        if self.rng.random() < 0.3:
            return self.bilevel(line, self.rng.randint(black + 40, 215))
        low, high = np.percentile(line, 1), np.percentile(line, 80)
        return np.clip((line.astype(np.float32) - low) / max(high - low, 20) * 255, 0, 255).astype(np.uint8)

    def phone(self, line):
        share = self.rng.uniform(0.5, 0.9)
        line = self.resized(line, share, share)
        reach = self.rng.choice([1, 3, 3, 5])
        shake = np.zeros((reach, reach), np.float32)
        if self.rng.random() < 0.5:
            shake[reach // 2, :] = 1 / reach
        else:
            shake[:, reach // 2] = 1 / reach
        line = self.noisy(self.blurred(cv2.filter2D(line, -1, shake), 0.3, 1.1), self.rng.uniform(2, 10))
        return self.compressed(line, 30, 85)

    def copy(self, line):
        line = self.noisy(self.blurred(line, 0.6, 1.8), self.rng.uniform(5, 40))
        line = self.bilevel(cv2.GaussianBlur(line, (0, 0), 0.6), self.rng.randint(80, 215))
        if self.rng.random() < 0.5:
            return self.specks(line, int(line.size / self.rng.uniform(500, 5000)), self.rng.choice([0, 255]))
        return line

    def fading(self, line):
        middle = self.rng.randrange(line.shape[1])
        reach = (np.arange(line.shape[1]) - middle) / self.rng.uniform(20, 120)
        lost = np.exp(-(reach**2)) * self.rng.uniform(0.2, 0.6)
        return (255 - (255 - line.astype(np.float32)) * (1 - lost)[None, :]).astype(np.uint8)

    def resized(self, line, across, down, how=cv2.INTER_AREA):
        size = (max(8, int(line.shape[1] * across)), max(8, int(line.shape[0] * down)))
        return cv2.resize(line, size, interpolation=how)

    def blurred(self, line, least, most):
        return cv2.GaussianBlur(line, (0, 0), self.rng.uniform(least, most))

    def noisy(self, line, deviation):
        return np.clip(line + self.numbers.normal(0, deviation, line.shape), 0, 255).astype(np.uint8)

    def compressed(self, line, least, most):
        quality = [cv2.IMWRITE_JPEG_QUALITY, self.rng.randint(least, most)]
        return cv2.imdecode(cv2.imencode(".jpg", line, quality)[1], cv2.IMREAD_GRAYSCALE)

    def specks(self, line, count, shade):
        for _ in range(count):
            y, x, size = self.rng.randrange(line.shape[0]), self.rng.randrange(line.shape[1]), self.rng.randint(1, 3)
            line[y : y + size, x : x + size] = shade
        return line

    @staticmethod
    def bilevel(line, threshold):
        return np.where(line < threshold, 0, 255).astype(np.uint8)


def write_page(name, rows, rng):
    height = sum(line.shape[0] + 16 for _, line in rows) + 40
    page = np.full((height, max(line.shape[1] for _, line in rows) + 60), 255, np.uint8)
    boxes = []
    y = 20
    for text, line in rows:
        page[y : y + line.shape[0], 30 : 30 + line.shape[1]] = line
        ink = line < 128
        down, across = np.where(ink.sum(1) > 1)[0], np.where(ink.sum(0) > 1)[0]
        if len(down) and len(across):  # else print that has faded away
            top, bottom = y + down[0] - rng.randint(-1, 2), y + down[-1] + 1 + rng.randint(-1, 2)
            left, right = 30 + across[0] - rng.randint(-1, 2), 30 + across[-1] + 1 + rng.randint(-1, 2)
            low, high = height - bottom, height - top
            boxes.append(f"WordStr {left} {low} {right} {high} 0 #{text}\n\t {right + 1} {low} {right + 5} {high} 0\n")
        y += line.shape[0] + 16
    cv2.imwrite(f"{name}.png", page)
    pathlib.Path(f"{name}.box").write_text("".join(boxes), encoding="utf8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--pages", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--signs", required=True, help="the unicharset of the network, unpacked")
    parser.add_argument("--fonts", nargs="*", default=[], help="only those whose file has one of these in its name")
    parser.add_argument("--without", nargs="*", default=[], help="none whose file has one of these in its name")
    parser.add_argument("--procedures", help="the national catalogue")
    parser.add_argument("--words", help="a list of words")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    listed = pathlib.Path(options.signs).read_text(encoding="utf8").split("\n")[1:]
    signs = {entry.split(" ")[0] for entry in listed if len(entry.split(" ")[0]) == 1} | {" "}
    texts = Texts(rng, signs, options.procedures, options.words)
    fonts = Fonts(rng, options.fonts, options.without)
    spoiler = Spoiler(rng, options.seed)
    os.makedirs(options.folder, exist_ok=True)
    for page in range(options.pages):
        rows = []
        while len(rows) < LINES_A_PAGE:
            text = texts.line()
            face = fonts.face(text, rng.randint(40, 66))
            line = spoiler.spoiled(spoiler.printed(text, face)) if face else None
            if line is not None and line.shape[1] <= WIDEST:
                rows.append((text, line))
        write_page(f"{options.folder}/{options.seed}-{page}", rows, rng)


if __name__ == "__main__":
    main()
