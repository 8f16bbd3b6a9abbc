internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Insight
internal import Ledger
internal import Routing
internal import Triage

extension Desk {
    /// The ledger's reports: as pages, and as CSV.
    var reportRoutes: [DeskRoute] {
        [
            .get("/reports", .overseers) { _, _ in .redirect(to: "/reports/\(ReportKind.sla.rawValue)") },
            .get("/reports/:report", .overseers) { request, context in
                let kind = try reportKind(context)
                do {
                    let question = try ReportQuestion(kind, request.uri.queryParameters, today: today)
                    return try await reportPage(question, request, context)
                } catch let fault as ReportQuestion.Fault {
                    return try await reportPage(ReportQuestion(kind, today: today), fault: fault, request, context)
                }
            },
            .get("/reports/:report/csv", .overseers) { request, context in
                let kind = try reportKind(context)
                guard let question = try? ReportQuestion(kind, request.uri.queryParameters, today: today) else {
                    throw HTTPError(.unprocessableContent)
                }
                return try await commaSeparatedValues(question)
            },
        ]
    }

    private func reportKind(_ context: DeskContext) throws -> ReportKind {
        guard let kind = ReportKind(rawValue: try context.parameters.require("report")) else {
            throw HTTPError(.notFound)
        }
        return kind
    }

    /// What `hoso report --csv` prints, to be kept as a file. The mark before it tells spreadsheets that it is UTF-8.
    private func commaSeparatedValues(_ question: ReportQuestion) async throws -> Response {
        let text = ReportTable.commaSeparatedValues(try await question.kind.tables(from: question.source(in: self)))
        var response = Response.made(Array("\u{FEFF}\(text)".utf8), "text/csv; charset=utf-8")
        let name = "\(question.kind.rawValue)-\(question.period.from)-\(question.period.to).csv"
        response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return response
    }

    private func reportPage(
        _ question: ReportQuestion, fault: ReportQuestion.Fault? = nil, _ request: Request, _ context: DeskContext
    ) async throws -> Response {
        let tables = try await question.kind.tables(from: question.source(in: self))
        let content = ReportContent(
            question, tables, fault, Figures(language: context.language), Texts.all(in: context.language), today: today)
        return try page(
            "report", title: "report_\(question.kind.rawValue)", content, request, context,
            status: fault == nil ? .ok : .unprocessableContent)
    }
}

/// What the page of a report is filled with.
struct ReportContent: Sendable {
    struct Link: Sendable {
        var path: String
        var label: String
        var isCurrent = false
    }

    struct Choice: Sendable {
        var value: String
        var label: String
        var isChosen: Bool
    }

    struct Cell: Sendable {
        var text: String
        var isNumber: Bool
        var isCode = false
    }

    struct Row: Sendable {
        var cells: [Cell]
    }

    struct Table: Sendable {
        var title: String
        var pictures: [String]
        var columns: [Cell]
        var rows: [Row]
        var note: String?
    }

    var report: String
    var problem: String?
    var tabs: [Link]
    var spans: [Link]
    var looksAhead: Bool
    var days: Int
    var from: String
    var to: String
    var period: String
    var isKeptApart: Bool
    var dimensions: [Choice]
    var byPresentUnits: Bool
    var csv: String
    var tables: [Table]

    init(
        _ question: ReportQuestion, _ found: [ReportTable], _ fault: ReportQuestion.Fault?, _ figures: Figures,
        _ t: [String: String], today: Day
    ) {
        report = question.kind.rawValue
        problem = fault.flatMap { t[$0.key] }
        tabs = Self.tabs(question.kind, t)
        spans = question.kind.looksAhead ? [] : Self.spans(question, t, today: today)
        looksAhead = question.kind.looksAhead
        days = question.period.to.number - question.period.from.number
        from = question.period.from.description
        to = question.period.to.description
        period = "\(figures.day(question.period.from)) – \(figures.day(question.period.to))"
        isKeptApart = !question.kind.dimensions.isEmpty
        dimensions = question.kind.dimensions.map {
            Choice(
                value: $0.rawValue, label: t["by_\($0.rawValue)"] ?? "", isChosen: question.dimensions.contains($0))
        }
        byPresentUnits = question.byPresentUnits
        csv = "/reports/\(question.kind.rawValue)/csv?\(question.query)"
        tables = found.map { Self.table($0, figures, t) }
    }

    static func tabs(_ current: ReportKind?, _ t: [String: String]) -> [Link] {
        ReportKind.allCases.map {
            Link(path: "/reports/\($0.rawValue)", label: t["report_\($0.rawValue)"] ?? "", isCurrent: $0 == current)
        } + [Link(path: "/confusions", label: t["confusions"] ?? "", isCurrent: current == nil)]
    }

    private static func spans(_ question: ReportQuestion, _ t: [String: String], today: Day) -> [Link] {
        let month = today.monthsFirst
        let lastMonth = Day(number: month.number - 1)
        let parts = today.components
        let quarter = Day(year: parts.year, month: (parts.month - 1) / 3 * 3 + 1, day: 1) ?? month
        let year = Day(year: parts.year, month: 1, day: 1) ?? month
        let choices = [
            ("span_month", month, today), ("span_last_month", lastMonth.monthsFirst, lastMonth),
            ("span_quarter", quarter, today), ("span_year", year, today),
        ]
        return choices.map { key, first, last in
            var other = question
            other.period = ReportPeriod(from: first, numberOfLast: last.number)
            return Link(
                path: "/reports/\(question.kind.rawValue)?\(other.query)", label: t[key] ?? "",
                isCurrent: other.period == question.period)
        }
    }

    static func table(_ table: ReportTable, _ figures: Figures, _ t: [String: String]) -> Table {
        let name = table.name.replacing(".", with: "-")
        let cells = ReportCells(figures: figures, texts: t)
        // People know units by name; programs have the identifiers in the CSV.
        let shown = table.columns.indices.filter { index in
            table.columns[index].key != "unit" || !table.columns.contains { $0.key == "unit_name" }
        }
        return Table(
            title: t["table_\(name)"] ?? table.name,
            pictures: ReportCharts(figures: figures, texts: t).pictures(of: table),
            columns: shown.map { index in
                let column = table.columns[index]
                return Cell(
                    text: t["column_\(column.key)"] ?? column.title,
                    isNumber: table.rows.first.map { cells.isNumber($0[index]) } ?? false)
            },
            rows: table.rows.map { row in
                Row(
                    cells: shown.map { index in
                        let key = table.columns[index].key
                        // A unit that is in no table any more has its identifier only.
                        let isNameless = key == "unit_name" && row[index] == .nothing && index > 0
                        let value = row[isNameless ? index - 1 : index]
                        return Cell(
                            text: cells.text(value, in: key), isNumber: cells.isNumber(value),
                            isCode: key == "procedure" || key == "month" || key == "due")
                    })
            },
            note: t["note_\(name)"])
    }
}
