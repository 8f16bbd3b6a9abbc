package import Foundation

extension Ledger {
    /// Opens a session for somebody whose password was right, and forgets the wrong ones before it.
    ///
    /// - Parameters:
    ///   - digest: The SHA-256 of what the browser is given, in hexadecimal.
    ///   - old: The digest of what the browser held before; that session ends.
    package func startSession(
        _ digest: String, of account: String, replacing old: String?, now: Date, until end: Date
    ) async throws {
        try await driver.write { transaction in
            try transaction.run("DELETE FROM sessions WHERE ends_at <= $1", .time(now))
            if let old { try transaction.run("DELETE FROM sessions WHERE digest = $1", .text(old)) }
            try transaction.run(
                "UPDATE accounts SET failures = 0, locked_until = NULL WHERE name = $1", .text(account))
            try transaction.run(
                """
                INSERT INTO sessions (digest, account, started_at, seen_at, ends_at) VALUES ($1, $2, $3, $3, $4)
                """,
                .text(digest), .text(account), .time(now), .time(end))
            try transaction.append(.sessionStarted, at: now, actor: account)
        }
    }

    /// Who holds a session; nil where it is over, idle for too long, or its account closed.
    ///
    /// - Parameter idle: Seconds without a request after which a session is over.
    package func session(_ digest: String, idle: TimeInterval, now: Date) async throws -> Session? {
        let found = try await driver.read { transaction in
            try transaction.row(
                """
                SELECT a.*, s.started_at, s.seen_at, s.ends_at FROM sessions s JOIN accounts a ON a.name = s.account
                WHERE s.digest = $1 AND s.ends_at > $2 AND s.seen_at > $3 AND a.closed_at IS NULL
                """,
                .text(digest), .time(now), .time(now.addingTimeInterval(-idle))
            ) { row in
                (
                    session: Session(
                        account: try Account(row: row), startedAt: try row.time("started_at"),
                        endsAt: try row.time("ends_at")), seen: try row.time("seen_at")
                )
            }
        }
        guard let found else { return nil }
        // Not at every request: a write waits for the disk.
        if now.timeIntervalSince(found.seen) > Self.secondsBetweenSightings {
            _ = try await driver.write { transaction in
                try transaction.run(
                    "UPDATE sessions SET seen_at = $2 WHERE digest = $1", .text(digest), .time(now))
            }
        }
        return found.session
    }

    /// Ends a session; one that is over already stays so.
    package func endSession(_ digest: String, now: Date) async throws {
        try await driver.write { transaction in
            let account = try transaction.row(
                "DELETE FROM sessions WHERE digest = $1 RETURNING account", .text(digest)
            ) { try $0.text("account") }
            guard let account else { return }
            try transaction.append(.sessionEnded, at: now, actor: account)
        }
    }

    private static let secondsBetweenSightings: TimeInterval = 60
}
