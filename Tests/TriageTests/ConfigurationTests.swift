import Dossiers
import Foundation
import Routing
import Testing
import Triage

struct ConfigurationTests {
    /// What is wrong, as `file:line:column`, and the messages.
    private func problems(_ folder: borrowing ConfigurationFolder) -> [ConfigurationProblem] {
        do {
            _ = try PipelineFile.load(folder.url.appending(path: "desk.yaml"))
            return []
        } catch let error as ConfigurationError {
            return error.problems
        } catch {
            Issue.record("not a configuration error")
            return []
        }
    }

    private func places(_ problems: [ConfigurationProblem]) -> [String] {
        problems.map { "\(URL(filePath: $0.file).lastPathComponent):\($0.line):\($0.column)" }
    }

    @Test func soundFiles_makeAPipeline() throws {
        let folder = try ConfigurationFolder(ConfigurationFolder.sound)
        let pipeline = try PipelineFile.load(folder.url.appending(path: "desk.yaml"))
        #expect(pipeline.name == "desk")
        #expect(pipeline.channel == .counter)
        #expect(pipeline.place == Place(id: "00001", name: "xã Thử", difficulty: .difficult))
        #expect(pipeline.limits == PipelineLimits())
        #expect(pipeline.modelDirectory.path == folder.url.appending(path: "models/desk/1").path)
        let land = try #require(pipeline.catalogue["1.000002"])
        #expect(land.timeLimit == TimeLimit(amount: 12, unit: .workingDays))
        #expect(land.timeLimitByChannel == [.online: TimeLimit(amount: 10, unit: .workingDays)])
        #expect(land.extraDaysInDifficultPlaces == 10)
        #expect(pipeline.router.calendar.entries.count == 1)
    }

    @Test func letterhead_isThePlacesOwn_whereThePipelineHasNone() throws {
        let plain = try ConfigurationFolder(ConfigurationFolder.sound)
        let head = try PipelineFile.load(plain.url.appending(path: "desk.yaml")).letterhead
        #expect(head.superior == "Ủy ban nhân dân xã Thử")
        #expect(head.locality == "Thử")
        let desk = (ConfigurationFolder.sound["desk.yaml"] ?? "") + "letterhead: {symbol: TTPVHCC}\n"
        let own = try ConfigurationFolder.sound(except: ["desk.yaml": desk])
        let given = try PipelineFile.load(own.url.appending(path: "desk.yaml")).letterhead
        #expect(given.symbol == "TTPVHCC")
        #expect(given.superior == head.superior)
    }

    @Test func version_changesWithAnyOfTheFiles() throws {
        let folder = try ConfigurationFolder(ConfigurationFolder.sound)
        let other = try ConfigurationFolder.sound(except: [
            "calendar.yaml": (ConfigurationFolder.sound["calendar.yaml"] ?? "") + "# checked\n"
        ])
        let version = try PipelineFile.load(folder.url.appending(path: "desk.yaml")).version
        #expect(version.count == 12)
        #expect(try PipelineFile.load(folder.url.appending(path: "desk.yaml")).version == version)
        #expect(try PipelineFile.load(other.url.appending(path: "desk.yaml")).version != version)
    }

