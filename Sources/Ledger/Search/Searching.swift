package import Foundation

extension Ledger {
    /// Dossiers whose number, procedure's code, scan's name or values read off the papers hold every word, whatever
    /// their marks; those that bear the marks that were written first, then the newest.
    ///
    /// What is found shows citizens' names, so that somebody looked is an event: who, how many, not for what.
    ///
    /// - Parameters:
    ///   - unit: Only this unit's; nil for the whole office.
    ///   - inherited: Units whose work it has taken on: theirs too.
    ///   - limit: How many at most.
    /// - Complexity: By the rarest word's dossiers, each with one look-up for every other word.
    package func search(
        _ query: SearchQuery, unit: String?, inherited: [String] = [], limit: Int, by actor: String, now: Date
    ) async throws -> [SearchHit] {
        let units = unit.map { [$0] + inherited }
        let hits = try await driver.read { transaction in
            try transaction.search(query, units: units, limit: limit)
        }
        try await driver.write { transaction in
            try transaction.append(
                .searchMade, at: now, actor: actor,
                detail: ["words": String(query.words.count), "hits": String(hits.count)])
        }
        return hits
    }
}

/// One word of a query, as it is looked up.
private enum SearchTerm {
    case word(String)
    /// Any of these.
    case words([String])
    /// Any that begins so.
    case beginning(String)

    /// The condition on a row's word, and what its parameters are, counted on from `first`.
    func condition(_ column: String, from first: Int) -> (text: String, values: [Value]) {
        switch self {
        case .word(let word): ("\(column) = $\(first)", [.text(word)])
        case .words(let words):
            (
                "\(column) IN (\(words.indices.map { "$\(first + $0)" }.joined(separator: ", ")))",
                words.map { .text($0) }
            )
        case .beginning(let start):
            ("\(column) >= $\(first) AND \(column) < $\(first + 1)", [.text(start), .text(start + "\u{10FFFF}")])
        }
    }
}

extension Transaction {
    /// Words that begin alike and are looked up one by one; where there are more, the beginning must be the word.
    private static let beginningsKept = 32
    /// Dossiers of a word that are counted to tell rare words from frequent ones.
    private static let counted = 5_000

    fileprivate func search(_ query: SearchQuery, units: [String]?, limit: Int) throws -> [SearchHit] {
        var terms = try query.words.dropLast().map { SearchTerm.word($0) } + [last(of: query)]
        let counts = try terms.map { try count($0) }
        guard let rarest = counts.indices.min(by: { counts[$0] < counts[$1] }), counts[rarest] > 0 else { return [] }
        let leading = terms.remove(at: rarest)
        let found = try dossiers(leading, terms, units: units, limit: query.hasMarks ? limit * 4 : limit)
        guard query.hasMarks else { return try found.map { try hit($0) } }
        let marked = try found.map { (id: $0, isMeant: try bears(query.written, $0)) }
        let ordered = marked.filter(\.isMeant) + marked.filter { !$0.isMeant }
        return try ordered.prefix(limit).map { try hit($0.id) }
    }

    /// What the last word stands for: itself, and the words that begin so.
    private func last(of query: SearchQuery) throws -> SearchTerm {
        guard let word = query.words.last else { return .words([]) }
        guard word.count >= 2 || query.words.count > 1 else { return .word(word) }
        // Beside nothing else, or few, the beginning is looked up as it is.
        if try query.words.count == 1 || count(.beginning(word)) < Self.counted { return .beginning(word) }
        var words: [String] = []
        var next: String? = try firstWord(atOrAfter: word, beginning: word)
        while let one = next {
            words.append(one)
            if words.count > Self.beginningsKept { return .word(word) }
            next = try firstWord(after: one, beginning: word)
        }
        return .words(words)
    }

    private func firstWord(atOrAfter start: String, beginning: String) throws -> String? {
        try row(
            "SELECT word FROM search_words WHERE word >= $1 AND word < $2 ORDER BY word LIMIT 1", .text(start),
            .text(beginning + "\u{10FFFF}")
        ) { try $0.text("word") }
    }

    private func firstWord(after start: String, beginning: String) throws -> String? {
        try row(
            "SELECT word FROM search_words WHERE word > $1 AND word < $2 ORDER BY word LIMIT 1", .text(start),
            .text(beginning + "\u{10FFFF}")
        ) { try $0.text("word") }
    }

    private func count(_ term: SearchTerm) throws -> Int {
        let (condition, values) = term.condition("word", from: 1)
        let counting = """
            SELECT COUNT(*) AS n FROM
                (SELECT 1 AS one FROM search_words WHERE \(condition) LIMIT \(Self.counted)) AS first_ones
            """
        return try row(counting, values) { try $0.integer("n") } ?? 0
    }

    /// Identifiers, the newest first: they begin with the time.
    private func dossiers(
        _ leading: SearchTerm, _ others: [SearchTerm], units: [String]?, limit: Int
    ) throws -> [String] {
        var (conditions, values) = leading.condition("w.word", from: 1)
        for term in others {
            let (condition, more) = term.condition("x.word", from: values.count + 1)
            conditions += " AND EXISTS (SELECT 1 FROM search_words x WHERE x.dossier = w.dossier AND \(condition))"
            values += more
        }
        if let units {
            let names = units.indices.map { "$\(values.count + 1 + $0)" }.joined(separator: ", ")
            values += units.map { .text($0) }
            conditions +=
                " AND EXISTS (SELECT 1 FROM queue_items q WHERE q.dossier = w.dossier AND q.unit IN (\(names)))"
        }
        values.append(.integer(limit))
        return try rows(
            "SELECT DISTINCT w.dossier FROM search_words w WHERE \(conditions) ORDER BY w.dossier DESC LIMIT $\(values.count)",
            values
        ) { try $0.text("dossier") }
    }

    /// Whether the values bear every word as it was written, the last one at the beginning of a word.
    private func bears(_ written: [String], _ dossier: String) throws -> Bool {
        let values = try fieldValues(of: dossier).map(\.value.precomposedStringWithCanonicalMapping)
        let words = Set(values.flatMap { SearchWords.split($0.lowercased()) })
        return written.dropLast().allSatisfy(words.contains)
            && (written.last.map { last in words.contains { $0.hasPrefix(last) } } ?? true)
    }

    private func hit(_ dossier: String) throws -> SearchHit {
        let found = try row(
            """
            SELECT d.number, d.procedure_code, d.procedure_name, d.decision, d.triaged_at, s.name AS source
            FROM dossiers d JOIN scans s ON s.id = d.scan WHERE d.id = $1
            """,
            .text(dossier)
        ) { row in
            SearchHit(
                dossier: dossier, number: try row.textOrNil("number"),
                procedureCode: try row.textOrNil("procedure_code"),
                procedureName: try row.textOrNil("procedure_name"), decision: try row.text("decision"),
                applicant: try fieldValues(of: dossier).first { $0.name == "applicant.name" }?.value,
                triagedAt: try row.time("triaged_at"), source: try row.text("source"), items: [])
        }
        guard var found else { throw LedgerError.damaged("dossier \(dossier) has words and is not there") }
        found.items = try rows(
            "\(Self.selectingItems) WHERE q.dossier = $1 ORDER BY q.position", .text(dossier)
        ) { try item($0) }
        return found
    }
}
