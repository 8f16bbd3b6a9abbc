import Foundation

/// Makes a ledger of a million dossiers out of one of a hundred thousand: queries of SQLite's, on the small ledger in
/// the schema `base`, which give every row of it many times over, in the order of their arrival.
///
/// Filled by the ledger's own operations ten million dossiers would take a day. A copy has identifiers of its own, and
/// lies at another commune's unit under another procedure of the same office and limit, so that tallies fill up as they
/// would; the events are one chain, whose hashes are computed anew. What the ledger holds afterwards is held against
/// itself by `ledger-bench check`.
struct Multiplication {
    let copies: Int
    /// The columns of the tables, by their names.
    let columns: [String: [String]]

    struct Rows {
        var table: String
        var columns: [String]
        /// Gives the columns in their order.
        var query: String
    }

    /// Communes times the procedures of one office with one limit.
    static let turns = 40
    /// Three digits at the end of an identifier tell the copies apart.
    static let most = 1_000

    /// In the order of their references.
    private static let tables = [
        "scans", "sightings", "pages", "dossiers", "dossier_pages", "decisions", "queue_items", "pauses", "tally_items",
        "search_words",
    ]
    private static let sums = ["tallies", "tally_durations", "tally_pairs"]
    static let filled = Set(tables + sums + ["events", "counters", "migrations"])

    /// All that a ledger is filled with but its counters, in the order of their references.
    var rows: [Rows] { Self.tables.map(rows) + [events] + Self.sums.map(sum) }

    /// On any database.
    static func counters(times copies: Int, base: [String: Int]) -> String {
        base.sorted { $0.key < $1.key }
            .map { "UPDATE counters SET value = \($0.value * copies) WHERE name = '\($0.key)';" }.joined(
                separator: "\n")
    }

    /// Statements that go before the queries.
    var preparation: [String] {
        let copies = (0..<copies).map { "(\($0), \($0 % Self.turns), '\(String(format: "%03d", $0))')" }
        let units = (0..<Self.turns).flatMap { turn in
            (Population.units.indices.map { unit -> (String, String) in
                let turned = (unit + turn % Population.communes * Population.offices) % Population.units.count
                return (Population.units[unit], Population.units[turned])
            } + [("", "")]).map { "(\(turn), '\($0)', '\($1)')" }
        }
        let procedures = (0..<Self.turns).flatMap { turn in
            (Population.procedures.indices.map { procedure -> (String, String) in
                // Six offices and five limits: what is thirty further has the same office and the same limit.
                let turned = (procedure + turn / Population.communes * 30) % Population.procedures.count
                return (Population.procedures[procedure], Population.procedures[turned])
            } + [("", "")]).map { "(\(turn), '\($0)', '\($1)')" }
        }
        let key = "turn BIGINT NOT NULL, old TEXT NOT NULL, new TEXT NOT NULL, PRIMARY KEY (turn, old)"
        return [
            "CREATE TEMPORARY TABLE copies (k BIGINT NOT NULL PRIMARY KEY, turn BIGINT NOT NULL, suffix TEXT NOT NULL)",
            "INSERT INTO copies VALUES \(copies.joined(separator: ", "))",
            "CREATE TEMPORARY TABLE turned_units (\(key))",
            "INSERT INTO turned_units VALUES \(units.joined(separator: ", "))",
            "CREATE TEMPORARY TABLE turned_procedures (\(key))",
            "INSERT INTO turned_procedures VALUES \(procedures.joined(separator: ", "))",
        ]
    }

    /// A cross join is taken in the order in which it is written, so the copies of a row stand one after the other.
    private func rows(of table: String) -> Rows {
        let columns = columns[table, default: []]
        let dossier = table == "search_words" ? "JOIN base.dossiers d ON d.id = b.dossier" : ""
        let query = """
            SELECT \(columns.map { copied($0, of: table) }.joined(separator: ", "))
            FROM base.\(table) b \(dossier) CROSS JOIN copies c
            """
        return Rows(table: table, columns: columns, query: query)
    }

    private func copied(_ column: String, of table: String) -> String {
        switch column {
        case "id", "scan", "dossier", "item": identifier("b.\(column)")
        case "arrival", "sequence": "(b.\(column) - 1) * \(copies) + c.k + 1"
        case "digest": "substr(b.digest, 1, 61) || c.suffix"
        case "name" where table == "scans": "substr(b.name, 1, 8) || c.suffix || '.pdf'"
        case "path": "b.path || c.suffix"
        case "unit": turned("unit", "b.unit")
        case "procedure_code": turned("procedure", "b.procedure_code")
        case "result":
            """
            replace(\(detail("b.result", "b")), '"' || b.id || '"', '"' || \(identifier("b.id")) || '"')
            """
        case "word":
            """
            CASE WHEN '9.' || b.word = d.procedure_code THEN substr(\(turned("procedure", "d.procedure_code")), 3)
            WHEN length(b.word) = 8 THEN b.word || c.suffix ELSE b.word END
            """
        default: "b.\(column)"
        }
    }

    private func identifier(_ column: String) -> String { "substr(\(column), 1, 23) || c.suffix" }

    private func turned(_ what: String, _ column: String) -> String {
        "(SELECT t.new FROM turned_\(what)s t WHERE t.turn = c.turn AND t.old = \(column))"
    }

    /// JSON with the unit and the procedure of its dossier in it.
    private func detail(_ column: String, _ dossier: String) -> String {
        ["unit": "unit", "procedure": "procedure_code"].sorted { $0.key < $1.key }.reduce(column) { text, pair in
            let old = "\(dossier).\(pair.value)"
            return "replace(\(text), '\"' || \(old) || '\"', '\"' || \(turned(pair.key, old)) || '\"')"
        }
    }

    /// The hashes are computed over what stands before by `chained`, a function of this program's. There is nothing to
    /// sort, so it is called in the order of the rows.
    private var events: Rows {
        let columns = columns["events", default: []].filter { $0 != "hash" }
        let values = columns.map { column in
            column == "detail"
                ? "CASE WHEN d.id IS NULL THEN b.detail ELSE \(detail("b.detail", "d")) END"
                : copied(column, of: "events")
        }
        let query = """
            SELECT \(columns.joined(separator: ", ")),
                chained(sequence, happened_at, kind, scan, page, dossier, item, actor, detail)
            FROM (
                SELECT \(zip(columns, values).map { "\($1) AS \($0)" }.joined(separator: ", "))
                FROM base.events b LEFT JOIN base.dossiers d ON d.id = b.dossier CROSS JOIN copies c
            )
            """
        return Rows(table: "events", columns: columns + ["hash"], query: query)
    }

    private func sum(of table: String) -> Rows {
        let columns = columns[table, default: []]
        let words: Set = ["span", "start", "unit", "procedure_code", "stage", "bucket", "day", "kind", "one", "other"]
        let keys = columns.filter(words.contains)
        let values = columns.map { column in
            keys.contains(column) ? copied(column, of: table) : "SUM(b.\(column) * c.weight)"
        }
        let query = """
            SELECT \(values.joined(separator: ", "))
            FROM base.\(table) b CROSS JOIN (SELECT turn, COUNT(*) AS weight FROM copies GROUP BY turn) c
            GROUP BY \(keys.indices.map { "\($0 + 1)" }.joined(separator: ", "))
            """
        return Rows(table: table, columns: columns, query: query)
    }
}
