import Foundation

/// What a test looks at in a line of `hoso run --json`.
struct RunResult: Decodable, Hashable {
    struct Procedure: Decodable, Hashable {
        var code: String
        var probability: Double
    }

    struct Field: Decodable, Hashable {
        var value: String?
    }

    var dossier: String?
    var code: String?
    var source: String
    var pages: [Int]
    var procedure: Procedure?
    var decision: String
    var reason: String
    struct Task: Decodable, Hashable {
        var unit: String
        var due: String?
    }

    var unit: String?
    var tasks: [Task]?
    var due: String?
    var fields: [String: Field]?
    var repeated: Bool?

    /// Every unit's share has a date, or none has because the catalogue gives no time limit.
    var tasksAreDue: Bool { (tasks ?? []).allSatisfy { ($0.due == nil) == (due == nil) } && !(tasks ?? []).isEmpty }
}

struct RunSummary: Decodable, Hashable {
    var pages: Int
    var read: Int
    var blank: Int
    var separator: Int
    var quarantined: Int
    var dossiers: Int
    var auto: Int
    var review: Int
    var refused: Int
    var repeated: Int

    var isBalanced: Bool { pages == read + blank + separator + quarantined }
}

/// The output of `hoso run --json`, read back.
struct RunOutput {
    private struct SummaryLine: Decodable {
        var summary: RunSummary
    }

    var results: [RunResult]
    var summary: RunSummary

    init(_ outcome: HosoCommand.Outcome) throws {
        let decoder = JSONDecoder()
        results = try outcome.lines.dropLast().map { try decoder.decode(RunResult.self, from: Data($0.utf8)) }
        summary = try decoder.decode(SummaryLine.self, from: Data((outcome.lines.last ?? "").utf8)).summary
    }

    /// What must be the same however a run came to its end: everything but identifiers and times.
    var essence: [String] {
        results.map { result in
            let fields = (result.fields ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.value ?? "-")" }
            return ["\(result.source) \(result.pages)", result.procedure?.code ?? "-", result.decision, result.reason]
                .joined(separator: "|") + fields.joined(separator: ",")
        }.sorted()
    }
}
