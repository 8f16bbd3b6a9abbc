import Foundation
internal import Yams

/// A mapping of a YAML file that knows where it stands. What is missing or of the wrong kind is
/// reported to the list of problems with its line and column, and reading goes on.
struct YAMLMap {
    let file: String
    let problems: ProblemList
    private let node: Node
    private let values: [(key: Node, value: Node)]

    /// Nil, with the problem reported, where the file cannot be read or holds no mapping.
    init?(contentsOf url: URL, problems: ProblemList) {
        let name = url.relativePath
        guard let text = try? String(contentsOf: url, encoding: .utf8) else {
            let exists = FileManager.default.fileExists(atPath: url.path)
            problems.report(exists ? "cannot be read as UTF-8 text" : "no such file", file: name)
            return nil
        }
        do {
            guard let node = try Yams.compose(yaml: text) else {
                problems.report("the file is empty", file: name)
                return nil
            }
            self.init(node, file: name, problems: problems)
        } catch let error as YamlError {
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                problems.report("not YAML: \(problem)", file: name, line: mark.line, column: mark.column)
            case .duplicatedKeysInMapping(let duplicates, let context):
                problems.report(
                    "“\(duplicates.joined(separator: "”, “"))” stands more than once in this mapping", file: name,
                    line: context.mark.line, column: context.mark.column)
            default:
                problems.report("not YAML", file: name)
            }
            return nil
        } catch {
            problems.report("not YAML", file: name)
            return nil
        }
    }

    private init?(_ node: Node, file: String, problems: ProblemList) {
        guard let mapping = node.mapping else {
            let mark = node.mark
            problems.report(
                "expected a mapping (key: value)", file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
            return nil
        }
        self.file = file
        self.problems = problems
        self.node = node
        values = mapping.map { ($0.key, $0.value) }
    }

    var keys: [String] { values.compactMap(\.key.scalar?.string) }

    func has(_ key: String) -> Bool { value(key) != nil }

    /// Reports a problem at the value of a key, or at the mapping itself.
    func report(_ message: String, at key: String? = nil) {
        report(message, node: key.flatMap(value) ?? node)
    }

    /// Reports every key that is not one of these, with the nearest that is.
    func refuseKeys(otherThan known: Set<String>) {
        for (key, _) in values where !known.contains(key.scalar?.string ?? "") {
            let name = key.scalar?.string ?? "?"
            report("unknown key “\(name)”; known here: \(known.sorted().joined(separator: ", "))", node: key)
        }
    }

    func text(_ key: String) -> String? {
        required(key) { $0.scalar?.string }.flatMap { text in
            if text.isEmpty { report("“\(key)” is empty", at: key) }
            return text.isEmpty ? nil : text
        }
    }

    func text(_ key: String, default fallback: String) -> String { has(key) ? text(key) ?? fallback : fallback }

    func number(_ key: String) -> Double? { required(key, "a number") { Double($0.scalar?.string ?? "") } }

    func number(_ key: String, default fallback: Double) -> Double { has(key) ? number(key) ?? fallback : fallback }

    func integer(_ key: String) -> Int? { required(key, "a whole number") { Int($0.scalar?.string ?? "") } }

    func integer(_ key: String, default fallback: Int) -> Int { has(key) ? integer(key) ?? fallback : fallback }

    func flag(_ key: String, default fallback: Bool) -> Bool {
        guard has(key) else { return fallback }
        return required(key, "true or false") { ["true": true, "false": false][$0.scalar?.string ?? ""] } ?? fallback
    }

    /// Empty where the key is absent.
    ///
    /// - Parameter check: says what is wrong with one of them, or nil; it is reported where that one stands.
    func texts(_ key: String, check: (String) -> String? = { _ in nil }) -> [String] {
        guard has(key) else { return [] }
        return items(key).compactMap { item in
            if item.scalar == nil { report("expected text", node: item) }
            if let message = item.scalar.flatMap({ check($0.string) }) { report(message, node: item) }
            return item.scalar?.string
        }
    }

    func map(_ key: String) -> YAMLMap? {
        required(key, "a mapping") { $0 }.flatMap { YAMLMap($0, file: file, problems: problems) }
    }

    /// The mappings of a list; empty where the key is absent.
    func maps(_ key: String) -> [YAMLMap] {
        guard has(key) else { return [] }
        return items(key).compactMap { YAMLMap($0, file: file, problems: problems) }
    }

    private func items(_ key: String) -> [Node] {
        required(key, "a list") { $0.sequence.map(Array.init) } ?? []
    }

    private func value(_ key: String) -> Node? { values.first { $0.key.scalar?.string == key }?.value }

    private func required<Value>(_ key: String, _ kind: String = "text", _ read: (Node) -> Value?) -> Value? {
        guard let found = value(key) else {
            report("“\(key)” is missing", node: node)
            return nil
        }
        guard let result = read(found) else {
            report("“\(key)” should be \(kind)", node: found)
            return nil
        }
        return result
    }

    private func report(_ message: String, node: Node) {
        problems.report(message, file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }
}
