import Dossiers
import Foundation
import Insight
import Ledger
import Routing
import Testing

/// A merge and a split in the middle of a thousand open items.
@Suite struct ReorganizedOfficeTests {
    private static let start = OfficeFixture.monday - 30 * OfficeFixture.day
    private static let units = ["a", "b", "c"]
    private static let fields = ["a": "fa", "b": "fb", "c": "fc"]

    private var table: UnitTable {
        UnitTable(
            places: [Place(id: "p", name: "P", difficulty: .ordinary)],
            competences: Self.units.map { id in
                Competence(
                    unit: Unit(id: id, name: id), from: Day(number: 0), fields: [Self.fields[id] ?? "", "f\(id)2"])
            })
    }

    /// A thousand items, some of which have come a good part of their way.
    private func fill(_ office: OfficeFixture) async throws -> [String] {
        var numbers = Numbers(state: 5)
        var items: [String] = []
        for index in 0..<1_000 {
            let unit = Self.units[index % 3]
            let received = Self.start + Double.random(in: 0...20, using: &numbers) * OfficeFixture.day
            // Every second one is of the field that the split gives away.
            let procedure = index % 2 == 0 ? "1.f\(unit)" : "1.f\(unit)2"
            let item = try await office.item(
                procedure: procedure, unit: unit, due: received + 25 * OfficeFixture.day, received: received,
                at: received)
            items.append(item)
            let now = received + OfficeFixture.day
            guard index % 4 != 0 else { continue }
            try await office.ledger.accept(item, by: "o", now: now)
            if index % 4 == 1 { try await office.ledger.pause(item, for: .supplement, by: "o", now: now) }
            if index % 4 == 2 { try await office.ledger.complete(item, by: "o", now: now) }
        }
        return items
    }

    private func pass(
        _ reorganization: Reorganization, in office: OfficeFixture, now: Date
    ) async throws -> [Passage] {
        let record = try await office.ledger.reorganize(
            try #require(ReorganizationRecord.Kind(rawValue: reorganization.kind.rawValue)),
            on: reorganization.day.description, startsAt: now, plan: "{}", by: "chief",
            known: try await office.ledger.reorganizations().count, now: now)
        return try await office.ledger.passOn(of: reorganization.givers, following: record, now: now) { item in
            reorganization.heir(
                of: item.unit, procedure: item.procedureCode, field: item.procedureCode.map { String($0.dropFirst(2)) })
        }
    }

    @Test func mergeAndSplit_loseNothing_andReportsAddUpBothWays() async throws {
        let office = try await OfficeFixture()
        var items: [String] = []
        try await office.ledger.inBulk { items = try await fill(office) }
        let monday = Day(number: OfficeDay.number(of: OfficeFixture.monday))
        let merge = Reorganization(day: monday, change: .merge(["a"], into: "b"))
        let split = Reorganization(
            day: monday.next, change: .split("b", shares: [.init(unit: "d", fields: ["fa"])], rest: "c"),
            founded: ["d": "D"])
        let after = try table.applying(merge).applying(split)

        let merged = try await pass(merge, in: office, now: OfficeFixture.monday)
        #expect(merged.map(\.to) == ["b"])
        #expect(merged.map(\.items) == [334])
        let divided = try await pass(split, in: office, now: OfficeFixture.monday + OfficeFixture.day)
        #expect(divided.map(\.to) == ["c", "d"])
        #expect(divided.reduce(0) { $0 + $1.items } == 667)

        let ended = after.ended(by: monday.next)
        #expect(ended == ["a", "b"])
        #expect(try await office.ledger.passingItems(of: ended).isEmpty)
        let standing = try await office.ledger.passingItems(of: ["c", "d"])
        #expect(Set(standing.map(\.id)) == Set(items))
        for item in standing where item.unit == "d" { #expect(item.procedureCode == "1.fa") }
        for item in standing {
            let unit = String(item.procedureCode?.dropFirst(3).prefix(1) ?? "")
            let field = item.procedureCode.map { String($0.dropFirst(2)) }
            #expect(
                after.successor(of: unit, procedure: item.procedureCode ?? "", field: field, on: monday.next)
                    == item.unit)
        }
        #expect(try await office.ledger.miscountedTallies() == [])
        try await expectSums(in: office, after: after)
    }

    /// What the units of then and the units of now come to is what the office comes to.
    private func expectSums(in office: OfficeFixture, after: UnitTable) async throws {
        let today = Day(number: OfficeDay.number(of: OfficeFixture.monday)).next
        let directory = ReportDirectory(
            unitName: { _ in nil }, procedureName: { _ in nil }, field: { String($0.dropFirst(2)) },
            unitNow: { after.successor(of: $0, procedure: $1, field: String($1.dropFirst(2)), on: today) ?? $0 })
        let whole = try await DeadlineReport(from: office.source("2026-07-01", "2026-08-31"))
        for directory in [ReportDirectory.none, directory] {
            let source = office.source("2026-07-01", "2026-08-31", by: [.unit], directory: directory)
            let report = try await DeadlineReport(from: source)
            #expect(report.lines.reduce(0) { $0 + $1.received } == 1_000)
            #expect(report.lines.reduce(0) { $0 + $1.open } == whole.lines[0].open)
            #expect(report.lines.reduce(0) { $0 + $1.overdue } == whole.lines[0].overdue)
            #expect(report.lines.reduce(0) { $0 + $1.early } == whole.lines[0].early)
            let form = try await PeriodicForm(from: source)
            #expect(
                form.total.columns
                    == (try await PeriodicForm(from: office.source("2026-07-01", "2026-08-31"))).total.columns)
            let open = report.lines.filter { $0.open > 0 }.compactMap(\.key.unit)
            #expect(open == ["c", "d"])
        }
        let now = try await DeadlineReport(
            from: office.source("2026-07-01", "2026-08-31", by: [.unit], directory: directory))
        #expect(now.lines.compactMap(\.key.unit) == ["c", "d"])
    }
}
