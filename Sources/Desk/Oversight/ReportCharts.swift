internal import Foundation
internal import Insight

/// Which figures of a report's table are drawn, and how.
struct ReportCharts {
    let figures: Figures
    let texts: [String: String]

    private static let goodAndBad: [Texture] = [.solid, .stripes, .dots, .bad, .badCross]

    /// Pictures of a table, in the order in which they are shown; none where there is nothing to draw.
    func pictures(of table: ReportTable) -> [String] {
        let charts: [BarChart] =
            switch table.name {
            case "sla":
                [bars(table, ["early", "on_time", "undated", "late", "overdue"], Self.goodAndBad)]
            case "II.06a":
                [
                    bars(
                        table, ["column_8", "column_9", "column_12", "column_10", "column_13"],
                        [.solid, .stripes, .dots, .bad, .badCross])
                ]
            case "volume":
                [
                    bars(table, ["auto", "review", "quarantined"], [.solid, .stripes, .badCross]),
                    bars(table, ["counter", "online", "post"], [.solid, .dots, .lines]),
                ]
            case "satisfaction": [bars(table, ["mean"], [.solid], whole: 5, words: figures.number)]
            case "service":
                [
                    bars(table, ["progress"], [.solid], whole: 1, words: figures.share),
                    bars(table, ["digitization"], [.stripes], whole: 1, words: figures.share),
                ]
            case "misroutes": [bars(table, ["rate"], [.bad], words: figures.share)]
            case "reviews": [bars(table, ["count"], [.stripes])]
            case "due-soon": [daysAhead(table)]
            default: []
            }
        if table.name == "time" { return [spans(table)].compactMap { $0 } }
        return charts.enumerated().compactMap { index, chart in
            chart.bars.contains { $0.sum > 0 } ? chart.picture("\(identifier(table.name))-\(index + 1)") : nil
        }
    }

    /// - Parameter columns: The columns' keys, in the order of the parts.
    private func bars(
        _ table: ReportTable, _ columns: [String], _ textures: [Texture], whole: Double? = nil,
        words: (@Sendable (Double) -> String)? = nil
    ) -> BarChart {
        let places = columns.map { key in table.columns.firstIndex { $0.key == key } }
        let figures = figures
        return BarChart(
            title: texts["chart_\(identifier(table.name))_\(columns[0])"] ?? texts["table_\(identifier(table.name))"]
                ?? "",
            series: zip(columns, textures).map { .init(name: texts["column_\($0)"] ?? $0, texture: $1) },
            bars: table.rows.filter { $0.first != .text("total") }.map { row in
                .init(
                    label: label(of: row, in: table, until: places.compactMap { $0 }.min() ?? 0),
                    values: places.map { place in place.map { row[$0].amount } ?? 0 })
            },
            whole: whole, words: words ?? { figures.count(Int($0.rounded())) })
    }

    /// What is due, day by day, whoever has it.
    private func daysAhead(_ table: ReportTable) -> BarChart {
        var sums: [String: Double] = [:]
        for row in table.rows {
            guard case .text(let due) = row[row.count - 2] else { continue }
            sums[due, default: 0] += row[row.count - 1].amount
        }
        let days = sums.sorted { ($0.key == "late" ? "" : $0.key) < ($1.key == "late" ? "" : $1.key) }
        let figures = figures
        return BarChart(
            title: texts["table_due-soon"] ?? "",
            series: [
                .init(name: texts["due_open"] ?? "", texture: .solid),
                .init(name: texts["due_late"] ?? "", texture: .badCross),
            ],
            bars: days.map { day, items in
                .init(
                    label: ReportCells(figures: figures, texts: texts).text(.text(day), in: "due"),
                    values: day == "late" ? [0, items] : [items, 0])
            },
            words: { figures.count(Int($0)) })
    }

    private func spans(_ table: ReportTable) -> String? {
        guard let stage = table.columns.firstIndex(where: { $0.key == "stage" }), !table.rows.isEmpty else {
            return nil
        }
        let figures = figures
        let spans = table.rows.map { row in
            SpanChart.Span(
                label: label(of: row, in: table, until: stage + 1), median: row[stage + 3].amount,
                ninetieth: row[stage + 4].amount, ninetyNinth: row[stage + 5].amount)
        }
        return SpanChart(title: texts["chart_time"] ?? "", spans: spans, words: figures.duration).picture("time-1")
    }

    /// What a row is about: names where there are names.
    private func label(of row: [ReportTable.Value], in table: ReportTable, until end: Int) -> String {
        let cells = ReportCells(figures: figures, texts: texts)
        var parts: [String] = []
        for index in 0..<end where !["whose", "column_1"].contains(table.columns[index].key) {
            let key = table.columns[index].key
            let isNamed = index + 1 < end && table.columns[index + 1].key == key + "_name"
            if isNamed, row[index + 1] != .nothing { continue }
            // The columns before the figures only: numbers say nothing about what a row is.
            guard case .text = row[index] else {
                if row[index] == .nothing, !key.hasSuffix("_name") { parts.append(texts["nobody"] ?? "—") }
                continue
            }
            parts.append(cells.text(row[index], in: key))
        }
        if parts.isEmpty, let why = table.columns.firstIndex(where: { $0.key == "why" }) {
            return cells.text(row[why], in: "why")
        }
        return parts.isEmpty ? texts["whole_office"] ?? "" : parts.joined(separator: " · ")
    }

    private func identifier(_ name: String) -> String { name.replacing(".", with: "-") }
}

extension ReportTable.Value {
    /// 0 where there is no figure.
    fileprivate var amount: Double {
        switch self {
        case .count(let count): Double(count)
        case .share(let number), .number(let number), .seconds(let number): number
        case .text, .nothing: 0
        }
    }
}
