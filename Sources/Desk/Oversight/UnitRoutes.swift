internal import Dossiers
internal import Foundation
internal import Hummingbird
internal import Routing
internal import Triage

extension Desk {
    /// Which units there are on a day, and what each has to do.
    var unitRoutes: [DeskRoute] { [.get("/units", .overseers, unitsPage)] }

    private struct UnitsContent: Sendable {
        struct Part: Sendable {
            var title: String
            var rows: [Row]
        }

        struct Row: Sendable {
            var id: String
            var name: String
            var from: String
            /// Nil while there is no end.
            var until: String?
            /// Nil where nobody has its work then.
            var successor: String?
            var fields: [String]
            var procedures: [String]
            var handovers: [String]
        }

        var problem: String?
        var on: String
        var parts: [Part]
    }

    private func unitsPage(_ request: Request, _ context: DeskContext) async throws -> Response {
        let t = Texts.all(in: context.language)
        let asked = request.uri.queryParameters.get("on").flatMap { $0.isEmpty ? nil : $0 }
        let given = asked.flatMap { Day($0) }
        let day = given ?? today
        let all = pipeline.router.units.competences
        let parts: [(key: String, units: [Competence])] = [
            ("units_now", all.filter { $0.from <= day && ($0.until.map { day < $0 } ?? true) }),
            ("units_coming", all.filter { $0.from > day }),
            ("units_past", all.filter { $0.until.map { $0 <= day } ?? false }),
        ]
        let content = UnitsContent(
            problem: asked != nil && given == nil ? t["fault_day"] : nil, on: day.description,
            parts: parts.filter { !$0.units.isEmpty }.map { part in
                .init(title: t["\(part.key)_title"] ?? "", rows: part.units.map { row($0, on: day, context.language) })
            })
        return try page(
            "units", title: "units", content, request, context,
            status: content.problem == nil ? .ok : .unprocessableContent)
    }

    private func row(_ unit: Competence, on day: Day, _ language: Language) -> UnitsContent.Row {
        let figures = Figures(language: language)
        let name = { (id: String) in pipeline.router.units.unit(id, on: day)?.name ?? id }
        return UnitsContent.Row(
            id: unit.unit.id, name: name(unit.unit.id), from: figures.day(unit.from),
            until: unit.until.map(figures.day), successor: unit.successor.map(name), fields: unit.fields.sorted(),
            procedures: unit.procedures.sorted().map { code in
                pipeline.catalogue[code].map { "\(code) \($0.name)" } ?? code
            },
            handovers: unit.handovers.map { "\(figures.day($0.from)) → \(name($0.to))" })
    }
}
