/// What reading the whole chain of events found.
package struct EventAudit: Hashable, Sendable {
    /// The first event that is not as it was written.
    package struct Fault: Hashable, Sendable {
        package enum Kind: String, Sendable {
            case changed
            case removed
            case inserted
        }

        package var sequence: Int
        package var kind: Kind
        /// In words.
        package var text: String
    }

    /// Events that are as they were written, from the first.
    package var sound: Int
    /// The hash of the last sound event: whoever notes it down can later tell that nothing before it was changed.
    package var head: String
    package var fault: Fault?
}

extension Ledger {
    /// Reads every event, oldest first, and stops at the first that does not fit the one before.
    ///
    /// - Parameter known: The number and hash of an event as they were noted down earlier; with them even a chain that
    ///   was computed anew from some event on is found out.
    /// - Complexity: O(events); holds no more than 1,000 at a time.
    package func auditEvents(known: (sequence: Int, hash: String)? = nil) async throws -> EventAudit {
        try await driver.read { transaction in
            var audit = EventAudit(sound: 0, head: ChainedEvent.beginning, fault: nil)
            let given = try transaction.row("SELECT value FROM counters WHERE name = 'event'") {
                try $0.integer("value")
            }
            // From below zero: an event put in before the first is to be met too.
            var last = Int.min
            while audit.fault == nil {
                let rows = try transaction.rows(
                    "SELECT * FROM events WHERE sequence > $1 ORDER BY sequence LIMIT 1000", .integer(last)
                ) { StoredEvent(row: $0) }
                for row in rows where audit.fault == nil {
                    audit.check(row, given: given ?? 0, known: known)
                }
                guard let end = rows.last?.sequence else { break }
                last = end
            }
            if audit.fault == nil { audit.checkEnd(given: given ?? 0, known: known?.sequence) }
            return audit
        }
    }
}

/// A row as it is found: what cannot be read of it is nil.
private struct StoredEvent: Sendable {
    var sequence: Int?
    var hash: String?
    var event: ChainedEvent?

    init(row: ResultRow) {
        sequence = try? row.integer("sequence")
        hash = try? row.text("hash")
        event = try? ChainedEvent(row: row)
    }
}

extension EventAudit {
    fileprivate mutating func check(_ row: StoredEvent, given: Int, known: (sequence: Int, hash: String)?) {
        let expected = sound + 1
        guard let sequence = row.sequence, let event = row.event, let hash = row.hash else {
            return blame(row.sequence ?? expected, .changed, "a column holds a value of another type")
        }
        guard sequence >= expected else {
            return blame(sequence, .inserted, "it stands before event \(expected), where none was written")
        }
        guard sequence == expected else {
            return blame(expected, .removed, "after event \(sound) comes event \(sequence)")
        }
        guard sequence <= given else {
            return blame(sequence, .inserted, "only \(given) events were written")
        }
        guard event.hash(after: head) == hash else {
            return blame(sequence, .changed, "its hash does not follow from its columns and the event before")
        }
        if let known, known.sequence == sequence, known.hash != hash {
            return blame(
                sequence, .changed, "its hash is not the one noted down: it, or an event before it, was written anew")
        }
        sound = sequence
        head = hash
    }

    fileprivate mutating func checkEnd(given: Int, known: Int?) {
        if sound < given {
            blame(sound + 1, .removed, "\(given) events were written, the last that is there is \(sound)")
        } else if let known, known > sound {
            blame(sound + 1, .removed, "event \(known) was noted down, the last that is there is \(sound)")
        }
    }

    private mutating func blame(_ sequence: Int, _ kind: Fault.Kind, _ text: String) {
        fault = Fault(sequence: sequence, kind: kind, text: "event \(sequence) was \(kind.rawValue): \(text)")
    }
}
