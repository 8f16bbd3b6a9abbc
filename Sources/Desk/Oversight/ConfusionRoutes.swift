internal import Dossiers
internal import Foundation
internal import Hummingbird
internal import Insight
internal import Ledger
internal import Routing
internal import Triage

extension Desk {
    /// What was taken for what, and the dossiers behind each count.
    var confusionRoutes: [DeskRoute] {
        [
            .get("/confusions", .overseers, confusionsPage),
            .get("/confusions/dossiers", .overseers, confusedPage),
        ]
    }

    private struct MatrixContent: Sendable {
        struct Cell: Sendable {
            /// Nil for none.
            var count: String?
            var path: String
            var kind: String
            var label: String
        }

        struct Row: Sendable {
            var code: String
            var name: String
            var cells: [Cell]
        }

        struct Column: Sendable {
            var code: String
            var name: String
        }

        var problem: String?
        var tabs: [ReportContent.Link]
        var kinds: [ReportContent.Choice]
        var from: String
        var to: String
        var columns: [Column]
        var hasRows: Bool
        var rows: [Row]
        var note: String
    }

    private func confusionsPage(_ request: Request, _ context: DeskContext) async throws -> Response {
        let t = Texts.all(in: context.language)
        let figures = Figures(language: context.language)
        let query = request.uri.queryParameters
        let kind = confusionKind(query) ?? .confirmed
        var period = ReportQuestion(.accuracy, today: today).period
        var problem: String?
        do {
            period = try ReportQuestion.period(query, today: today)
        } catch let fault as ReportQuestion.Fault {
            problem = t[fault.key]
        }
        var counts: [String: [String: Int]] = [:]
        for pair in try await ledger.pairs(kind, on: period.days) {
            counts[pair.first, default: [:]][pair.second, default: 0] += pair.count
        }
        let truths = Set(counts.values.flatMap(\.keys)).sorted()
        let rows = counts.keys.sorted().map { taken in
            MatrixContent.Row(
                code: taken, name: confusedName(taken, kind, t),
                cells: truths.map { truth in
                    .init(
                        count: counts[taken]?[truth].map(figures.count),
                        path: cellPath(kind, taken, truth, period), kind: taken == truth ? "same" : "other",
                        label: "\(confusedName(taken, kind, t)) → \(confusedName(truth, kind, t))")
                })
        }
        let content = MatrixContent(
            problem: problem, tabs: ReportContent.tabs(nil, t),
            kinds: Self.confusionKinds.map {
                .init(value: $0.rawValue, label: t["kind_\($0.rawValue)"] ?? "", isChosen: $0 == kind)
            },
            from: period.from.description, to: period.to.description,
            columns: truths.map { .init(code: $0.isEmpty ? "?" : $0, name: confusedName($0, kind, t)) },
            hasRows: !rows.isEmpty, rows: rows,
            note: t["confusions_note_\(kind.rawValue)"] ?? "")
        return try page(
            "confusions", title: "confusions", content, request, context,
            status: problem == nil ? .ok : .unprocessableContent)
    }

    private struct ConfusedContent: Sendable {
        struct Row: Sendable {
            var path: String
            var number: String
            var source: String
            var pages: String
            var procedure: String
            var at: String
            var actor: String
        }

        var kind: String
        var taken: String
        var truth: String
        var period: String
        var rows: [Row]
        var back: String
    }

    private func confusedPage(_ request: Request, _ context: DeskContext) async throws -> Response {
        let t = Texts.all(in: context.language)
        let figures = Figures(language: context.language)
        let query = request.uri.queryParameters
        guard let kind = confusionKind(query), let taken = query.get("taken"),
            let truth = query.get("truth"),
            let period = try? ReportQuestion.period(query, today: today)
        else { throw HTTPError(.notFound) }
        let found = try await ledger.dossiers(kind, taken: taken, truth: truth, on: period.days, limit: 500)
        let zone = pipeline.router.calendar.timeZone
        let content = ConfusedContent(
            kind: t["kind_\(kind.rawValue)"] ?? "", taken: confusedName(taken, kind, t),
            truth: confusedName(truth, kind, t),
            period: "\(figures.day(period.from)) – \(figures.day(period.to))",
            rows: found.map {
                .init(
                    path: Self.path(toDossier: $0.dossier, for: context.account), number: $0.number ?? $0.dossier,
                    source: $0.source,
                    pages: PageRanges.text($0.pages), procedure: $0.procedureName ?? "",
                    at: figures.moment($0.at, in: zone), actor: $0.actor ?? "")
            },
            back: "/confusions?kind=\(kind.rawValue)&from=\(period.from)&to=\(period.to)")
        return try page("confused", title: "confused", content, request, context)
    }

    private static let confusionKinds: [TallyPair.Kind] = [.confirmed, .corrected, .audited, .misrouted]

    private func confusionKind(_ query: Parameters) -> TallyPair.Kind? {
        query["kind"].flatMap { TallyPair.Kind(rawValue: String($0)) }.flatMap {
            Self.confusionKinds.contains($0) ? $0 : nil
        }
    }

    private func confusedName(_ id: String, _ kind: TallyPair.Kind, _ t: [String: String]) -> String {
        if id.isEmpty, kind == .confirmed { return t["confusions_unsuggested"] ?? "" }
        if id.isEmpty { return t["confusions_unknown"] ?? "" }
        if id == "none" { return t["no_procedure"] ?? "" }
        return kind == .misrouted ? unitName(id) : pipeline.catalogue[id].map { "\(id) \($0.name)" } ?? id
    }

    private func cellPath(_ kind: TallyPair.Kind, _ taken: String, _ truth: String, _ period: ReportPeriod) -> String {
        let escape = { (text: String) in text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }
        return "/confusions/dossiers?kind=\(kind.rawValue)&taken=\(escape(taken))&truth=\(escape(truth))"
            + "&from=\(period.from)&to=\(period.to)"
    }
}

/// Pages as people write them: `1–3, 5`.
enum PageRanges {
    static func text(_ pages: [Int]) -> String {
        var runs: [ClosedRange<Int>] = []
        for page in pages {
            if let last = runs.last, last.upperBound + 1 == page {
                runs[runs.count - 1] = last.lowerBound...page
            } else {
                runs.append(page...page)
            }
        }
        return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
            .joined(separator: ", ")
    }
}
