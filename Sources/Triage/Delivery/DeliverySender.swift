package import Dossiers
package import Foundation
package import Ledger
package import WebClient

/// Sends what lies in the outbox to the units' own systems, round by round: take what is due, send it, record how it ended.
///
/// Ended at any moment, it sends at most one round again; the receivers know those messages by their ids. The ledger is
/// open only between rounds, so that others can write while receivers are waited for.
package struct DeliverySender: Sendable {
    /// A hook and what signs its messages.
    package struct Target: Sendable {
        var hook: UnitHook
        var signature: MessageSignature

        package init(_ hook: UnitHook, _ signature: MessageSignature) {
            self.hook = hook
            self.signature = signature
        }
    }

    /// What became of the messages of a run, each counted once an attempt.
    package struct Tally: Hashable, Sendable {
        package var delivered = 0
        package var failed = 0
        package var givenUp = 0
        /// Of the message that is due next, where some still wait.
        package var nextDue: Date?
    }

    /// Messages of a round for each request at once: so many that one receiver that hangs does not hold up the others
    /// often, so few that not much is sent again after a kill.
    private static let shareOfRound = 12

    private let name: String
    private let targets: [String: Target]
    private let jobs: Int
    private let clients: [WebClient]
    private let openLedger: @Sendable () async throws -> Ledger
    private let encode: @Sendable (DossierResult) throws -> String
    private let clock: @Sendable () -> Date
    private let chance: @Sendable () -> Double
    private let onGivenUp: @Sendable (Delivery, String) -> Void

    /// - Parameters:
    ///   - name: the sender's, which no other has at the same time.
    ///   - jobs: requests at once.
    ///   - openLedger: for writing; let go after each round.
    ///   - encode: the result as it is sent where a hook wants it.
    ///   - chance: 0…1, for the spread of waiting times.
    /// - Throws: `WebFailure` where there is no memory for the clients.
    package init(
        name: String, targets: [String: Target], jobs: Int, openLedger: @escaping @Sendable () async throws -> Ledger,
        encode: @escaping @Sendable (DossierResult) throws -> String, clock: @escaping @Sendable () -> Date,
        chance: @escaping @Sendable () -> Double, onGivenUp: @escaping @Sendable (Delivery, String) -> Void
    ) throws(WebFailure) {
        self.name = name
        self.targets = targets
        self.jobs = jobs
        var clients: [WebClient] = []
        for _ in 0..<jobs { clients.append(try WebClient()) }
        self.clients = clients
        self.openLedger = openLedger
        self.encode = encode
        self.clock = clock
        self.chance = chance
        self.onGivenUp = onGivenUp
    }

    /// Sends until nothing waits, or nothing is due for a while.
    ///
    /// - Parameter patience: seconds to wait for the next message that is due; nil to wait for ever, also for new ones.
    package func run(patience: Double?) async throws -> Tally {
        var tally = Tally()
        var rest = UnitRest()
        var attempts: [DeliveryAttempt] = []
        try await openLedger().releaseDeliveries(of: name)
        while true {
            try Task.checkCancellation()
            let units = targets.keys.sorted()
            let round = try await settleAndTake(attempts, from: units.filter { !rest.isResting($0, now: clock()) })
            attempts = []
            if round.messages.isEmpty {
                let dues = round.next.map { max($1, rest.end(of: $0) ?? .distantPast) }
                tally.nextDue = dues.min()
                guard let wait = wait(until: tally.nextDue, patience) else { return tally }
                try await Task.sleep(for: .seconds(wait))
                continue
            }
            let verdicts = await send(round.messages, rest: &rest)
            for (message, attempt) in verdicts {
                tally.count(attempt.outcome)
                if attempt.outcome == .gaveUp { onGivenUp(message.delivery, attempt.problem ?? "") }
            }
            attempts = verdicts.map(\.1)
        }
    }

    /// Seconds to sleep; nil to end.
    private func wait(until due: Date?, _ patience: Double?) -> Double? {
        // A glance every second: new messages are written by other processes.
        guard let patience else { return 1 }
        guard let due else { return nil }
        let wait = due.timeIntervalSince(clock())
        return wait > patience ? nil : max(wait, 0.02)
    }
}

