package import Foundation

/// What a person said a dossier asks for: the only thing that is a label.
package struct PersonsWord: Hashable, Sendable {
    package enum Source: String, Sendable, CaseIterable {
        /// An officer took the dossier on as what it was proposed as.
        case accepted
        /// Whoever looked at it said what it is, whether or not the machine had. Wins over what others accepted.
        case confirmed
        /// An officer gave it back and named the right procedure.
        case corrected
        /// A supervisor named it without knowing what the machine had said.
        case audited
    }

    package var dossier: String
    /// The procedure's code; nil where it is none.
    package var procedure: String?
    package var source: Source
    package var at: Date

    package init(dossier: String, procedure: String?, source: Source, at: Date) {
        self.dossier = dossier
        self.procedure = procedure
        self.source = source
        self.at = at
    }
}

extension Ledger {
    /// Every dossier on which a person's word stands, the newest word first.
    ///
    /// - Complexity: Reads the kinds of all events once.
    package func personsWords() async throws -> [PersonsWord] {
        var reading = WordReading()
        var last = 0
        while true {
            let after = last
            let found = try await driver.read { transaction in
                try transaction.rows(
                    """
                    SELECT e.sequence, e.kind, e.happened_at, e.detail, c.dossier, c.procedure_code
                    FROM events e JOIN decisions c ON c.dossier = e.dossier AND c.number = 1
                    JOIN dossiers d ON d.id = e.dossier AND d.replaced_at IS NULL
                    WHERE e.sequence > $1 AND e.kind IN (\(WordReading.kinds)) ORDER BY e.sequence LIMIT 2000
                    """,
                    .integer(after), make: WordReading.Event.init)
            }
            for event in found { reading.follow(event) }
            guard let end = found.last?.sequence else { break }
            last = end
        }
        return reading.words.values.sorted { ($1.at, $0.dossier) < ($0.at, $1.dossier) }
    }
}

/// Follows a dossier's events from hand to hand to what stands in the end.
struct WordReading {
    struct Event: Sendable {
        var sequence: Int
        var kind: LedgerEvent.Kind
        var at: Date
        var detail: [String: String]
        var dossier: String
        /// What the machine had proposed.
        var proposed: String?
    }

    private(set) var words: [String: PersonsWord] = [:]

    /// As SQL wants them.
    static let kinds = [
        LedgerEvent.Kind.itemAccepted, .itemReturned, .dossierConfirmed, .dossierDismissed, .auditJudged,
    ].map { "'\($0.rawValue)'" }.joined(separator: ", ")

    /// How a supervisor says that a dossier asks for no procedure.
    private static let noProcedure = "none"

    mutating func follow(_ event: Event) {
        let explicit = words[event.dossier].map { $0.source != .accepted } ?? false
        switch event.kind {
        case .auditJudged:
            guard let found = event.detail["found"] else { return }
            set(event, found == Self.noProcedure ? nil : found, .audited)
        case .itemReturned:
            if let right = event.detail["procedure"], !right.isEmpty {
                set(event, right, .corrected)
            } else if !explicit {
                // Something was wrong with it, and nobody said what: whoever takes it on next says it was not that.
                words[event.dossier] = nil
            }
        case .dossierConfirmed:
            guard let named = event.detail["procedure"], !named.isEmpty else { return }
            set(event, named, .confirmed)
        case .dossierDismissed:
            // To be scanned again, perhaps: nobody said what it asks for.
            words[event.dossier] = nil
        case .itemAccepted:
            guard !explicit, let proposed = event.proposed else { return }
            set(event, proposed, .accepted)
        default: return
        }
    }

    private mutating func set(_ event: Event, _ procedure: String?, _ source: PersonsWord.Source) {
        words[event.dossier] = PersonsWord(
            dossier: event.dossier, procedure: procedure, source: source, at: event.at)
    }
}

extension WordReading.Event {
    init(row: ResultRow) throws {
        sequence = try row.integer("sequence")
        kind = try row.word("kind")
        at = try row.time("happened_at")
        detail = try StoredJSON.value([String: String].self, in: row.text("detail"), of: "event \(sequence)")
        dossier = try row.text("dossier")
        proposed = try row.textOrNil("procedure_code")
    }
}
