extension Migration {
    /// The units that have a web hook, and the outbox of what is to be told to them.
    ///
    /// `deliveries.id` is what the receiver knows a message by. `number` comes from `counters` in the transaction of the
    /// event, so it follows the order of commits.
    static let deliveries = Migration(
        number: 3,
        shared: """
            INSERT INTO counters (name, value) VALUES ('delivery', 0);

            CREATE TABLE hooks (
                unit TEXT NOT NULL PRIMARY KEY CHECK (length(unit) > 0),
                since BIGINT NOT NULL
            );

            CREATE TABLE deliveries (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) > 0),
                number BIGINT NOT NULL UNIQUE CHECK (number >= 1),
                unit TEXT NOT NULL CHECK (length(unit) > 0),
                event BIGINT NOT NULL REFERENCES events (sequence),
                kind TEXT NOT NULL CHECK (length(kind) > 0),
                item TEXT NOT NULL REFERENCES queue_items (id),
                dossier TEXT NOT NULL REFERENCES dossiers (id),
                message TEXT NOT NULL CHECK (length(message) > 0),
                state TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'dead')),
                tries BIGINT NOT NULL CHECK (tries >= 0),
                due_at BIGINT NOT NULL,
                lease_owner TEXT,
                lease_until BIGINT,
                problem TEXT,
                written_at BIGINT NOT NULL,
                settled_at BIGINT,
                UNIQUE (event, unit),
                CHECK ((state = 'waiting') = (settled_at IS NULL)),
                CHECK ((lease_owner IS NULL) = (lease_until IS NULL)),
                CHECK (state = 'waiting' OR lease_owner IS NULL),
                CHECK (state <> 'dead' OR problem IS NOT NULL)
            );
            CREATE INDEX deliveries_waiting ON deliveries (unit, due_at, number) WHERE state = 'waiting';
            CREATE INDEX deliveries_waiting_by_item ON deliveries (item, unit, number) WHERE state = 'waiting';
            CREATE INDEX deliveries_dead ON deliveries (unit, number) WHERE state = 'dead';

            CREATE TABLE delivery_attempts (
                delivery TEXT NOT NULL REFERENCES deliveries (id),
                number BIGINT NOT NULL CHECK (number >= 1),
                made_at BIGINT NOT NULL,
                seconds DOUBLE PRECISION NOT NULL CHECK (seconds >= 0),
                status BIGINT CHECK (status >= 100),
                problem TEXT,
                PRIMARY KEY (delivery, number),
                CHECK (status IS NOT NULL OR problem IS NOT NULL)
            );
            """,
        sqlite: "")
}
