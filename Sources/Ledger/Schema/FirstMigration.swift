extension Migration {
    /// Scans, their pages, the dossiers split off them, the units' queues, and the events.
    ///
    /// Identifiers are TEXT, times milliseconds since 1970 (UTC) in BIGINT, JSON is TEXT. `arrival` and
    /// `sequence` come from `counters`, in the same transaction, so they have no gaps and follow the
    /// order of commits in either database.
    static let first = Migration(
        number: 1,
        shared: """
            CREATE TABLE counters (
                name TEXT NOT NULL PRIMARY KEY,
                value BIGINT NOT NULL CHECK (value >= 0)
            );
            INSERT INTO counters (name, value) VALUES ('arrival', 0), ('event', 0);

            CREATE TABLE scans (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) > 0),
                arrival BIGINT NOT NULL UNIQUE,
                digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 64),
                name TEXT NOT NULL CHECK (length(name) > 0),
                bytes BIGINT NOT NULL CHECK (bytes >= 0),
                format TEXT,
                state TEXT NOT NULL
                    CHECK (state IN ('registered', 'reading', 'read', 'split', 'triaged', 'quarantined')),
                page_count BIGINT CHECK (page_count >= 1),
                reason TEXT,
                received_at BIGINT NOT NULL,
                CHECK ((state = 'registered') = (page_count IS NULL)),
                CHECK (state <> 'quarantined' OR reason IS NOT NULL)
            );
            CREATE INDEX scans_by_state ON scans (state, arrival);

            CREATE TABLE sightings (
                scan TEXT NOT NULL REFERENCES scans (id),
                path TEXT NOT NULL CHECK (length(path) > 0),
                seen_at BIGINT NOT NULL,
                PRIMARY KEY (scan, path)
            );

            CREATE TABLE batches (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) > 0),
                started_at BIGINT NOT NULL
            );

            CREATE TABLE batch_scans (
                batch TEXT NOT NULL REFERENCES batches (id),
                scan TEXT NOT NULL REFERENCES scans (id),
                position BIGINT NOT NULL CHECK (position >= 1),
                PRIMARY KEY (batch, scan),
                UNIQUE (batch, position)
            );

            CREATE TABLE pages (
                scan TEXT NOT NULL REFERENCES scans (id),
                number BIGINT NOT NULL CHECK (number >= 1),
                arrival BIGINT NOT NULL,
                state TEXT NOT NULL
                    CHECK (state IN ('pending', 'reading', 'read', 'blank', 'separator', 'quarantined')),
                attempts BIGINT NOT NULL CHECK (attempts >= 0),
                claims BIGINT NOT NULL CHECK (claims >= 0),
                lease_owner TEXT,
                lease_until BIGINT,
                reason TEXT,
                seconds DOUBLE PRECISION CHECK (seconds >= 0),
                recognized TEXT,
                PRIMARY KEY (scan, number),
                CHECK ((state = 'reading') = (lease_owner IS NOT NULL)),
                CHECK ((lease_owner IS NULL) = (lease_until IS NULL)),
                CHECK (state NOT IN ('read', 'blank', 'separator') OR recognized IS NOT NULL),
                CHECK (state <> 'quarantined' OR reason IS NOT NULL)
            );
            CREATE INDEX pages_by_state ON pages (scan, state);
            CREATE INDEX pages_open ON pages (arrival, number) WHERE state IN ('pending', 'reading');

            CREATE TABLE dossiers (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) > 0),
                scan TEXT NOT NULL REFERENCES scans (id),
                position BIGINT NOT NULL CHECK (position >= 1),
                state TEXT NOT NULL CHECK (state IN ('split', 'triaged')),
                decision TEXT CHECK (decision IN ('auto', 'review', 'quarantined')),
                reason TEXT,
                procedure_code TEXT,
                procedure_name TEXT,
                probability DOUBLE PRECISION CHECK (probability >= 0 AND probability <= 1),
                unit TEXT,
                model TEXT,
                pipeline TEXT,
                due_at BIGINT,
                seconds DOUBLE PRECISION CHECK (seconds >= 0),
                result TEXT,
                split_at BIGINT NOT NULL,
                triaged_at BIGINT,
                UNIQUE (scan, position),
                CHECK ((state = 'triaged') = (decision IS NOT NULL)),
                CHECK ((state = 'triaged') = (result IS NOT NULL)),
                CHECK ((state = 'triaged') = (reason IS NOT NULL)),
                CHECK ((state = 'triaged') = (triaged_at IS NOT NULL)),
                CHECK (decision IS NULL OR decision <> 'auto' OR procedure_code IS NOT NULL),
                CHECK ((procedure_code IS NULL) = (probability IS NULL))
            );
            CREATE INDEX dossiers_by_decision ON dossiers (decision, triaged_at);

            CREATE TABLE dossier_pages (
                scan TEXT NOT NULL,
                page BIGINT NOT NULL,
                dossier TEXT NOT NULL REFERENCES dossiers (id),
                PRIMARY KEY (scan, page),
                FOREIGN KEY (scan, page) REFERENCES pages (scan, number)
            );
            CREATE INDEX dossier_pages_by_dossier ON dossier_pages (dossier, page);

            CREATE TABLE fields (
                dossier TEXT NOT NULL REFERENCES dossiers (id),
                position BIGINT NOT NULL CHECK (position >= 1),
                name TEXT NOT NULL CHECK (length(name) > 0),
                value TEXT,
                confidence DOUBLE PRECISION NOT NULL CHECK (confidence >= 0 AND confidence <= 1),
                page BIGINT NOT NULL CHECK (page >= 1),
                x BIGINT NOT NULL,
                y BIGINT NOT NULL,
                width BIGINT NOT NULL CHECK (width >= 0),
                height BIGINT NOT NULL CHECK (height >= 0),
                handwritten BIGINT NOT NULL CHECK (handwritten IN (0, 1)),
                PRIMARY KEY (dossier, position)
            );

            CREATE TABLE decisions (
                dossier TEXT NOT NULL REFERENCES dossiers (id),
                number BIGINT NOT NULL CHECK (number >= 1),
                decided_at BIGINT NOT NULL,
                decision TEXT NOT NULL CHECK (decision IN ('auto', 'review', 'quarantined')),
                reason TEXT NOT NULL,
                procedure_code TEXT,
                probability DOUBLE PRECISION CHECK (probability >= 0 AND probability <= 1),
                because TEXT NOT NULL,
                alternatives TEXT NOT NULL,
                model TEXT NOT NULL,
                pipeline TEXT NOT NULL,
                PRIMARY KEY (dossier, number)
            );

            CREATE TABLE queue_items (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) > 0),
                dossier TEXT NOT NULL REFERENCES dossiers (id),
                position BIGINT NOT NULL CHECK (position >= 1),
                unit TEXT NOT NULL CHECK (length(unit) > 0),
                state TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'returned', 'paused', 'completed')),
                due_at BIGINT,
                opened_at BIGINT NOT NULL,
                changed_at BIGINT NOT NULL,
                UNIQUE (dossier, position)
            );
            CREATE INDEX queue_items_by_unit ON queue_items (unit, state, due_at);

            CREATE TABLE events (
                sequence BIGINT NOT NULL PRIMARY KEY CHECK (sequence >= 1),
                happened_at BIGINT NOT NULL,
                kind TEXT NOT NULL CHECK (length(kind) > 0),
                scan TEXT REFERENCES scans (id),
                page BIGINT CHECK (page >= 1),
                dossier TEXT REFERENCES dossiers (id),
                item TEXT REFERENCES queue_items (id),
                actor TEXT,
                detail TEXT NOT NULL
            );
            CREATE INDEX events_by_scan ON events (scan, sequence);
            CREATE INDEX events_by_dossier ON events (dossier, sequence);
            """,
        sqlite: """
            CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
            BEGIN SELECT RAISE(ABORT, 'events are written once and never changed'); END;
            CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
            BEGIN SELECT RAISE(ABORT, 'events are written once and never deleted'); END;
            CREATE TRIGGER decisions_are_not_changed BEFORE UPDATE ON decisions
            BEGIN SELECT RAISE(ABORT, 'decisions are written once and never changed'); END;
            CREATE TRIGGER decisions_are_not_deleted BEFORE DELETE ON decisions
            BEGIN SELECT RAISE(ABORT, 'decisions are written once and never deleted'); END;
            """,
        postgres: """
            CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION 'events and decisions are written once' USING ERRCODE = 'HS001';
            END
            $$;
            CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
                FOR EACH ROW EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
                FOR EACH ROW EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER events_are_not_emptied BEFORE TRUNCATE ON events
                FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER decisions_are_not_changed BEFORE UPDATE ON decisions
                FOR EACH ROW EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER decisions_are_not_deleted BEFORE DELETE ON decisions
                FOR EACH ROW EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER decisions_are_not_emptied BEFORE TRUNCATE ON decisions
                FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
            """)
}
