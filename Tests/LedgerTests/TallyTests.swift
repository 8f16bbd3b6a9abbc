import Dossiers
import Foundation
import Ledger
import Testing

@Suite struct TallyTests {
    /// Random moves of random items over 70 days, legal and illegal; then each figure held against a plain count of
    /// the events, day by day.
    @Test(arguments: LedgerKind.allCases, [1, 2, 3, 4])
    func tallies_areWhatTheEventsSay(kind: LedgerKind, seed: UInt64) async throws {
        let fixture = try await LedgerFixture(kind)
        var life = RandomLife(ledger: fixture.ledger, seed: seed)
        try await life.live(in: fixture, dossiers: 30, moves: 400)
        #expect(try await fixture.ledger.miscountedTallies() == [])

        let plain = try await PlainCount(of: life.items, in: fixture.ledger)
        #expect(plain.finished > 5)
        for day in life.days {
            let sums = try await fixture.ledger.tallies(
                untilEndOf: day, Measure.gains + Measure.losses + [.waiting, .overdue],
                by: TallyGrouping(unit: true))
            var open: [String: Int] = [:]
            var waiting: [String: Int] = [:]
            var overdue: [String: Int] = [:]
            for sum in sums where sum.place.unit != TallyPlace.outside {
                open[sum.place.unit] = sum.open
                waiting[sum.place.unit] = sum.amounts[.waiting]
                overdue[sum.place.unit] = sum.amounts[.overdue]
            }
            #expect(open.filter { $0.value != 0 } == plain.open(at: day))
            #expect(waiting.filter { $0.value != 0 } == plain.waiting(at: day))
            #expect(overdue.filter { $0.value != 0 } == plain.overdue(at: day))
        }
        for measure in [Measure.closedEarly, .closedOnTime, .closedLate, .closedUndated, .refused, .withdrawn] {
            let sums = try await fixture.ledger.tallies(on: life.days, [measure], by: TallyGrouping(month: true))
            #expect(sums.reduce(0) { $0 + $1.amounts[measure, default: 0] } == plain.closed(measure))
        }
    }

    @Test(arguments: LedgerKind.allCases)
    func aPeriod_isTheSameByDaysAndByMonths(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        var life = RandomLife(ledger: fixture.ledger, seed: 9)
        try await life.live(in: fixture, dossiers: 20, moves: 200)
        let first = life.days.lowerBound
        for length in [0, 1, 29, 45, 69] {
            let whole = try await received(fixture.ledger, first...first + length)
            var byDay = 0
            for day in first...first + length { byDay += try await received(fixture.ledger, day...day) }
            #expect(whole == byDay)
            let before = try await fixture.ledger.tallies(
                untilEndOf: first - 1, [.receivedCounter], by: TallyGrouping())
            let until = try await fixture.ledger.tallies(
                untilEndOf: first + length, [.receivedCounter], by: TallyGrouping())
            #expect(whole == until.total(.receivedCounter) - before.total(.receivedCounter))
        }
    }

    @Test(arguments: LedgerKind.allCases)
    func talliesThatWereTamperedWith_areFoundAndCountedAnew(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        var life = RandomLife(ledger: fixture.ledger, seed: 5)
        try await life.live(in: fixture, dossiers: 5, moves: 30)
        try fixture.tamper("UPDATE tallies SET accepted = accepted + 1 WHERE span = 'day'")
        #expect(try await fixture.ledger.miscountedTallies().count == 1)
        try await fixture.ledger.rebuildTallies()
        #expect(try await fixture.ledger.miscountedTallies() == [])
    }

