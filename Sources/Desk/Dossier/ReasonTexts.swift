/// Why a person looks, in the desk's languages: the ledger keeps reasons in English.
enum ReasonTexts {
    /// Part of the English reason, and the Vietnamese one, in which `#` is the reason's first number.
    private static let known: [(part: String, vietnamese: String)] = [
        (
            "mark of a state secret",
            "Có dấu MẬT: giấy tờ này không được số hóa; hãy rút ra khỏi tập hồ sơ và xử lý bằng tay."
        ),
        ("the dossier holds no text", "Hồ sơ không có chữ nào đọc được."),
        ("an application form that the model knows", "Không có trang nào là mẫu đơn mà máy biết."),
        (
            "no page of this kind has been confirmed often enough",
            "Loại đơn này chưa được xác nhận đủ nhiều; máy chỉ gợi ý theo danh mục, hãy chọn thủ tục."
        ),
        (
            "applications for different procedures",
            "Trong hồ sơ có # đơn của các thủ tục khác nhau; hãy chọn một thủ tục hoặc tách hồ sơ."
        ),
        (
            "has much that cannot be read",
            "Trang # (tờ đơn) có nhiều chỗ không đọc được, có thể là chữ viết tay; nội dung đề nghị có thể nằm ở đó."
        ),
        ("could hardly be read", "Trang # (tờ đơn) đọc không rõ; hãy quét lại hoặc xem bằng mắt."),
        ("reads like no Vietnamese", "Trang # (tờ đơn) không giống tiếng Việt; trang có bị ngược hoặc thiếu không?"),
        ("but its title was not found", "Trang # giống một tờ đơn nhưng không thấy tiêu đề."),
        ("% likely", "Thủ tục chỉ chắc #%; không phân biệt được nếu chỉ nhìn mẫu đơn."),
        ("may be an application of a kind", "Trang # có thể là loại đơn mà máy chưa biết."),
        ("is it one dossier or two?", "Có thể là hai hồ sơ, hồ sơ sau bắt đầu từ trang #."),
        ("no page could be read", "Không đọc được trang nào."),
        ("could not be read", "Không đọc được trang #."),
        ("the procedure is not in the catalogue", "Thủ tục không có trong danh mục của cơ quan."),
        ("no unit is competent", "Chưa có đơn vị nào có thẩm quyền với thủ tục này."),
        ("the PDF", "Tệp PDF bị hỏng: có thể thiếu trang."),
        ("not a picture or document", "Tệp không phải ảnh hay tài liệu đọc được."),
        ("the picture is damaged", "Ảnh bị hỏng."),
        ("the reader process died", "Máy đọc dừng giữa chừng ở tệp này."),
        ("took longer than", "Đọc quá lâu nên máy đã dừng."),
        ("procedure ", "Máy tự quyết định được."),
    ]

    /// The English reason itself where it is of no known kind.
    static func text(_ reason: String, in language: Language) -> String {
        guard language == .vietnamese, let found = known.first(where: { reason.contains($0.part) }) else {
            return reason.prefix(1).uppercased() + reason.dropFirst()
        }
        let number = reason.drop { !$0.isNumber }.prefix { $0.isNumber }
        return found.vietnamese.replacing("#", with: number)
    }
}
