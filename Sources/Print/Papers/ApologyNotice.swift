/// Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết (form 04): an apology, and a new date.
package struct ApologyNotice: OfficialPaper {
    package var head: PaperHead
    package var subject: PaperSubject
    /// The unit that is late.
    package var unit: String
    package var received: PaperTime?
    /// What the receipt says.
    package var promised: PaperTime?
    package var reason: String
    package var newDue: PaperTime?

    package init(
        head: PaperHead, subject: PaperSubject, unit: String, received: PaperTime?, promised: PaperTime?,
        reason: String, newDue: PaperTime?
    ) {
        self.head = head
        self.subject = subject
        self.unit = unit
        self.received = received
        self.promised = promised
        self.reason = reason
        self.newDue = newDue
    }

    package func compose(on composer: PaperComposer) throws(PrintFailure) {
        try composer.head(head, kind: "PXL", hasSymbol: false)
        try composer.title(["PHIẾU XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN", "THỜI GIAN GIẢI QUYẾT"])
        try composer.flow("Kính gửi: \(blank: subject.applicant)", isBold: !subject.applicant.isEmpty, indent: 36)
        composer.y += 4
        func paragraph(_ line: PaperLine) throws(PrintFailure) {
            try composer.flow(line, firstIndent: PaperStyle.firstIndent)
        }
        let day = PaperTime.words(received)
        try paragraph(
            """
            \(day.prefix(1).uppercased())\(String(day.dropFirst())), \(blank: unit, width: 40) tiếp nhận giải quyết hồ sơ \
            đề nghị giải quyết thủ tục hành chính \(blank: procedure, width: 60) của Ông/Bà/Tổ chức; số định \
            danh: \(blank: subject.idNumber, width: 30); mã số hồ sơ: \(blank: subject.code, width: 30)
            """)
        try paragraph("Thời gian hẹn trả kết quả giải quyết hồ sơ: \(PaperTime.clockWords(promised)).")
        try paragraph(
            """
            Tuy nhiên đến nay, \(blank: unit, width: 40) chưa trả kết quả giải quyết hồ sơ của Ông/Bà/Tổ chức đúng thời hạn \
            quy định ghi trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả.
            """)
        try paragraph("Lý do: \(blank: reason)")
        if reason.isEmpty { try composer.blankRows(2) }
        try paragraph(
            """
            \(blank: unit, width: 40) xin trân trọng gửi lời xin lỗi đến Ông (Bà)/Tổ chức vì sự chậm trễ trong quá trình \
            giải quyết hồ sơ có thể gây phiền hà, tốn kém về chi phí, công sức của Ông (Bà)/Tổ chức.
            """)
        try paragraph(
            """
            \(blank: unit, width: 40) xin lỗi Ông/Bà/Tổ chức và sẽ trả kết quả giải quyết hồ sơ cho Ông/Bà/Tổ chức vào \
            \(PaperTime.words(newDue)).
            """)
        try paragraph("Mong nhận được sự thông cảm của Ông/Bà/Tổ chức vì sự chậm trễ này./.")
        try composer.signatures([.init(title: "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ")])
    }

    /// The sentence has its “thủ tục” already.
    private var procedure: String {
        let kind = "Thủ tục "
        guard subject.procedure.hasPrefix(kind) else { return subject.procedure }
        return String(subject.procedure.dropFirst(kind.count))
    }
}
