extension Migration {
    /// Which scans lie in the colder store.
    static let colderScans = Migration(
        number: 12,
        shared: """
            ALTER TABLE scans ADD COLUMN cooled_at BIGINT;
            CREATE INDEX scans_not_cooled ON scans (arrival) WHERE cooled_at IS NULL;
            CREATE INDEX scans_cooled ON scans (cooled_at) WHERE cooled_at IS NOT NULL
            """)
}
