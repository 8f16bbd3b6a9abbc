internal import Dossiers
internal import Foundation
internal import Hummingbird
internal import Ledger
internal import Routing
internal import Triage

extension Desk {
    /// What is late, due today, and due soon, of every unit or of one.
    var lateRoutes: [DeskRoute] { [.get("/late", .overseers, latePage)] }

    private struct LateContent: Sendable {
        struct Part: Sendable {
            var id: String
            var title: String
            var rows: [ItemRow]
            /// Said where there are more than are shown.
            var more: String?
        }

        struct Choice: Sendable {
            var value: String
            var label: String
            var isChosen: Bool
        }

        var days: Int
        var units: [Choice]
        var parts: [Part]
    }

    /// More than anybody works through on a page.
    private static let rowsOfPart = 300

    private func latePage(_ request: Request, _ context: DeskContext) async throws -> Response {
        let t = Texts.all(in: context.language)
        let query = request.uri.queryParameters
        let unit = query["unit"].map(String.init).flatMap { units[$0] == nil ? nil : $0 }
        let days = query["days"].flatMap { Int($0) }.flatMap { (1...60).contains($0) ? $0 : nil } ?? 3
        let start = { (day: Int) in OfficeDay.start(of: today.number + day) }
        let stretches: [(id: String, time: Range<Date>)] = [
            ("late", .distantPast..<start(0)), ("today", start(0)..<start(1)), ("soon", start(1)..<start(days + 1)),
        ]
        var parts: [LateContent.Part] = []
        for stretch in stretches {
            let items = try await ledger.runningItems(due: stretch.time, unit: unit, limit: Self.rowsOfPart + 1)
            parts.append(
                .init(
                    id: stretch.id, title: t["late_part_\(stretch.id)"] ?? "",
                    rows: items.prefix(Self.rowsOfPart).map { itemRow($0, context) },
                    more: items.count > Self.rowsOfPart ? t["late_more"] : nil))
        }
        let choices = standingUnits.map {
            LateContent.Choice(value: $0.id, label: $0.name, isChosen: $0.id == unit)
        }
        return try page(
            "late", title: "late", LateContent(days: days, units: choices, parts: parts), request, context)
    }
}
