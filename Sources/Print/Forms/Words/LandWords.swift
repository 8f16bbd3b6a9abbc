/// Words about land.
enum LandWords {
    static let uses = [
        "Đất ở tại nông thôn (ONT)", "Đất trồng cây lâu năm (CLN)", "Đất chuyên trồng lúa nước (LUC)",
        "Đất rừng sản xuất (RSX)",
        "Đất bằng trồng cây hàng năm khác (BHK)", "Đất nuôi trồng thủy sản (NTS)", "ONT", "CLN", "đất ở", "đất vườn",
    ]
    static let terms = ["Lâu dài", "50 năm", "Đến ngày 15/10/2043", "Đến tháng 7 năm 2063", "Theo quy định"]
    static let origins = [
        "Nhà nước giao đất không thu tiền sử dụng đất", "Nhận thừa kế của bố mẹ", "Khai hoang trước năm 1993",
        "Nhận chuyển nhượng viết tay năm 2002", "Được ông bà cho sử dụng ổn định từ năm 1988",
    ]
}
