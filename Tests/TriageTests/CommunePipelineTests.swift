import Classification
import Dossiers
import Foundation
import Routing
import Testing
import Triage

/// The pipeline that ships.
struct CommunePipelineTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func pipeline() throws -> Pipeline {
        try PipelineFile.load(Self.root.appending(path: "Pipelines/commune.yaml"))
    }

    private func moment(_ text: String, _ pipeline: Pipeline) throws -> Date {
        let day = try #require(Day(String(text.prefix(10))))
        let second = try #require(ClockTime.seconds(String(text.suffix(5))))
        return day.moment(second: second, in: pipeline.router.calendar.timeZone)
    }

    @Test func everyProcedure_hasAUnitNow() throws {
        let pipeline = try pipeline()
        let received = try moment("2026-11-20 09:00", pipeline)
        #expect(pipeline.catalogue.procedures.count > 600)
        for procedure in pipeline.catalogue.procedures {
            for channel in Channel.allCases {
                let route = try pipeline.router.route(
                    procedureCode: procedure.code, place: pipeline.place.id, received: received, channel: channel)
                #expect(route.tasks.isEmpty == false)
                if procedure.timeLimit(through: channel) != nil, route.due == nil {
                    // Only a limit that leaves the calendar's years has no due date.
                    guard case .failure(.beyondCalendar) = route.deadline else {
                        Issue.record("no due date for \(procedure.code)")
                        continue
                    }
                }
            }
        }
    }

    @Test(arguments: [
        ("1.001193", ["van-phong"]), ("2.000815", ["hanh-chinh-cong"]), ("1.004222", ["cong-an-xa"]),
        ("1.013978", ["kinh-te"]), ("1.012784", ["dat-dai"]), ("1.013967", ["lanh-dao"]),
        ("1.011607", ["kinh-te"]),  // poverty reduction is the economy office's
        ("1.014027", ["van-hoa-xa-hoi"]), ("2.002409", ["lanh-dao"]), ("1.001612", ["kinh-te"]),
        ("2.000986", ["van-phong", "cong-an-xa", "bhxh"]),
    ])
    func procedures_goToTheUnitsOfTheDecree(code: String, units: [String]) throws {
        let pipeline = try pipeline()
        let route = try pipeline.router.route(
            procedureCode: code, place: pipeline.place.id, received: try moment("2026-11-20 09:00", pipeline),
            channel: .counter)
        #expect(route.tasks.map(\.unit.id) == units)
    }

    @Test(arguments: [
        ("1.001193", Channel.counter, "2026-11-20 15:00", "2026-11-20"),
        ("1.001193", .counter, "2026-11-20 15:01", "2026-11-23"),
        ("1.004873", .counter, "2026-11-18 10:00", "2026-11-23"),
        ("1.013978", .online, "2026-03-02 10:00", "2026-03-25"),
        ("1.013978", .counter, "2026-03-02 10:00", "2026-03-30"),
        ("1.013226", .counter, "2026-02-01 10:00", "2026-02-23"),  // 20 days from Monday, 2 February, end in Tết's week
        ("1.004222", .counter, "2025-01-23 10:00", "2025-02-10"),  // Tết 2025
        ("1.004222", .counter, "2025-04-24 10:00", "2025-05-07"),  // 30/4 with the swap of 26/4 and 2/5
        ("1.004194", .counter, "2026-08-20 10:00", "2026-08-24"),  // with the Saturday of 22/8
    ])
    func dueDates_followTheOfficialCalendar(
        code: String, channel: Channel, received: String, expected: String
    ) throws {
        let pipeline = try pipeline()
        let router = pipeline.router
        let deadline = try router.deadline(
            of: try router.procedure(code), at: pipeline.place, received: try moment(received, pipeline),
            channel: channel
        ).get()
        #expect(deadline.due == (try moment("\(expected) 17:00", pipeline)))
    }

    @Test func unverifiedDays_areNotApplied() throws {
        let calendar = try pipeline().router.calendar
        for text in ["2026-01-02", "2026-11-23", "2027-09-03"] {
            let status = try calendar.status(of: try #require(Day(text)))
            #expect(status.isWorking)
            #expect(status.doubt != nil)
        }
        #expect(try !calendar.status(of: try #require(Day("2026-01-10"))).isWorking)
    }

    @Test func complaints_areRestricted() throws {
        let catalogue = try pipeline().catalogue
        #expect(Set(catalogue.procedures.filter(\.isRestricted).map(\.code)).isSuperset(of: ["2.002409", "2.002396"]))
    }

    @Test func combinations_nameAProcedureOfTheCatalogue() throws {
        let pipeline = try pipeline()
        #expect(pipeline.combinations.map(\.code) == ["1.000689"])
        #expect(pipeline.separators == ["HOSO:SEP:1", "PATCHT", "ADAR-NEXTDOC"])
    }
}
