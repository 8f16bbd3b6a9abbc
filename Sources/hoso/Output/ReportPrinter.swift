import Foundation
import Insight

/// A report on stdout: for a terminal, as CSV, or one JSON object a line.
enum ReportPrinter {
    enum Form {
        case table, json, csv
    }

    static func say(_ tables: [ReportTable], as form: Form) throws {
        if form == .csv { return Console.write(ReportTable.commaSeparatedValues(tables)) }
        for (index, table) in tables.enumerated() {
            switch form {
            case .csv: break
            case .table:
                if index > 0 { Console.say("") }
                if tables.count > 1 { Console.say(table.name) }
                let rows = table.rows.map { $0.map { TextTable.cell(text($0), 44) } }
                TextTable.lines([table.columns.map(\.title)] + rows).forEach(Console.say)
                table.notes.forEach { Console.complain("note: \($0)") }
            case .json:
                for row in table.rows {
                    Console.say(try JSONLine.text(ReportRow(table, row)))
                }
            }
        }
    }

    /// For people.
    private static func text(_ value: ReportTable.Value) -> String {
        switch value {
        case .text(let text): text
        case .count(let count): String(count)
        case .share(let share): String(format: "%.1f %%", share * 100)
        case .number(let number): String(format: abs(number) < 0.095 && number != 0 ? "%.2g" : "%.2f", number)
        case .seconds(let seconds): duration(seconds)
        case .nothing: "-"
        }
    }

    private static func duration(_ seconds: Double) -> String {
        switch seconds {
        case ..<0.9995: String(format: "%.0f ms", seconds * 1_000)
        case ..<120: String(format: "%.1f s", seconds)
        case ..<7_200: String(format: "%.0f min", seconds / 60)
        case ..<172_800: String(format: "%.1f h", seconds / 3_600)
        default: String(format: "%.1f days", seconds / 86_400)
        }
    }
}
