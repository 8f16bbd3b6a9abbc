/// Phiếu từ chối tiếp nhận giải quyết hồ sơ (form 03).
package struct RefusalNotice: OfficialPaper {
    package var head: PaperHead
    package var subject: PaperSubject
    package var reason: String

    package init(head: PaperHead, subject: PaperSubject, reason: String) {
        self.head = head
        self.subject = subject
        self.reason = reason
    }

    package func compose(on composer: PaperComposer) throws(PrintFailure) {
        try composer.head(head, kind: "PTC")
        try composer.title(["PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ"])
        try composer.flow(
            "Trung tâm Phục vụ hành chính công/Bộ phận Tiếp nhận và Trả kết quả: \(blank: head.office)")
        try composer.flow("Tiếp nhận hồ sơ của: \(blank: subject.applicant)")
        try composer.flow("Số định danh cá nhân/tổ chức: \(blank: subject.idNumber)")
        try composer.flow("Địa chỉ: \(blank: subject.address)")
        try composer.flow("Số điện thoại: \(blank: subject.phone, width: 36)\u{2003}Email: \(blank: subject.email)")
        try composer.flow("Mã hồ sơ (nếu có): \(blank: subject.code)")
        try composer.flow("Nội dung yêu cầu giải quyết: \(blank: subject.procedure)")
        try composer.flow(
            """
            Qua xem xét, Bộ phận Tiếp nhận và Trả kết quả thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ \
            thể như sau:
            """)
        if reason.isEmpty { try composer.blankRows(3) } else { try composer.flow(PaperLine(reason)) }
        try composer.flow("Xin thông báo cho Ông/Bà được biết và thực hiện./.")
        try composer.signatures([.init(title: "NGƯỜI NỘP HỒ SƠ"), .init(title: "NGƯỜI TIẾP NHẬN HỒ SƠ")])
    }
}
