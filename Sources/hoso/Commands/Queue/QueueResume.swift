import ArgumentParser
import Foundation
import Ledger

extension QueueCommand {
    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lets the clock of a paused dossier run again.")

        @OptionGroup var move: QueueMove

        func run() async throws {
            try await move.make {
                try await $0.resume(move.item, by: move.officer.actor, now: $1) { _, _ in nil }
            }
        }
    }
}
