/// Phiếu kiểm soát quá trình giải quyết hồ sơ (form 06): travels with the dossier; each hand-over is a row.
package struct ControlSlip: OfficialPaper {
    /// From one pair of hands to the next.
    package struct HandOver: Sendable {
        /// Empty where it is written in by hand, as in all of these.
        package var from: String
        package var to: String
        package var at: PaperTime?
        /// Trước hạn, đúng hạn, quá hạn.
        package var outcome: String
        package var note: String

        package init(from: String, to: String, at: PaperTime?, outcome: String = "", note: String = "") {
            self.from = from
            self.to = to
            self.at = at
            self.outcome = outcome
            self.note = note
        }
    }

    package var head: PaperHead
    package var code: String
    /// The unit that leads, and those that work along.
    package var unit: String
    package var others: [String]
    package var received: PaperTime?
    package var due: PaperTime?
    package var handOvers: [HandOver]
    /// Rows at least, for hand-overs to come.
    private let leastRows = 6

    package init(
        head: PaperHead, code: String, unit: String, others: [String], received: PaperTime?, due: PaperTime?,
        handOvers: [HandOver]
    ) {
        self.head = head
        self.code = code
        self.unit = unit
        self.others = others
        self.received = received
        self.due = due
        self.handOvers = handOvers
    }

    package func compose(on composer: PaperComposer) throws(PrintFailure) {
        try composer.head(head, kind: "PKS")
        try composer.titleWithCode(
            ["PHIẾU KIỂM SOÁT", "QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ"], code: code, label: "Mã số hồ sơ")
        try composer.flow("Cơ quan (bộ phận) giải quyết hồ sơ: \(blank: unit)")
        try composer.flow("Cơ quan phối hợp giải quyết hồ sơ: \(blank: others.joined(separator: "; "))")
        try composer.flow("Ngày nhận: \(blank: received?.short ?? "")")
        try composer.flow("Hẹn trả kết quả vào \(PaperTime.clockWords(due)).")
        composer.y += 4
        let table = PaperTable(
            columns: [
                .init(head: "Tên đơn vị", share: 0.36),
                .init(head: "Thời gian giao, nhận hồ sơ", share: 0.16, isCentered: true),
                .init(head: "Kết quả giải quyết hồ sơ (trước hạn/đúng hạn/quá hạn)", share: 0.24, isCentered: true),
                .init(head: "Ghi chú", share: 0.24),
            ], size: 12, leastHeight: 42)
        try table.draw(rows, on: composer)
        try composer.flow("Ghi chú:", isBold: true, size: 12)
        for note in Self.notes { try composer.flow(PaperLine(note), isItalic: true, size: 12) }
    }

    private var rows: [[String]] {
        let blank = String(repeating: ".", count: 24)
        let empty = max(leastRows - handOvers.count, 1)
        return handOvers.map { step in
            [
                "1. Giao: \(step.from.isEmpty ? blank : step.from)\n2. Nhận: \(step.to.isEmpty ? blank : step.to)",
                PaperTime.cell(step.at), step.outcome, step.note,
            ]
        } + Array(repeating: ["1. Giao: \(blank)\n2. Nhận: \(blank)", "", "", ""], count: empty)
    }

    private static let notes = [
        "- Kết quả giải quyết hồ sơ do bên nhận nhập thông tin/ghi khi nhận bàn giao hồ sơ.",
        "- Việc lưu vết được thực hiện tự động theo chức năng của Hệ thống thông tin giải quyết thủ tục hành chính "
            + "và thể hiện trên mẫu phiếu điện tử.",
    ]
}
