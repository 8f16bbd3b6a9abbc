import Foundation

/// stdout is the result, stderr the conversation.
enum Console {
    static func say(_ line: String) {
        write(line + "\n")
    }

    /// Lines that end as they should already.
    static func write(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }

    static func complain(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    static var hasTerminal: Bool { isatty(STDERR_FILENO) != 0 }
}

/// Where this program lies, to start it again as a reader.
enum Executable {
    static var path: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    }
}
