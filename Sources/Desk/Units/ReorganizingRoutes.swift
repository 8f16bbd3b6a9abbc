internal import Dossiers
internal import Foundation
internal import Hummingbird
internal import Ledger
internal import Routing
internal import Triage

extension Desk {
    /// Reorganising units: said in a form, looked at as it would be, decided, and taken back before its day. For
    /// administrators, because it changes what a unit's accounts see.
    var reorganizingRoutes: [DeskRoute] {
        let administrators = Access.roles([.administrator])
        return [
            .get("/units/reorganize/:kind", administrators) { request, context in
                try await reorganizingPage(try Self.kind(context), request, context)
            },
            .post("/units/reorganize/:kind", administrators, previewReorganization),
            .post("/units/decisions", administrators, decideReorganization),
            .post("/units/decisions/:id/withdraw", administrators) { _, context in
                try await ledger.withdrawReorganization(
                    context.parameters.require("id"), by: context.account?.name ?? "", now: clock())
                return .redirect(to: "/units#decisions")
            },
        ]
    }

    private static func kind(_ context: DeskContext) throws -> Reorganization.Kind {
        guard let kind = Reorganization.Kind(rawValue: try context.parameters.require("kind")) else {
            throw HTTPError(.notFound)
        }
        return kind
    }

    // MARK: Looked at

    private struct PreviewContent: Sendable {
        struct Work: Sendable {
            var field: String
            var from: String
            var to: String
            var procedures: String
        }

        struct Move: Sendable {
            var from: String
            var to: String
            var items: String
        }

        var kind: String
        var title: String
        var line: String
        var day: String
        /// Whether it holds as soon as it is decided.
        var isDue: Bool
        var work: [Work]
        var hasWork: Bool
        var moves: [Move]
        var items: String
        /// What is sent to decide it.
        var plan: String
        var on: String
    }

    private func previewReorganization(_ request: Request, _ context: DeskContext) async throws -> Response {
        let kind = try Self.kind(context)
        guard let form = context.form else { throw HTTPError(.badRequest) }
        let words = ReorganizationWords(self, context.language)
        let read = ReorganizationForm(
            form: form, kind: kind, units: standingUnits.map(\.id), fields: pipeline.catalogue.fields,
            isProcedure: { pipeline.catalogue[$0] != nil })
        let reorganization: Reorganization
        let preview: ReorganizationPreview
        do {
            reorganization = try read.reorganization()
        } catch let fault as ReorganizationForm.Fault {
            return try await reorganizingPage(kind, problem: words.texts[fault.key], request, context)
        }
        do {
            preview = try await ReorganizationPreview(of: reorganization, under: pipeline, in: ledger)
        } catch let error as ReorganizationError {
            let problem = words.text(error, reorganization.founded)
            return try await reorganizingPage(kind, problem: problem, request, context)
        }
        let name = { (id: String) in
            id == "-"
                ? words.texts["reorganize_nobody"] ?? ""
                : reorganization.founded[id] ?? units.unit(id, on: reorganization.day)?.name ?? id
        }
        let moves = Dictionary(grouping: preview.items, by: { [$0.from, $0.to] }).sorted {
            $0.key.lexicographicallyPrecedes($1.key)
        }
        let content = PreviewContent(
            kind: kind.rawValue, title: words.texts["reorganize_\(kind.rawValue)"] ?? "",
            line: words.line(reorganization), day: words.figures.day(reorganization.day),
            isDue: reorganization.day <= today,
            work: preview.work.map {
                .init(
                    field: $0.field, from: name($0.from), to: name($0.to),
                    procedures: words.figures.count($0.procedures))
            },
            hasWork: !preview.work.isEmpty,
            moves: moves.map { key, items in
                .init(from: name(key[0]), to: name(key[1]), items: words.figures.count(items.count))
            },
            items: words.figures.count(preview.items.count), plan: try ReorganizationPlan(reorganization).text,
            on: reorganization.day.description)
        return try page("preview", title: "reorganize_preview", content, request, context)
    }

    // MARK: Decided

    private func decideReorganization(_ request: Request, _ context: DeskContext) async throws -> Response {
        guard let form = context.form, let account = context.account,
            let kind = form["kind"].flatMap(Reorganization.Kind.init(rawValue:)),
            let day = form["day"].flatMap({ Day($0) }),
            let reorganization = form["plan"].flatMap(ReorganizationPlan.init(text:))?.reorganization(kind, on: day),
            reorganization.founded.allSatisfy({ ReorganizationForm.isIdentifier($0.key) && !$0.value.isEmpty })
        else { throw HTTPError(.badRequest) }
        do {
            _ = try await ledger.decide(reorganization, under: pipeline, by: account.name, now: clock())
        } catch let error as ReorganizationError {
            // Something else was decided since it was looked at.
            let problem = ReorganizationWords(self, context.language).text(error, reorganization.founded)
            return try await reorganizingPage(kind, problem: problem, request, context)
        }
        _ = try await run.pipeline.passOn(in: ledger, now: clock())
        return .redirect(to: "/units#decisions")
    }
}
