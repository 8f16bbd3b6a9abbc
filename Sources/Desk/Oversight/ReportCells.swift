internal import Insight
internal import Routing

/// A report's cells as people read them.
struct ReportCells {
    let figures: Figures
    let texts: [String: String]

    /// - Parameter column: The column's key.
    func text(_ value: ReportTable.Value, in column: String) -> String {
        switch value {
        case .number(let number) where column == "chance" || column == "exact_test": figures.chance(number)
        case .text(let text): word(text, in: column)
        case .count(let count): figures.count(count)
        case .share(let share): figures.share(share)
        case .number(let number): figures.number(number)
        case .seconds(let seconds): figures.duration(seconds)
        case .nothing: "—"
        }
    }

    private func word(_ text: String, in column: String) -> String {
        switch column {
        case "due": text == "late" ? texts["due_late"] ?? text : Day(text).map(figures.day) ?? text
        case "month":
            text.split(separator: "-").count == 2 ? text.split(separator: "-").reversed().joined(separator: "/") : text
        case "moved", "promotable": texts["answer_\(text)"] ?? text
        case "what": texts["aspect_\(text)"] ?? text
        case "stage", "whose", "kind": texts["\(column)_\(text)"] ?? text
        case "why": ReasonTexts.text(text, in: figures.language)
        case "column_1": text == "total" ? texts["total"] ?? text : text
        default: text
        }
    }

    func isNumber(_ value: ReportTable.Value) -> Bool {
        switch value {
        case .text: false
        case .count, .share, .number, .seconds, .nothing: true
        }
    }
}
