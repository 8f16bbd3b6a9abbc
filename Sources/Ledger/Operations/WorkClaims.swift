package import Foundation

/// Whose work comes first.
package enum Urgency: Int, Sendable {
    /// Somebody waits for it.
    case desk = 0
    case night = 1
}

/// Work that one worker has, until its lease runs out.
package enum WorkClaim: Hashable, Sendable {
    /// Split a scan that is wholly read, and decide its dossiers.
    case conclude(ScanClaim)
    case read(PageClaim)
    /// Find out what kind of file a scan is and how many pages it has.
    case count(ScanClaim)
}

/// The right to count or conclude a scan. Where it is lost, both workers come to the same, and the second changes nothing.
package struct ScanClaim: Hashable, Sendable {
    package var scan: ScanRecord
    package var worker: String
}

extension Ledger {
    /// Claims what is to be done next: the desk's before the night's, and of each what finishes dossiers soonest, so
    /// conclude before read before count; then by when the dossiers were handed in, then by arrival.
    ///
    /// - Parameters:
    ///   - worker: A name that no other worker has.
    ///   - seconds: Longer than it takes until the lease is renewed.
    /// - Returns: Nil where nothing waits, though some may be in other workers' hands.
    package func claimWork(
        for worker: String, in scope: Scope, now: Date, leaseFor seconds: TimeInterval
    ) async throws -> WorkClaim? {
        try await driver.claim { transaction in
            let now = try transaction.leaseTime(orElse: now)
            for urgency in [Urgency.desk, .night] {
                for state in [ScanRecord.State.split, .read] {
                    let claimed = try transaction.claimScan(
                        state, urgency, for: worker, in: scope, now: now, leaseFor: seconds)
                    if let claimed { return .conclude(claimed) }
                }
                let page = try transaction.claimPage(urgency, for: worker, in: scope, now: now, leaseFor: seconds)
                if let page { return .read(page) }
                let registered = try transaction.claimScan(
                    .registered, urgency, for: worker, in: scope, now: now, leaseFor: seconds)
                if let registered { return .count(registered) }
            }
            return nil
        }
    }

    /// Puts off the end of leases; those that were lost stay lost.
    package func renew(_ claims: [WorkClaim], now: Date, leaseFor seconds: TimeInterval) async throws {
        guard !claims.isEmpty else { return }
        try await driver.claim { transaction in
            let until = try transaction.leaseTime(orElse: now) + seconds
            for claim in claims { try transaction.setLease(of: claim, until: until) }
        }
    }

    /// Gives work back that was not done; it costs a page no attempt.
    package func giveBack(_ claim: WorkClaim) async throws {
        try await driver.claim { try $0.setLease(of: claim, until: nil) }
        await driver.announce()
    }

    /// Whether something of the scope is not done, in whoever's hands.
    package func hasOpenScans(in scope: Scope) async throws -> Bool {
        try await driver.read { transaction in
            try transaction.row(
                """
                SELECT s.id FROM scans s \(scope.join(on: "s.id"))
                WHERE s.state IN ('registered', 'reading', 'read', 'split') LIMIT 1
                """,
                scope.values()
            ) { try $0.text("id") } != nil
        }
    }

    /// Waits until there may be new work, but not longer than a second or so: news may be lost, looking is not.
    package func waitForWork() async { await driver.waitForNews() }
}

extension Transaction {
    fileprivate func claimScan(
        _ state: ScanRecord.State, _ urgency: Urgency, for worker: String, in scope: Scope, now: Date,
        leaseFor seconds: TimeInterval
    ) throws -> ScanClaim? {
        // The state stands in the text and not among the parameters: by it the index is found.
        let scan = try row(
            """
            SELECT \(ScanRecord.columns) FROM scans s
            WHERE s.state = '\(state.rawValue)' AND s.urgency = \(scope.parameter(1))
                AND (s.lease_until IS NULL OR s.lease_until <= \(scope.parameter(2))) \(scope.condition(on: "s.id"))
            ORDER BY s.turn_at, s.arrival LIMIT 1 \(lockingClause("s"))
            """,
            scope.values(.integer(urgency.rawValue), .time(now)), make: ScanRecord.init)
        guard let scan else { return nil }
        try run(
            "UPDATE scans SET lease_owner = $2, lease_until = $3 WHERE id = $1", .text(scan.id), .text(worker),
            .time(now + seconds))
        return ScanClaim(scan: scan, worker: worker)
    }

    /// - Parameter until: Nil to end it.
    fileprivate func setLease(of claim: WorkClaim, until: Date?) throws {
        switch claim {
        case .conclude(let claim), .count(let claim):
            try run(
                "UPDATE scans SET lease_owner = $3, lease_until = $4 WHERE id = $1 AND lease_owner = $2",
                .text(claim.scan.id), .text(claim.worker), until == nil ? .null : .text(claim.worker), .time(until))
        case .read(let claim):
            try run(
                """
                UPDATE pages SET state = \(until == nil ? "'pending'" : "state"), lease_owner = $5, lease_until = $6
                WHERE scan = $1 AND number = $2 AND state = 'reading' AND lease_owner = $3 AND claims = $4
                """,
                .text(claim.scan), .integer(claim.page), .text(claim.worker), .integer(claim.serial),
                until == nil ? .null : .text(claim.worker), .time(until))
        }
    }
}
