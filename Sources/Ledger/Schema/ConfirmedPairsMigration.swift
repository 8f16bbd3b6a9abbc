extension Migration {
    /// What people confirmed, held against what the machine had suggested, is counted in the tallies' pairs.
    static let confirmedPairs = Migration(number: 10, shared: "", between: { try $0.countConfirmations() })
}

extension Transaction {
    /// Counts every confirmation there is, for a ledger whose tallies had none.
    ///
    /// - Complexity: Reads the events of that kind once.
    fileprivate func countConfirmations() throws {
        // An older ledger's tallies were made on the way here by code that counts them already.
        try run("DELETE FROM tally_pairs WHERE kind = $1", .text(TallyPair.Kind.confirmed.rawValue))
        var last = 0
        var change = TallyChange()
        while true {
            let events = try rows(
                "SELECT * FROM events WHERE kind = $1 AND sequence > $2 ORDER BY sequence LIMIT 2000",
                .text(LedgerEvent.Kind.dossierConfirmed.rawValue), .integer(last), make: LedgerEvent.init)
            for event in events {
                change.pair(
                    .confirmed, event.detail["suggested"] ?? "", event.detail["procedure"] ?? "",
                    on: OfficeDay.number(of: event.at))
            }
            guard let end = events.last?.sequence else { break }
            last = end
        }
        pending.with { $0.change.add(change) }
    }
}
