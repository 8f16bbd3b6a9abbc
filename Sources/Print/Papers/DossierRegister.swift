/// Sổ theo dõi hồ sơ (form 07): the dossiers of a period, a row each.
package struct DossierRegister: OfficialPaper {
    package struct Row: Sendable {
        package var code: String
        package var procedure: String
        package var applicant: String
        package var address: String
        package var unit: String
        package var received: PaperTime?
        package var due: PaperTime?
        package var handedOver: PaperTime?
        package var delivery: String

        package init(
            code: String, procedure: String, applicant: String, address: String, unit: String, received: PaperTime?,
            due: PaperTime?, handedOver: PaperTime?, delivery: String
        ) {
            self.code = code
            self.procedure = procedure
            self.applicant = applicant
            self.address = address
            self.unit = unit
            self.received = received
            self.due = due
            self.handedOver = handedOver
            self.delivery = delivery
        }
    }

    package var head: PaperHead
    /// The period's first and last day.
    package var from: PaperTime
    package var to: PaperTime
    package var rows: [Row]

    package init(head: PaperHead, from: PaperTime, to: PaperTime, rows: [Row]) {
        self.head = head
        self.from = from
        self.to = to
        self.rows = rows
    }

    package var isWide: Bool { true }

    package func compose(on composer: PaperComposer) throws(PrintFailure) {
        try composer.head(head, kind: "STD")
        try composer.flow("SỔ THEO DÕI HỒ SƠ", alignment: .center, isBold: true, size: 14)
        try composer.flow(
            PaperLine("(Từ \(from.words) đến \(to.words))"), alignment: .center, isItalic: true)
        composer.y += 6
        let table = PaperTable(columns: Self.columns, size: 9, leastHeight: 24)
        try table.draw(zip(1..., rows).map(Self.cells), on: composer)
        if rows.isEmpty { try composer.flow("Không có hồ sơ tiếp nhận trong kỳ.", alignment: .center, isItalic: true) }
        try composer.flow(PaperLine("Tổng số: \(String(rows.count)) hồ sơ."))
    }

    private static let columns: [PaperTable.Column] = [
        .init(head: "STT", share: 0.035, isCentered: true),
        .init(head: "Mã hồ sơ", share: 0.172),
        .init(head: "Tên TTHC", share: 0.148),
        .init(head: "Tên tổ chức, cá nhân", share: 0.105),
        .init(head: "Địa chỉ/SĐT", share: 0.125),
        .init(head: "Cơ quan chủ trì giải quyết", share: 0.09),
        .init(head: "Nhận hồ sơ", share: 0.075, isCentered: true),
        .init(head: "Hẹn trả kết quả", share: 0.075, isCentered: true),
        .init(head: "Trả kết quả", share: 0.075, isCentered: true),
        .init(head: "Phương thức nhận kết quả", share: 0.06),
        .init(head: "Ký nhận", share: 0.04),
    ]

    private static func cells(_ number: Int, _ row: Row) -> [String] {
        [
            String(number), row.code, row.procedure, row.applicant, row.address, row.unit, PaperTime.cell(row.received),
            PaperTime.cell(row.due), PaperTime.cell(row.handedOver), row.delivery, "",
        ]
    }
}
