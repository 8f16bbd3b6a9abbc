package import Dossiers
package import Foundation

/// The right to read one page, until its lease runs out or the page is taken from the worker.
package struct PageClaim: Hashable, Sendable {
    package var scan: String
    /// SHA-256 of the scan's bytes: its name in the blob store.
    package var digest: String
    package var format: String
    /// 1-based in the scan.
    package var page: Int
    package var worker: String
    /// Attempts that failed before this one.
    package var failedAttempts: Int
    package var until: Date
    /// Tells this claim from an earlier one of the same worker.
    var serial: Int
}

/// What a page that was read turned out to be.
package enum PageDisposition: String, CaseIterable, Sendable {
    case read
    case blank
    case separator
}

package enum FailureOutcome: Hashable, Sendable {
    case willRetry
    case quarantined
}

/// What the settling of a page did to its scan.
package enum ScanProgress: Hashable, Sendable {
    case pagesAreOpen
    /// That was the last open page: the scan can be split.
    case fullyRead
}

extension Ledger {
    /// Claims the next page to read: the desk's before the night's, then of the dossiers that were handed in first, in
    /// page order. Passes over pages that other
    /// workers hold; takes those whose lease has run out.
    ///
    /// - Parameter leaseFor: Seconds, longer than a page may take to read.
    /// - Returns: Nil where no page waits, though some may be in other workers' hands.
    package func claimNextPage(
        for worker: String, in scope: Scope, now: Date, leaseFor: TimeInterval
    ) async throws -> PageClaim? {
        try await driver.claim { transaction in
            let now = try transaction.leaseTime(orElse: now)
            for urgency in [Urgency.desk, .night] {
                let page = try transaction.claimPage(urgency, for: worker, in: scope, now: now, leaseFor: leaseFor)
                if let page { return page }
            }
            return nil
        }
    }

    /// Gives back what workers have claimed that are no longer alive; it costs the pages no attempt.
    ///
    /// - Parameter alive: Workers that keep their claims; none at the start of the only process.
    /// - Returns: The number of pages given back.
    @discardableResult
    package func releaseLeases(keeping alive: Set<String> = []) async throws -> Int {
        try await driver.write { transaction in
            try transaction.releaseScans(keeping: alive)
            // The first condition is the index's own, word for word: without it every page would be read.
            let owners = try transaction.rows(
                """
                SELECT DISTINCT lease_owner FROM pages
                WHERE state IN ('pending', 'reading') AND lease_owner IS NOT NULL
                """
            ) { try $0.text("lease_owner") }
            return try owners.filter { !alive.contains($0) }.reduce(0) { released, owner in
                released
                    + (try transaction.run(
                        """
                        UPDATE pages SET state = 'pending', lease_owner = NULL, lease_until = NULL
                        WHERE state IN ('pending', 'reading') AND lease_owner = $1
                        """,
                        .text(owner)))
            }
        }
    }

    /// Records what was read. The claim is used up.
    ///
    /// - Parameter seconds: Machine time of the reading.
    /// - Throws: `LedgerError.staleClaim` where the page is no longer this claim's.
    @discardableResult
    package func recordRead(
        _ claim: PageClaim, _ page: RecognizedPage, as disposition: PageDisposition, seconds: Double, now: Date
    ) async throws -> ScanProgress {
        guard page.number == claim.page else {
            throw LedgerError.refused("page \(page.number) was read on the claim of page \(claim.page)")
        }
        return try await driver.write { transaction in
            let recognized = try StoredJSON.text(of: page)
            let settled = try transaction.run(
                """
                UPDATE pages SET state = $5, recognized = $6, seconds = $7, reason = NULL,
                    lease_owner = NULL, lease_until = NULL
                WHERE scan = $1 AND number = $2 AND state = 'reading' AND lease_owner = $3 AND claims = $4
                """,
                .text(claim.scan), .integer(claim.page), .text(claim.worker), .integer(claim.serial),
                .text(disposition.rawValue), .text(recognized), .real(seconds))
            guard settled == 1 else { throw claim.isStale }
            try transaction.append(
                .pageRead, at: now, scan: claim.scan, page: claim.page, detail: ["as": disposition.rawValue])
            return try transaction.settle(claim.scan)
        }
    }

