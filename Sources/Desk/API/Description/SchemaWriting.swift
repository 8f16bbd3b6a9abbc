/// Schemas as OpenAPI 3.1 has them: JSON Schema, draft 2020-12.
extension Schema {
    var json: JSONValue {
        switch self {
        case .text(let most): typed("string", most.map { ["maxLength": .integer($0)] } ?? [:])
        case .time: typed("string", ["format": "date-time"])
        case .day: typed("string", ["format": "date"])
        case .word(let words): typed("string", ["enum": .list(words.map { .text($0) })])
        case .integer(let range):
            typed(
                "integer",
                range.map { ["minimum": .integer($0.lowerBound), "maximum": .integer($0.upperBound)] } ?? [:])
        case .number: typed("number")
        case .flag: typed("boolean")
        case .list(let schema, let count):
            typed(
                "array",
                ["items": schema.json].merging(
                    count.map { ["minItems": .integer($0.lowerBound), "maxItems": .integer($0.upperBound)] } ?? [:]
                ) { $1 })
        case .object(let members):
            typed(
                "object",
                [
                    "properties": .object(
                        Dictionary(members.map { ($0.name, $0.json) }) { first, _ in first }),
                    "required": .list(members.filter(\.isRequired).map { .text($0.name) }),
                    "additionalProperties": false,
                ])
        case .map(let schema): typed("object", ["additionalProperties": schema.json])
        case .nullable(let schema): ["anyOf": [schema.json, ["type": "null"]]]
        case .named(let name, _): ["$ref": .text("#/components/schemas/\(name)")]
        case .anything: [:]
        }
    }

    /// What is described under a name, in this and in its parts.
    var named: [String: Schema] {
        switch self {
        case .named(let name, let schema): schema.named.merging([name: schema]) { first, _ in first }
        case .list(let schema, _), .map(let schema), .nullable(let schema): schema.named
        case .object(let members):
            members.reduce(into: [:]) { all, member in all.merge(member.schema.named) { first, _ in first } }
        default: [:]
        }
    }

    private func typed(_ type: String, _ others: [String: JSONValue] = [:]) -> JSONValue {
        .object(others.merging(["type": .text(type)]) { first, _ in first })
    }
}

extension Schema.Member {
    fileprivate var json: JSONValue {
        guard let note, case .object(var members) = schema.json else { return schema.json }
        members["description"] = .text(note)
        return .object(members)
    }
}
