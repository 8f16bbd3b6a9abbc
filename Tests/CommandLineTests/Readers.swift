import Foundation

/// Reader processes, as /proc shows them.
enum Readers {
    /// Those whose parent runs with these words on its command line.
    static func running(under words: String) throws -> [Int32] {
        try processes { $0.contains("hoso") && $0.contains("reader") }
            .filter { reader in
                guard let parent = parent(of: reader) else { return false }
                return commandLine(of: parent).contains(words)
            }
    }

    static func processes(where matches: (String) -> Bool) throws -> [Int32] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap(Int32.init)
            .filter { $0 != getpid() && matches(commandLine(of: $0)) }
    }

    /// User and system time.
    static func processorSeconds(of process: Int32) -> Double {
        let ticks = fields(of: process).dropFirst(11).prefix(2).compactMap { Double($0) }.reduce(0, +)
        return ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    private static func parent(of process: Int32) -> Int32? {
        fields(of: process).dropFirst().first.flatMap { Int32($0) }
    }

    /// The fields of /proc/N/stat behind the name, which may hold anything: state, parent, …
    private static func fields(of process: Int32) -> [Substring] {
        let stat = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
        guard let end = stat.lastIndex(of: ")") else { return [] }
        return stat[stat.index(after: end)...].split(separator: " ")
    }

    private static func commandLine(of process: Int32) -> String {
        let bytes = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") ?? Data()
        return String(decoding: bytes, as: UTF8.self).replacing("\0", with: " ")
    }
}
