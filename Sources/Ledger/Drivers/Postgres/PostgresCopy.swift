/// Rows in the text format of PostgreSQL's `COPY`.
enum PostgresCopy {
    /// - Throws: `PostgresFault` for a text with a NUL in it, which a PostgreSQL text cannot hold.
    static func text(of rows: [[Value]]) throws -> [UInt8] {
        var text: [UInt8] = []
        for row in rows {
            for (index, value) in row.enumerated() {
                if index > 0 { text.append(UInt8(ascii: "\t")) }
                switch value {
                case .null: text.append(contentsOf: #"\N"#.utf8)
                case .integer(let number): text.append(contentsOf: String(number).utf8)
                case .real(let number): text.append(contentsOf: String(number).utf8)
                case .text(let value): try append(value, to: &text)
                }
            }
            text.append(UInt8(ascii: "\n"))
        }
        return text
    }

    private static func append(_ value: String, to text: inout [UInt8]) throws {
        for byte in value.utf8 {
            switch byte {
            case 0: throw PostgresFault(kind: .refused(state: "22021", constraint: nil))
            case UInt8(ascii: "\\"): text.append(contentsOf: #"\\"#.utf8)
            case UInt8(ascii: "\t"): text.append(contentsOf: #"\t"#.utf8)
            case UInt8(ascii: "\n"): text.append(contentsOf: #"\n"#.utf8)
            case UInt8(ascii: "\r"): text.append(contentsOf: #"\r"#.utf8)
            default: text.append(byte)
            }
        }
    }
}
