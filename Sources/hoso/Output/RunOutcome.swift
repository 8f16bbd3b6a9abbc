import Dossiers
import Foundation
import Ledger
import Triage

/// What a run comes to, added up result by result.
struct RunOutcome {
    /// One dossier for the table: nothing read off its pages but the procedure.
    struct Row {
        var source: String
        var pages: [Int]
        var procedure: DossierResult.ProposedProcedure?
        var decision: Decision
        var reason: String
        var unit: String?
        var due: Date?
        var isRepeat: Bool
    }

    let refused: [RefusedInput]
    let counts: LedgerCounts
    private(set) var rows: [Row] = []
    private(set) var byUnit: [String: Int] = [:]
    private(set) var reviewReasons: [String: Int] = [:]
    /// Files met again under another name, and files that an earlier run had triaged.
    let sameFiles: Int
    let doneBefore: Int

    init(intake: Intake, counts: LedgerCounts) {
        refused = intake.refused
        self.counts = counts
        sameFiles = intake.taken.filter { $0.sameAs != nil }.count
        doneBefore = intake.taken.filter(\.wasDone).count
    }

    mutating func add(_ result: DossierResult, isRepeat: Bool) {
        rows.append(
            Row(
                source: result.source, pages: result.pages, procedure: result.procedure, decision: result.decision,
                reason: result.reason, unit: result.unit, due: result.due, isRepeat: isRepeat))
        guard !isRepeat else { return }
        switch result.decision {
        case .auto:
            for task in result.tasks { byUnit[task.unit, default: 0] += 1 }
        case .review: reviewReasons[result.reason, default: 0] += 1
        case .quarantined: break
        }
    }

    /// Whether nothing was quarantined and nothing refused.
    var isWhole: Bool {
        refused.isEmpty && pages(.quarantined) == 0 && counts.dossiers[.quarantined, default: 0] == 0
    }

    func pages(_ state: PageRecord.State) -> Int { counts.pages[state, default: 0] }
    func dossiers(_ decision: Decision) -> Int { counts.dossiers[decision, default: 0] }
    var dossierCount: Int { counts.dossiers.values.reduce(0, +) }
}

/// The last line of `hoso run --json`.
struct SummaryObject: Encodable {
    struct Summary: Encodable {
        var pages: Int
        var read: Int
        var blank: Int
        var separator: Int
        var quarantined: Int
        var dossiers: Int
        var auto: Int
        var review: Int
        /// Files that could not be taken in; they stay where they are.
        var refused: Int
        /// Files that an earlier run had triaged.
        var repeated: Int
    }

    var summary: Summary

    init(_ outcome: RunOutcome) {
        summary = Summary(
            pages: outcome.counts.pagesOfScans, read: outcome.pages(.read), blank: outcome.pages(.blank),
            separator: outcome.pages(.separator), quarantined: outcome.pages(.quarantined),
            dossiers: outcome.dossierCount, auto: outcome.dossiers(.auto), review: outcome.dossiers(.review),
            refused: outcome.refused.count, repeated: outcome.doneBefore)
    }
}
