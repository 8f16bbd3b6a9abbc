internal import Dossiers
internal import Foundation
internal import Ledger
internal import Routing
internal import Triage

/// What comes of a dossier if it is one of a procedure.
struct Prospect: Sendable {
    /// Nil where nobody is competent.
    var unit: Dossiers.Unit?
    /// Nil where the procedure has no limit.
    var due: Date?
    var papers: [PaperStanding]
}

/// What people, and programs for them, say of dossiers.
extension Desk {
    /// - Parameter keyed: Every field that they were shown, as they left it.
    /// - Throws: `LedgerError.illegalMove` where a unit works on it already; `RoutingError` where nobody is competent.
    func confirm(
        _ sheet: DossierSheet, as code: String, _ keyed: [FieldName: KeyedField], by account: Account
    ) async throws {
        guard DossierRights.canDecide(account, on: sheet), let result = sheet.result else {
            throw LedgerError.illegalMove("dossier \(sheet.id) has moved on")
        }
        let now = clock()
        let receivedAt = sheet.scan.handedInAt ?? sheet.scan.receivedAt
        let understanding = try await run.modelsAtWork().understanding
        let (confirmed, labels) = try understanding.confirmed(
            result, pages: try await recognized(sheet), as: code, keyed, receivedAt: receivedAt, under: pipeline)
        let receipt = DossierReceipt(
            at: receivedAt, channel: pipeline.channel, field: pipeline.catalogue[code]?.field)
        try await ledger.confirm(
            confirmed, labels: labels, receipt: receipt, by: account.name, series: numbers(on: now), now: now)
    }

    /// What would come of another procedure.
    func prospect(of sheet: DossierSheet, as code: String) async throws -> Prospect {
        let understanding = try await run.modelsAtWork().understanding
        let papers = understanding.papers(of: try await recognized(sheet), for: code, in: pipeline)
        let route = try? pipeline.router.route(
            procedureCode: code, place: pipeline.place.id, received: sheet.scan.handedInAt ?? sheet.scan.receivedAt,
            channel: pipeline.channel)
        return Prospect(unit: route?.unit, due: route?.due, papers: papers)
    }

    func recognized(_ sheet: DossierSheet) async throws -> [RecognizedPage] {
        guard let first = sheet.pages.first, let last = sheet.pages.last else { return [] }
        let members = Set(sheet.pages)
        return try await ledger.pages(of: sheet.scan.id, first...last)
            .filter { members.contains($0.number) }.compactMap(\.recognized)
    }

    /// The numbers that dossiers get on a day; nil for an office that gives none.
    func numbers(on now: Date) -> NumberSeries? {
        pipeline.numbering?.series(on: now, in: pipeline.router.calendar.timeZone)
    }
}
