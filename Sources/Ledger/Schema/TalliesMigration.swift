extension Migration {
    /// What the reports read, and the samples that supervisors check.
    ///
    /// `start` and other days are days since 1 January 1970 in the office's time. Texts of `tallies` and its sisters
    /// are empty where there is no unit or procedure, because a NULL would be no key.
    static let tallies = Migration(
        number: 4,
        shared: """
            CREATE TABLE tallies (
                span TEXT NOT NULL CHECK (span IN ('day', 'month', 'year')),
                start BIGINT NOT NULL,
                unit TEXT NOT NULL,
                procedure_code TEXT NOT NULL,
                dossiers_auto BIGINT NOT NULL DEFAULT 0,
                dossiers_review BIGINT NOT NULL DEFAULT 0,
                dossiers_quarantined BIGINT NOT NULL DEFAULT 0,
                pages BIGINT NOT NULL DEFAULT 0,
                received_counter BIGINT NOT NULL DEFAULT 0,
                received_online BIGINT NOT NULL DEFAULT 0,
                received_post BIGINT NOT NULL DEFAULT 0,
                limited BIGINT NOT NULL DEFAULT 0,
                statutory_days BIGINT NOT NULL DEFAULT 0,
                promised_days BIGINT NOT NULL DEFAULT 0,
                accepted BIGINT NOT NULL DEFAULT 0,
                returned BIGINT NOT NULL DEFAULT 0,
                moved_in BIGINT NOT NULL DEFAULT 0,
                moved_out BIGINT NOT NULL DEFAULT 0,
                closed_early BIGINT NOT NULL DEFAULT 0,
                closed_on_time BIGINT NOT NULL DEFAULT 0,
                closed_late BIGINT NOT NULL DEFAULT 0,
                closed_undated BIGINT NOT NULL DEFAULT 0,
                refused BIGINT NOT NULL DEFAULT 0,
                withdrawn BIGINT NOT NULL DEFAULT 0,
                handed_over BIGINT NOT NULL DEFAULT 0,
                satisfaction_given BIGINT NOT NULL DEFAULT 0,
                satisfaction_points BIGINT NOT NULL DEFAULT 0,
                complaints BIGINT NOT NULL DEFAULT 0,
                waiting BIGINT NOT NULL DEFAULT 0,
                overdue BIGINT NOT NULL DEFAULT 0,
                PRIMARY KEY (span, start, unit, procedure_code)
            );

            CREATE TABLE tally_durations (
                span TEXT NOT NULL CHECK (span IN ('day', 'month')),
                start BIGINT NOT NULL,
                unit TEXT NOT NULL,
                procedure_code TEXT NOT NULL,
                stage TEXT NOT NULL,
                bucket BIGINT NOT NULL CHECK (bucket >= 0),
                count BIGINT NOT NULL CHECK (count > 0),
                PRIMARY KEY (span, start, unit, procedure_code, stage, bucket)
            );

            CREATE TABLE tally_moves (
                day BIGINT NOT NULL,
                received BIGINT NOT NULL,
                unit_from TEXT NOT NULL,
                unit_to TEXT NOT NULL,
                procedure_code TEXT NOT NULL,
                channel TEXT NOT NULL CHECK (channel IN ('counter', 'online', 'post')),
                count BIGINT NOT NULL CHECK (count > 0),
                PRIMARY KEY (day, received, unit_from, unit_to, procedure_code, channel)
            );

            CREATE TABLE tally_pairs (
                day BIGINT NOT NULL,
                kind TEXT NOT NULL,
                one TEXT NOT NULL,
                other TEXT NOT NULL,
                count BIGINT NOT NULL CHECK (count > 0),
                PRIMARY KEY (day, kind, one, other)
            );

            CREATE TABLE tally_items (
                item TEXT NOT NULL PRIMARY KEY REFERENCES queue_items (id),
                unit TEXT NOT NULL,
                procedure_code TEXT NOT NULL,
                channel TEXT NOT NULL CHECK (channel IN ('counter', 'online', 'post')),
                received BIGINT NOT NULL,
                phase TEXT NOT NULL CHECK (phase IN ('proposed', 'accepted', 'paused', 'completed', 'returned')),
                since BIGINT NOT NULL,
                worked BIGINT NOT NULL,
                due BIGINT,
                paused_for TEXT
            );

            CREATE TABLE audits (
                dossier TEXT NOT NULL PRIMARY KEY REFERENCES dossiers (id),
                drawn_at BIGINT NOT NULL,
                drawn_by TEXT NOT NULL CHECK (length(drawn_by) > 0),
                found TEXT CHECK (length(found) > 0),
                judged_at BIGINT,
                judged_by TEXT,
                CHECK ((found IS NULL) = (judged_at IS NULL)),
                CHECK ((found IS NULL) = (judged_by IS NULL))
            );
            CREATE INDEX audits_open ON audits (drawn_at, dossier) WHERE found IS NULL;
            """,
        sqlite: "",
        between: { try $0.rebuildTallies() })
}
