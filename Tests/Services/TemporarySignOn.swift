/// A single sign-on that others wrote, which lives as long as the tests' process: `Scripts/temporary-sign-on`.
package final class TemporarySignOn: Sendable {
    package let issuer: String
    private let server: ServerProcess

    package init() throws {
        server = try ServerProcess("Scripts/temporary-sign-on", [])
        issuer = server.words[0]
    }
}
