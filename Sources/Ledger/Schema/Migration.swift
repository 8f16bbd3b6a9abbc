internal import Foundation

/// One step of the schema. Once released its text never changes: what is wrong in it is put right by the next.
struct Migration: Sendable {
    /// Counts up from 1 without gaps.
    let number: Int
    /// In the SQL that SQLite and PostgreSQL share.
    let shared: String
    /// What SQLite says in its own words, run at the end.
    let sqlite: String
    /// The same in PostgreSQL's words.
    let postgres: String
    /// What SQL cannot compute, run after `shared`.
    let between: @Sendable (Transaction) throws -> Void

    init(
        number: Int, shared: String, sqlite: String = "", postgres: String = "",
        between: @escaping @Sendable (Transaction) throws -> Void = { _ in }
    ) {
        self.number = number
        self.shared = shared
        self.sqlite = sqlite
        self.postgres = postgres
        self.between = between
    }

    static let all: [Migration] = [
        .first, .queueLife, .deliveries, .tallies, .desk, .sharedWork, .confirmations, .modelVersions,
        .oversight, .confirmedPairs, .months, .colderScans, .signOn,
    ]

    fileprivate func ownWords(in dialect: SQLDialect) -> String {
        switch dialect {
        case .sqlite: sqlite
        // After each step, because a later one may depend on the order of texts.
        case .postgres: postgres + "\n" + Self.orderTextsByBytes
        }
    }

    /// SQLite compares texts byte by byte, PostgreSQL by its database's language; here both do as SQLite does, so that
    /// lists come in one order wherever the ledger is.
    private static let orderTextsByBytes = """
        DO $$
        DECLARE place RECORD;
        BEGIN
            FOR place IN
                SELECT a.attrelid::regclass AS relation, a.attname AS name
                FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
                    AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid = 'text'::regtype
                    AND a.attcollation <> '"C"'::regcollation
            LOOP
                EXECUTE format('ALTER TABLE %s ALTER COLUMN %I TYPE TEXT COLLATE "C"', place.relation, place.name);
            END LOOP;
        END
        $$;
        """

    /// The schema this version writes.
    static var newest: Int { all.last?.number ?? 0 }
}

extension Transaction {
    /// Brings the schema to the newest version; what is there already stays.
    func migrate(at now: Int64) throws {
        try script(
            """
            CREATE TABLE IF NOT EXISTS migrations (
                number BIGINT NOT NULL PRIMARY KEY CHECK (number > 0),
                applied_at BIGINT NOT NULL
            )
            """)
        let current = try schemaVersion()
        guard current <= Migration.newest else {
            throw LedgerError.otherVersion(
                """
                the ledger has schema \(current), this hoso knows schemas up to \(Migration.newest): \
                use the hoso that wrote it, or a newer one
                """)
        }
        for migration in Migration.all where migration.number > current {
            try script(migration.shared)
            try migration.between(self)
            try script(migration.ownWords(in: dialect))
            try run(
                "INSERT INTO migrations (number, applied_at) VALUES ($1, $2)",
                .integer(migration.number), .integer(now))
        }
        if dialect == .postgres, current < Migration.newest { try make(Month.ahead(of: Date(milliseconds: now))) }
    }

    /// The newest migration applied; 0 for none.
    func schemaVersion() throws -> Int {
        try row("SELECT COALESCE(MAX(number), 0) AS number FROM migrations") { try $0.integer("number") } ?? 0
    }
}