    @Test func everyProblemOfEveryFile_isReportedWhereItStands() throws {
        let folder = try ConfigurationFolder([
            "desk.yaml": """
            name: desk
            catalog: catalogue.yaml
            catalogue: catalogue.yaml
            units: units.yaml
            calendar: calendar.yaml
            forms: forms
            model: models/desk/1
            place: "00009"
            channel: fax
            limits: {seconds-per-page: fast, attempts-per-page: 99}
            combinations:
              - {families: [one], procedure: "1.000009"}

            """,
            "catalogue.yaml": """
            procedures:
              - {code: 1.01, name: Khai sinh, field: Hộ tịch}
              - {code: "1.000002", name: Tách thửa, field: Đất đai, limit: 12 days}
              - {code: "1.000002", name: Hợp thửa, field: Đất đai, limit: 1.5 working-days}
              - {code: "1.000003", field: Thuế, units: [van-phong, nobody], same-day: perhaps}
              - {code: "1.000004", name: Khai thuế, field: Thuế}

            """,
            "units.yaml": """
            places:
              - {id: "00001", name: xã Thử, difficult: maybe}
            units:
              - {id: van-phong, name: Văn phòng, from: 2025-07-32, fields: [Hộ tịch]}
              - {id: kinh-te, name: Phòng Kinh tế, from: 2025-07-01, until: 2025-06-01, successor: gone,
                 fields: [Đất đai], procedures: ["1.999999"]}

            """,
            "calendar.yaml": """
            from: 2026-01-01
            to: 2026-12-31
            time-zone: Asia/Hanoi_City
            days-off: [saturday, funday]
            hours: ["07:00-11:30", "11:00-17:00"]
            receipt:
              - {from: 2026-01-01, same-day-until: "25:00", counts-until: "17:00"}
            days: []

            """,
        ])
        #expect(
            Set(places(problems(folder))) == [
                "desk.yaml:2:1",  // unknown key
                "desk.yaml:8:8",  // unknown place
                "desk.yaml:9:10",  // no such channel
                "desk.yaml:10:28",  // not a number
                "desk.yaml:10:53",  // out of range
                "desk.yaml:12:5",  // one family only
                "desk.yaml:12:34",  // unknown procedure
                "catalogue.yaml:2:12",  // not a code
                "catalogue.yaml:3:64",  // not a time limit
                "catalogue.yaml:4:12",  // the same code again
                "catalogue.yaml:4:63",  // half a working day
                "catalogue.yaml:5:5",  // no name
                "catalogue.yaml:5:56",  // no such unit
                "catalogue.yaml:5:75",  // neither true nor false
                "units.yaml:2:44",  // not a difficulty
                "units.yaml:4:44",  // no such date
                "units.yaml:5:65",  // ends before it begins
                "units.yaml:5:88",  // no such unit
                "units.yaml:6:38",  // no such procedure
                "units.yaml:4:3",  // a field that nobody takes
                "calendar.yaml:3:12",  // no such time zone
                "calendar.yaml:4:22",  // no such weekday
                "calendar.yaml:5:24",  // overlapping hours
                "calendar.yaml:7:40",  // no such time
            ])
    }

    @Test func missingKeysAndFiles_areReportedTogether() throws {
        let folder = try ConfigurationFolder(["desk.yaml": "name: desk\nunits: elsewhere.yaml\n"])
        let messages = problems(folder).map(\.message)
        for key in ["catalogue", "calendar", "forms", "model", "place", "channel"] {
            #expect(messages.contains("“\(key)” is missing"))
        }
        #expect(messages.contains("no such file"))
        #expect(messages.count == 7)
    }

    @Test(arguments: [
        ("name: [desk\n", "desk.yaml:2:1"),
        ("name: desk\nname: desk\n", "desk.yaml:1:1"),
        ("- desk\n", "desk.yaml:1:1"),
        ("", "desk.yaml:1:1"),
    ])
    func whatIsNoMapping_isRefusedWithItsPlace(text: String, place: String) throws {
        let folder = try ConfigurationFolder(["desk.yaml": text])
        #expect(places(problems(folder)) == [place])
    }

    @Test func aFileThatIsNotText_isAProblemAndNotACrash() throws {
        let folder = try ConfigurationFolder(ConfigurationFolder.sound)
        try Data([0xff, 0xfe, 0x00, 0x9f]).write(to: folder.url.appending(path: "units.yaml"))
        #expect(places(problems(folder)).contains("units.yaml:1:1"))
    }

    @Test(arguments: [
        "0 working-days", "-3 working-days", "3", "3 weeks", "nan working-days", "1e9 working-days",
        "3 working-days more",
    ])
    func limitsThatMeanNothing_areRefused(limit: String) throws {
        let folder = try ConfigurationFolder.sound(except: [
            "catalogue.yaml": """
            procedures:
              - {code: "1.000001", name: a, field: Hộ tịch, limit: \(limit)}
              - {code: "1.000002", name: b, field: Đất đai}

            """
        ])
        #expect(places(problems(folder)) == ["catalogue.yaml:2:56"])
    }
}
