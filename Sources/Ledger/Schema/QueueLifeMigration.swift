extension Migration {
    /// A queue's whole life, reorganisations, dossier numbers, and the chain of the events.
    ///
    /// SQLite cannot change a CHECK, so the two tables are made anew beside the old ones and take their names;
    /// references follow a renamed table in either database. The events' chain is computed by `chainEvents`.
    static let queueLife = Migration(
        number: 2,
        shared: """
            CREATE TABLE queue_items_anew (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) > 0),
                dossier TEXT NOT NULL REFERENCES dossiers (id),
                position BIGINT NOT NULL CHECK (position >= 1),
                unit TEXT NOT NULL CHECK (length(unit) > 0),
                state TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'paused', 'completed', 'handed-over',
                    'returned', 'refused', 'withdrawn')),
                due_at BIGINT,
                opened_at BIGINT NOT NULL,
                changed_at BIGINT NOT NULL,
                statutory_due_at BIGINT,
                registered_at BIGINT NOT NULL,
                accepted_at BIGINT,
                completed_at BIGINT,
                handed_over_at BIGINT,
                officer TEXT,
                channel TEXT CHECK (channel IN ('counter', 'online', 'post')),
                field TEXT,
                paused_for TEXT,
                extensions BIGINT NOT NULL CHECK (extensions >= 0),
                UNIQUE (dossier, position),
                CHECK ((state = 'paused') = (paused_for IS NOT NULL)),
                CHECK (state NOT IN ('accepted', 'paused', 'completed', 'handed-over') OR accepted_at IS NOT NULL),
                CHECK (state NOT IN ('completed', 'handed-over') OR completed_at IS NOT NULL),
                CHECK ((state = 'handed-over') = (handed_over_at IS NOT NULL))
            );
            INSERT INTO queue_items_anew (id, dossier, position, unit, state, due_at, opened_at, changed_at,
                statutory_due_at, registered_at, accepted_at, completed_at, paused_for, extensions)
            SELECT id, dossier, position, unit, state, due_at, opened_at, changed_at, due_at, opened_at,
                CASE WHEN state IN ('accepted', 'paused', 'completed') THEN changed_at END,
                CASE WHEN state = 'completed' THEN changed_at END,
                CASE WHEN state = 'paused' THEN 'unknown' END, 0
            FROM queue_items;

            CREATE TABLE events_anew (
                sequence BIGINT NOT NULL PRIMARY KEY CHECK (sequence >= 1),
                happened_at BIGINT NOT NULL,
                kind TEXT NOT NULL CHECK (length(kind) > 0),
                scan TEXT REFERENCES scans (id),
                page BIGINT CHECK (page >= 1),
                dossier TEXT REFERENCES dossiers (id),
                item TEXT REFERENCES queue_items_anew (id),
                actor TEXT,
                detail TEXT NOT NULL,
                hash TEXT NOT NULL CHECK (length(hash) = 64)
            );
            INSERT INTO events_anew (sequence, happened_at, kind, scan, page, dossier, item, actor, detail, hash)
            SELECT sequence, happened_at, kind, scan, page, dossier, item, actor, detail,
                '0000000000000000000000000000000000000000000000000000000000000000'
            FROM events;

            DROP TABLE events;
            DROP TABLE queue_items;
            ALTER TABLE queue_items_anew RENAME TO queue_items;
            ALTER TABLE events_anew RENAME TO events;
            CREATE INDEX queue_items_by_unit ON queue_items (unit, state, due_at, id);
            CREATE INDEX events_by_scan ON events (scan, sequence);
            CREATE INDEX events_by_dossier ON events (dossier, sequence);
            UPDATE queue_items SET officer = (
                SELECT e.actor FROM events e WHERE e.item = queue_items.id AND e.kind = 'item.accepted')
            WHERE state IN ('accepted', 'paused', 'completed');

            CREATE TABLE pauses (
                item TEXT NOT NULL REFERENCES queue_items (id),
                number BIGINT NOT NULL CHECK (number >= 1),
                why TEXT NOT NULL CHECK (length(why) > 0),
                from_at BIGINT NOT NULL,
                until_at BIGINT CHECK (until_at >= from_at),
                PRIMARY KEY (item, number)
            );
            INSERT INTO pauses (item, number, why, from_at)
            SELECT id, 1, 'unknown', changed_at FROM queue_items WHERE state = 'paused';

            ALTER TABLE dossiers ADD COLUMN number TEXT CHECK (length(number) > 0);
            CREATE UNIQUE INDEX dossiers_by_number ON dossiers (number);
            CREATE TABLE number_series (
                series TEXT NOT NULL PRIMARY KEY CHECK (length(series) > 0),
                last BIGINT NOT NULL CHECK (last >= 1)
            );

            CREATE TABLE reorganizations (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) > 0),
                kind TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'rename', 'close')),
                day TEXT NOT NULL CHECK (length(day) = 10),
                starts_at BIGINT NOT NULL,
                decided_at BIGINT NOT NULL,
                actor TEXT NOT NULL CHECK (length(actor) > 0),
                applied_at BIGINT,
                plan TEXT NOT NULL
            );
            CREATE INDEX reorganizations_by_start ON reorganizations (starts_at, decided_at);
            """,
        sqlite: """
            CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
            BEGIN SELECT RAISE(ABORT, 'events are written once and never changed'); END;
            CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
            BEGIN SELECT RAISE(ABORT, 'events are written once and never deleted'); END;
            """,
        postgres: """
            CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
                FOR EACH ROW EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
                FOR EACH ROW EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER events_are_not_emptied BEFORE TRUNCATE ON events
                FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
            """,
        between: { try $0.chainEvents() })
}
