import Dossiers
import Foundation
import Routing
import Testing

@Suite struct PromiseTests {
    @Test func reducedLimit_standsBesideTheLaws_withItsShare() throws {
        let router = try router(reduced: ["1.000001": TimeLimit(amount: 6, unit: .workingDays)])
        let promise = try promise(router)
        #expect(SmallCalendar.text(promise.statutory.due) == "2026-03-16 17:00")
        #expect(SmallCalendar.text(promise.due) == "2026-03-10 17:00")
        #expect(promise.reduction.map { abs($0 - 0.4) < 1e-9 } == true)
        let route = try router.route(
            procedureCode: "1.000001", place: "p", received: SmallCalendar.moment("2026-03-02 10:00"),
            channel: .counter)
        #expect(route.tasks.map(\.due) == [promise.due])
        #expect(route.tasks.map(\.statutoryDue) == [promise.statutory.due])
    }

    @Test func withoutAReducedLimit_theLawsIsPromised() throws {
        let promise = try promise(router(reduced: [:]))
        #expect(promise.due == promise.statutory.due)
        #expect(promise.reduction == nil)
    }

    @Test func stages_divideTheLimit_andHandlingGetsTheRest() throws {
        let router = try router(reduced: [:])
        let ends = try StageBudget().ends(of: promise(router).statutory, isSameDay: false, in: router.calendar)
        #expect(ends.map(\.stage) == StageBudget.Stage.allCases)
        #expect(
            ends.map { SmallCalendar.text($0.end) } == [
                "2026-03-02 16:00", "2026-03-03 16:00", "2026-03-16 11:00", "2026-03-16 17:00",
            ])
    }

    @Test func stagesOfAShortLimit_shareHalfOfIt() throws {
        let calendar = try SmallCalendar.calendar()
        let deadline = try calendar.deadline(
            received: SmallCalendar.moment("2026-03-02 17:00"), limit: TimeLimit(amount: 1, unit: .workingDays))
        let ends = try StageBudget().ends(of: deadline, isSameDay: false, in: calendar)
        // 8 h: 1 h of intake, 2 h of assignment, 4 h of handling, 1 h of return.
        #expect(
            ends.map { SmallCalendar.text($0.end) } == [
                "2026-03-03 08:00", "2026-03-03 10:00", "2026-03-03 16:00", "2026-03-03 17:00",
            ])
        #expect(try StageBudget().ends(of: deadline, isSameDay: true, in: calendar).map(\.stage) == [.return])
    }

    @Test(arguments: [
        ("2026-03-05 23:00", Timeliness.before), ("2026-03-06 07:00", .onTime), ("2026-03-06 23:59", .onTime),
        ("2026-03-07 00:00", .late),
    ])
    func result_isBeforeTime_onTime_orLate_byDaysAlone(done: String, expected: Timeliness) throws {
        let due = try SmallCalendar.moment("2026-03-06 17:00")
        let done = try SmallCalendar.moment(done)
        #expect(Timeliness(done: done, due: due, in: SmallCalendar.zone) == expected)
        #expect(Timeliness(done: done, due: nil, in: SmallCalendar.zone) == .onTime)
    }

    /// Received on Monday 2 March with 5 working days; asked for a supplement on Wednesday, which came in a week later.
    @Test(arguments: [
        (SupplementPolicy.restart, "2026-03-18 17:00"), (.recount, "2026-03-16 17:00"), (.pause, "2026-03-16 17:00"),
    ])
    func supplement_movesTheDueDate_byThePolicyOfItsPeriod(policy: SupplementPolicy, expected: String) throws {
        let calendar = try SmallCalendar.calendar(
            supplements: [SupplementRule(from: SmallCalendar.day("2025-01-01"), policy: policy)])
        let still = Standstill(
            kind: .supplement, from: try SmallCalendar.moment("2026-03-04 10:00"),
            until: try SmallCalendar.moment("2026-03-11 10:00"))
        let due = try calendar.deadline(
            received: SmallCalendar.moment("2026-03-02 10:00"), limit: TimeLimit(amount: 5, unit: .workingDays),
            standstills: [still]
        ).due
        #expect(SmallCalendar.text(due) == expected)
    }

    private func promise(_ router: Router) throws -> Promise {
        try router.promise(
            of: router.procedure("1.000001"), at: router.place("p"),
            received: SmallCalendar.moment("2026-03-02 10:00"), channel: .counter)
    }

    private func router(reduced: [String: TimeLimit]) throws -> Router {
        let procedure = Procedure(
            code: "1.000001", name: "x", field: "f", timeLimit: TimeLimit(amount: 10, unit: .workingDays))
        let unit = Competence(
            unit: Dossiers.Unit(id: "u", name: "U"), from: try SmallCalendar.day("2025-01-01"), fields: ["f"])
        return Router(
            catalogue: Catalogue([procedure]),
            units: UnitTable(places: [Place(id: "p", name: "P", difficulty: .ordinary)], competences: [unit]),
            calendar: try SmallCalendar.calendar(), reducedLimits: reduced)
    }
}
