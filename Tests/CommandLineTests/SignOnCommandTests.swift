import Foundation
import Ledger
import Testing

@Suite struct SignOnCommandTests {
    private struct Row: Decodable {
        var name: String
        var ways: [String]
        var signOn: String?
        var signOnSince: String?
    }

    @Test func account_isAddedForAPersonOfTheSingleSignOn_andTakenFromThem() async throws {
        let folder = try TemporaryFolder()
        let data = folder.path("data")
        let added = try await HosoCommand.run(
            "account", "add", "an", "--role", "reception", "--sign-on", "an.nguyen", "--data", data)
        #expect(added.status == 0 && !added.complaints.contains("an.nguyen"))
        let listed = try await HosoCommand.run("account", "list", "--json", "--data", data)
        let row = try JSONDecoder().decode(Row.self, from: Data(listed.output.utf8))
        #expect(row.name == "an" && row.ways == ["sign-on"] && row.signOn == "an.nguyen" && row.signOnSince == nil)
        let other = try await HosoCommand.run("account", "sign-on", "an", "--as", "an.le", "--data", data)
        #expect(other.status == 0)
        let off = try await HosoCommand.run("account", "sign-on", "an", "--off", "--data", data)
        #expect(off.status == 0 && off.complaints.contains("hoso account password an"))
        let after = try await HosoCommand.run("account", "list", "--json", "--data", data)
        #expect(try JSONDecoder().decode(Row.self, from: Data(after.output.utf8)).ways.isEmpty)
    }

    @Test(arguments: [
        ["account", "sign-on", "an"], ["account", "sign-on", "an", "--as", "x", "--off"],
        ["account", "sign-on", "an", "--as", " x"], ["account", "sign-on", "nobody", "--as", "x"],
        ["serve", "--sign-on-client", "x"], ["serve", "--sign-on-issuer", "https://id.example"],
        [
            "serve", "--sign-on-issuer", "http://id.example", "--sign-on-client", "x", "--public-address",
            "https://desk.example",
        ],
        [
            "serve", "--sign-on-issuer", "https://id.example", "--sign-on-client", "x", "--public-address",
            "https://desk.example", "--sign-on-secret-file", "/nowhere",
        ],
    ])
    func signOn_askedForWronglyEndsWith64AndASentence(arguments: [String]) async throws {
        let folder = try TemporaryFolder()
        let outcome = try await HosoCommand.run(arguments + ["--data", folder.path("data")])
        #expect(outcome.status == 64)
        #expect(outcome.complaints.contains("sign-on") || outcome.complaints.contains("no open account"))
    }
}
