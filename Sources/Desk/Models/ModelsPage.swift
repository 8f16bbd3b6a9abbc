internal import Foundation
internal import Hummingbird
internal import Insight
internal import Ledger
internal import Routing
internal import Triage

extension Desk {
    private struct ModelsContent: Sendable {
        struct Row: Sendable {
            var model: String
            /// As an address has it.
            var path: String
            var role: String
            var added: String
            var accuracy: String
            var calibration: String
            var alone: String
            var canPromote: Bool
            var canShadow: Bool
            var canStop: Bool
        }

        struct Change: Sendable {
            var at: String
            var what: String
            var model: String
            var actor: String
            var reason: String
        }

        var serving: String
        var since: String?
        /// What a rollback would let serve.
        var before: String?
        var rows: [Row]
        /// Nil where no version decides in the shadow.
        var shadow: String?
        var obstacle: String?
        var isBetter: Bool
        var tables: [ReportContent.Table]
        var drift: String
        var hasMoved: Bool
        var driftPath: String
        var hasChanges: Bool
        var changes: [Change]
    }

    /// Days that are held against as many before.
    private static let driftDays = 30

    func modelsPage(_ request: Request, _ context: DeskContext) async throws -> Response {
        let t = Texts.all(in: context.language)
        let figures = Figures(language: context.language)
        let zone = pipeline.router.calendar.timeZone
        let office = try await ModelOffice(self)
        let shadow = office.atWork.shadow?.identifier
        let report: ShadowReport? =
            if let shadow { try await office.report(on: shadow, in: ledger) } else { nil }
        let obstacle = report?.obstacle(errorLimit: pipeline.promise)
        let (drift, hasMoved, driftPath) = try await drift(figures, t)
        let content = ModelsContent(
            serving: office.serving, since: office.changes.last.map { figures.moment($0.at, in: zone) },
            before: office.before, rows: rows(office, figures, t), shadow: shadow,
            obstacle: obstacle.flatMap { t["obstacle_\($0.rawValue)"] }, isBetter: report != nil && obstacle == nil,
            tables: report.map { shadowTables($0, context.language) } ?? [], drift: drift, hasMoved: hasMoved,
            driftPath: driftPath, hasChanges: !office.changes.isEmpty,
            changes: office.changes.reversed().map { change in
                .init(
                    at: figures.moment(change.at, in: zone), what: t["models_\(change.kind.rawValue)"] ?? "",
                    model: change.model ?? office.own, actor: change.actor, reason: change.reason)
            })
        return try page("models", title: "models", content, request, context)
    }

    /// As `hoso model shadow` has them.
    func shadowTables(_ report: ShadowReport, _ language: Language) -> [ReportContent.Table] {
        report.tables(errorLimit: pipeline.promise).map {
            ReportContent.table($0, Figures(language: language), Texts.all(in: language))
        }
    }

    private func rows(_ office: ModelOffice, _ figures: Figures, _ t: [String: String]) -> [ModelsContent.Row] {
        let zone = pipeline.router.calendar.timeZone
        let own = row(
            office.own, added: t["models_own"] ?? "", pipeline.textBesideModel("figures.json"), office, figures, t)
        return [own]
            + office.versions.reversed().map { version in
                row(
                    version.identifier, added: "\(figures.moment(version.addedAt, in: zone)) · \(version.addedBy)",
                    version.figures, office, figures, t)
            }
    }

    private func row(
        _ name: String, added: String, _ measured: String, _ office: ModelOffice, _ figures: Figures,
        _ t: [String: String]
    ) -> ModelsContent.Row {
        let serves = name == office.serving
        let isShadow = name == office.atWork.shadow?.identifier
        let measured = ModelFigures(measured)
        let alone = measured?.coverage(promising: pipeline.promise).map {
            "\(figures.share($0.coverage)) (≥ \(figures.number($0.threshold)))"
        }
        let isKept = name != office.own
        let role = serves ? "models_serves" : isShadow ? "models_shadow" : ""
        return .init(
            model: name, path: name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "",
            role: t[role] ?? "", added: added,
            accuracy: measured?.heldOut.map { figures.share($0.accuracy) } ?? "—",
            calibration: measured?.heldOut.map { figures.share($0.calibrationError) } ?? "—",
            alone: alone ?? "—",
            canPromote: isKept && !serves, canShadow: isKept && !serves && !isShadow, canStop: isShadow)
    }

    /// What `hoso report drift` says of the last days, in a line.
    private func drift(_ figures: Figures, _ t: [String: String]) async throws -> (String, Bool, String) {
        var question = ReportQuestion(.drift, today: today)
        question.period = ReportPeriod(
            from: Day(number: today.number - Self.driftDays + 1), numberOfLast: today.number)
        let source = question.source(in: self)
        let report = try await DriftReport(from: source, against: source.earlier)
        let moved = report.lines.filter(\.hasMoved).map { t["aspect_\($0.aspect.rawValue)"] ?? "" }
        let text =
            report.lines.allSatisfy { $0.test == nil }
            ? t["drift_nothing"] ?? ""
            : moved.isEmpty ? t["drift_still"] ?? "" : "\(t["drift_moved"] ?? "") \(moved.joined(separator: ", "))."
        return (text, !moved.isEmpty, "/reports/drift?\(question.query)")
    }
}
