extension Migration {
    /// What several machines need to share the work: whose turn it is, who has a scan in hand, and who is there.
    ///
    /// `turn_at` is when the dossiers were handed in, so the earlier deadline; of scans that are done it says nothing.
    static let sharedWork = Migration(
        number: 6,
        shared: """
            ALTER TABLE scans ADD COLUMN urgency BIGINT NOT NULL DEFAULT 1 CHECK (urgency IN (0, 1));
            ALTER TABLE scans ADD COLUMN handed_in_at BIGINT;
            ALTER TABLE scans ADD COLUMN turn_at BIGINT NOT NULL DEFAULT 0;
            ALTER TABLE scans ADD COLUMN lease_owner TEXT;
            ALTER TABLE scans ADD COLUMN lease_until BIGINT;
            ALTER TABLE pages ADD COLUMN urgency BIGINT NOT NULL DEFAULT 1 CHECK (urgency IN (0, 1));
            ALTER TABLE pages ADD COLUMN turn_at BIGINT NOT NULL DEFAULT 0;
            UPDATE scans SET turn_at = received_at WHERE state NOT IN ('triaged', 'quarantined');
            UPDATE pages SET turn_at = (SELECT s.received_at FROM scans s WHERE s.id = pages.scan)
            WHERE state IN ('pending', 'reading');
            DROP INDEX pages_open;
            CREATE INDEX pages_open ON pages (urgency, turn_at, arrival, number) WHERE state IN ('pending', 'reading');
            CREATE INDEX scans_open ON scans (state, urgency, turn_at, arrival)
                WHERE state IN ('registered', 'read', 'split');

            CREATE TABLE workers (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) > 0),
                host TEXT NOT NULL CHECK (length(host) > 0),
                readers BIGINT NOT NULL CHECK (readers >= 1),
                pipeline TEXT NOT NULL CHECK (length(pipeline) > 0),
                came_at BIGINT NOT NULL,
                seen_at BIGINT NOT NULL,
                left_at BIGINT,
                pages BIGINT NOT NULL CHECK (pages >= 0),
                dossiers BIGINT NOT NULL CHECK (dossiers >= 0)
            );
            CREATE INDEX workers_by_sight ON workers (seen_at);
            """)
}
