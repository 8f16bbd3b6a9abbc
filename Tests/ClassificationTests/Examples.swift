import Dossiers
import Foundation

/// Three printed forms and a paper, small and invented, with what applicants write on them.
enum Examples {
    static let residence = "cu-tru"
    static let birth = "khai-sinh"
    static let complaint = "khieu-nai"
    static let card = "paper:the-can-cuoc"

    private static let header = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    private static let names = [
        "NGUYỄN THỊ HỒNG", "TẰNG VĂN AN", "CHÌU GIA BẢO", "LÝ THỊ SÁU", "VI VĂN TÍNH", "BÀN THỊ MAI", "PHÙN ĐỨC LONG",
    ]
    private static let places = ["Khe Vè", "Nà Buống", "Đông Thành", "Phúc Khê", "Thống Nhất"]

    private static func name(_ number: Int) -> String { names[number % names.count] }
    private static func place(_ number: Int) -> String { "thôn \(places[number % places.count]), xã Tiên Yên" }

    static func residenceForm(_ request: String, _ number: Int) -> String {
        """
        \(header)
        TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ
        Kính gửi: Công an xã Tiên Yên
        1. Họ, chữ đệm và tên khai sinh: \(name(number))
        2. Ngày, tháng, năm sinh: 03/05/1985 3. Giới tính: Nam
        4. Số định danh cá nhân: 022085012345
        7. Họ, chữ đệm và tên chủ hộ: \(name(number + 3)) 8. Mối quan hệ với chủ hộ: Con
        10. Nội dung đề nghị: \(request)
        11. Những thành viên trong hộ gia đình cùng thay đổi:
        Ý KIẾN CỦA CHỦ HỘ NGƯỜI KÊ KHAI
        """
    }

    static func birthForm(_ number: Int) -> String {
        """
        \(header)
        TỜ KHAI ĐĂNG KÝ KHAI SINH
        Kính gửi: Ủy ban nhân dân xã Tiên Yên
        Họ, chữ đệm, tên người yêu cầu: \(name(number))
        Nơi cư trú: \(place(number))
        Quan hệ với người được khai sinh: Mẹ đẻ
        Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:
        Họ, chữ đệm, tên: \(name(number + 2))
        Giới tính: Nam Dân tộc: Dao Quốc tịch: Việt Nam
        Họ, chữ đệm, tên người mẹ: \(name(number))
        Tôi cam đoan nội dung đề nghị đăng ký khai sinh trên đây là đúng sự thật.
        """
    }

    static func complaintForm(_ number: Int) -> String {
        """
        \(header)
        ĐƠN KHIẾU NẠI
        Kính gửi: Chủ tịch Ủy ban nhân dân xã Tiên Yên
        Tên tôi là: \(name(number)) sinh ngày 01 tháng 02 năm 1970
        Thường trú tại: \(place(number))
        Khiếu nại về hành vi hành chính của: cán bộ địa chính xã
        Giải trình vụ việc cần khiếu nại: thu hồi đất không đúng trình tự
        Tôi xin cam đoan về nội dung khiếu nại trên là đúng sự thật.
        Người khiếu nại
        """
    }

    static func identityCard(_ number: Int) -> String {
        """
        \(header)
        CĂN CƯỚC CÔNG DÂN
        Citizen Identity Card
        Số / No.: 022085012345
        Họ và tên / Full name: \(name(number))
        Quê quán / Place of origin: \(place(number))
        Có giá trị đến / Date of expiry: 03/05/2045
        """
    }

    /// A form that no model here is trained on.
    static func constructionForm(_ number: Int) -> String {
        """
        \(header)
        ĐƠN ĐỀ NGHỊ CẤP GIẤY PHÉP XÂY DỰNG
        Kính gửi: Ủy ban nhân dân xã Tiên Yên
        1. Tên chủ đầu tư: \(name(number))
        2. Địa điểm xây dựng: lô đất số 12 diện tích 200 m2
        3. Tổ chức lập thiết kế xây dựng: tự thiết kế
        4. Cấp công trình: cấp IV. Tổng diện tích sàn: 160 m2. Chiều cao công trình: 7,5 m
        5. Dự kiến thời gian hoàn thành công trình: 12 tháng
        6. Cam kết: làm theo đúng giấy phép được cấp
        """
    }

    static let permanent = [
        "Đăng ký thường trú cho tôi tại %", "Xin đăng ký thường trú vào nhà tôi, %",
        "Đăng ký thường trú cho hai con, %",
    ]
    static let temporary = [
        "Đăng ký tạm trú tại %", "Xin đăng ký tạm trú để đi làm, %", "Đề nghị đăng ký tạm trú một năm tại %",
    ]
    static let separate = ["Tách hộ tại %", "Xin tách hộ khỏi hộ bố mẹ, %", "Đề nghị tách hộ, lập hộ riêng tại %"]

    static let all: [LabeledText] = (0..<40).flatMap { number in
        [
            LabeledText(text: birthForm(number), label: "1.001193", family: birth),
            LabeledText(text: complaintForm(number), label: "2.002409", family: complaint),
            LabeledText(text: identityCard(number), label: card, family: "the-can-cuoc"),
        ]
            + [(permanent, "1.004222"), (temporary, "1.004194"), (separate, "1.010038")].map { requests, code in
                let request = requests[number % requests.count].replacingOccurrences(
                    of: "%", with: place(number + number / 3))
                return LabeledText(text: residenceForm(request, number), label: code, family: residence)
            }
    }
}
