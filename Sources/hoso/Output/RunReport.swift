import Dossiers
import Foundation
import Ledger
import Triage

/// Tells what became of the inputs of one batch: results and summary on stdout.
struct RunReport {
    let office: Office
    let json: Bool
    let quiet: Bool

    /// - Parameter leftAlone: Files nothing is said of one by one.
    func show(_ intake: Intake, leftAlone: Int, batch: String) async throws -> RunOutcome {
        let counts = try await office.ledger.counts(in: .batch(batch))
        var outcome = RunOutcome(intake: intake, counts: counts)
        let names = intake.namesByScan
        try await office.ledger.forEachResult(in: .batch(batch)) { scan, result in
            for (index, taken) in (names[scan] ?? []).enumerated() {
                var result = result
                result.source = taken.name
                let sameAs = index == 0 ? nil : names[scan]?.first?.name
                if json {
                    Console.say(try JSONLine.text(ResultObject(result: result, sameAs: sameAs, wasDone: taken.wasDone)))
                }
                outcome.add(result, isRepeat: index > 0)
            }
        }
        if json {
            for refused in intake.refused {
                Console.say(try JSONLine.text(RefusalObject(source: refused.name, reason: refused.reason)))
            }
            Console.say(try JSONLine.text(SummaryObject(outcome)))
        } else {
            RunTable(outcome: outcome, pipeline: office.pipeline, listsDossiers: !quiet).lines().forEach(Console.say)
        }
        if leftAlone > 0, !quiet { Console.complain("\(leftAlone) hidden files and truth files were left alone") }
        return outcome
    }
}
