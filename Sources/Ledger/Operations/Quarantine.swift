internal import Dossiers
package import Foundation

extension Ledger {
    /// Sets a scan aside that cannot be opened. It counts as one quarantined page, and as one dossier
    /// whose decision says so, for a person to find. A second call changes nothing.
    ///
    /// - Parameters:
    ///   - reason: In words, for a person; nothing read off the scan.
    ///   - pipeline: Name and version of the pipeline that gave it up.
    /// - Returns: The dossier's identifier.
    /// - Throws: `LedgerError.illegalMove` where its pages are already counted: then pages are quarantined.
    @discardableResult
    package func quarantineScan(_ scan: String, reason: String, pipeline: String, now: Date) async throws -> String {
        let dossier = newIdentifier(now)
        return try await driver.write { transaction in
            let known = try transaction.scan(scan)
            if known.state == .quarantined { return try transaction.onlyDossier(of: scan) }
            guard known.state == .registered else {
                throw LedgerError.illegalMove(
                    "scan \(scan) is \(known.state.rawValue): its pages are counted, quarantine them one by one")
            }
            try transaction.run(
                """
                UPDATE scans SET state = 'quarantined', page_count = 1, reason = $2, lease_owner = NULL,
                    lease_until = NULL
                WHERE id = $1
                """,
                .text(scan), .text(reason))
            try transaction.insertPage(1, of: scan, state: "quarantined", reason: reason)
            try transaction.append(.scanQuarantined, at: now, scan: scan, detail: ["reason": reason])
            try transaction.insertDossier(dossier, of: scan, position: 1, pages: [1], now: now)
            try transaction.triage(
                .unreadable(
                    dossier, source: known.name, reason: reason, seconds: now.timeIntervalSince(known.receivedAt)),
                scan: scan, pipeline: pipeline, receipt: DossierReceipt(at: known.handedInAt ?? known.receivedAt),
                newIdentifier: { dossier }, now: now)
            return dossier
        }
    }
}

extension Ledger {
    /// Quarantines pages that were read, and forgets what was read off them. Pages that are quarantined already and
    /// separators stay as they are.
    ///
    /// - Parameter reason: In words, for a person; nothing read off the pages.
    package func withhold(_ pages: [Int], of scan: String, reason: String, now: Date) async throws {
        try await driver.write { transaction in
            for page in pages {
                let changed = try transaction.run(
                    """
                    UPDATE pages SET state = 'quarantined', recognized = NULL, reason = $3
                    WHERE scan = $1 AND number = $2 AND state IN ('read', 'blank')
                    """,
                    .text(scan), .integer(page), .text(reason))
                guard changed == 1 else { continue }
                try transaction.append(.pageQuarantined, at: now, scan: scan, page: page, detail: ["reason": reason])
            }
        }
    }
}

extension DossierResult {
    /// The result for a file that cannot be opened: no pages, nothing suggested.
    fileprivate static func unreadable(
        _ dossier: String, source: String, reason: String, seconds: TimeInterval
    ) -> DossierResult {
        DossierResult(
            dossier: dossier, source: source, pages: [], procedure: nil, decision: .quarantined, reason: reason,
            unit: nil, tasks: [], due: nil, fields: [], documents: [], papers: [],
            seconds: Seconds(read: 0, understand: 0, total: max(0, seconds)), model: "")
    }
}

extension Transaction {
    fileprivate func onlyDossier(of scan: String) throws -> String {
        let found = try row("SELECT id FROM dossiers WHERE scan = $1 AND position = 1", .text(scan)) {
            try $0.text("id")
        }
        guard let found else { throw LedgerError.damaged("scan \(scan) is quarantined and has no dossier") }
        return found
    }
}
