extension Migration {
    /// What people say that dossiers are, and scans that a person has divided anew.
    ///
    /// A confirmation is written once, like a decision of the machine: a later one stands beside it. `field_labels`
    /// holds what was read and what a person left standing or keyed in, for learning; a dossier with `replaced_at` has
    /// given its pages to others and is kept for its events.
    static let confirmations = Migration(
        number: 7,
        shared: """
            CREATE TABLE confirmations (
                dossier TEXT NOT NULL REFERENCES dossiers (id),
                number BIGINT NOT NULL CHECK (number >= 1),
                outcome TEXT NOT NULL CHECK (outcome IN ('confirmed', 'dismissed')),
                confirmed_at BIGINT NOT NULL,
                actor TEXT NOT NULL CHECK (length(actor) > 0),
                suggested TEXT,
                procedure_code TEXT,
                reason TEXT,
                PRIMARY KEY (dossier, number),
                CHECK ((outcome = 'confirmed') = (procedure_code IS NOT NULL)),
                CHECK ((outcome = 'dismissed') = (reason IS NOT NULL))
            );
            CREATE INDEX confirmations_by_time ON confirmations (confirmed_at);

            CREATE TABLE field_labels (
                dossier TEXT NOT NULL,
                number BIGINT NOT NULL,
                name TEXT NOT NULL CHECK (length(name) > 0),
                was TEXT,
                value TEXT,
                page BIGINT CHECK (page >= 1),
                x BIGINT,
                y BIGINT,
                width BIGINT CHECK (width >= 0),
                height BIGINT CHECK (height >= 0),
                PRIMARY KEY (dossier, number, name),
                FOREIGN KEY (dossier, number) REFERENCES confirmations (dossier, number)
            );

            CREATE INDEX queue_items_returned ON queue_items (changed_at) WHERE state = 'returned';
            CREATE INDEX events_of_uploads ON events (sequence) WHERE kind = 'scan.uploaded';
            ALTER TABLE dossiers ADD COLUMN replaced_at BIGINT;
            """)
}
