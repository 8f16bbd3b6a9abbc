internal import Dossiers
internal import Foundation
internal import Hummingbird
internal import Insight
internal import Ledger
internal import Routing
internal import Triage

extension APIRoute {
    /// The office: whose token it is, procedures, units, reports, models; and the API itself.
    static let office: [APIRoute] = [
        .get(
            "/account", .people, "account", "Whom the token opens the door for.",
            Answer(.json(AccountObject.schema), "The account.")
        ) { _, _, context in
            guard let (account, until) = context.program else { throw Problem(.unauthorized) }
            return try .json(
                AccountObject(
                    account: account.name, role: account.role.rawValue, unit: account.unit,
                    until: LocalTime.text(until)))
        },
        .get(
            "/procedures", DossierRights.readers, "procedures",
            "Finds procedures of the catalogue by words, with or without tone marks, or by code.",
            parameters: [
                Parameter(name: "q", schema: .text(most: 200), note: "Words or a code.", isRequired: true),
                Parameter(name: "limit", schema: .integer(1...200), note: "12 where it is left out."),
            ], Answer(.json(ProceduresObject.schema), "The best first.")
        ) { desk, request, _ in
            let asked = FormFields(request.uri.query ?? "")
            let found = desk.procedures.find(asked["q"] ?? "", limit: asked["limit"].flatMap { Int($0) } ?? 12)
            return try .json(ProceduresObject(rows: found.map(ProcedureObject.init)))
        },
        .get(
            "/units", .people, "units", "The units there are on a day, and what each is competent for.",
            parameters: [Parameter(name: "on", schema: .day, note: "Today where it is left out.")],
            Answer(.json(UnitsObject.schema), "The units.")
        ) { desk, request, _ in
            let day = request.uri.queryParameters["on"].flatMap { Day(String($0)) } ?? desk.today
            let table = desk.pipeline.router.units
            let rows = table.competences.filter { $0.isStanding(on: day) }.map { competence in
                UnitObject(competence, name: table.unit(competence.unit.id, on: day)?.name ?? competence.unit.name)
            }
            return try .json(UnitsObject(rows: rows))
        },
        .get(
            "/reports/:report", .overseers, "report",
            """
            A report, by its name: \(ReportKind.allCases.map(\.rawValue).joined(separator: ", ")). Its rows are those \
            that `hoso report NAME --json` prints.
            """,
            parameters: [
                Parameter(name: "from", schema: .day, note: "The first day; the first of the month by default."),
                Parameter(name: "to", schema: .day, note: "The last day; today by default."),
                Parameter(name: "days", schema: .integer(0...366), note: "Days ahead, for due-soon."),
                Parameter(
                    name: "by", schema: .text(most: 100),
                    note: "unit, procedure, field, month: with commas; none for the whole office."),
                Parameter(
                    name: "units", schema: .word(["then", "now"]), note: "Units as they were, or those of today."),
            ], Answer(.json(ReportObject.schema), "The report.")
        ) { desk, request, context in
            guard let kind = ReportKind(rawValue: try context.parameters.require("report")) else {
                throw Problem(.notFound)
            }
            let question = try ReportQuestion(kind, request.uri.queryParameters, today: desk.today)
            let tables = try await kind.tables(from: question.source(in: desk))
            return try .json(
                ReportObject(
                    from: question.period.from.description, to: question.period.to.description,
                    rows: tables.flatMap { table in table.rows.map { ReportRow(table, $0) } }))
        },
        .get(
            "/models", .overseers, "models", "The versions of the model, the oldest first, and which are at work.",
            Answer(.json(ModelsObject.schema), "The versions; where none is serving, the pipeline's own is.")
        ) { desk, _, _ in
            let atWork = try await desk.ledger.modelsAtWork()
            let versions = try await desk.ledger.modelVersions()
            return try .json(ModelsObject(rows: versions.map { ModelObject($0, atWork) }))
        },
        .get(
            "/openapi.json", .everyone, "description", "This description (OpenAPI 3.1).",
            Answer(.json(.anything), "The description.")
        ) { _, _, _ in
            .made(try OpenAPI.text(), "application/json; charset=utf-8")
        },
        .get(
            "/problems/:kind", .everyone, "problem", "What a problem's `type` means, and what to do about it.",
            Answer(.json(ProblemHelp.schema), "The problem.")
        ) { _, _, context in
            guard let kind = ProblemKind(rawValue: try context.parameters.require("kind")) else {
                throw Problem(.notFound)
            }
            return try .json(
                ProblemHelp(type: kind.type, title: kind.title, status: kind.status, help: kind.help))
        },
    ]

    /// Everything.
    static let all: [APIRoute] = office + scans + dossiers + decisions + lists + queue

    private struct ProceduresObject: Described {
        var rows: [ProcedureObject]
        static let schema = Schema.object([.must("rows", .list(ProcedureObject.schema))])
    }

    private struct UnitsObject: Described {
        var rows: [UnitObject]
        static let schema = Schema.object([.must("rows", .list(UnitObject.schema))])
    }

    private struct ModelsObject: Described {
        var rows: [ModelObject]
        static let schema = Schema.object([.must("rows", .list(ModelObject.schema))])
    }

    private struct ProblemHelp: Described {
        var type: String
        var title: String
        var status: Int
        var help: String

        static let schema = Schema.object([
            .must("type", .text()), .must("title", .text()), .must("status", .integer(400...599)),
            .must("help", .text()),
        ])
    }
}
