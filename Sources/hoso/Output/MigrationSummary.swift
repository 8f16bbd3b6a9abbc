import Foundation
import Ledger

/// What was carried over and found to be the same.
struct MigrationSummary {
    var tables: [LedgerTransfer.Verified]
    var events: Int
    /// Of all reports.
    var figures: Int
    /// Nil where they stay where they are.
    var scans: LedgerTransfer.CopiedBlobs?

    private var rows: Int { tables.reduce(0) { $0 + $1.rows } }

    func lines() -> [String] {
        let table = tables.map { [$0.table, String($0.rows), String($0.digest.prefix(16))] }
        let ends = [
            "\(rows) rows in \(tables.count) tables, the same on both sides",
            "\(events) events in one chain, \(figures) figures of the reports the same",
        ]
        let sent = scans.map { ["\($0.there) scans in the new store, \($0.lost) lost"] } ?? []
        return TextTable.lines([["TABLE", "ROWS", "SHA-256"]] + table) + [""] + ends + sent
    }

    func objects() throws -> [String] {
        try tables.map { try JSONLine.text(TableObject(table: $0.table, rows: $0.rows, sha256: $0.digest)) } + [
            try JSONLine.text(
                EndObject(
                    summary: .init(
                        tables: tables.count, rows: rows, events: events, figures: figures,
                        scans: scans?.there, lost: scans?.lost)))
        ]
    }
}

private struct TableObject: Encodable {
    var table: String
    var rows: Int
    var sha256: String
}

private struct EndObject: Encodable {
    struct Summary: Encodable {
        var tables: Int
        var rows: Int
        var events: Int
        var figures: Int
        var scans: Int?
        var lost: Int?
    }

    var summary: Summary
}

/// What stderr says while a ledger is carried over: on a terminal how far it is, otherwise a line a stage.
final class MigrationDiary {
    private let isShown: Bool
    private var stage: String?

    init(isShown: Bool) {
        self.isShown = isShown
    }

    func tell(_ stage: String, _ step: LedgerTransfer.Step) {
        guard isShown else { return }
        if Console.hasTerminal {
            FileHandle.standardError.write(Data("\r\u{1b}[K\(stage) \(step.table): \(step.rows)".utf8))
        } else if self.stage != stage {
            Console.complain(stage)
        }
        self.stage = stage
    }

    /// Before anything else is said.
    func end() {
        if isShown, Console.hasTerminal { FileHandle.standardError.write(Data("\r\u{1b}[K".utf8)) }
    }
}
