package import Foundation

/// A file as intake met it.
package struct ArrivedFile: Hashable, Sendable {
    /// SHA-256 of the bytes, 64 lower-case hexadecimal digits.
    package var digest: String
    package var name: String
    package var bytes: Int
    /// Where it lay, to tell a file seen again from one that was moved or copied.
    package var path: String

    package init(digest: String, name: String, bytes: Int, path: String) {
        self.digest = digest
        self.name = name
        self.bytes = bytes
        self.path = path
    }
}

package enum Registration: Hashable, Sendable {
    case new(ScanRecord)
    /// The same bytes were registered before.
    case known(ScanRecord)

    package var scan: ScanRecord {
        switch self {
        case .new(let scan), .known(let scan): scan
        }
    }
}

extension Ledger {
    /// Starts a batch: the scans that one run was given. Starting it again changes nothing.
    package func startBatch(_ id: String, now: Date) async throws {
        try await driver.write { transaction in
            _ = try transaction.run(
                "INSERT INTO batches (id, started_at) VALUES ($1, $2) ON CONFLICT DO NOTHING", .text(id), .time(now))
        }
    }

    /// Registers a file once, by its bytes; under another path the known scan is only noted as seen there.
    ///
    /// - Parameters:
    ///   - batch: A started batch that the scan then belongs to, new or known.
    ///   - handedInAt: When the citizen handed the dossiers in, where that was not now: their deadlines count from it.
    ///   - urgency: A scan that is known and not done gains by it, but never loses.
    ///   - actor: Who put it in at the desk; nil where a program did.
    package func register(
        _ file: ArrivedFile, batch: String? = nil, handedInAt: Date? = nil, urgency: Urgency = .night,
        by actor: String? = nil, now: Date
    ) async throws -> Registration {
        let id = newIdentifier(now)
        return try await driver.write { transaction in
            let registration: Registration
            if let known = try transaction.scan(withDigest: file.digest) {
                try transaction.noteSighting(of: known.id, at: file.path, isFirst: false, now: now)
                try transaction.setTurn(of: known, handedInAt: handedInAt, urgency: urgency)
                registration = .known(try transaction.scan(known.id))
            } else {
                try transaction.insertScan(id, file, handedInAt: handedInAt, urgency: urgency, now: now)
                try transaction.noteSighting(of: id, at: file.path, isFirst: true, now: now)
                registration = .new(try transaction.scan(id))
            }
            if let batch { try transaction.put(registration.scan.id, into: batch) }
            if let actor {
                try transaction.append(.scanUploaded, at: now, scan: registration.scan.id, actor: actor)
            }
            try transaction.announceWork()
            return registration
        }
    }

    /// Sets how many pages a registered scan has and lines them up to be read. A second call with the
    /// same count changes nothing.
    ///
    /// - Throws: `LedgerError.illegalMove` where the pages were counted before with another result, or
    ///   the scan is quarantined; `.refused` for a count under 1.
    package func setPageCount(of scan: String, to count: Int, format: String, now: Date) async throws {
        try await driver.write { transaction in
            let known = try transaction.scan(scan)
            guard known.state == .registered else {
                if known.pageCount == count, known.state != .quarantined { return }
                throw LedgerError.illegalMove(
                    "scan \(scan) is \(known.state.rawValue) with \(known.pageCount ?? 0) pages, not \(count)")
            }
            guard count >= 1 else { throw LedgerError.refused("scan \(scan) has no pages: quarantine it") }
            try transaction.run(
                """
                UPDATE scans SET state = 'reading', page_count = $2, format = $3, lease_owner = NULL, lease_until = NULL
                WHERE id = $1
                """,
                .text(scan), .integer(count), .text(format))
            try transaction.announceWork()
            for number in 1...count { try transaction.insertPage(number, of: scan, state: "pending", reason: nil) }
            try transaction.append(
                .scanCounted, at: now, scan: scan, detail: ["pages": String(count), "format": format])
        }
    }

