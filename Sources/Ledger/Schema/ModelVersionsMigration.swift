extension Migration {
    /// Versions of the model that the ledger's labels made, which of them served when, and what a candidate would have
    /// decided beside the one that serves.
    ///
    /// A model's bytes are a blob. A NULL in `model_changes` is the model that the pipeline file names.
    static let modelVersions = Migration(
        number: 8,
        shared: """
            CREATE TABLE models (
                identifier TEXT NOT NULL PRIMARY KEY CHECK (length(identifier) > 0),
                digest TEXT NOT NULL CHECK (length(digest) = 64),
                kind TEXT NOT NULL CHECK (kind IN ('forms', 'catalogue')),
                added_at BIGINT NOT NULL,
                added_by TEXT NOT NULL CHECK (length(added_by) > 0),
                card TEXT NOT NULL,
                figures TEXT NOT NULL,
                is_shadow BIGINT NOT NULL CHECK (is_shadow IN (0, 1))
            );
            CREATE UNIQUE INDEX models_in_the_shadow ON models (is_shadow) WHERE is_shadow = 1;

            CREATE TABLE model_changes (
                number BIGINT NOT NULL PRIMARY KEY CHECK (number >= 1),
                kind TEXT NOT NULL CHECK (kind IN ('promoted', 'rolled-back')),
                model TEXT REFERENCES models (identifier),
                changed_at BIGINT NOT NULL,
                actor TEXT NOT NULL CHECK (length(actor) > 0),
                reason TEXT NOT NULL,
                CHECK (kind <> 'promoted' OR model IS NOT NULL)
            );

            CREATE TABLE shadow_decisions (
                dossier TEXT NOT NULL REFERENCES dossiers (id),
                model TEXT NOT NULL REFERENCES models (identifier),
                decided_at BIGINT NOT NULL,
                decision TEXT NOT NULL CHECK (decision IN ('auto', 'review', 'quarantined')),
                procedure_code TEXT,
                probability DOUBLE PRECISION CHECK (probability >= 0 AND probability <= 1),
                PRIMARY KEY (model, dossier),
                CHECK ((procedure_code IS NULL) = (probability IS NULL))
            );
            """,
        between: { try $0.countConfidences() })
}
