/// Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (form 02).
package struct SupplementRequest: OfficialPaper {
    package var head: PaperHead
    package var subject: PaperSubject
    /// What has to be added or put right.
    package var papers: [String]
    package var reason: String
    /// Whom the citizen asks.
    package var contact: String
    package var contactPhone: String

    package init(
        head: PaperHead, subject: PaperSubject, papers: [String], reason: String, contact: String = "",
        contactPhone: String = ""
    ) {
        self.head = head
        self.subject = subject
        self.papers = papers
        self.reason = reason
        self.contact = contact
        self.contactPhone = contactPhone
    }

    package func compose(on composer: PaperComposer) throws(PrintFailure) {
        try composer.head(head, kind: "PBS")
        try composer.title(["PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ"])
        try composer.flow("Hồ sơ của: \(blank: subject.applicant)")
        try composer.flow("Nội dung yêu cầu giải quyết: \(blank: subject.procedure)")
        try composer.flow("Mã hồ sơ: \(blank: subject.code)")
        try composer.flow("Địa chỉ: \(blank: subject.address)")
        try composer.flow("Số điện thoại: \(blank: subject.phone, width: 36)\u{2003}Email: \(blank: subject.email)")
        try composer.flow("Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:")
        let shown = papers.isEmpty ? ["", "", "", ""] : papers
        for (number, paper) in zip(1..., shown) { try composer.flow("\(String(number)). \(blank: paper)", indent: 18) }
        try composer.flow("Lý do: \(blank: reason)")
        if reason.isEmpty { try composer.blankRows(2) }
        try composer.flow(
            """
            Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông/Bà liên hệ với \(blank: contact, width: 40) số điện \
            thoại \(blank: contactPhone, width: 24) để được hướng dẫn./.
            """)
        try composer.signatures([.init(title: "NGƯỜI HƯỚNG DẪN", name: contact)])
    }
}
