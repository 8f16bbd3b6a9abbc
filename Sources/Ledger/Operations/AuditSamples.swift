package import Foundation

/// A dossier that was drawn for a supervisor to look at. What the machine decided is not in it, on purpose.
package struct AuditCase: Hashable, Sendable {
    package var dossier: String
    /// The scan file's name, and the dossier's pages in it, 1-based.
    package var source: String
    package var pages: [Int]
    /// The scan in the blob store.
    package var digest: String
    package var drawnAt: Date
}

/// What a draw took.
package struct AuditDraw: Hashable, Sendable {
    package var dossiers: [String]
    /// How many there were to draw from.
    package var population: Int
}

extension Ledger {
    /// Draws dossiers that the machine decided alone in a period, each equally likely, none a second time.
    ///
    /// - Parameters:
    ///   - triaged: From the first moment up to, but without, the second.
    ///   - generator: The system's, so that nobody can know or choose what is drawn.
    /// - Complexity: O(dossiers of the period).
    package func drawAuditSample(
        of size: Int, triaged: Range<Date>, by actor: String, now: Date,
        using generator: @escaping @Sendable () -> any RandomNumberGenerator = { SystemRandomNumberGenerator() }
    ) async throws -> AuditDraw {
        try await driver.write { transaction in
            let open = try transaction.rows(
                """
                SELECT d.id FROM dossiers d WHERE d.decision = 'auto' AND d.triaged_at >= $1 AND d.triaged_at < $2
                    AND NOT EXISTS (SELECT 1 FROM audits a WHERE a.dossier = d.id)
                """,
                .time(triaged.lowerBound), .time(triaged.upperBound)
            ) { try $0.text("id") }
            var source = AnyGenerator(generator())
            let drawn = Array(open.shuffled(using: &source).prefix(max(0, size)))
            for dossier in drawn {
                try transaction.run(
                    "INSERT INTO audits (dossier, drawn_at, drawn_by) VALUES ($1, $2, $3)", .text(dossier), .time(now),
                    .text(actor))
                try transaction.append(
                    .auditDrawn, at: now, dossier: dossier, actor: actor,
                    detail: ["population": String(open.count), "size": String(drawn.count)])
            }
            return AuditDraw(dossiers: drawn, population: open.count)
        }
    }

    /// Drawn dossiers that nobody has judged yet, in the order of their identifiers, which tells nothing.
    package func openAuditCases(limit: Int) async throws -> [AuditCase] {
        try await driver.read { transaction in
            try transaction.rows(
                """
                SELECT a.dossier, a.drawn_at, s.name AS source, s.digest
                FROM audits a JOIN dossiers d ON d.id = a.dossier JOIN scans s ON s.id = d.scan
                WHERE a.found IS NULL ORDER BY a.drawn_at, a.dossier LIMIT $1
                """,
                .integer(limit)
            ) { row in
                let dossier = try row.text("dossier")
                return AuditCase(
                    dossier: dossier, source: try row.text("source"), pages: try transaction.pages(of: dossier),
                    digest: try row.text("digest"), drawnAt: try row.time("drawn_at"))
            }
        }
    }

    /// Records what a supervisor, who was not shown the machine's decision, found a drawn dossier to be.
    ///
    /// - Parameter procedure: The right procedure's code.
    /// - Throws: `LedgerError.unknown` for a dossier that was not drawn; `.illegalMove` for one judged before.
    package func judgeAuditCase(_ dossier: String, as procedure: String, by actor: String, now: Date) async throws {
        try await driver.write { transaction in
            let found = try transaction.row(
                """
                SELECT a.judged_by,
                    (SELECT c.procedure_code FROM decisions c WHERE c.dossier = a.dossier
                        ORDER BY c.number DESC LIMIT 1) AS procedure_code
                FROM audits a WHERE a.dossier = $1
                """,
                .text(dossier)
            ) { (judge: try $0.textOrNil("judged_by"), decided: try $0.textOrNil("procedure_code")) }
            guard let found else {
                throw LedgerError.unknown("dossier \(dossier) was not drawn: `hoso audit sample` shows those that were")
            }
            if let judge = found.judge {
                throw LedgerError.illegalMove("dossier \(dossier) was judged by \(judge): a verdict stands")
            }
            let judged = try transaction.run(
                "UPDATE audits SET found = $2, judged_at = $3, judged_by = $4 WHERE dossier = $1 AND found IS NULL",
                .text(dossier), .text(procedure), .time(now), .text(actor))
            guard judged == 1 else { throw LedgerError.illegalMove("dossier \(dossier) was judged just now") }
            try transaction.append(
                .auditJudged, at: now, dossier: dossier, actor: actor,
                detail: ["decided": found.decided ?? "", "found": procedure])
        }
    }
}

/// A generator of any kind, as the standard library's functions want one.
private struct AnyGenerator: RandomNumberGenerator {
    private var generator: any RandomNumberGenerator

    init(_ generator: any RandomNumberGenerator) {
        self.generator = generator
    }

    mutating func next() -> UInt64 { generator.next() }
}
