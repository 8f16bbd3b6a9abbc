/// Names of places. Communes and provinces are real; which person lives where is invented.
enum PlaceWords {
    typealias Commune = Places.Commune

    static let deskCommunes: [Commune] = [
        Commune(
            name: "Tiên Yên", kind: "xã", district: nil, province: "Quảng Ninh",
            hamlets: [
                "Đông Tiến 1", "Đông Tiến 2", "Hòa Bình", "Thống Nhất", "Long Tiên", "Quang Trung", "Lý Thường Kiệt",
                "Thủy Cơ", "Đồng Và", "Thác Bưởi 1", "Cống To", "Xóm Nương", "Khe Lặc", "Đồng Châu", "Đồng Mạ",
                "Hua Cầu",
            ]),
        Commune(
            name: "Điền Xá", kind: "xã", district: nil, province: "Quảng Ninh",
            hamlets: ["Phúc Khê", "Tiên Hải", "Khe Vè", "Nà Bắc", "Pạc Sủi", "Khe Cạn", "Bắc Lù", "Co Mười", "Hà Lâu"]),
        Commune(
            name: "Đông Ngũ", kind: "xã", district: nil, province: "Quảng Ninh",
            hamlets: [
                "Đồng Ngũ", "Đông Thành", "Đông Ngũ Kinh", "Hà Tràng Đông", "Cái Khánh", "Sán Xế Đông", "Hội Phố",
            ]),
        Commune(
            name: "Hải Lạng", kind: "xã", district: nil, province: "Quảng Ninh",
            hamlets: [
                "Thống Nhất", "Trường Tiến", "Lâm Thành", "Hà Dong Nam", "Đồi Chè", "Bình Minh", "Trung", "Hạ",
                "Thượng",
            ]),
    ]

    static let formerCommunes: [Commune] = [
        ("Tiên Yên", "thị trấn", ["Long Tiên", "Đông Tiến 1", "Hòa Bình", "Lý Thường Kiệt"]),
        ("Phong Dụ", "xã", ["Hua Cầu", "Khe Vè", "Đồng Đình", "Tềnh Pò"]),
        ("Đại Dực", "xã", ["Khe Lục", "Khe Quang", "Phài Giác", "Khe Mươi"]),
        ("Yên Than", "xã", ["Phú Hòa", "Khe Tiên", "Đồng Và", "Nà Buống"]),
        ("Đông Hải", "xã", ["Làng Đài", "Khe Cạn", "Hội Phố", "Cái Khánh"]),
        ("Tiên Lãng", "xã", ["Thủy Cơ", "Cống To", "Thác Bưởi 2", "Đồng Châu"]),
        ("Đồng Rui", "xã", ["Thượng", "Trung", "Hạ", "Bốn"]),
        ("Hà Lâu", "xã", ["Bản Danh", "Khe Lẹ", "Nà Hắc", "Bắc Cương"]),
    ].map { Commune(name: $0.0, kind: $0.1, district: "huyện Tiên Yên", province: "Quảng Ninh", hamlets: $0.2) }

    static let elsewhere: [Commune] = [
        Commune(
            name: "Hồng Gai", kind: "phường", district: nil, province: "Quảng Ninh",
            hamlets: ["3", "5", "Trần Hưng Đạo"]),
        Commune(
            name: "Bãi Cháy", kind: "phường", district: "thành phố Hạ Long", province: "Quảng Ninh",
            hamlets: ["2", "4A", "9"]),
        Commune(
            name: "Ba Chẽ", kind: "xã", district: nil, province: "Quảng Ninh",
            hamlets: ["Khe Tâm", "Nam Hả Trong", "Làng Mô"]),
        Commune(
            name: "Bình Liêu", kind: "xã", district: nil, province: "Quảng Ninh",
            hamlets: ["Bản Cáu", "Pắc Liềng", "Khe Tiền"]),
        Commune(
            name: "Đầm Hà", kind: "xã", district: nil, province: "Quảng Ninh", hamlets: ["Tân Hà", "Trại Giữa", "Đông"]),
        Commune(
            name: "Mông Dương", kind: "phường", district: "thành phố Cẩm Phả", province: "Quảng Ninh",
            hamlets: ["1", "7", "10"]),
        Commune(
            name: "Ba Đình", kind: "phường", district: nil, province: "thành phố Hà Nội", hamlets: ["6", "12", "15"]),
        Commune(
            name: "Thủy Nguyên", kind: "phường", district: nil, province: "thành phố Hải Phòng",
            hamlets: ["Trung", "Chiến Thắng", "4"]),
        Commune(
            name: "Mẫu Sơn", kind: "xã", district: "huyện Lộc Bình", province: "Lạng Sơn",
            hamlets: ["Khuổi Tẳng", "Lặp Pịa", "Co Loi"]),
        Commune(
            name: "Đông Hưng", kind: "xã", district: "huyện Đông Hưng", province: "Thái Bình",
            hamlets: ["Văn Ông Đoài", "Phú Vinh", "Nam"]),
        Commune(
            name: "Nghĩa Hưng", kind: "xã", district: nil, province: "Ninh Bình",
            hamlets: ["Đông Thành", "Quần Liêu", "5"]),
        Commune(
            name: "Quỳnh Lưu", kind: "xã", district: nil, province: "Nghệ An",
            hamlets: ["Thượng Yên", "3", "Bắc Thắng"]),
        Commune(
            name: "Bến Thành", kind: "phường", district: nil, province: "thành phố Hồ Chí Minh",
            hamlets: ["2", "8", "21"]),
    ]

    static let foreignNations = [
        "Trung Quốc", "Đài Loan (Trung Quốc)", "Hàn Quốc", "Nhật Bản", "Hoa Kỳ", "Cộng hòa Séc",
        "Cộng hòa Liên bang Đức", "Lào",
    ]
    static let streets = [
        "Hòa Bình", "Quang Trung", "Lý Thường Kiệt", "Thống Nhất", "Đông Tiến", "Trần Phú", "18A", "4B",
    ]
}
