internal import Dossiers
internal import Foundation
internal import Hummingbird
internal import Ledger
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
            /// Nil for none of its own.
            var count: String?
            var procedures: [String]
            var handovers: [String]
        }

        struct Kind: Sendable {
            var kind: String
            var label: String
        }

        struct Decision: Sendable {
            var day: String
            var what: String
            var line: String
            var followed: String
            var actor: String
            /// Where it is taken back; nil for what holds already, and for whoever may not.
            var withdraw: String?
        }

        var problem: String?
        var on: String
        var mayReorganize: Bool
        var kinds: [Kind]
        var parts: [Part]
        var hasDecisions: Bool
        var decisions: [Decision]
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
        let mayReorganize = context.account?.role == .administrator
        let decisions = try await decisions(context, mayReorganize: mayReorganize)
        let content = UnitsContent(
            problem: asked != nil && given == nil ? t["fault_day"] : nil, on: day.description,
            mayReorganize: mayReorganize,
            kinds: Reorganization.Kind.allCases.map {
                .init(kind: $0.rawValue, label: t["reorganize_\($0.rawValue)"] ?? "")
            },
            parts: parts.filter { !$0.units.isEmpty }.map { part in
                .init(title: t["\(part.key)_title"] ?? "", rows: part.units.map { row($0, on: day, context.language) })
            }, hasDecisions: !decisions.isEmpty, decisions: decisions)
        return try page(
            "units", title: "units", content, request, context,
            status: content.problem == nil ? .ok : .unprocessableContent)
    }

    /// What was decided about units, the latest day first.
    private func decisions(_ context: DeskContext, mayReorganize: Bool) async throws -> [UnitsContent.Decision] {
        let words = ReorganizationWords(self, context.language)
        let now = clock()
        return try await ledger.reorganizations().reversed().map { record in
            let isOpen = record.appliedAt == nil && record.startsAt > now
            return UnitsContent.Decision(
                day: Day(record.day).map(words.figures.day) ?? record.day,
                what: words.texts["reorganize_\(record.kind.rawValue)"] ?? record.kind.rawValue,
                line: (try? record.reorganization()).map(words.line) ?? "",
                followed: record.appliedAt.map { words.figures.moment($0, in: pipeline.router.calendar.timeZone) }
                    ?? words.texts["units_not_yet"] ?? "",
                actor: record.actor,
                withdraw: mayReorganize && isOpen ? "/units/decisions/\(record.id)/withdraw" : nil)
        }
    }

    private func row(_ unit: Competence, on day: Day, _ language: Language) -> UnitsContent.Row {
        let figures = Figures(language: language)
        let name = { (id: String) in pipeline.router.units.unit(id, on: day)?.name ?? id }
        return UnitsContent.Row(
            id: unit.unit.id, name: name(unit.unit.id), from: figures.day(unit.from),
            until: unit.until.map(figures.day), successor: unit.successor.map(name), fields: unit.fields.sorted(),
            count: unit.procedures.isEmpty ? nil : figures.count(unit.procedures.count),
            procedures: unit.procedures.sorted().map { code in
                pipeline.catalogue[code].map { "\(code) \($0.name)" } ?? code
            },
            handovers: unit.handovers.map { "\(figures.day($0.from)) → \(name($0.to))" })
    }
}
