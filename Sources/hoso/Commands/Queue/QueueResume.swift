import ArgumentParser
import Foundation
import Ledger
import Triage

extension QueueCommand {
    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "resume", abstract: "Lets the clock of a paused dossier run again.",
            discussion: """
                A supplement moves the due date by the policy of the day it was asked for (`supplements` in the \
                calendar file); other waits are left out of the count.
                """)

        @OptionGroup var move: QueueMove

        @OptionGroup var pipeline: PipelineOptions

        func run() async throws {
            let office = try reporting { try pipeline.load() }
            try await move.make { ledger, now in
                try await ledger.resume(move.item, by: move.officer.actor, now: now) { item, pauses in
                    try office.dates(of: item, after: pauses)
                }
            }
        }
    }
}
