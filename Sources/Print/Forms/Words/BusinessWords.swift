/// Words of trade.
enum BusinessWords {
    static let kinds = [
        "Hộ kinh doanh", "Cửa hàng tạp hóa", "Quán ăn", "Cơ sở sản xuất", "Nhà hàng", "Tiệm may",
        "Cửa hàng vật liệu xây dựng",
        "Quán cà phê", "Đại lý", "Cơ sở sửa chữa xe máy", "Nhà nghỉ", "Hiệu thuốc",
    ]
    static let tails = [
        "Phát", "Thịnh Vượng", "Tiên Yên", "Ba Chẽ", "Số 1", "Hương Quê", "Biển Xanh", "Minh Châu", "An Bình",
        "Gà Tiên Yên",
    ]
    static let industries = [
        "Bán lẻ lương thực, thực phẩm", "Dịch vụ ăn uống", "Bán lẻ đồ uống", "Sửa chữa mô tô, xe máy", "May trang phục",
        "Bán lẻ vật liệu xây dựng", "Nuôi trồng thủy sản biển", "Vận tải hàng hóa bằng đường bộ", "Cắt tóc, gội đầu",
        "Bán lẻ thuốc lá, thuốc lào", "Dịch vụ lưu trú ngắn ngày", "Chế biến gỗ", "Chăn nuôi gia cầm",
    ]
}
