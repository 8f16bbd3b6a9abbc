/// What a JSON value has to look like: as much of JSON Schema as the API needs. What programs send is held against it
/// before anything is made of it, tests hold what they are sent against it, and the description of the API is written
/// from it; so the three cannot differ.
indirect enum Schema: Hashable, Sendable {
    struct Member: Hashable, Sendable {
        var name: String
        var schema: Schema
        var isRequired = true
        /// For people.
        var note: String?
    }

    /// At most so many letters, where it is sent.
    case text(most: Int? = nil)
    /// `2026-08-06T17:00:00+07:00`
    case time
    /// `2026-08-06`
    case day
    /// One of these.
    case word([String])
    case integer(ClosedRange<Int>? = nil)
    case number
    case flag
    case list(Schema, count: ClosedRange<Int>? = nil)
    /// These members and no others.
    case object([Member])
    /// Members of any name.
    case map(Schema)
    case nullable(Schema)
    /// Described once, under this name.
    case named(String, Schema)
    case anything

    static func words<Word: CaseIterable & RawRepresentable<String>>(_ kind: Word.Type) -> Schema {
        .word(Word.allCases.map(\.rawValue))
    }
}

extension Schema.Member {
    static func must(_ name: String, _ schema: Schema, _ note: String? = nil) -> Self {
        .init(name: name, schema: schema, note: note)
    }

    /// May be left out.
    static func may(_ name: String, _ schema: Schema, _ note: String? = nil) -> Self {
        .init(name: name, schema: schema, isRequired: false, note: note)
    }
}

/// What a value is to the API: it can be sent, and described.
protocol Described: Encodable, Sendable {
    static var schema: Schema { get }
}
