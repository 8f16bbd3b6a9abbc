/// Thông báo dừng giải quyết hồ sơ (form 05; its title is the circular's, its wording from memory).
package struct StopNotice: OfficialPaper {
    package var head: PaperHead
    package var subject: PaperSubject
    package var received: PaperTime?
    package var reason: String

    package init(head: PaperHead, subject: PaperSubject, received: PaperTime?, reason: String) {
        self.head = head
        self.subject = subject
        self.received = received
        self.reason = reason
    }

    package func compose(on composer: PaperComposer) throws(PrintFailure) {
        try composer.head(head, kind: "TB")
        try composer.title(["THÔNG BÁO", "DỪNG GIẢI QUYẾT HỒ SƠ"])
        try composer.flow("Kính gửi: \(blank: subject.applicant)", isBold: !subject.applicant.isEmpty, indent: 36)
        composer.y += 4
        try composer.flow("Mã hồ sơ: \(blank: subject.code)")
        try composer.flow("Nội dung yêu cầu giải quyết: \(blank: subject.procedure)")
        try composer.flow("Thời gian tiếp nhận hồ sơ: \(PaperTime.clockWords(received)).")
        try composer.flow("Lý do dừng giải quyết: \(blank: reason)")
        if reason.isEmpty { try composer.blankRows(3) }
        try composer.signatures([.init(title: "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ")])
    }
}
