package import Foundation

/// A process that works on a shared ledger, as it has told of itself.
package struct WorkerRecord: Hashable, Sendable {
    package var id: String
    package var host: String
    /// Reader processes at once.
    package var readers: Int
    /// Name and version.
    package var pipeline: String
    package var cameAt: Date
    package var seenAt: Date
    /// Nil while it works, and for one that was killed.
    package var leftAt: Date?
    /// Pages that it read, and dossiers that it decided.
    package var pages: Int
    package var dossiers: Int

    package init(id: String, host: String, readers: Int, pipeline: String, at now: Date) {
        self.id = id
        self.host = host
        self.readers = readers
        self.pipeline = pipeline
        cameAt = now
        seenAt = now
        pages = 0
        dossiers = 0
    }
}

extension Ledger {
    /// Tells that a worker is there, and what it has done so far.
    package func note(_ worker: WorkerRecord) async throws {
        try await driver.claim { transaction in
            let now = try transaction.leaseTime(orElse: worker.seenAt)
            _ = try transaction.run(
                """
                INSERT INTO workers (id, host, readers, pipeline, came_at, seen_at, left_at, pages, dossiers)
                VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8)
                ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at, left_at = excluded.left_at,
                    pages = excluded.pages, dossiers = excluded.dossiers
                """,
                .text(worker.id), .text(worker.host), .integer(worker.readers), .text(worker.pipeline), .time(now),
                worker.leftAt == nil ? .null : .time(now), .integer(worker.pages), .integer(worker.dossiers))
        }
    }

    /// Workers that were seen since some time, those that came first before the others.
    package func workers(seenSince time: Date) async throws -> [WorkerRecord] {
        try await driver.read { transaction in
            try transaction.rows(
                "SELECT * FROM workers WHERE seen_at >= $1 ORDER BY came_at, id", .time(time), make: WorkerRecord.init)
        }
    }

    /// The scan that arrived last; nil where there is none.
    package func newestScan() async throws -> ScanRecord? {
        try await driver.read { transaction in
            try transaction.row(
                "SELECT \(ScanRecord.columns) FROM scans s ORDER BY s.arrival DESC LIMIT 1", make: ScanRecord.init)
        }
    }
}

extension WorkerRecord {
    init(row: ResultRow) throws {
        id = try row.text("id")
        host = try row.text("host")
        readers = try row.integer("readers")
        pipeline = try row.text("pipeline")
        cameAt = try row.time("came_at")
        seenAt = try row.time("seen_at")
        leftAt = try row.timeOrNil("left_at")
        pages = try row.integer("pages")
        dossiers = try row.integer("dossiers")
    }
}
