extension Migration {
    /// What supervisors and programs ask: events by kind and actor, what is due anywhere, dossiers by words, and the
    /// tokens that programs come with.
    ///
    /// `search_words` holds the words of a dossier's values as they are without marks; `tokens.digest` is the SHA-256
    /// of what the program holds, so that a copy of the ledger lets nobody in.
    static let oversight = Migration(
        number: 9,
        shared: """
            CREATE INDEX events_by_kind ON events (kind, sequence);
            CREATE INDEX events_by_actor ON events (actor, sequence) WHERE actor IS NOT NULL;
            CREATE INDEX queue_items_running ON queue_items (due_at, id)
                WHERE state IN ('proposed', 'accepted', 'returned');

            CREATE TABLE search_words (
                word TEXT NOT NULL CHECK (length(word) > 0),
                dossier TEXT NOT NULL REFERENCES dossiers (id),
                PRIMARY KEY (word, dossier)
            );

            CREATE TABLE tokens (
                digest TEXT NOT NULL PRIMARY KEY CHECK (length(digest) = 64),
                account TEXT NOT NULL REFERENCES accounts (name),
                purpose TEXT NOT NULL,
                issued_at BIGINT NOT NULL,
                ends_at BIGINT NOT NULL CHECK (ends_at > issued_at),
                used_at BIGINT,
                revoked_at BIGINT
            );
            CREATE INDEX tokens_by_account ON tokens (account);
            """,
        between: { try $0.rememberEveryDossier() })
}
