package import Dossiers
package import Foundation

extension Ledger {
    /// A person divides a scan otherwise than it was: where a dossier begins, and which blank pages belong to it.
    ///
    /// A dossier that keeps its pages stays as it is. The others give their pages to new ones, which are understood
    /// anew; they themselves are kept for their events, without pages.
    ///
    /// - Parameter drafts: Each dossier's pages, as in `recordSplit`.
    /// - Returns: The scan's dossiers from now on.
    /// - Throws: `LedgerError.illegalMove` where the scan is still in work, or where a person or a unit has spoken about
    ///   a dossier that would change; `.refused` where a page would be lost or lie in two dossiers.
    package func divide(
        _ scan: String, into drafts: [[Int]], by actor: String, now: Date
    ) async throws -> [DossierRecord] {
        let drafts = drafts.map { $0.sorted() }
        let identifiers = drafts.map { _ in newIdentifier(now) }
        return try await driver.write { transaction in
            let known = try transaction.scan(scan)
            guard known.state == .triaged else {
                throw LedgerError.illegalMove("scan \(scan) is \(known.state.rawValue): wait until it is understood")
            }
            try transaction.check(drafts, cover: scan)
            let before = try transaction.dossiers(of: scan)
            let kept = Set(before.map(\.pages)).intersection(drafts)
            let fresh = zip(identifiers, drafts).filter { !kept.contains($0.1) }
            guard !fresh.isEmpty else { return before }
            for dossier in before where !kept.contains(dossier.pages) {
                try transaction.replace(dossier, by: actor, now: now)
            }
            let last = try transaction.row(
                "SELECT COALESCE(MAX(position), 0) AS position FROM dossiers WHERE scan = $1", .text(scan)
            ) { try $0.integer("position") }
            for (position, (identifier, pages)) in fresh.enumerated() {
                try transaction.insertDossier(
                    identifier, of: scan, position: (last ?? 0) + position + 1, pages: pages, now: now)
            }
            try transaction.run("UPDATE scans SET state = 'split', urgency = 0 WHERE id = $1", .text(scan))
            try transaction.append(
                .scanDivided, at: now, scan: scan, actor: actor, detail: ["dossiers": String(fresh.count)])
            try transaction.announceWork()
            return try transaction.dossiers(of: scan)
        }
    }
}

extension Ledger {
    /// A person has had a page read again, turned otherwise: the dossier that it lies in is understood anew, as a new
    /// one with the same pages.
    ///
    /// - Throws: `LedgerError.illegalMove` where the scan is still in work, the page lies in no dossier, or a person or a
    ///   unit has spoken about that dossier.
    package func replaceReading(
        of scan: String, by page: RecognizedPage, actor: String, now: Date
    ) async throws {
        let identifier = newIdentifier(now)
        try await driver.write { transaction in
            let known = try transaction.scan(scan)
            guard known.state == .triaged else {
                throw LedgerError.illegalMove("scan \(scan) is \(known.state.rawValue): wait until it is understood")
            }
            let dossier = try transaction.dossiers(of: scan).first { $0.pages.contains(page.number) }
            guard let dossier else {
                throw LedgerError.illegalMove("page \(page.number) of scan \(scan) lies in no dossier")
            }
            try transaction.replace(dossier, by: actor, now: now)
            let settled = try transaction.run(
                "UPDATE pages SET recognized = $3, state = 'read', reason = NULL WHERE scan = $1 AND number = $2",
                .text(scan), .integer(page.number), .text(try StoredJSON.text(of: page)))
            guard settled == 1 else { throw LedgerError.unknown("scan \(scan) has no page \(page.number)") }
            try transaction.append(
                .pageTurned, at: now, scan: scan, page: page.number, actor: actor,
                detail: ["turned": String(page.turned)])
            let last = try transaction.row(
                "SELECT COALESCE(MAX(position), 0) AS position FROM dossiers WHERE scan = $1", .text(scan)
            ) { try $0.integer("position") }
            try transaction.insertDossier(
                identifier, of: scan, position: (last ?? 0) + 1, pages: dossier.pages, now: now)
            try transaction.run("UPDATE scans SET state = 'split', urgency = 0 WHERE id = $1", .text(scan))
            try transaction.announceWork()
        }
    }
}

extension Transaction {
    /// Takes a dossier's pages for others.
    fileprivate func replace(_ dossier: DossierRecord, by actor: String, now: Date) throws {
        let spoken = try row("SELECT COUNT(*) AS n FROM confirmations WHERE dossier = $1", .text(dossier.id)) {
            try $0.integer("n")
        }
        guard spoken == 0 else {
            throw LedgerError.illegalMove("a person has confirmed dossier \(dossier.id): its pages stay together")
        }
        let items = try rows(
            "\(Self.selectingItems) WHERE q.dossier = $1 ORDER BY q.position", .text(dossier.id)
        ) { try item($0) }
        for item in items where item.state != .refused {
            try move(
                item, to: .refused, from: [.proposed, .returned], as: .itemRefused, by: actor,
                detail: ["reason": "its scan was divided otherwise"], now: now)
        }
        try run("DELETE FROM dossier_pages WHERE dossier = $1", .text(dossier.id))
        try run("UPDATE dossiers SET replaced_at = $2 WHERE id = $1", .text(dossier.id), .time(now))
    }
}
