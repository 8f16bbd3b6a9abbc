import Foundation
import Ledger
import Testing

@Suite struct ConcurrentOfficersTests {
    /// Every officer takes what is next in line until nothing is left, at four desks of different days' numbers.
    @Test(arguments: LedgerKind.allCases)
    func sixteenOfficers_onOneQueue_takeEachOnce_andNumberThemWithoutGapOrDouble(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let count = kind == .sqlite ? 5_000 : 1_000
        try fixture.fillQueue(items: count, units: ["van-phong"])
        let ledger = fixture.ledger
        let now = LedgerFixture.morning
        let taken = try await withThrowingTaskGroup(of: [QueueItem].self) { group in
            for officer in 1...16 {
                group.addTask {
                    var taken: [QueueItem] = []
                    let series = NumberSeries(stem: "H49.001.02-26080\(officer % 4 + 1)-01")
                    while let item = try await ledger.acceptNext(
                        of: "van-phong", by: "officer-\(officer)", series: series, now: now)
                    {
                        taken.append(item)
                        guard taken.count % 25 == 0 else { continue }
                        try await ledger.pause(item.id, for: .supplement, by: "officer-\(officer)", now: now)
                        try await ledger.resume(item.id, by: "officer-\(officer)", now: now) { _, _ in nil }
                        try await ledger.complete(item.id, by: "officer-\(officer)", now: now)
                    }
                    return taken
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(taken.count == count)
        #expect(Set(taken.map(\.id)).count == count)
        let numbers = Dictionary(grouping: taken.compactMap(\.number)) { $0.prefix(20) }
        #expect(numbers.count == 4)
        for (stem, given) in numbers {
            let running = given.compactMap { Int($0.dropFirst(stem.count)) }.sorted()
            #expect(running == Array(1...given.count))
        }
        #expect(
            try fixture.stored("SELECT COUNT(*) FROM events WHERE kind = 'item.accepted'") == count)
        #expect(
            try fixture.stored(
                """
                SELECT COUNT(*) FROM queue_items q WHERE state NOT IN ('accepted', 'completed') OR officer <>
                    (SELECT actor FROM events e WHERE e.item = q.id AND e.kind = 'item.accepted')
                """) == 0)
        #expect(try await ledger.auditEvents().fault == nil)
    }

    @Test(arguments: LedgerKind.allCases)
    func officersWhoReachForTheSameItem_oneGetsIt(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        try fixture.fillQueue(items: 1, units: ["van-phong"])
        let ledger = fixture.ledger
        let winners = await withTaskGroup(of: Bool.self) { group in
            for officer in 1...16 {
                group.addTask {
                    (try? await ledger.accept("I1", by: "officer-\(officer)", now: LedgerFixture.morning)) != nil
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(winners == 1)
    }
}

extension LedgerFixture {
    /// Proposed items `I1`, `I2`, … of dossiers `D1`, `D2`, …, in turn in each unit's queue and of each field, due one
    /// minute after another.
    func fillQueue(items: Int, units: [String], fields: [String] = ["Hộ tịch"]) throws {
        func choose(_ texts: [String]) -> String {
            "CASE i % \(texts.count) "
                + texts.enumerated().map { "WHEN \($0.offset) THEN '\($0.element)'" }.joined(separator: " ") + " END"
        }
        let now = Int(Self.morning.timeIntervalSince1970 * 1_000)
        let numbers = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(items))"
        try tamper(
            """
            INSERT INTO scans (id, arrival, digest, name, bytes, state, page_count, received_at)
            VALUES ('S', 1, '\(String(repeating: "a", count: 64))', 'a.pdf', 1, 'triaged', 1, \(now));
            INSERT INTO dossiers (id, scan, position, state, decision, reason, procedure_code, probability, result,
                split_at, triaged_at)
            \(numbers) SELECT 'D' || i, 'S', i, 'triaged', 'auto', 'sure', '1.001193', 0.99, '{}', \(now), \(now) FROM n;
            INSERT INTO queue_items (id, dossier, position, unit, state, due_at, registered_at, opened_at, changed_at,
                field, extensions)
            \(numbers) SELECT 'I' || i, 'D' || i, 1, \(choose(units)), 'proposed', \(now) + i * 60000, \(now), \(now),
                \(now), \(choose(fields)), 0 FROM n
            """)
    }
}
