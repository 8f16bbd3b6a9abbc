import Dossiers
import Testing

@testable import Routing

/// Units that merge, split, change their name and end: who is competent on which day.
@Suite struct ReorganizationTests {
    private let place = Place(id: "p", name: "P", difficulty: .ordinary)
    private let start = Day(number: 20_000)
    private let day = Day(number: 20_100)

    private var table: UnitTable {
        UnitTable(
            places: [place],
            competences: [
                competence("a", fields: ["f", "g"]), competence("b", fields: ["h"]), competence("c", fields: ["i"]),
            ])
    }

    private func competence(_ id: String, fields: Set<String>) -> Competence {
        Competence(unit: Unit(id: id, name: id.uppercased()), from: start, fields: fields)
    }

    private func unit(of field: String, code: String = "1.000001", in table: UnitTable, on day: Day) -> String? {
        let procedure = Procedure(code: code, name: "n", field: field, timeLimit: nil)
        return table.competentUnits(for: procedure, at: place, on: day).first?.id
    }

    @Test func merge_passesAllWorkOnItsDayAndNotBefore() throws {
        let merged = try table.applying(Reorganization(day: day, change: .merge(["a", "b"], into: "c")))
        let before = day.advanced(by: -1)
        #expect(["f", "g", "h", "i"].map { unit(of: $0, in: merged, on: before) } == ["a", "a", "b", "c"])
        #expect(["f", "g", "h", "i"].map { unit(of: $0, in: merged, on: day) } == ["c", "c", "c", "c"])
    }

    @Test func split_passesSharesByFieldAndProcedure_andKeepsTheRest() throws {
        let shares = [
            Reorganization.Share(unit: "b", fields: ["f"]), Reorganization.Share(unit: "c", procedures: ["2.000002"]),
        ]
        let split = try table.applying(Reorganization(day: day, change: .split("a", shares: shares, rest: "a")))
        #expect(unit(of: "f", in: split, on: day) == "b")
        #expect(unit(of: "f", code: "2.000002", in: split, on: day) == "c")
        #expect(unit(of: "g", in: split, on: day) == "a")
        #expect(split.successor(of: "a", procedure: "9.999999", field: nil, on: day) == "a")
    }

    @Test func workThatWasPassedOnAndCameBack_stays() throws {
        let shares = [Reorganization.Share(unit: "b", fields: ["f"])]
        let split = try table.applying(Reorganization(day: day, change: .split("a", shares: shares, rest: "a")))
        let back = try split.applying(Reorganization(day: day.next, change: .merge(["b"], into: "a")))
        #expect(unit(of: "f", in: back, on: day) == "b")
        #expect(unit(of: "f", in: back, on: day.next) == "a")
        #expect(unit(of: "h", in: back, on: day.next) == "a")
    }

    @Test func foundedUnit_takesWorkFromItsFirstDay_underItsName() throws {
        let merged = try table.applying(
            Reorganization(day: day, change: .merge(["a", "b"], into: "n"), founded: ["n": "Phòng mới"]))
        let renamed = try merged.applying(Reorganization(day: day.next, change: .rename("n", name: "Phòng khác")))
        let procedure = Procedure(code: "1.000001", name: "n", field: "f", timeLimit: nil)
        let names = [day, day.next].map { renamed.competentUnits(for: procedure, at: place, on: $0).map(\.name) }
        #expect(names == [["Phòng mới"], ["Phòng khác"]])
    }

    @Test func unlawfulReorganization_isRefusedInWords() throws {
        let closed = try table.applying(Reorganization(day: day, change: .close("c", successor: "b")))
        let cases: [(UnitTable, Day, Reorganization.Change)] = [
            (table, day, .merge(["x"], into: "a")), (table, day, .merge(["a"], into: "x")),
            (table, day, .merge(["a"], into: "a")), (table, day, .merge([], into: "a")),
            (table, day, .merge(["a", "a"], into: "b")), (table, start.advanced(by: -1), .rename("a", name: "n")),
            (closed, day, .rename("c", name: "n")), (closed, day.advanced(by: -5), .merge(["a"], into: "c")),
            (table, day, .close("a", successor: nil)), (closed, day, .close("b", successor: "c")),
            (table, day, .split("a", shares: [], rest: "a")),
            (table, day, .split("a", shares: [.init(unit: "b", fields: ["i"])], rest: "a")),
        ]
        for (table, day, change) in cases {
            let error = #expect(throws: ReorganizationError.self) {
                try table.applying(Reorganization(day: day, change: change))
            }
            #expect(error?.description.isEmpty == false)
        }
    }
}
