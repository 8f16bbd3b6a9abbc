internal import Synchronization

/// What a transaction has counted and not yet written: one row of the tallies is written once, however many of the
/// transaction's events fall into it.
final class PendingTallies: Sendable {
    struct Content {
        var change = TallyChange()
        /// Items whose standing has changed, by identifier; nil where there is nothing more to follow.
        var items: [String: ItemStanding?] = [:]

        var isEmpty: Bool {
            items.isEmpty && change.counts.isEmpty && change.durations.isEmpty && change.pairs.isEmpty
        }
    }

    private let content = Mutex(Content())
    /// Whether it counts everything from the first event on, so that nothing stored is to be gone on from.
    let isRecount: Bool

    init(isRecount: Bool = false) {
        self.isRecount = isRecount
    }

    func with<Result>(_ body: (inout Content) throws -> Result) rethrows -> Result {
        try content.withLock { try body(&$0) }
    }

    /// Hands out what is pending, and begins anew.
    func take() -> Content {
        content.withLock { content in
            defer { content = Content() }
            return content
        }
    }
}
