package import Foundation

/// A scan file that the ledger knows by its bytes.
package struct ScanRecord: Hashable, Sendable {
    package enum State: String, CaseIterable, Sendable {
        /// Known; its pages are not counted yet.
        case registered
        /// Pages are waiting or being read.
        case reading
        /// Every page is settled; not yet split.
        case read
        /// Split into dossiers that are not all triaged.
        case split
        case triaged
        /// Could not be opened.
        case quarantined
    }

    package var id: String
    /// SHA-256 of the bytes, 64 lower-case hexadecimal digits.
    package var digest: String
    /// The file's name when it was first met.
    package var name: String
    package var bytes: Int
    package var format: String?
    package var state: State
    /// Nil until they are counted.
    package var pageCount: Int?
    package var reason: String?
    package var receivedAt: Date
    /// When the citizen handed the dossiers in; nil where that is when the scan was received.
    package var handedInAt: Date?
}

extension ScanRecord {
    static let columns = """
        s.id, s.digest, s.name, s.bytes, s.format, s.state, s.page_count, s.reason, s.received_at, s.handed_in_at
        """

    init(row: ResultRow) throws {
        id = try row.text("id")
        digest = try row.text("digest")
        name = try row.text("name")
        bytes = try row.integer("bytes")
        format = try row.textOrNil("format")
        state = try row.word("state")
        pageCount = try row.integerOrNil("page_count")
        reason = try row.textOrNil("reason")
        receivedAt = try row.time("received_at")
        handedInAt = try row.timeOrNil("handed_in_at")
    }
}

/// Which scans an operation looks at.
package enum Scope: Hashable, Sendable {
    case everything
    /// The scans of one batch, in the order in which they were put into it.
    case batch(String)

    /// Narrows a statement that finds its rows by an index of its own, and whose order is to stay that
    /// index's; the batch is parameter `$1`.
    func condition(on scan: String) -> String {
        switch self {
        case .everything: ""
        case .batch: "AND EXISTS (SELECT 1 FROM batch_scans b WHERE b.scan = \(scan) AND b.batch = $1)"
        }
    }

    /// Narrows a statement that goes through all of the scope; the batch is parameter `$1`.
    func join(on scan: String) -> String {
        switch self {
        case .everything: ""
        case .batch: "JOIN batch_scans b ON b.scan = \(scan) AND b.batch = $1"
        }
    }

    /// The statement's parameters, the scope's own first.
    func values(_ others: Value...) -> [Value] {
        switch self {
        case .everything: others
        case .batch(let batch): [.text(batch)] + others
        }
    }

    /// The name of the parameter that is the `number`th of the statement's own.
    func parameter(_ number: Int) -> String {
        switch self {
        case .everything: "$\(number)"
        case .batch: "$\(number + 1)"
        }
    }
}

extension Transaction {
    /// - Throws: `LedgerError.unknown`.
    func scan(_ id: String) throws -> ScanRecord {
        let found = try row("SELECT \(ScanRecord.columns) FROM scans s WHERE s.id = $1", .text(id)) {
            try ScanRecord(row: $0)
        }
        guard let found else { throw LedgerError.unknown("the ledger knows no scan \(id)") }
        return found
    }
}
