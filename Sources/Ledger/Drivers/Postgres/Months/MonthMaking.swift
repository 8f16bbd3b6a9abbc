package import Foundation

extension Ledger {
    /// Makes parts for the months that come, of the tables that are divided by month: so that none begins without.
    ///
    /// Costs a look where they are there, and nothing for a ledger in a file. Where it cannot be done now, nothing is
    /// lost: rows of a month without a part lie in the rest, and there are two months for another try.
    ///
    /// - Throws: `LedgerError.busy` where somebody has the tables; `.unavailable` where the account may not.
    package func makeMonths(now: Date) async throws {
        guard isShared else { return }
        let months = Month.ahead(of: now)
        // A look first, because making waits for other writers.
        guard try await driver.read({ try $0.lacks(months) }) else { return }
        try await driver.write { transaction in
            do {
                // Who waits for a table lets nobody else have it meanwhile.
                try transaction.script("SET LOCAL lock_timeout = '1s'")
                try transaction.make(months)
            } catch let fault as PostgresFault where fault.kind == .refused(state: "55P03", constraint: nil) {
                throw LedgerError.busy("the tables of the months to come are made later: somebody is reading them")
            }
        }
    }
}

extension Transaction {
    /// Whether a table that is divided has no part for one of the months.
    fileprivate func lacks(_ months: [Month]) throws -> Bool {
        try MonthlyTable.all.contains { try !missing(months, of: $0).isEmpty }
    }

    /// Makes the parts that are missing.
    ///
    /// A month of which there are rows in the rest already gets none: they would have to be moved, and what is written
    /// once stays where it is.
    func make(_ months: [Month]) throws {
        for table in MonthlyTable.all {
            for month in try missing(months, of: table) {
                let (from, to) = (table.bound(month), table.bound(month.next))
                let isTaken = try row(
                    "SELECT 1 AS found FROM \(table.rest) WHERE \(table.column) >= \(from) AND \(table.column) < \(to) LIMIT 1"
                ) { try $0.flag("found") }
                if isTaken != nil { continue }
                let part = table.part(of: month)
                try script("CREATE TABLE \(part) PARTITION OF \(table.name) FOR VALUES FROM (\(from)) TO (\(to))")
                try guardPart(part, of: table)
            }
        }
    }

    /// What a part does not get from its table.
    func guardPart(_ part: String, of table: MonthlyTable, hasKey: Bool = false) throws {
        if let key = table.partsKey, !hasKey { try script("ALTER TABLE \(part) ADD PRIMARY KEY (\(key))") }
        if table.isWrittenOnce {
            try script(
                """
                CREATE TRIGGER \(table.name)_are_not_emptied BEFORE TRUNCATE ON \(part)
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
                """)
        }
    }

    private func missing(_ months: [Month], of table: MonthlyTable) throws -> [Month] {
        let parts = try rows(
            """
            SELECT CAST(c.relname AS TEXT) AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
            WHERE i.inhparent = to_regclass('\(table.name)')
            """
        ) { try $0.text("name") }
        guard !parts.isEmpty else { return [] }
        // Names of this form are in the order of their months.
        let past = parts.filter { $0.hasPrefix("\(table.name)_until_") }.max()
        return months.filter { month in
            !parts.contains(table.part(of: month)) && past.map { $0 < table.past(through: month) } ?? true
        }
    }
}
