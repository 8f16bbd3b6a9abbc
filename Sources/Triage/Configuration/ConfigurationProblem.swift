/// Something wrong in a configuration file, and where.
package struct ConfigurationProblem: Hashable, Sendable, CustomStringConvertible {
    package var file: String
    /// 1-based.
    package var line: Int
    /// 1-based.
    package var column: Int
    package var message: String

    package var description: String { "\(file):\(line):\(column): \(message)" }
}

/// Everything that is wrong in a configuration, at once.
package struct ConfigurationError: Error, CustomStringConvertible {
    package var problems: [ConfigurationProblem]

    package var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// Gathers problems, so that a person sees all of them and not the first alone.
final class ProblemList {
    private(set) var problems: [ConfigurationProblem] = []

    func report(_ message: String, file: String, line: Int = 1, column: Int = 1) {
        problems.append(ConfigurationProblem(file: file, line: line, column: column, message: message))
    }

    func throwIfAny() throws {
        guard problems.isEmpty else { throw ConfigurationError(problems: problems) }
    }
}
