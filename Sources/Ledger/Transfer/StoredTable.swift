/// A table as the schema of a file describes it: nothing of it is written down a second time, so that a table which is
/// added tomorrow is carried over tomorrow.
struct StoredTable: Hashable, Sendable {
    var name: String
    /// In the order of the schema.
    var columns: [String]
    /// The primary key: by it the rows are in one order wherever they are kept.
    var key: [String]
    /// The tables that its rows refer to.
    var parents: Set<String>

    var list: String { columns.joined(separator: ", ") }
}

extension Transaction {
    /// The tables of a ledger in a file, each after those that its rows refer to.
    ///
    /// - Throws: `LedgerError.damaged` for a table without a primary key, or tables that refer to each other in a circle:
    ///   no version has written such a schema.
    func tablesOfFile() throws -> [StoredTable] {
        let names = try rows(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        ) { try $0.text("name") }
        var waiting = try names.map { try table($0) }
        var ordered: [StoredTable] = []
        while !waiting.isEmpty {
            let done = Set(ordered.map(\.name))
            let next = waiting.filter { $0.parents.isSubset(of: done.union([$0.name])) }
            guard !next.isEmpty else {
                throw LedgerError.damaged(
                    "the tables \(waiting.map(\.name).joined(separator: ", ")) go round in a circle")
            }
            ordered += next
            waiting.removeAll { next.contains($0) }
        }
        return ordered
    }

    private func table(_ name: String) throws -> StoredTable {
        let columns = try rows("SELECT name, pk FROM pragma_table_info('\(name)') ORDER BY cid") {
            (name: try $0.text("name"), place: try $0.integer("pk"))
        }
        let parents = try rows("SELECT DISTINCT \"table\" AS parent FROM pragma_foreign_key_list('\(name)')") {
            try $0.text("parent")
        }
        let key = columns.filter { $0.place > 0 }.sorted { $0.place < $1.place }.map(\.name)
        guard !key.isEmpty else { throw LedgerError.damaged("table \(name) has no primary key") }
        return StoredTable(name: name, columns: columns.map(\.name), key: key, parents: Set(parents))
    }

    /// The columns of a server's tables in this ledger's schema, by table.
    func columnsOfServer() throws -> [String: Set<String>] {
        let found = try rows(
            """
            SELECT CAST(table_name AS TEXT) AS relation, CAST(column_name AS TEXT) AS name
            FROM information_schema.columns WHERE table_schema = current_schema()
            """
        ) { (table: try $0.text("relation"), column: try $0.text("name")) }
        return Dictionary(grouping: found, by: \.table).mapValues { Set($0.map(\.column)) }
    }
}
