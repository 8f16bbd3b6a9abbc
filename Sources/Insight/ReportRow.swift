/// A row as a JSON object, its columns' keys as names.
package struct ReportRow: Encodable, Sendable {
    let table: ReportTable
    let row: [ReportTable.Value]

    package init(_ table: ReportTable, _ row: [ReportTable.Value]) {
        self.table = table
        self.row = row
    }

    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    package func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(table.name, forKey: Key(stringValue: "report"))
        for (column, value) in zip(table.columns, row) {
            let key = Key(stringValue: column.key)
            switch value {
            case .text(let text): try object.encode(text, forKey: key)
            case .count(let count): try object.encode(count, forKey: key)
            case .share(let number), .number(let number), .seconds(let number): try object.encode(number, forKey: key)
            case .nothing: try object.encodeNil(forKey: key)
            }
        }
    }
}
