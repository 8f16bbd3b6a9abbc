import Dossiers

/// Giấy tiếp nhận hồ sơ và hẹn trả kết quả (form 01), with the dossier's code as a QR code: laid on top of the dossier, it
/// separates it from others and says which it is.
package struct ReceiptPaper: OfficialPaper {
    package var head: PaperHead
    package var subject: PaperSubject
    package var papers: [String]
    /// The procedure's limit in words: `12 ngày làm việc`.
    package var limit: String
    package var received: PaperTime?
    package var due: PaperTime?
    /// Where or how the result is fetched.
    package var delivery: String
    /// The register's volume and running number.
    package var register: (volume: String, number: String)

    package init(
        head: PaperHead, subject: PaperSubject, papers: [String], limit: String, received: PaperTime?, due: PaperTime?,
        delivery: String = "", register: (volume: String, number: String) = ("", "")
    ) {
        self.head = head
        self.subject = subject
        self.papers = papers
        self.limit = limit
        self.received = received
        self.due = due
        self.delivery = delivery
        self.register = register
    }

    package func compose(on composer: PaperComposer) throws(PrintFailure) {
        try composer.head(head, kind: "TNHS")
        try composer.titleWithCode(
            ["GIẤY TIẾP NHẬN HỒ SƠ", "VÀ HẸN TRẢ KẾT QUẢ"], code: subject.code, label: "Mã hồ sơ")
        for line in before { try composer.flow(line) }
        let shown = papers.isEmpty ? ["", "", ""] : papers
        for (number, paper) in zip(1..., shown) { try composer.flow("\(String(number)). \(blank: paper)", indent: 18) }
        for line in after { try composer.flow(line) }
        try composer.signatures([.init(title: "NGƯỜI NỘP HỒ SƠ"), .init(title: "NGƯỜI TIẾP NHẬN HỒ SƠ")])
    }

    private var before: [PaperLine] {
        [
            "Trung tâm Phục vụ hành chính công/Bộ phận Tiếp nhận và Trả kết quả: \(blank: head.office)",
            "Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức: \(blank: subject.applicant)",
            "Số định danh cá nhân/tổ chức: \(blank: subject.idNumber)",
            "Địa chỉ: \(blank: subject.address)",
            "Số điện thoại: \(blank: subject.phone, width: 36)\u{2003}Email: \(blank: subject.email)",
            "Nội dung yêu cầu giải quyết: \(blank: subject.procedure)",
            "Thành phần hồ sơ nộp gồm:",
        ]
    }

    private var after: [PaperLine] {
        [
            "Số lượng hồ sơ: 01 (bộ)",
            "Thời gian giải quyết hồ sơ theo quy định là: \(blank: limit)",
            "Thời gian nhận hồ sơ: \(PaperTime.clockWords(received)).",
            "Thời gian trả kết quả giải quyết hồ sơ: \(PaperTime.clockWords(due)).",
            "Đăng ký nhận kết quả tại: \(blank: delivery)",
            "Vào Sổ theo dõi hồ sơ, Quyển số \(blank: register.volume, width: 14)\u{2003}Số thứ tự \(blank: register.number, width: 14)",
        ]
    }
}

extension PaperComposer {
    /// A title with the dossier's code below it and as a QR code on its right.
    func titleWithCode(_ lines: [String], code: String, label: String) throws(PrintFailure) {
        let side = 96.0
        let top = y
        // As far from the left as the code is from the right: the title stays in the middle of the page.
        let range = left + side - 14...right - side + 14
        y += 6
        for line in lines { try flow(PaperLine(line), alignment: .center, isBold: true, size: 14, in: range) }
        try flow("\(label): \(blank: code)", alignment: .center, in: range)
        guard !code.isEmpty else { return y += 8 }
        try self.code(ReceiptCode.text(for: code), x: right - side + 12, y: top - 8, side: side)
        y = max(y, top + side - 8) + 4
    }
}