    @Test(arguments: LedgerKind.allCases)
    func refusedBeforeAccepted_isNeverCountedAsReceived(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let dossier = try await fixture.splitScan("a.pdf", dossiers: 1)[0]
        let now = LedgerFixture.morning
        try await fixture.ledger.recordTriage(.decided(.auto, dossier.id), pipeline: "commune/1", now: now)
        let item = try #require(try await fixture.ledger.queue(of: "van-phong", [], limit: 1).first)
        try await fixture.ledger.refuse(item.id, by: "desk-1", reason: "not here", now: now)
        let today = OfficeDay.number(of: now)
        let moves = try await fixture.ledger.moves(on: today...today)
        #expect(moves.map(\.to) == [TallyPlace.outside])
        #expect(moves.map(\.isFresh) == [true])
        let sums = try await fixture.ledger.tallies(
            untilEndOf: today, Measure.gains + Measure.losses, by: TallyGrouping(unit: true))
        #expect(sums.first { $0.place.unit == "van-phong" }?.open == 0)
    }

    @Test(arguments: LedgerKind.allCases)
    func stagesAreTimed_apartFromPauses(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let dossier = try await fixture.splitScan("a.pdf", dossiers: 1)[0]
        let now = LedgerFixture.morning
        try await fixture.ledger.recordTriage(.decided(.auto, dossier.id), pipeline: "commune/1", now: now)
        let item = try #require(try await fixture.ledger.queue(of: "van-phong", [], limit: 1).first)
        try await fixture.ledger.accept(item.id, by: "o", now: now + 60)
        try await fixture.ledger.pause(item.id, for: .posting, by: "o", now: now + 160)
        try await fixture.ledger.resume(item.id, by: "o", now: now + 1_160) { _, _ in nil }
        try await fixture.ledger.complete(item.id, by: "o", now: now + 1_360)
        try await fixture.ledger.handOver(item.id, by: "o", satisfaction: 5, now: now + 1_860)
        let today = OfficeDay.number(of: now)
        let sums = try await fixture.ledger.durations(on: today...today, by: TallyGrouping())
        let medians = Dictionary(uniqueKeysWithValues: sums.map { ($0.stage, $0.histogram.quantile(0.5) ?? 0) })
        for (stage, seconds) in [
            (DossierStage.accept, 60.0), (.work, 300), (.pause, 1_000), (.handOver, 500), (.read, 1.9),
            (.understand, 0.004),
        ] {
            let told = try #require(medians[stage])
            #expect(abs(told / 1_000 - seconds) <= seconds / 64)
        }
    }

    private func received(_ ledger: Ledger, _ days: ClosedRange<Int>) async throws -> Int {
        try await ledger.tallies(on: days, [.receivedCounter], by: TallyGrouping()).total(.receivedCounter)
    }
}

@Suite struct DurationHistogramTests {
    @Test func bucketsFollowOneAnother_andNoneIsWiderThanAThirtySecond() {
        var last = -1
        for value in Array(0...5_000) + [1 << 20, 1 << 30, (1 << 40) + 12_345] {
            let bucket = DurationHistogram.bucket(of: Int64(value))
            #expect(bucket == last || bucket > last)
            last = bucket
            var histogram = DurationHistogram()
            histogram.add(1, inBucket: bucket)
            #expect(abs((histogram.quantile(0.5) ?? -1) - Double(value)) <= Double(value) / 64)
        }
    }

    @Test func monthsAndYears_beginWhereTheCalendarSays() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        for day in stride(from: -800, through: 40_000, by: 1) {
            let date = Date(timeIntervalSince1970: Double(day) * 86_400)
            let parts = calendar.dateComponents([.day], from: date)
            let (month, year) = OfficeDay.starts(of: day)
            #expect(day - month + 1 == parts.day)
            #expect(day - year + 1 == calendar.ordinality(of: .day, in: .year, for: date))
        }
    }
}

extension TallySum {
    var open: Int {
        Measure.gains.reduce(0) { $0 + amounts[$1, default: 0] }
            - Measure.losses.reduce(0) { $0 + amounts[$1, default: 0] }
    }
}

extension [TallySum] {
    func total(_ measure: Measure) -> Int { reduce(0) { $0 + $1.amounts[measure, default: 0] } }
}
