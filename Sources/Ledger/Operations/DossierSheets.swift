package import Dossiers
package import Foundation

/// A dossier as a person sees it: what was read, what people said, and where it stands.
package struct DossierSheet: Sendable {
    package var id: String
    package var scan: ScanRecord
    /// 1-based in the scan, ascending.
    package var pages: [Int]
    /// Nil until it is understood.
    package var result: DossierResult?
    package var number: String?
    /// One for each unit that works on it, the leading one first.
    package var items: [QueueItem]
    /// Nil where nobody has looked.
    package var confirmation: Confirmation?
    /// Whether its pages were given to others.
    package var isReplaced: Bool
}

extension Ledger {
    /// - Throws: `LedgerError.unknown`.
    package func sheet(of dossier: String) async throws -> DossierSheet {
        try await driver.read { transaction in
            let found = try transaction.row(
                "SELECT scan, number, result, replaced_at FROM dossiers WHERE id = $1", .text(dossier)
            ) { row in
                DossierSheet(
                    id: dossier, scan: try transaction.scan(row.text("scan")),
                    pages: try transaction.pages(of: dossier),
                    result: try row.textOrNil("result").map {
                        try StoredJSON.value(DossierResult.self, in: $0, of: "dossier \(dossier)")
                    },
                    number: try row.textOrNil("number"),
                    items: try transaction.rows(
                        "\(Transaction.selectingItems) WHERE q.dossier = $1 ORDER BY q.position", .text(dossier)
                    ) { try transaction.item($0) },
                    confirmation: try transaction.row(
                        "SELECT * FROM confirmations WHERE dossier = $1 ORDER BY number DESC LIMIT 1", .text(dossier),
                        make: Confirmation.init),
                    isReplaced: try row.integerOrNil("replaced_at") != nil)
            }
            guard let found else { throw LedgerError.unknown("the ledger knows no dossier \(dossier)") }
            return found
        }
    }

    /// Notes that a person has opened a dossier, or printed its receipt: both show personal data.
    ///
    /// - Throws: `LedgerError.unknown`.
    package func note(_ look: DossierLook, of dossier: String, by actor: String, now: Date) async throws {
        try await driver.write { transaction in
            let scan = try transaction.row("SELECT scan FROM dossiers WHERE id = $1", .text(dossier)) {
                try $0.text("scan")
            }
            guard let scan else { throw LedgerError.unknown("the ledger knows no dossier \(dossier)") }
            try transaction.append(
                look == .viewed ? .dossierViewed : .receiptPrinted, at: now, scan: scan, dossier: dossier, actor: actor)
        }
    }

    /// Notes that a person has opened a scan, which may hold several dossiers.
    package func noteView(ofScan scan: String, by actor: String, now: Date) async throws {
        try await driver.write { try $0.append(.dossierViewed, at: now, scan: scan, actor: actor) }
    }

    /// The scans that people put in at the desk last, the newest first, each once.
    package func uploads(limit: Int) async throws -> [ScanRecord] {
        try await driver.read { transaction in
            var seen: Set<String> = []
            return try transaction.rows(
                """
                SELECT \(ScanRecord.columns) FROM events e JOIN scans s ON s.id = e.scan
                WHERE e.kind = 'scan.uploaded' ORDER BY e.sequence DESC LIMIT $1
                """,
                .integer(limit), make: ScanRecord.init
            ).filter { seen.insert($0.id).inserted }
        }
    }
}

/// What a person did that showed a dossier.
package enum DossierLook: Hashable, Sendable {
    case viewed
    case printedReceipt
}
