import Foundation
import Testing

/// A model's life as its office sees it: trained on what people confirmed, tried in the shadow, promoted, taken back.
@Suite struct ModelLifeTests {
    @Test func tooFewConfirmedDossiers_areSaidWithHowManyAreMissing_andNothingChanges() async throws {
        let office = try ConfirmedOffice(in: TemporaryFolder())
        try await office.confirm(try await ConfirmedOffice.texts(5, seed: 31))
        let outcome = try await HosoCommand.run(["model", "train", "--from", "ledger"] + office.options)
        #expect(outcome.status == 75)
        #expect(outcome.output.isEmpty)
        #expect(outcome.complaints.contains("5 dossiers are confirmed"))
        #expect(outcome.complaints.contains("at least 81 more"))
        #expect(!FileManager.default.fileExists(atPath: office.data + "/models"))
        let list = try await HosoCommand.run(["model", "list"] + office.options)
        #expect(list.lines.count == 2)
        #expect(list.output.contains("serves"))
    }

    @Test func trainedVersion_isTriedPromotedAndTakenBack() async throws {
        let office = try ConfirmedOffice(in: TemporaryFolder())
        try await office.confirm(try await ConfirmedOffice.texts(150, seed: 32))
        let trained = try await HosoCommand.run(
            ["model", "train", "--from", "ledger", "--from", "catalogue", "--by", "chief"] + office.options)
        #expect(trained.status == 0, "\(trained.complaints)")
        #expect(trained.output.contains("150 confirmed pages"))
        let folder = office.data + "/models/commune-vi/2"
        for file in ["model.hoso", "card.md", "figures.json"] {
            #expect(FileManager.default.fileExists(atPath: "\(folder)/\(file)"))
        }

        let sample = HosoCommand.packageFolder.appending(path: "samples/office/dossier-0001.pdf").path
        let first = try await HosoCommand.run(["run", sample, "--json"] + office.options)
        #expect(first.output.contains(#""model":"commune-vi/1""#), "\(first.complaints)")
        let shadow = try await HosoCommand.run(["model", "shadow", "--json"] + office.options)
        #expect(shadow.status == 0)
        #expect(shadow.lines.last?.contains(#""dossiers":1"#) == true, "\(shadow.output)")

        let refused = try await HosoCommand.run(["model", "promote", "commune-vi/2"] + office.options)
        #expect(refused.status == 75)
        #expect(refused.complaints.contains("is not promoted"))
        let forced = try await HosoCommand.run(
            ["model", "promote", "commune-vi/2", "--force", "--reason", "a trial", "--by", "chief"] + office.options)
        #expect(forced.status == 0, "\(forced.complaints)")
        let other = HosoCommand.packageFolder.appending(path: "samples/upside-down/dossier-0001.pdf").path
        let second = try await HosoCommand.run(["run", other, "--json"] + office.options)
        #expect(second.output.contains(#""model":"commune-vi/2""#), "\(second.complaints)")

        let back = try await HosoCommand.run(["model", "rollback", "--by", "chief"] + office.options)
        #expect(back.output.contains("commune-vi/1 decides again"))
        let history = try await HosoCommand.run(["model", "list", "--history", "--json"] + office.options)
        #expect(history.lines.filter { $0.contains(#""report":"changes""#) }.count == 2)
        let again = try await HosoCommand.run(["model", "rollback"] + office.options)
        #expect(again.status == 64)
        let audit = try await HosoCommand.run("audit", "verify", "--tallies", "--data", office.data)
        #expect(audit.status == 0, "\(audit.complaints)")
    }

    @Test func killedPromotion_leavesOneVersionThatServes() async throws {
        let office = try ConfirmedOffice(in: TemporaryFolder())
        try await office.confirm(try await ConfirmedOffice.texts(2, seed: 34))
        let trained = try await HosoCommand.run(
            ["model", "train", "--from", "ledger", "--from", "catalogue"] + office.options)
        #expect(trained.status == 0, "\(trained.complaints)")
        let promote = ["model", "promote", "commune-vi/2", "--force", "--reason", "a trial"] + office.options
        for milliseconds in [20, 60, 100, 150, 220, 300] {
            _ = try await HosoCommand.runAndKill(promote, after: milliseconds)
            let list = try await HosoCommand.run(["model", "list"] + office.options)
            #expect(list.status == 0, "\(list.complaints)")
            #expect(list.lines.filter { $0.contains("serves") }.count == 1)
            _ = try await HosoCommand.runAndKill(["model", "rollback"] + office.options, after: milliseconds)
        }
        #expect(try await HosoCommand.run("audit", "verify", "--data", office.data).status == 0)
    }

    @Test func trainingProcess_endsWhereItsMemoryEnds_andNothingChanges() async throws {
        let office = try ConfirmedOffice(in: TemporaryFolder())
        try await office.confirm(try await ConfirmedOffice.texts(100, seed: 33))
        let outcome = try await HosoCommand.run(
            ["model", "train", "--from", "ledger", "--memory-mb", "256", "--made-up", "200000"] + office.options)
        #expect(outcome.status == 75)
        #expect(outcome.complaints.contains("--memory-mb"))
        #expect(!FileManager.default.fileExists(atPath: office.data + "/models"))
    }

    @Test(arguments: [
        ["model", "train", "--from", "catalogue"],
        ["model", "train", "--from", "ledger", "--version", "a/b"],
        ["model", "train", "--from", "ledger", "--memory-mb", "1"],
        ["model", "promote", "commune-vi/2", "--force"],
        ["model", "promote", "commune-vi/2", "--reason", "so"],
        ["model", "shadow", "--start"],
        ["report", "drift", "--reference-from", "2026-01-01"],
        ["report", "drift", "--by", "unit"],
        ["report", "drift", "--from", "2026-02-01", "--reference-from", "2026-02-01", "--reference-to", "2026-02-02"],
    ])
    func badOptions_areUsageErrors(arguments: [String]) async throws {
        let outcome = try await HosoCommand.run(arguments)
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
    }
}
