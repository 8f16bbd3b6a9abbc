import Dossiers
import Foundation
import Insight
import Ledger
import Routing
import Testing

@Suite struct PeriodicFormTests {
    static let monday = OfficeFixture.monday
    static let day = OfficeFixture.day

    @Test func columns_areTheForms() async throws {
        let office = try await OfficeFixture()
        let july = Self.monday - 10 * Self.day
        // Carried over and done early; online and overdue; by post and waiting; withdrawn; refused at the door.
        _ = try await office.done(due: Self.monday + 9 * Self.day, received: july, at: Self.monday)
        _ = try await office.item(due: Self.monday + Self.day, channel: .online, at: Self.monday)
        let waiting = try await office.item(due: Self.monday + Self.day, channel: .post, at: Self.monday)
        try await office.ledger.accept(waiting, by: "o", now: Self.monday)
        try await office.ledger.pause(waiting, for: .supplement, by: "o", now: Self.monday)
        let withdrawn = try await office.item(at: Self.monday)
        try await office.ledger.withdraw(withdrawn, by: "o", reason: "r", now: Self.monday)
        let refused = try await office.item(at: Self.monday)
        try await office.ledger.refuse(refused, by: "o", reason: "r", now: Self.monday)
        _ = try await office.item(due: Self.monday + 60 * Self.day, at: Self.monday)

        let form = try await PeriodicForm(from: office.source("2026-08-01", "2026-08-31", by: [.unit]))
        #expect(form.lines.map(\.key.unit) == ["van-phong"])
        #expect(form.total.columns == [5, 1, 3, 1, 3, 1, 2, 0, 2, 1, 1])
        #expect(form.total.officialRate == 1)
        #expect(form.total.strictRate == 0.5)
    }

    @Test func itemThatChangedHands_isInItsUnitsColumns_thenAndLater() async throws {
        let office = try await OfficeFixture()
        let old = try await office.item(unit: "van-phong", at: Self.monday - 10 * Self.day)
        let new = try await office.item(unit: "van-phong", channel: .online, at: Self.monday)
        for item in [old, new] {
            try await office.ledger.return(
                item, by: "o", reason: "r", to: "kinh-te", now: Self.monday + Self.day)
        }
        let july = try await PeriodicForm(from: office.source("2026-07-01", "2026-07-31", by: [.unit]))
        #expect(july.lines.map(\.key.unit) == ["van-phong"])
        let august = try await PeriodicForm(from: office.source("2026-08-01", "2026-08-31", by: [.unit]))
        #expect(august.lines.map(\.key.unit) == ["kinh-te"])
        #expect(august.lines[0].columns == [2, 1, 0, 1, 0, 0, 0, 0, 2, 2, 0])
    }

    /// Any history, any period, any unit: the sums hold, and the units add up to the office.
    @Test(arguments: [1, 2, 3]) func sumsHold_whateverHappens(seed: UInt64) async throws {
        let office = try await OfficeFixture()
        var source = Numbers(state: seed)
        var items: [String] = []
        var now = Self.monday - 60 * Self.day
        let units = ["van-phong", "kinh-te", "van-hoa"]
        for _ in 0..<250 {
            now += Double.random(in: 0...(Self.day), using: &source)
            let unit = units.randomElement(using: &source) ?? ""
            let item = items.randomElement(using: &source) ?? ""
            do {
                switch Int.random(in: 0..<9, using: &source) {
                case 0, 1:
                    let days = Double.random(in: 0...12, using: &source)
                    items.append(
                        try await office.item(
                            unit: unit, due: now + days * Self.day,
                            channel: Channel.allCases.randomElement(using: &source) ?? .post,
                            received: now - days / 4 * Self.day, at: now))
                case 2, 3: try await office.ledger.accept(item, by: "o", now: now)
                case 4: try await office.ledger.pause(item, for: .supplement, by: "o", now: now)
                case 5: try await office.ledger.resume(item, by: "o", now: now) { _, _ in nil }
                case 6: try await office.ledger.complete(item, by: "o", now: now)
                case 7: try await office.ledger.return(item, by: "o", reason: "r", to: unit, now: now)
                default: try await office.ledger.refuse(item, by: "o", reason: "r", now: now)
                }
            } catch let error as LedgerError {
                switch error {
                case .illegalMove, .unknown: continue
                default: throw error
                }
            }
        }
        for (from, to) in [("2026-06-01", "2026-12-31"), ("2026-07-01", "2026-07-31"), ("2026-07-07", "2026-08-19")] {
            for dimensions in [Set<ReportDimension>([.unit]), [.procedure], [.unit, .procedure]] {
                let form = try await PeriodicForm(from: office.source(from, to, by: dimensions))
                let whole = try await PeriodicForm(from: office.source(from, to))
                #expect(form.total.columns == whole.total.columns)
                #expect(form.lines.count > 0)
            }
        }
    }
}

/// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators" (2014).
struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
