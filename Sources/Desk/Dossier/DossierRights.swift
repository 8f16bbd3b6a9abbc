internal import Dossiers
internal import Foundation
internal import Hummingbird
internal import Ledger
internal import Routing
internal import Synchronization
internal import Triage

/// Who may open a dossier.
enum DossierRights {
    /// Who has dossiers before them at all: an administrator keeps accounts and sees no papers.
    static let readers = Access.roles([.reception, .unit, .supervisor])
    /// Who says what a dossier is.
    static let deciders = Access.roles([.reception, .supervisor])

    /// - Parameter isRestricted: Of complaints and denunciations units other than the leading one see nothing.
    ///
    /// - Parameter holder: The unit that an item lies with.
    static func admits(
        _ account: Account?, to items: [QueueItem], isRestricted: Bool, holder: (QueueItem) -> String
    ) -> Bool {
        guard let account, readers.admits(account) else { return false }
        guard account.role == .unit else { return true }
        // What was taken back before anyone had it is no longer the unit's.
        let items = items.filter { $0.state != .refused || $0.acceptedAt != nil }
        let own = isRestricted ? Array(items.prefix(1)) : items
        return own.contains { holder($0) == account.unit }
    }

    /// Whether the dossier still can be confirmed: nobody works on it.
    static func canDecide(_ account: Account?, on sheet: DossierSheet) -> Bool {
        deciders.admits(account) && sheet.result != nil && !sheet.isReplaced
            && sheet.confirmation?.outcome != .dismissed
            && sheet.items.allSatisfy { $0.state == .proposed || $0.state == .returned }
    }
}

/// Remembers who has just been shown what, so that one look at a dossier of ten pictures is one event.
final class Looks: Sendable {
    private let last = Mutex<[String: Date]>([:])

    /// Seconds within which pages and pictures of a dossier are one look.
    private static let stretch: TimeInterval = 15 * 60

    /// Whether this look is a new one.
    func isNew(by account: String, at dossier: String, now: Date) -> Bool {
        last.withLock { last in
            if last.count > 5_000 { last = last.filter { now.timeIntervalSince($0.value) < Self.stretch } }
            let key = "\(account)/\(dossier)"
            if let before = last[key], now.timeIntervalSince(before) < Self.stretch { return false }
            last[key] = now
            return true
        }
    }
}

extension Desk {
    /// The dossier of a path, for whoever may see it; that they were shown it is an event.
    ///
    /// - Throws: `HTTPError` for one that is not there, or is another unit's: both look alike.
    func sheet(_ context: DeskContext) async throws -> DossierSheet {
        let sheet = try await ledger.sheet(of: context.parameters.require("id"))
        let isRestricted = sheet.result?.procedure.flatMap { pipeline.catalogue[$0.code] }?.isRestricted ?? false
        guard let account = context.account,
            DossierRights.admits(account, to: sheet.items, isRestricted: isRestricted, holder: holder)
        else { throw HTTPError(.notFound) }
        let now = clock()
        if looks.isNew(by: account.name, at: sheet.id, now: now) {
            try await ledger.note(.viewed, of: sheet.id, by: account.name, now: now)
        }
        return sheet
    }
}
