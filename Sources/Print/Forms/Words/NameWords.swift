/// What names and numbers of invented people are made of.
enum NameWords {
    /// The peoples of Tiên Yên; the shares are rough.
    static let ethnicities: [(item: String, weight: Double)] = [
        ("Kinh", 52), ("Dao", 18), ("Tày", 12), ("Sán Chỉ", 10), ("Sán Dìu", 4), ("Hoa", 3), ("Nùng", 1),
    ]

    static func families(of ethnicity: String) -> [(item: String, weight: Double)] {
        switch ethnicity {
        case "Dao":
            [
                ("Chíu", 5), ("Tằng", 5), ("Phùn", 4), ("Triệu", 4), ("Bàn", 4), ("Đặng", 3), ("Lý", 3), ("Dường", 2),
                ("Chìu", 3),
            ]
        case "Tày", "Nùng":
            [("Hoàng", 6), ("Nông", 5), ("Lý", 3), ("Vi", 3), ("Lô", 3), ("La", 2), ("Trần", 2), ("Bế", 1)]
        case "Sán Chỉ":
            [("Ninh", 5), ("Trần", 5), ("Lục", 3), ("Tằng", 3), ("Voòng", 3), ("Hoàng", 2), ("Sằn", 2), ("Nình", 2)]
        case "Sán Dìu": [("Lê", 3), ("Trương", 3), ("Từ", 2), ("Diệp", 2), ("Ôn", 1), ("Lưu", 2)]
        case "Hoa": [("Voòng", 3), ("Lỷ", 2), ("Chu", 2), ("Phoóng", 2), ("Dương", 2), ("Lương", 2)]
        default:
            [
                ("Nguyễn", 18.8), ("Trần", 7.6), ("Lê", 6.9), ("Phạm", 5.1), ("Bùi", 3.4), ("Đỗ", 2.9), ("Võ", 0.7),
                ("Huỳnh", 0.4), ("Phan", 2.0), ("Hoàng", 3.6), ("Vũ", 4.5), ("Đặng", 2.5), ("Đinh", 1.6), ("Ngô", 1.6),
                ("Đoàn", 1.4), ("Lương", 1.2), ("Mạc", 0.8), ("Tô", 0.6), ("Đào", 1.2), ("Hà", 1), ("Trịnh", 0.9),
            ]
        }
    }

    static let maleMiddles = [
        "Văn", "Văn", "Văn", "Đức", "Minh", "Quang", "Hữu", "Xuân", "Anh", "Gia", "Công", "Đình", "Mạnh", "Tiến",
        "Ngọc",
        "Thanh", "A", "Sinh", "Phúc", "Bảo", "Việt", "Duy", "Trung", "Thế",
    ]
    static let femaleMiddles = [
        "Thị", "Thị", "Thị", "Thị Thu", "Thị Thanh", "Thị Ngọc", "Ngọc", "Thu", "Minh", "Thị Kim", "Thị Hồng", "Khánh",
        "Bảo",
        "Phương", "Thùy", "Diệu", "Thị Bích", "Mai", "Hà", "Thảo", "Tú",
    ]
    static let maleNames = [
        "Anh", "Bình", "Chiến", "Cường", "Dũng", "Đạt", "Đông", "Đức", "Giang", "Hải", "Hiếu", "Hòa", "Hoàng", "Hùng",
        "Huy",
        "Hưng", "Khánh", "Kiên", "Lâm", "Long", "Mạnh", "Minh", "Nam", "Nghĩa", "Phong", "Phúc", "Quân", "Quang", "Quý",
        "Sơn", "Tài", "Thắng", "Thành", "Thiện", "Thịnh", "Tiến", "Toàn", "Trung", "Tú", "Tuấn", "Tùng", "Việt", "Vinh",
        "Phồng", "Sềnh", "Coỏng", "Và", "Chánh", "Thìn", "Sinh", "Hiệp",
    ]
    static let femaleNames = [
        "An", "Ánh", "Bích", "Châu", "Chi", "Diệp", "Dung", "Duyên", "Giang", "Hà", "Hạnh", "Hằng", "Hiền", "Hoa",
        "Hồng",
        "Huệ", "Huyền", "Hương", "Khánh", "Lan", "Liên", "Linh", "Loan", "Ly", "Mai", "My", "Nga", "Ngân", "Ngọc",
        "Nguyệt",
        "Nhung", "Oanh", "Phương", "Quyên", "Quỳnh", "Sen", "Tâm", "Thảo", "Thơm", "Thu", "Thủy", "Thúy", "Trang",
        "Tuyết",
        "Uyên", "Vân", "Xuân", "Yến", "Múi", "Nhì", "Lồng", "Cắm", "Kíu",
    ]

    /// Codes of the provinces as the identity number has them; 022 is Quảng Ninh.
    static let birthProvinces: [(item: String, weight: Double)] = [
        ("022", 75), ("001", 4), ("031", 5), ("034", 4), ("036", 3), ("020", 4), ("030", 3), ("040", 2),
    ]

    static let occupations = [
        "Làm ruộng", "Làm nông", "Công nhân", "Giáo viên", "Buôn bán", "Lao động tự do", "Nuôi trồng thủy sản",
        "Lái xe", "Thợ xây",
        "Cán bộ thôn", "Trồng rừng", "Y tá", "Kế toán", "Thợ may", "Kinh doanh", "Nội trợ", "Bộ đội", "Làm nghề biển",
        "Thợ điện",
    ]
    static let retiredOccupations = [
        "Hưu trí", "Già yếu", "Làm ruộng", "Cán bộ hưu", "Ở nhà trông cháu", "Hết tuổi lao động",
    ]
}
