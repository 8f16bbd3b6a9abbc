/// An S3 server that checks signatures and lives as long as the tests' process: `Scripts/temporary-s3`.
package final class TemporaryS3: Sendable {
    package let address: String
    private let key: String
    private let secret: String
    private let server: ServerProcess

    /// One for all tests, started by the first that asks.
    package static var shared: TemporaryS3 {
        get async throws { try await starting.value }
    }

    private static let starting = Task.detached { try TemporaryS3() }

    package static let bucket = "scans"

    private init() throws {
        server = try ServerProcess("Scripts/temporary-s3", [])
        guard server.words.count == 3 else {
            throw ServerProcess.NotStarted(description: "moto said nothing of itself")
        }
        (address, key, secret) = (server.words[0], server.words[1], server.words[2])
    }

    package var port: Int { address.split(separator: ":").last.flatMap { Int($0) } ?? 0 }

    /// What a client's environment has to say.
    package var environment: [String: String] {
        ["AWS_ENDPOINT_URL": address, "AWS_ACCESS_KEY_ID": key, "AWS_SECRET_ACCESS_KEY": secret]
    }

    /// The same by way of a proxy.
    package func environment(by proxy: BreakingProxy) -> [String: String] {
        environment.merging(["AWS_ENDPOINT_URL": "http://127.0.0.1:\(proxy.port)"]) { $1 }
    }
}
