import Foundation
import Testing

/// Units that are reorganised through the command line, and the reform of 2025 in the units file that ships.
@Suite struct UnitsTests {
    private static let archive = [2, 4, 10, 14].map { "samples/fax/dossier-00\($0 < 10 ? "0" : "")\($0).tif" }

    private struct Result: Decodable {
        var decision: String
        var unit: String?
    }

    private func queue(of unit: String, in folder: TemporaryFolder) async throws -> Int {
        let outcome = try await HosoCommand.run("queue", "list", "--unit", unit, "--json", "--data", folder.path("d"))
        return outcome.lines.count
    }

    @Test func archiveFromBeforeTheReform_isTheOldUnits_andOpenItemsAreWithTheSuccessors() async throws {
        let former = [
            "van-phong": ["tu-phap-ho-tich", "van-phong-thi-tran"], "dat-dai": ["dat-dai-huyen"],
            "kinh-te": ["nong-nghiep-moi-truong-huyen", "kinh-te-ha-tang-huyen", "tai-chinh-ke-hoach-huyen"],
            "van-hoa-xa-hoi": ["noi-vu-huyen"], "cong-an-xa": ["cong-an-thi-tran"],
        ]
        var units: [String: [String?]] = [:]
        for day in ["2025-06-30", "2025-07-01"] {
            let folder = try TemporaryFolder()
            let outcome = try await HosoCommand.run(
                ["run"] + Self.archive
                    + ["--json", "--quiet", "--received", day, "--data", folder.path("d")])
            #expect(outcome.status == 0)
            let results = outcome.lines.compactMap { try? JSONDecoder().decode(Result.self, from: Data($0.utf8)) }
            units[day] = results.filter { $0.decision == "auto" }.map(\.unit)
            for (unit, old) in former {
                let routed = results.count { $0.decision == "auto" && ([unit] + old).contains($0.unit) }
                #expect(try await queue(of: unit, in: folder) == routed)
                for old in old { #expect(try await queue(of: old, in: folder) == 0) }
            }
        }
        let before = units["2025-06-30", default: []]
        let after = units["2025-07-01", default: []]
        #expect(before.count == after.count)
        #expect(before.count >= 2)
        for (old, new) in zip(before, after) {
            #expect(new.map { former[$0]?.contains(old ?? "") ?? false } == true)
        }
    }

    @Test func merge_isLookedAt_decided_andFollowed() async throws {
        let folder = try TemporaryFolder()
        let data = ["--data", folder.path("d")]
        _ = try await HosoCommand.run(
            ["run", "samples/fax/dossier-0002.tif", "samples/fax/dossier-0005.tif", "--quiet"] + data)
        let open = try await queue(of: "van-phong", in: folder)
        #expect(open > 0)
        let merge = ["units", "merge", "van-phong", "--into", "van-hoa-xa-hoi"]

        let look = try await HosoCommand.run(merge + ["--on", "2026-01-01", "--dry-run"] + data)
        #expect(look.status == 0)
        #expect(look.output.contains("\(open) open items would move"))
        #expect(look.output.contains("Hộ tịch"))
        #expect(try await queue(of: "van-phong", in: folder) == open)

        let far = try await HosoCommand.run(merge + ["--on", "2090-01-01", "--by", "chief", "--json"] + data)
        #expect(far.status == 0)
        #expect(try await queue(of: "van-phong", in: folder) == open)
        let id = try JSONDecoder().decode([String: Anything].self, from: Data(far.output.utf8))["decision"]?.text ?? ""
        #expect(try await HosoCommand.run(["units", "withdraw", id, "--by", "chief"] + data).status == 0)

        let done = try await HosoCommand.run(merge + ["--on", "2026-01-01", "--by", "chief"] + data)
        #expect(done.status == 0)
        #expect(done.output.contains("\(open) open items of van-phong are with van-hoa-xa-hoi now"))
        #expect(try await queue(of: "van-phong", in: folder) == 0)

        let again = try await HosoCommand.run(merge + ["--on", "2026-01-02", "--by", "chief"] + data)
        #expect(again.status == 64)
        #expect(again.complaints.contains("closed since 2026-01-01"))
        let list = try await HosoCommand.run(["units", "list"] + data)
        #expect(!list.output.contains("\nvan-phong "))
    }

    @Test func split_foundsAUnit_thatGetsWhatIsOpenAndWhatComes() async throws {
        let folder = try TemporaryFolder()
        let data = ["--data", folder.path("d")]
        _ = try await HosoCommand.run(["run", "samples/fax/dossier-0007.tif", "--quiet"] + data)
        let split = try await HosoCommand.run(
            [
                "units", "split", "van-phong", "--to", "chung-thuc", "--name", "Phòng Chứng thực", "--field",
                "Chứng thực",
                "--on",
                "2026-01-01", "--by", "chief",
            ] + data)
        #expect(split.status == 0)
        #expect(try await queue(of: "chung-thuc", in: folder) == 1)
        // The next command takes the units from the ledger as well, and every one after it.
        let next = try await HosoCommand.run(
            ["queue", "next", "--unit", "chung-thuc", "--accept", "--by", "officer"] + data)
        #expect(next.status == 0)
        _ = try await HosoCommand.run(["run", "samples/fax/dossier-0005.tif", "--quiet"] + data)
        #expect(try await queue(of: "chung-thuc", in: folder) == 2)
        let report = try await HosoCommand.run(
            ["report", "sla", "--by", "unit", "--units", "now", "--csv"] + data)
        #expect(report.output.contains("Phòng Chứng thực"))
        #expect(!report.output.contains("van-phong,"))
    }

    @Test func split_withAFieldThatNobodyHas_isRefused() async throws {
        let folder = try TemporaryFolder()
        let outcome = try await HosoCommand.run(
            "units", "split", "kinh-te", "--to", "moi", "--name", "Mới", "--field", "Bay lên trời", "--on",
            "2026-12-01", "--dry-run", "--data", folder.path("d"))
        #expect(outcome.status == 64)
        #expect(outcome.complaints.contains("Bay lên trời"))
    }

    private struct Anything: Decodable {
        var text: String?

        init(from decoder: any Decoder) throws {
            text = try? decoder.singleValueContainer().decode(String.self)
        }
    }
}
