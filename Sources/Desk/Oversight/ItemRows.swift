internal import Dossiers
internal import Foundation
internal import Ledger
internal import Routing
internal import Triage

/// An item of any unit, as supervisors' lists show it: nothing read off its papers.
struct ItemRow: Sendable {
    var due: String
    var left: String
    var urgency: String
    /// Nil until it has one.
    var number: String?
    var procedure: String
    var source: String
    var unit: String
    var state: String
    var officer: String?
    var path: String
}

extension Desk {
    func itemRow(_ item: QueueItem, _ context: DeskContext) -> ItemRow {
        let t = Texts.all(in: context.language)
        let figures = Figures(language: context.language)
        let zone = pipeline.router.calendar.timeZone
        let due = item.due.map { Day($0, in: zone) }
        let days = due.map { $0.number - today.number } ?? 0
        let left =
            switch days {
            case ..<0: "\(t["late_by"] ?? "") \(figures.count(-days)) \(t[days == -1 ? "late_day" : "left_days"] ?? "")"
            case 0: t["left_today"] ?? ""
            case 1: t["left_tomorrow"] ?? ""
            default: "\(days) \(t["left_days"] ?? "")"
            }
        return ItemRow(
            due: due.map(figures.day) ?? "", left: left, urgency: days < 0 ? "late" : days < 2 ? "soon" : "calm",
            number: item.number, procedure: item.procedureName ?? item.procedureCode ?? "", source: item.source,
            unit: unitName(item.unit), state: t["state_\(item.state.rawValue)"] ?? "", officer: item.officer,
            path: Self.path(toDossier: item.dossier, for: context.account))
    }

    /// Where somebody who oversees the office goes on from a dossier: to its page, or, where it shows papers that are
    /// not for them, to what has happened to it.
    static func path(toDossier dossier: String, for account: Account?) -> String {
        DossierRights.readers.admits(account) ? "/dossiers/\(dossier)" : "/log?dossier=\(dossier)"
    }
}
