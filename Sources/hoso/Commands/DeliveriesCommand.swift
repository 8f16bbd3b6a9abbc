import ArgumentParser
import Foundation
import Ledger

/// `hoso deliveries`: what the units' own systems are told.
struct DeliveriesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deliveries", abstract: "The outbox: what the units' own systems (web hooks) are told.",
        subcommands: [DeliveriesSendCommand.self, List.self, Show.self, Resend.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Messages that wait, and those that were given up; the oldest first.")

        @Option(help: "waiting, delivered or dead; may be repeated. Default: waiting and dead.")
        var state: [Delivery.State] = []

        @Option(help: ArgumentHelp("Only those to this unit.", valueName: "id"))
        var unit: String?

        @Option(help: "At most so many.")
        var limit = 100

        @Flag(help: "One JSON object a line.")
        var json = false

        @OptionGroup var ledger: LedgerOptions

        func validate() throws {
            guard limit >= 1 else { throw ValidationError("--limit should be at least 1") }
        }

        func run() async throws {
            let (found, counts) = try await reporting {
                let ledger = try await ledger.openForReading()
                let states = state.isEmpty ? [.waiting, .dead] : Set(state)
                return (try await ledger.deliveries(states, to: unit, limit: limit), try await ledger.deliveryCounts())
            }
            if json {
                for delivery in found { Console.say(try JSONLine.text(DeliveryRow(delivery))) }
                return
            }
            if !found.isEmpty { DeliveryTable.lines(found).forEach(Console.say) }
            Console.complain("\(counts.waiting) waiting, \(counts.dead) dead, \(counts.delivered) delivered")
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "A message, as the ledger wrote it, and every attempt to deliver it.")

        @Argument(help: "The message, as `hoso deliveries list` shows it.")
        var message: String

        @Flag(help: "One JSON object.")
        var json = false

        @OptionGroup var ledger: LedgerOptions

        func run() async throws {
            let (delivery, attempts) = try await reporting { try await ledger.openForReading().delivery(message) }
            if json {
                Console.say(try JSONLine.text(DeliveryRow(delivery, attempts: attempts)))
                return
            }
            Console.say(delivery.message)
            DeliveryTable.lines([delivery]).forEach(Console.say)
            if !attempts.isEmpty { DeliveryTable.lines(attempts).forEach(Console.say) }
        }
    }

    struct Resend: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "resend", abstract: "Has messages sent again that were given up, or that wait for their time.")

        @Argument(help: "The messages, as `hoso deliveries list` shows them.")
        var messages: [String] = []

        @Flag(help: "All that were given up.")
        var dead = false

        @Option(help: ArgumentHelp("With --dead: only those to this unit.", valueName: "id"))
        var unit: String?

        @Option(name: .customLong("by"), help: ArgumentHelp("Who wants it.", valueName: "who"))
        var actor: String

        @OptionGroup var ledger: LedgerOptions

        func validate() throws {
            guard messages.isEmpty == dead else { throw ValidationError("name messages, or give --dead") }
            guard dead || unit == nil else { throw ValidationError("--unit goes with --dead") }
            guard actor.contains(where: { !$0.isWhitespace }) else { throw ValidationError("--by names nobody") }
        }

        func run() async throws {
            let count = try await reporting {
                let ledger = try await ledger.openForWriting(now: Date())
                if dead { return try await ledger.resendDead(to: unit, by: actor, now: Date()) }
                for message in messages { try await ledger.resend(message, by: actor, now: Date()) }
                return messages.count
            }
            Console.say("\(count) to be sent again: `hoso deliveries send` does")
        }
    }
}

extension Delivery.State: ExpressibleByArgument {}
