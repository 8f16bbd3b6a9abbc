import Dossiers
import Foundation
import Routing
import Testing

struct RouterTests {
    private let place = Place(id: "p", name: "xã Thử", difficulty: .ordinary)
    private let hills = Place(id: "h", name: "xã Núi", difficulty: .difficult)
    private let unsure = Place(id: "u", name: "xã Chưa Rõ", difficulty: .unverified)

    private func unit(_ id: String) -> Dossiers.Unit { Unit(id: id, name: id) }

    private func router() throws -> Router {
        let from = try SmallCalendar.day("2025-07-01")
        let merger = try SmallCalendar.day("2026-07-01")
        let birth = Procedure(
            code: "1.000001", name: "a", field: "Hộ tịch", timeLimit: TimeLimit(amount: 1, unit: .workingDays),
            isSameDay: true)
        let joint = Procedure(
            code: "1.000002", name: "b", field: "Hộ tịch", timeLimit: TimeLimit(amount: 20, unit: .calendarDays),
            units: ["office", "police", "insurance"])
        let land = Procedure(
            code: "1.000003", name: "c", field: "Đất đai", timeLimit: TimeLimit(amount: 20, unit: .workingDays),
            timeLimitByChannel: [.online: TimeLimit(amount: 17, unit: .workingDays)], extraDaysInDifficultPlaces: 10)
        let split = Procedure(
            code: "1.000004", name: "d", field: "Đất đai", timeLimit: nil)
        let complaint = Procedure(
            code: "1.000005", name: "e", field: "Giải quyết khiếu nại",
            timeLimit: TimeLimit(amount: 30, unit: .calendarDays), isRestricted: true)
        let orphan = Procedure(code: "1.000006", name: "f", field: "Không ai nhận", timeLimit: nil)
        return Router(
            catalogue: Catalogue([birth, joint, land, split, complaint, orphan]),
            units: UnitTable(
                places: [place, hills, unsure],
                competences: [
                    Competence(unit: unit("office"), from: from, fields: ["Hộ tịch"]),
                    Competence(
                        unit: unit("land"), from: from, until: merger, successor: "economy", fields: ["Đất đai"]),
                    Competence(unit: unit("economy"), from: merger, fields: ["Xây dựng"]),
                    Competence(unit: unit("registry"), from: from, procedures: ["1.000004"]),
                    Competence(unit: unit("police"), from: from),
                    Competence(unit: unit("insurance"), from: from),
                    Competence(unit: unit("chair"), from: from, fields: ["Giải quyết khiếu nại"], places: ["p"]),
                ]), calendar: try SmallCalendar.calendar())
    }

    private func route(
        _ code: String, at place: String = "p", _ received: String = "2026-03-02 09:00", _ channel: Channel = .counter
    ) throws -> Route {
        try router().route(
            procedureCode: code, place: place, received: try SmallCalendar.moment(received), channel: channel)
    }

    @Test func field_decidesTheUnit() throws {
        let route = try route("1.000001")
        #expect(route.unit.id == "office")
        #expect(route.tasks.map(\.unit.id) == ["office"])
        #expect(route.due.map(SmallCalendar.text) == "2026-03-02 17:00")
    }

    @Test func severalUnits_areSeveralTasks_theNamedFirstLeads() throws {
        let route = try route("1.000002")
        #expect(route.unit.id == "office")
        #expect(route.tasks.map(\.unit.id) == ["office", "police", "insurance"])
        #expect(Set(route.tasks.map(\.due)).count == 1)
        #expect(route.due != nil)
    }

    @Test func ownCode_goesBeforeTheField() throws {
        #expect(try route("1.000004").tasks.map(\.unit.id) == ["registry"])
    }

    @Test(arguments: [("2026-06-30 09:00", "land"), ("2026-07-01 09:00", "economy"), ("2026-10-01 09:00", "economy")])
    func successor_takesOverOnTheDay(received: String, expected: String) throws {
        #expect(try route("1.000003", received).unit.id == expected)
    }

    @Test func channelsAndDifficultPlaces_haveTheirOwnLimits() throws {
        func limit(_ place: String, _ channel: Channel) throws -> Double {
            try route("1.000003", at: place, "2026-03-02 09:00", channel).deadline.get().limit.amount
        }
        #expect(try limit("p", .counter) == 20)
        #expect(try limit("p", .online) == 17)
        #expect(try limit("h", .counter) == 30)
        #expect(try limit("u", .counter) == 20)
        #expect(try route("1.000003", at: "u").deadline.get().doubts.count == 1)
        #expect(try route("1.000003", at: "p").deadline.get().doubts.isEmpty)
    }

    @Test func noTimeLimit_stillRoutes_andSaysSo() throws {
        let route = try route("1.000004")
        #expect(route.due == nil)
        #expect(route.deadline == .failure(.noTimeLimit(procedure: "1.000004")))
    }

    @Test func complaints_areRestricted() throws {
        #expect(try route("1.000005").isRestricted)
        #expect(try !route("1.000001").isRestricted)
    }

    @Test func whatCannotBeRouted_isAnErrorInWords() throws {
        #expect(throws: RoutingError.unknownProcedure("9.999999")) { try route("9.999999") }
        #expect(throws: RoutingError.unknownPlace("x", known: ["h", "p", "u"])) { try route("1.000001", at: "x") }
        for (code, place, received) in [
            ("1.000006", "p", "2026-03-02 09:00"),  // a field that nobody takes
            ("1.000001", "p", "2025-06-30 09:00"),  // before any unit's time
            ("1.000005", "h", "2026-03-02 09:00"),  // a place the unit does not serve
        ] {
            let error = #expect(throws: RoutingError.self) { try route(code, at: place, received) }
            #expect(error?.description.contains(code) == true)
        }
    }

    @Test func unitsThatSucceedEachOther_endNowhere() throws {
        let day = try SmallCalendar.day("2026-01-01")
        let table = UnitTable(
            places: [place],
            competences: [
                Competence(unit: unit("a"), from: day, until: day.next, successor: "b", fields: ["f"]),
                Competence(unit: unit("b"), from: day, until: day.next, successor: "a"),
            ])
        let procedure = Procedure(code: "1.000001", name: "a", field: "f", timeLimit: nil)
        #expect(table.competentUnits(for: procedure, at: place, on: day.advanced(by: 5)).isEmpty)
    }
}