    /// Records that an attempt failed. The claim is used up.
    ///
    /// - Parameters:
    ///   - reason: In words, for a person; nothing read off the page.
    ///   - attemptsAllowed: At least 1; with that many failures the page is quarantined.
    /// - Throws: `LedgerError.staleClaim` where the page is no longer this claim's.
    @discardableResult
    package func recordFailure(
        _ claim: PageClaim, reason: String, attemptsAllowed: Int, now: Date
    ) async throws -> (outcome: FailureOutcome, scan: ScanProgress) {
        try await driver.write { transaction in
            let isLast = claim.failedAttempts + 1 >= attemptsAllowed
            let noted = try transaction.run(
                """
                UPDATE pages SET state = $5, reason = $6, attempts = attempts + 1,
                    lease_owner = NULL, lease_until = NULL
                WHERE scan = $1 AND number = $2 AND state = 'reading' AND lease_owner = $3 AND claims = $4
                """,
                .text(claim.scan), .integer(claim.page), .text(claim.worker), .integer(claim.serial),
                .text(isLast ? "quarantined" : "pending"), .text(reason))
            guard noted == 1 else { throw claim.isStale }
            try transaction.append(
                isLast ? .pageQuarantined : .pageFailed, at: now, scan: claim.scan, page: claim.page,
                detail: ["reason": reason, "attempt": String(claim.failedAttempts + 1)])
            if !isLast { try transaction.announceWork() }
            return (isLast ? .quarantined : .willRetry, try transaction.settle(claim.scan))
        }
    }
}

extension PageClaim {
    fileprivate var isStale: LedgerError {
        LedgerError.staleClaim("\(worker) no longer holds page \(page) of scan \(scan): its result is dropped")
    }
}

extension Transaction {
    func claimPage(
        _ urgency: Urgency, for worker: String, in scope: Scope, now: Date, leaseFor: TimeInterval
    ) throws -> PageClaim? {
        let oldest = try monthsWithOpenPages()
        let found = try row(
            """
            SELECT p.scan, p.number, p.attempts, p.claims, s.digest, s.format
            FROM pages p JOIN scans s ON s.id = p.scan
            WHERE p.state IN ('pending', 'reading') AND p.urgency = \(scope.parameter(1))
                AND (p.state = 'pending' OR p.lease_until <= \(scope.parameter(2)))
                \(oldest.map { "AND p.scan >= '\($0)'" } ?? "") \(scope.condition(on: "p.scan"))
            ORDER BY p.turn_at, p.arrival, p.number LIMIT 1 \(lockingClause("p"))
            """,
            scope.values(.integer(urgency.rawValue), .time(now))
        ) { row in
            PageClaim(
                scan: try row.text("scan"), digest: try row.text("digest"), format: try row.text("format"),
                page: try row.integer("number"), worker: worker, failedAttempts: try row.integer("attempts"),
                until: now.addingTimeInterval(leaseFor), serial: try row.integer("claims") + 1)
        }
        guard let found else { return nil }
        try run(
            """
            UPDATE pages SET state = 'reading', lease_owner = $3, lease_until = $4, claims = $5
            WHERE scan = $1 AND number = $2
            """,
            .text(found.scan), .integer(found.page), .text(worker), .time(found.until), .integer(found.serial))
        return found
    }

    /// The least identifier of the month in which the first scan with open pages came, so that the months before it are
    /// passed over. Nil in a file, which has no months, and where there is none.
    private func monthsWithOpenPages() throws -> String? {
        guard dialect == .postgres else { return nil }
        let first = try row("SELECT MIN(id) AS id FROM scans WHERE state = 'reading'") { try $0.textOrNil("id") } ?? nil
        return first.flatMap { DossierID.time(of: $0) }.map { DossierID.least(at: Month(of: $0).start) }
    }

    fileprivate func releaseScans(keeping alive: Set<String>) throws {
        for state in [ScanRecord.State.registered, .read, .split] {
            let owners = try rows(
                "SELECT DISTINCT lease_owner FROM scans WHERE state = '\(state.rawValue)' AND lease_owner IS NOT NULL"
            ) { try $0.text("lease_owner") }
            for owner in owners where !alive.contains(owner) {
                try run(
                    """
                    UPDATE scans SET lease_owner = NULL, lease_until = NULL
                    WHERE state = '\(state.rawValue)' AND lease_owner = $1
                    """,
                    .text(owner))
            }
        }
    }

    /// Moves a scan on when its last open page has been settled.
    fileprivate func settle(_ scan: String) throws -> ScanProgress {
        let moved = try run(
            """
            UPDATE scans SET state = 'read' WHERE id = $1 AND state = 'reading' AND NOT EXISTS (
                SELECT 1 FROM pages WHERE scan = $1 AND state IN ('pending', 'reading'))
            """,
            .text(scan))
        if moved == 1 { try announceWork() }
        return moved == 1 ? .fullyRead : .pagesAreOpen
    }
}
