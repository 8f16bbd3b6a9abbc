package import Classification
package import Dossiers
package import Extraction
package import Foundation
package import Ledger
package import Routing
package import Scans

/// A dossier whose pages are read, and what is known of it before anything is understood.
package struct ReadDossier: Sendable {
    package var id: String
    /// The scan's name.
    package var source: String
    /// When the scan came in.
    package var arrivedAt: Date
    /// When the citizen handed the dossier in: the clock of the deadline starts there.
    package var receivedAt: Date
    package var pages: [PageRecord]
    /// What is wrong with the scan's file although pages could be read, in words.
    package var damage: String?
    /// The dossier's code on its receipt.
    package var code: String?
    /// Where the dossier may be two.
    package var proposals: [ProposedSplit]

    package init(
        id: String, source: String, arrivedAt: Date, receivedAt: Date, pages: [PageRecord], damage: String?,
        code: String? = nil, proposals: [ProposedSplit] = []
    ) {
        self.id = id
        self.source = source
        self.arrivedAt = arrivedAt
        self.receivedAt = receivedAt
        self.pages = pages
        self.damage = damage
        self.code = code
        self.proposals = proposals
    }
}

/// Understand, decide, route: from a dossier's words to its place in a queue. Pure: the same in, the same out.
package struct Understanding: Sendable {
    package var judge: DossierJudge
    package var extractor: Extractor
    package var paperCheck: PaperCheck
    /// Name and version of the model: `commune-vi/1`.
    package var model: String

    package init(judge: DossierJudge, extractor: Extractor, paperCheck: PaperCheck, model: String) {
        self.judge = judge
        self.extractor = extractor
        self.paperCheck = paperCheck
        self.model = model
    }

    /// What the dossier's own people wrote, read off the papers that tell of them.
    package func fields(of pages: [RecognizedPage], _ judgement: DossierJudgement) -> [ExtractedField] {
        let telling = Self.telling(judgement.papers, of: pages)
        let read = Set(telling.flatMap { $0.pages.map(\.number) })
        return extractor.extract(papers: telling, others: pages.filter { !read.contains($0.number) })
    }

    /// The papers of a procedure that a person has named, against what the pages turned out to be.
    package func papers(
        of pages: [RecognizedPage], for code: String, in pipeline: Pipeline
    ) -> [PaperStanding] {
        papers(for: code, judge.judge(pages), in: pipeline)
    }

    /// The procedure's list of papers against those that lie there.
    private func papers(
        for code: String, _ judgement: DossierJudgement, in pipeline: Pipeline
    ) -> [PaperStanding] {
        guard let procedure = pipeline.catalogue[code] else { return [] }
        return paperCheck.standings(
            of: procedure, application: judgement.papers.first(where: \.isApplication)?.form,
            documents: judgement.papers.compactMap { paper in paper.form.map { ($0, paper.pages) } })
    }

    /// What one page says of the procedure and of its people, before the others are read: for a person's eyes, and
    /// decided by nobody.
    package func suggestion(
        of page: RecognizedPage, from source: TriageEvent.Suggestion.Source, in pipeline: Pipeline
    ) -> TriageEvent.Suggestion {
        let judgement = judge.judge([page])
        return TriageEvent.Suggestion(
            source: source,
            procedure: judgement.prediction.flatMap { Self.procedure(for: $0, on: [page], in: pipeline) },
            fields: source == .firstPage ? fields(of: [page], judgement) : [])
    }

    package func result(of dossier: ReadDossier, under pipeline: Pipeline, now: Date) -> DossierResult {
        let started = ContinuousClock.now
        let verdict = verdict(on: dossier, under: pipeline)
        let judgement = verdict.judgement
        return DossierResult(
            dossier: dossier.id, source: dossier.source, pages: dossier.pages.map(\.number),
            procedure: verdict.proposed, decision: verdict.decision, reason: verdict.reason,
            unit: verdict.route?.unit.id, tasks: verdict.route?.tasks.map(DossierResult.Task.init) ?? [],
            due: verdict.route?.due,
            fields: fields(of: verdict.readable, judgement),
            documents: judgement.documents,
            papers: verdict.proposed.map { papers(for: $0.code, judgement, in: pipeline) } ?? [],
            seconds: DossierResult.Seconds(
                read: dossier.pages.compactMap(\.seconds).reduce(0, +),
                understand: (ContinuousClock.now - started) / .seconds(1),
                total: max(0, now.timeIntervalSince(dossier.arrivedAt))),
            model: model, code: dossier.code,
            // A dossier that is decided alone is one: the pipeline knows its forms as one procedure.
            proposedSplits: verdict.decision == .review ? dossier.proposals.map(\.page) : [],
            scanFaults: ScanDuties.faults(of: verdict.readable, documents: judgement.documents))
    }

    /// What would be decided, as a candidate is asked: without fields and papers, which cost the most.
    package func shadowDecision(on dossier: ReadDossier, under pipeline: Pipeline) -> ShadowDecision {
        let verdict = verdict(on: dossier, under: pipeline)
        return ShadowDecision(
            dossier: dossier.id, model: model, decision: verdict.decision, procedure: verdict.proposed?.code,
            probability: verdict.proposed?.probability)
    }

    private struct Verdict {
        var readable: [RecognizedPage]
        var judgement: DossierJudgement
        var proposed: DossierResult.ProposedProcedure?
        var route: Route?
        var decision: Decision
        var reason: String
    }

    private func verdict(on dossier: ReadDossier, under pipeline: Pipeline) -> Verdict {
        let readable = dossier.pages.compactMap(\.recognized)
        let judgement = judge.judge(readable)
        let proposed = judgement.prediction.flatMap { prediction in
            Self.procedure(for: prediction, on: Self.deciding(judgement, of: readable), in: pipeline)
        }
        let route = proposed.map { proposed in
            Result { () throws(RoutingError) in
                try pipeline.router.route(
                    procedureCode: proposed.code, place: pipeline.place.id, received: dossier.receivedAt,
                    channel: pipeline.channel)
            }
        }
        let (decision, reason) = Self.decide(
            readable: readable, lost: dossier.pages.filter { $0.state == .quarantined }, damage: dossier.damage,
            proposals: dossier.proposals, judgement: judgement, proposed: proposed, route: route)
        return Verdict(
            readable: readable, judgement: judgement, proposed: proposed, route: try? route?.get(), decision: decision,
            reason: reason)
    }
}

