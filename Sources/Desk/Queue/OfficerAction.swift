internal import Dossiers
internal import Foundation
internal import Ledger
internal import Routing
internal import Triage

/// What an officer does with an item, and what belongs to it.
enum OfficerAction: Hashable, Sendable {
    case accept
    /// The citizen owes something: the clock stands.
    case pause(reason: String?, papers: [String])
    case resume
    case complete
    /// - satisfaction: 1…5; nil where it was not asked.
    case handOver(satisfaction: Int?, complaint: Bool)
    /// Not this unit's.
    ///
    /// - to: The right unit's identifier; nil where the officer does not know.
    /// - procedure: The right procedure's code, where that was the mistake.
    case `return`(reason: String, to: String?, procedure: String?)
}

extension Desk {
    /// An item of the account's own unit.
    ///
    /// - Throws: `LedgerError.unknown` for another unit's too: both look alike.
    func ownItem(_ id: String, of account: Account) async throws -> QueueItem {
        let item = try await ledger.queueItem(id)
        guard let unit = account.unit, holder(of: item) == unit else { throw LedgerError.unknown("no item \(id)") }
        return item
    }

    /// - Throws: `LedgerError.illegalMove` for what the item's state does not allow.
    func make(_ action: OfficerAction, of item: QueueItem, by actor: String) async throws -> QueueItem {
        let now = clock()
        switch action {
        case .accept: return try await ledger.accept(item.id, by: actor, series: numbers(on: now), now: now)
        case .pause(let reason, let papers):
            return try await ledger.pause(
                item.id, for: .supplement, by: actor, reason: reason, papers: papers, now: now)
        case .resume:
            return try await ledger.resume(item.id, by: actor, now: now) { [pipeline] in
                try pipeline.dates(of: $0, after: $1)
            }
        case .complete: return try await ledger.complete(item.id, by: actor, now: now)
        case .handOver(let satisfaction, let complaint):
            return try await ledger.handOver(
                item.id, by: actor, satisfaction: satisfaction, complaint: complaint, now: now)
        case .return(let reason, let unit, let procedure):
            return try await ledger.return(
                item.id, by: actor, reason: reason, to: unit, procedure: procedure, now: now)
        }
    }
}
