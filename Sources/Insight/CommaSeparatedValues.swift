internal import Foundation

extension ReportTable {
    /// Tables for a spreadsheet or a program, a line of names first, lines ended by `\n`.
    ///
    /// A spreadsheet takes one table: the name in front tells several apart. Source: RFC 4180.
    package static func commaSeparatedValues(_ tables: [ReportTable]) -> String {
        var lines: [String] = []
        for table in tables {
            let (title, name) = tables.count > 1 ? (["table"], [table.name]) : ([], [])
            lines.append(line(of: title + table.columns.map(\.key)))
            lines += table.rows.map { line(of: name + $0.map(plain)) }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func plain(_ value: Value) -> String {
        switch value {
        case .text(let text): text
        case .count(let count): String(count)
        case .share(let number), .number(let number), .seconds(let number): String(format: "%.6g", number)
        case .nothing: ""
        }
    }

    /// A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    private static func line(of cells: [String]) -> String {
        cells.map { cell in
            let first = cell.first
            let safe = first == "=" || first == "+" || first == "@" ? "'" + cell : cell
            let needsQuotes = safe.contains { $0 == "," || $0 == "\"" || $0.isNewline }
            return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
        }.joined(separator: ",")
    }
}
