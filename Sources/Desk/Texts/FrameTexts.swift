extension Texts {
    static let frame: [String: Entry] = [
        "product": Entry("HoSo", "HoSo"),
        "tagline": Entry("Bộ phận Một cửa", "One-stop desk"),
        "language": Entry("Ngôn ngữ", "Language"),
        "other_language": Entry("English", "Tiếng Việt"),
        "skip": Entry("Đến nội dung chính", "Skip to the content"),
        "menu": Entry("Trình đơn", "Menu"),
        "home": Entry("Hôm nay", "Today"),
        "accounts": Entry("Tài khoản", "Accounts"),
        "log_out": Entry("Đăng xuất", "Log out"),
        "back_home": Entry("Về trang đầu", "Back to the first page"),
        "error_not_found": Entry("Không có trang này", "There is no such page"),
        "error_not_found_help": Entry(
            "Địa chỉ sai, hoặc hồ sơ không thuộc đơn vị của bạn.",
            "The address is wrong, or the dossier is not your unit's."),
        "error_forbidden": Entry("Bạn không có quyền mở trang này", "You may not open this page"),
        "error_forbidden_help": Entry(
            "Nếu công việc cần trang này, hãy hỏi quản trị viên.",
            "If your work needs it, ask the administrator."),
        "error_stale": Entry("Trang đã cũ", "The page is out of date"),
        "error_stale_help": Entry(
            "Chưa có gì được thay đổi. Hãy mở lại trang và làm lại.",
            "Nothing was changed. Open the page again and repeat it."),
        "error_large": Entry("Dữ liệu gửi lên quá lớn", "What was sent is too large"),
        "error_large_help": Entry("Hãy chia nhỏ tệp rồi gửi lại.", "Divide the file and send it again."),
        "error_busy": Entry("Sổ đang bận", "The ledger is busy"),
        "error_busy_help": Entry("Hãy thử lại sau một lát.", "Try again in a moment."),
        "error_moved": Entry("Hồ sơ đã được xử lý bước này", "The dossier has moved on"),
        "error_moved_help": Entry(
            "Có người vừa thao tác trên hồ sơ. Hãy xem lại trạng thái hiện tại.",
            "Somebody has just worked on it. Look at how it stands now."),
        "error_other": Entry("Có lỗi xảy ra", "Something went wrong"),
        "error_other_help": Entry(
            "Chưa có gì bị mất. Hãy thử lại; nếu vẫn lỗi, báo quản trị viên mã lỗi dưới đây.",
            "Nothing is lost. Try again; if it fails again, tell the administrator the number below."),
    ]
}
