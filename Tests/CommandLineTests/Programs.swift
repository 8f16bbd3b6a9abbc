import Subprocess

/// Other people's programs, as second opinions on what `hoso` wrote.
enum Programs {
    struct Outcome {
        /// Nil where a signal ended it.
        var status: Int32?
        var output: String
    }

    @discardableResult
    static func run(_ words: String...) async throws -> Outcome { try await run(words) }

    @discardableResult
    static func run(_ words: [String]) async throws -> Outcome {
        let result = try await Subprocess.run(
            .name(words.first ?? ""), arguments: Arguments(Array(words.dropFirst())),
            output: .bytes(limit: 16 << 20), error: .discarded)
        var outcome = Outcome(status: nil, output: String(decoding: result.standardOutput, as: UTF8.self))
        if case .exited(let code) = result.terminationStatus { outcome.status = code }
        return outcome
    }
}
