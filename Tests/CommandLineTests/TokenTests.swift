import Foundation
import Ledger
import Testing

@Suite struct TokenTests {
    private struct Row: Decodable {
        var token: String
        var account: String
        var name: String
        var state: String
    }

    @Test func token_isPrintedOnce_listedWithoutWhatOpens_andRevoked() async throws {
        let folder = try TemporaryFolder()
        let data = folder.path("data")
        // As `hoso account add` does, which asks for a password.
        try await Ledger.open(at: URL(filePath: folder.path("data/ledger.sqlite")), now: Date()).addAccount(
            "archive", role: .supervisor, unit: nil, password: "x", by: nil, now: Date())
        let made = try await HosoCommand.run("account", "token", "add", "archive", "--name", "a copy", "--data", data)
        let token = try #require(made.lines.first)
        #expect(made.status == 0 && made.lines.count == 1 && token.wholeMatch(of: #/hoso_[0-9a-f]{64}/#) != nil)
        #expect(!made.complaints.contains(token))
        let listed = try await HosoCommand.run("account", "token", "list", "--json", "--data", data)
        let row = try JSONDecoder().decode(Row.self, from: Data(listed.output.utf8))
        #expect(row.account == "archive" && row.name == "a copy" && row.state == "valid" && !token.contains(row.token))
        let revoked = try await HosoCommand.run("account", "token", "revoke", row.token, "--data", data)
        #expect(revoked.status == 0)
        let after = try await HosoCommand.run("account", "token", "list", "--data", data)
        #expect(after.output.contains("revoked") && !after.output.contains("valid"))
    }

    @Test(arguments: [
        ["add", "nobody", "--name", "x"], ["add", "archive", "--name", " "],
        ["add", "archive", "--name", "x", "--until", "2020-01-01"],
        ["add", "archive", "--name", "x", "--until", "soon"], ["revoke", "0123"], ["revoke", "hoso_0123456789"],
    ])
    func token_askedForWrongly_endsWith64AndASentence(arguments: [String]) async throws {
        let folder = try TemporaryFolder()
        let outcome = try await HosoCommand.run(["account", "token"] + arguments + ["--data", folder.path("data")])
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty && outcome.complaints.count > 20)
    }

    @Test func api_printsADescription() async throws {
        let outcome = try await HosoCommand.run("api")
        #expect(outcome.status == 0)
        let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        #expect(document?["openapi"] as? String == "3.1.0")
    }
}
