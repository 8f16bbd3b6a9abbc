package import Foundation

/// A PostgreSQL server that lives as long as the tests' process: `Scripts/temporary-postgres`.
package final class TemporaryPostgres: Sendable {
    /// Socket, data and log.
    package let folder: URL
    package let port: Int
    private let server: ServerProcess

    /// One for all tests, started by the first that asks. Writes are not forced to the disk: no test pulls a plug.
    package static var shared: TemporaryPostgres {
        get async throws { try await starting.value }
    }

    /// Every test makes a schema of its own, in a transaction that locks each of its tables and indexes.
    private static let starting = Task.detached {
        try TemporaryPostgres(settings: ["fsync=off", "max_locks_per_transaction=1024"])
    }

    /// Blocks until the server answers.
    package init(settings: [String]) throws {
        server = try ServerProcess("Scripts/temporary-postgres", settings)
        guard server.words.count == 2, let port = Int(server.words[1]) else {
            throw ServerProcess.NotStarted(description: "the server said nothing of itself")
        }
        folder = URL(filePath: server.words[0], directoryHint: .isDirectory)
        self.port = port
    }

    /// A ledger's address in a schema of its own, which is made.
    package func newLedger() throws -> String {
        let schema = "t" + UUID().uuidString.lowercased().replacing("-", with: "")
        _ = try query("CREATE SCHEMA \(schema)")
        return address(schema: schema)
    }

    package func address(schema: String) -> String {
        "postgres://hoso@127.0.0.1:\(port)/hoso?options=-csearch_path%3D\(schema)&application_name=\(schema)"
    }

    /// Runs statements through `psql`, past the ledger's own code; nil stands for the database's own schema.
    ///
    /// - Returns: the rows, columns parted by bars.
    /// - Throws: `ServerProcess.NotStarted` in the server's words.
    @discardableResult
    package func query(_ sql: String, at address: String? = nil) throws -> String {
        let client = try Client(address ?? self.address(schema: "public"))
        // By the input and not by an argument: a test's statement may be long.
        try client.say(sql)
        return try client.end()
    }

    /// Does something while another connection is in a transaction that has run a statement.
    package func holding<Result>(
        _ sql: String, at address: String, _ work: () async throws -> Result
    ) async throws -> Result {
        let client = try Client(address)
        try client.say("BEGIN; \(sql);\n\\echo held\n")
        while true {
            let line = ServerProcess.line(from: client.output.fileHandleForReading)
            if line == "held" { break }
            // It has ended; why, it says now.
            if line.isEmpty { throw ServerProcess.NotStarted(description: try client.end()) }
        }
        let result = try await work()
        _ = try client.end()
        return result
    }

    /// A `psql` at work.
    private struct Client {
        let process = Process()
        let input = Pipe()
        let output = Pipe()
        let complaints = Pipe()

        init(_ address: String) throws {
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = ["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", address]
            process.standardInput = input
            process.standardOutput = output
            process.standardError = complaints
            try process.run()
        }

        func say(_ text: String) throws {
            try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        }

        func end() throws -> String {
            try input.fileHandleForWriting.close()
            let found = try output.fileHandleForReading.readToEnd() ?? Data()
            let said = try complaints.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            guard process.terminationStatus == 0 else {
                throw ServerProcess.NotStarted(description: String(decoding: said, as: UTF8.self))
            }
            return String(decoding: found, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        }
    }
}