    /// Scans of a state, oldest first.
    package func scans(_ state: ScanRecord.State, in scope: Scope, limit: Int) async throws -> [ScanRecord] {
        try await driver.read { transaction in
            try transaction.rows(
                """
                SELECT \(ScanRecord.columns) FROM scans s
                WHERE s.state = \(scope.parameter(1)) \(scope.condition(on: "s.id"))
                ORDER BY s.arrival LIMIT \(scope.parameter(2))
                """,
                scope.values(.text(state.rawValue), .integer(limit)), make: ScanRecord.init)
        }
    }

    /// Scans whose pages are all settled and that are not split yet, oldest first.
    package func scansFullyRead(in scope: Scope, limit: Int = 100) async throws -> [ScanRecord] {
        try await scans(.read, in: scope, limit: limit)
    }

    /// - Throws: `LedgerError.unknown`.
    package func scan(_ id: String) async throws -> ScanRecord {
        try await driver.read { try $0.scan(id) }
    }
}

extension Transaction {
    func insertPage(_ number: Int, of scan: String, state: String, reason: String?) throws {
        try run(
            """
            INSERT INTO pages (scan, number, arrival, urgency, turn_at, state, attempts, claims, reason)
            SELECT id, $2, arrival, urgency, turn_at, $3, 0, 0, $4 FROM scans WHERE id = $1
            """,
            .text(scan), .integer(number), .text(state), .text(reason))
    }

    fileprivate func scan(withDigest digest: String) throws -> ScanRecord? {
        try row("SELECT \(ScanRecord.columns) FROM scans s WHERE s.digest = $1", .text(digest)) {
            try ScanRecord(row: $0)
        }
    }

    fileprivate func insertScan(
        _ id: String, _ file: ArrivedFile, handedInAt: Date?, urgency: Urgency, now: Date
    ) throws {
        try run(
            """
            INSERT INTO scans (id, arrival, digest, name, bytes, state, received_at, handed_in_at, turn_at, urgency)
            VALUES ($1, $2, $3, $4, $5, 'registered', $6, $7, $8, $9)
            """,
            .text(id), .integer(try next("arrival")), .text(file.digest), .text(file.name), .integer(file.bytes),
            .time(now), .time(handedInAt), .time(handedInAt ?? now), .integer(urgency.rawValue))
    }

    /// What a later registration says of a scan whose dossiers are not decided yet.
    fileprivate func setTurn(of scan: ScanRecord, handedInAt: Date?, urgency: Urgency) throws {
        guard scan.state != .triaged, scan.state != .quarantined else { return }
        if let handedInAt {
            try run(
                "UPDATE scans SET handed_in_at = $2, turn_at = $2 WHERE id = $1", .text(scan.id), .time(handedInAt))
            try run(
                "UPDATE pages SET turn_at = $2 WHERE scan = $1 AND state IN ('pending', 'reading')", .text(scan.id),
                .time(handedInAt))
        }
        if urgency == .desk {
            try run("UPDATE scans SET urgency = 0 WHERE id = $1", .text(scan.id))
            try run(
                "UPDATE pages SET urgency = 0 WHERE scan = $1 AND state IN ('pending', 'reading')", .text(scan.id))
        }
    }

    fileprivate func noteSighting(of scan: String, at path: String, isFirst: Bool, now: Date) throws {
        let noted = try run(
            "INSERT INTO sightings (scan, path, seen_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            .text(scan), .text(path), .time(now))
        guard noted > 0 else { return }
        try append(isFirst ? .scanRegistered : .scanSighted, at: now, scan: scan)
    }

    fileprivate func put(_ scan: String, into batch: String) throws {
        try run(
            """
            INSERT INTO batch_scans (batch, scan, position)
            SELECT $1, $2, COALESCE(MAX(position), 0) + 1 FROM batch_scans WHERE batch = $1
            ON CONFLICT DO NOTHING
            """,
            .text(batch), .text(scan))
    }
}
