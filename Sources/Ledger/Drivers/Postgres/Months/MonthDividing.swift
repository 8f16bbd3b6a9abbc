internal import Foundation

extension Transaction {
    /// Divides the tables that grow by month. What is there becomes one part as it is, up to the end of the month of its
    /// newest row, so that a grown ledger is not copied; the months after it follow as they come.
    func divideByMonth() throws {
        for table in MonthlyTable.all { try divide(table) }
        try script(
            """
            CREATE TRIGGER counters_never_go_back BEFORE UPDATE ON counters
                FOR EACH ROW WHEN (NEW.value < OLD.value) EXECUTE FUNCTION refuse_change()
            """)
    }

    private func divide(_ table: MonthlyTable) throws {
        let last = try lastMonth(of: table)
        let past = last.map { table.past(through: $0) } ?? "\(table.name)_undivided"
        let references = try takeReferences(to: table)
        let form = try form(of: table)
        try setAside(table, as: past)
        try script(
            """
            CREATE TABLE \(table.name) (LIKE \(past) INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE)
                PARTITION BY RANGE (\(table.column))
            """)
        for statement in form { try script(statement) }
        try script("CREATE TABLE \(table.rest) PARTITION OF \(table.name) DEFAULT")
        if let last {
            try attach(past, through: last, to: table)
        } else {
            try script("DROP TABLE \(past)")
        }
        if table.isWrittenOnce { try guardAgainstChange(table) }
        try guardPart(table.rest, of: table)
        if last != nil { try guardPart(past, of: table, hasKey: true) }
        // An event's number is no key of the whole table, so what refers to it does so no longer.
        if table.partsKey == nil { for reference in references { try script(reference) } }
        if last != nil { try script("ANALYZE \(table.name)") }
    }

    /// The statements that give a table of this name the keys, references and indexes that it has.
    private func form(of table: MonthlyTable) throws -> [String] {
        let kinds = table.partsKey == nil ? "'p', 'f'" : "'f'"
        let constraints = try rows(
            """
            SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint
            WHERE conrelid = '\(table.name)'::regclass AND contype IN (\(kinds)) ORDER BY contype DESC, conname
            """
        ) { "ALTER TABLE \(table.name) ADD \(try $0.text("definition"))" }
        let indexes = try rows(
            """
            SELECT pg_get_indexdef(indexrelid) AS definition FROM pg_index
            WHERE indrelid = '\(table.name)'::regclass AND NOT indisprimary ORDER BY indexrelid
            """
        ) { try $0.text("definition") }
        return constraints + indexes
    }

    /// The month of the newest row, but for those of a clock that was wrong; nil for an empty table.
    private func lastMonth(of table: MonthlyTable) throws -> Month? {
        let used = try row("SELECT 1 AS found FROM \(table.name) LIMIT 1") { try $0.flag("found") }
        guard used != nil else { return nil }
        let told = try row("SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT) AS now") {
            try $0.time("now")
        }
        let now = told ?? Date()
        let end = now + 86_400
        let newest: Date? =
            switch table.key {
            case .identifier:
                try row(
                    "SELECT MAX(\(table.column)) AS newest FROM \(table.name) WHERE \(table.column) < $1",
                    .text(DossierID.least(at: end))
                ) { try $0.textOrNil("newest").flatMap { DossierID.time(of: $0) } } ?? nil
            case .time:
                try row(
                    "SELECT MAX(\(table.column)) AS newest FROM \(table.name) WHERE \(table.column) < $1", .time(end)
                ) { try $0.timeOrNil("newest") } ?? nil
            }
        return Month(of: newest ?? now)
    }

    /// Takes away the constraints by which other tables refer to this one.
    ///
    /// - Returns: The statements that bring them back.
    private func takeReferences(to table: MonthlyTable) throws -> [String] {
        let references = try rows(
            """
            SELECT CAST(conrelid::regclass AS TEXT) AS relation, CAST(conname AS TEXT) AS name,
                pg_get_constraintdef(oid) AS definition
            FROM pg_constraint WHERE confrelid = '\(table.name)'::regclass AND contype = 'f'
            """
        ) { (table: try $0.text("relation"), name: try $0.text("name"), definition: try $0.text("definition")) }
        for reference in references {
            try script("ALTER TABLE \(reference.table) DROP CONSTRAINT \(reference.name)")
        }
        return references.map { "ALTER TABLE \($0.table) ADD CONSTRAINT \($0.name) \($0.definition)" }
    }

    /// Gives the table's name, and those of its indexes and triggers, free for the one that is divided.
    private func setAside(_ table: MonthlyTable, as past: String) throws {
        let triggers = try rows(
            """
            SELECT CAST(tgname AS TEXT) AS name FROM pg_trigger
            WHERE tgrelid = '\(table.name)'::regclass AND NOT tgisinternal
            """
        ) { try $0.text("name") }
        for trigger in triggers { try script("DROP TRIGGER \(trigger) ON \(table.name)") }
        let indexes = try rows(
            """
            SELECT CAST(c.relname AS TEXT) AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE i.indrelid = '\(table.name)'::regclass
            """
        ) { try $0.text("name") }
        for index in indexes {
            try script("ALTER INDEX \(index) RENAME TO \(past)\(index.dropFirst(table.name.count))")
        }
        try script("ALTER TABLE \(table.name) RENAME TO \(past)")
    }

    private func attach(_ past: String, through last: Month, to table: MonthlyTable) throws {
        let end = table.bound(last.next)
        let columns = try rows(
            """
            SELECT CAST(attname AS TEXT) AS name FROM pg_attribute
            WHERE attrelid = '\(past)'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum
            """
        ) { try $0.text("name") }.joined(separator: ", ")
        try script(
            """
            INSERT INTO \(table.rest) (\(columns)) SELECT \(columns) FROM \(past) WHERE \(table.column) >= \(end);
            DELETE FROM \(past) WHERE \(table.column) >= \(end);
            ALTER TABLE \(table.name) ATTACH PARTITION \(past) FOR VALUES FROM (MINVALUE) TO (\(end))
            """)
    }

    private func guardAgainstChange(_ table: MonthlyTable) throws {
        let name = table.name
        try script(
            """
            CREATE TRIGGER \(name)_are_not_changed BEFORE UPDATE ON \(name)
                FOR EACH ROW EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER \(name)_are_not_deleted BEFORE DELETE ON \(name)
                FOR EACH ROW EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER \(name)_are_not_emptied BEFORE TRUNCATE ON \(name)
                FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
            """)
    }
}
