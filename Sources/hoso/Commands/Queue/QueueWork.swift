import ArgumentParser
import Foundation
import Ledger
import Routing
import Triage

extension QueueCommand {
    struct Pause: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "pause", abstract: "Stops the clock of an accepted dossier until it is resumed.")

        @OptionGroup var move: QueueMove

        @Option(
            name: .customLong("for"),
            help: ArgumentHelp(
                "supplement, financial-obligation, posting, expertise, verification or violation.", valueName: "what"))
        var why: PauseReason

        @Option(help: "Why, in words: it stands on the request for the supplement.")
        var reason: String?

        @Option(
            name: .customLong("paper"),
            help: "A paper the citizen has to add or put right; may be given several times.")
        var papers: [String] = []

        func validate() throws {
            guard why != .unknown else { throw ValidationError("--for should say what the dossier waits for") }
            guard papers.isEmpty || why == .supplement else {
                throw ValidationError("--paper goes with --for supplement only")
            }
            guard (papers + [reason].compactMap { $0 }).allSatisfy({ $0.contains { !$0.isWhitespace } }) else {
                throw ValidationError("--reason and --paper should say something")
            }
        }

        func run() async throws {
            try await move.make {
                try await $0.pause(
                    move.item, for: why, by: move.officer.actor, reason: reason,
                    papers: papers.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }, now: $1)
            }
        }
    }

    struct Extend: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "extend",
            abstract: "Puts an accepted dossier's due date off, once, with an apology to the citizen.")

        @OptionGroup var move: QueueMove

        @Option(help: ArgumentHelp("The new due date; a date alone is the end of that day.", valueName: "time"))
        var to: String

        @OptionGroup var why: ReasonOption

        @OptionGroup var pipeline: PipelineOptions

        func run() async throws {
            let due = try reporting {
                let calendar = try pipeline.load().router.calendar
                guard let due = ReceiptTime.parse(to, in: calendar.timeZone, opening: calendar.closing) else {
                    throw ValidationError("--to should be a time like \(ReceiptTime.forms)")
                }
                return due
            }
            try await move.make {
                try await $0.extend(move.item, to: due, by: move.officer.actor, reason: why.reason, now: $1)
            }
        }
    }

    struct Complete: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "complete", abstract: "Says that an accepted dossier's result is there.")

        @OptionGroup var move: QueueMove

        func run() async throws {
            try await move.make { try await $0.complete(move.item, by: move.officer.actor, now: $1) }
        }
    }

    struct HandOver: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "hand-over", abstract: "Says that the citizen has the result of a completed dossier.")

        @OptionGroup var move: QueueMove

        @Option(help: "How content the citizen is: 1 (not at all) to 5 (very).")
        var satisfaction: Int?

        @Flag(help: "The citizen complains.")
        var complaint = false

        func validate() throws {
            if let satisfaction, !(1...5).contains(satisfaction) {
                throw ValidationError("--satisfaction should be 1 to 5")
            }
        }

        func run() async throws {
            try await move.make {
                try await $0.handOver(
                    move.item, by: move.officer.actor, satisfaction: satisfaction, complaint: complaint, now: $1)
            }
        }
    }

    struct Refuse: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "refuse",
            abstract: "Does not take a dossier on, or stops the work on it: an officer's decision.")

        @OptionGroup var move: QueueMove

        @OptionGroup var why: ReasonOption

        func run() async throws {
            try await move.make {
                try await $0.refuse(move.item, by: move.officer.actor, reason: why.reason, now: $1)
            }
        }
    }

    struct Withdraw: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "withdraw", abstract: "Says that the citizen took the dossier back.")

        @OptionGroup var move: QueueMove

        @OptionGroup var why: ReasonOption

        func run() async throws {
            try await move.make {
                try await $0.withdraw(move.item, by: move.officer.actor, reason: why.reason, now: $1)
            }
        }
    }
}

extension PauseReason: ExpressibleByArgument {}
