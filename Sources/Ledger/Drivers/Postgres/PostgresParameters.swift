internal import CPostgres

/// A statement's parameters as libpq takes them: texts that end with a NUL, and the numbers of their types.
struct PostgresParameters {
    /// Given, and not left to the server: it would have to guess where a parameter stands in a select list. None for
    /// NULL, which fits anywhere.
    private(set) var types: [Oid] = []
    private var bytes: [CChar] = []
    /// Where each begins in `bytes`; nil for NULL.
    private var starts: [Int?] = []

    /// - Throws: `PostgresFault` for a text with a NUL in it, which a PostgreSQL text cannot hold.
    init(_ values: [Value]) throws {
        for value in values {
            switch value {
            case .null:
                types.append(0)
                starts.append(nil)
            case .text(let text): try append(text, type: 25)
            case .integer(let number): try append(String(number), type: 20)
            case .real(let number): try append(String(number), type: 701)
            }
        }
    }

    private mutating func append(_ text: String, type: Oid) throws {
        guard !text.utf8.contains(0) else {
            throw PostgresFault(kind: .refused(state: "22021", constraint: nil))
        }
        types.append(type)
        starts.append(bytes.count)
        bytes.append(contentsOf: text.utf8.lazy.map { CChar(bitPattern: $0) })
        bytes.append(0)
    }

    /// Lends pointers to the texts, in order.
    func withPointers<Result>(_ body: (UnsafePointer<UnsafePointer<CChar>?>?) throws -> Result) rethrows -> Result {
        try bytes.withUnsafeBufferPointer { buffer in
            let pointers = starts.map { start in
                start.flatMap { start in buffer.baseAddress.map { UnsafePointer($0 + start) } }
            }
            return try pointers.withUnsafeBufferPointer { try body($0.baseAddress) }
        }
    }
}