extension Understanding {
    /// The papers that tell of the dossier's own people: the applications, or the paper on top where none is known.
    private static func telling(_ papers: [JudgedPaper], of pages: [RecognizedPage]) -> [ReadPaper] {
        let applications = papers.filter(\.isApplication)
        return (applications.isEmpty ? Array(papers.prefix(1)) : applications).map { paper in
            ReadPaper(form: paper.form, pages: pages.filter { paper.pages.contains($0.number) })
        }
    }

    /// The pages that the prediction was made from.
    private static func deciding(_ judgement: DossierJudgement, of pages: [RecognizedPage]) -> [RecognizedPage] {
        let decide = pages.filter { judgement.applicationPages.contains($0.number) }
        return decide.isEmpty ? pages : decide
    }

    private static func procedure(
        for prediction: Prediction, on pages: [RecognizedPage], in pipeline: Pipeline
    ) -> DossierResult.ProposedProcedure? {
        guard let known = pipeline.catalogue[prediction.label] else { return nil }
        return DossierResult.ProposedProcedure(
            code: known.code, name: known.name, probability: prediction.probability,
            alternatives: prediction.alternatives
                .filter { !$0.label.hasPrefix(LabeledText.paperPrefix) }
                .map { DossierResult.ProposedProcedure.Alternative(code: $0.label, probability: $0.probability) },
            because: prediction.because, reasons: ReasonPlaces(pages).reasons(for: prediction.weighed))
    }

    /// The first thing that asks for a person wins; the reason says which.
    private static func decide(
        readable: [RecognizedPage], lost: [PageRecord], damage: String?, proposals: [ProposedSplit],
        judgement: DossierJudgement, proposed: DossierResult.ProposedProcedure?, route: Result<Route, RoutingError>?
    ) -> (Decision, String) {
        if let secret = lost.first(where: { $0.reason == SecrecyMark.reason }) {
            return (.quarantined, "page \(secret.number): \(SecrecyMark.reason)")
        }
        if let first = lost.first {
            let reason = first.reason ?? "it could not be read"
            return readable.isEmpty
                ? (.quarantined, "no page could be read; page \(first.number): \(reason)")
                : (.review, "page \(first.number) could not be read: \(reason)")
        }
        if let damage { return (.review, damage) }
        if let proposal = proposals.first(where: \.isPressing) {
            return (.review, proposal.reason + ": is it one dossier or two?")
        }
        if let doubt = judgement.doubt { return (.review, doubt) }
        guard let proposed else { return (.review, "the procedure is not in the catalogue") }
        switch route {
        case .failure(let error): return (.review, error.description)
        case .success, nil:
            return (.auto, String(format: "procedure %@ with probability %.3f", proposed.code, proposed.probability))
        }
    }
}

extension DossierResult.Task {
    /// The law's date is kept beside the office's only where they differ.
    init(_ task: Route.Task) {
        self.init(
            unit: task.unit.id, due: task.due, statutoryDue: task.statutoryDue == task.due ? nil : task.statutoryDue)
    }
}