extension DeliverySender {
    private struct Round: Sendable {
        var messages: [OutgoingMessage]
        /// By unit, when its next message may be taken.
        var next: [String: Date]
    }

    /// One opening of the ledger: records the last round, takes the next.
    private func settleAndTake(_ attempts: [DeliveryAttempt], from units: [String]) async throws -> Round {
        let ledger = try await openLedger()
        try await ledger.record(attempts, by: name)
        let longest = targets.values.map(\.hook.timeout).max() ?? 0
        let claimed = try await ledger.claimDeliveries(
            for: name, to: units, limit: jobs * Self.shareOfRound, now: clock(),
            leaseFor: longest * Double(Self.shareOfRound) + 60)
        var messages: [OutgoingMessage] = []
        for delivery in claimed {
            let wantsResult = delivery.kind == .itemProposed && targets[delivery.unit]?.hook.sendsResult == true
            let result = wantsResult ? try await ledger.result(of: delivery.dossier).map(encode) : nil
            messages.append(OutgoingMessage(delivery, result: result))
        }
        let next = claimed.isEmpty ? try await ledger.nextDeliveries(to: targets.keys.sorted()) : [:]
        return Round(messages: messages, next: next)
    }

    /// Sends a round, as many at once as there are clients.
    private func send(
        _ messages: [OutgoingMessage], rest: inout UnitRest
    ) async -> [(OutgoingMessage, DeliveryAttempt)] {
        var ended: [(OutgoingMessage, DeliveryAttempt)] = []
        var waiting = messages[...]
        await withTaskGroup(of: (Int, OutgoingMessage, DeliveryAttempt, Bool)?.self) { group in
            func start(on client: Int) {
                guard let message = waiting.popFirst(), let target = targets[message.delivery.unit] else { return }
                group.addTask {
                    let (attempt, isSilence) = await self.attempt(message, to: target, with: self.clients[client])
                    return (client, message, attempt, isSilence)
                }
            }
            for client in clients.indices { start(on: client) }
            while let next = await group.next() {
                guard let (client, message, attempt, isSilence) = next else { continue }
                ended.append((message, attempt))
                let unit = message.delivery.unit
                if let plan = targets[unit]?.hook.retry {
                    rest.note(silence: isSilence, of: unit, plan: plan, now: clock(), chance: chance())
                }
                start(on: client)
            }
        }
        return ended
    }

    private func attempt(
        _ message: OutgoingMessage, to target: Target, with client: WebClient
    ) async -> (DeliveryAttempt, isSilence: Bool) {
        let start = clock()
        let result: Result<WebAnswer, WebFailure>
        do throws(WebFailure) {
            let answer = try await client.send(
                message.request(to: target.hook.url, signature: target.signature, now: start),
                within: WebLimits(
                    secondsToConnect: min(5, target.hook.timeout), seconds: target.hook.timeout, bytes: 16_384))
            result = .success(answer)
        } catch {
            result = .failure(error)
        }
        let end = clock()
        let verdict = DeliveryVerdict(
            result, tries: message.delivery.tries, plan: target.hook.retry, now: end, chance: chance())
        let attempt = DeliveryAttempt(
            delivery: message.delivery.id, madeAt: start, seconds: max(0, end.timeIntervalSince(start)),
            status: verdict.status, problem: verdict.problem, outcome: verdict.outcome)
        return (attempt, verdict.isSilence)
    }
}

extension DeliverySender.Tally {
    fileprivate mutating func count(_ outcome: DeliveryAttempt.Outcome) {
        switch outcome {
        case .delivered: delivered += 1
        case .failed: failed += 1
        case .gaveUp: givenUp += 1
        }
    }
}
