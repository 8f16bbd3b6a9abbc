extension Migration {
    /// The people who work at the desk, and who of them is logged in.
    ///
    /// `accounts.password` is what a password is checked against, never the password; `sessions.digest` is the SHA-256
    /// of what the browser holds, so that a copy of the ledger opens nobody's session.
    static let desk = Migration(
        number: 5,
        shared: """
            CREATE TABLE accounts (
                name TEXT NOT NULL PRIMARY KEY CHECK (length(name) > 0),
                role TEXT NOT NULL CHECK (role IN ('reception', 'unit', 'supervisor', 'administrator')),
                unit TEXT CHECK (length(unit) > 0),
                password TEXT NOT NULL CHECK (length(password) > 0),
                failures BIGINT NOT NULL CHECK (failures >= 0),
                locked_until BIGINT,
                added_at BIGINT NOT NULL,
                closed_at BIGINT,
                CHECK ((role = 'unit') = (unit IS NOT NULL))
            );

            CREATE TABLE sessions (
                digest TEXT NOT NULL PRIMARY KEY CHECK (length(digest) = 64),
                account TEXT NOT NULL REFERENCES accounts (name),
                started_at BIGINT NOT NULL,
                seen_at BIGINT NOT NULL,
                ends_at BIGINT NOT NULL
            );
            CREATE INDEX sessions_by_account ON sessions (account);
            CREATE INDEX sessions_by_end ON sessions (ends_at);
            """,
        sqlite: "")
}
