internal import Foundation
internal import Routing

/// What is wrong with a value, and where. Neither quotes the value, nor a name that the API does not know.
struct SchemaFault: Hashable, Sendable, Encodable {
    /// `fields.applicant.name.value`; empty for the whole.
    var at: String
    /// For whoever writes the program.
    var problem: String
}

extension Schema {
    /// Faults that are told at once.
    static let mostFaults = 20

    /// Empty where the value is as described.
    func faults(in value: JSONValue, at place: String = "") -> [SchemaFault] {
        switch self {
        case .named(_, let schema): return schema.faults(in: value, at: place)
        case .nullable(let schema): return value == .null ? [] : schema.faults(in: value, at: place)
        case .object(let members):
            guard case .object(let values) = value else { break }
            let names = Set(members.map(\.name))
            let strangers = values.keys.filter { !names.contains($0) }.count
            return members.flatMap { member -> [SchemaFault] in
                let inner = place.isEmpty ? member.name : "\(place).\(member.name)"
                guard let found = values[member.name] else {
                    return member.isRequired ? [SchemaFault(at: inner, problem: "is missing")] : []
                }
                return member.schema.faults(in: found, at: inner)
            } + (strangers == 0 ? [] : [SchemaFault(at: place, problem: "has a member that is not described")])
        case .map(let schema):
            guard case .object(let values) = value else { break }
            return values.sorted { $0.key < $1.key }.flatMap { schema.faults(in: $0.value, at: "\(place).*") }
        case .list(let schema, let count):
            guard case .list(let values) = value else { break }
            if let count, !count.contains(values.count) {
                return [
                    SchemaFault(at: place, problem: "should have \(count.lowerBound) to \(count.upperBound) elements")
                ]
            }
            return values.enumerated().flatMap { schema.faults(in: $0.element, at: "\(place)[\($0.offset)]") }
        default: if admits(value) { return [] }
        }
        return [SchemaFault(at: place, problem: "should be \(words)")]
    }

    /// Of the schemas without parts.
    private func admits(_ value: JSONValue) -> Bool {
        switch (self, value) {
        case (.anything, _), (.flag, .flag), (.number, .number), (.number, .integer): true
        case (.text(let most), .text(let text)): most.map { text.count <= $0 } ?? true
        case (.integer(let range), .integer(let integer)): range?.contains(integer) ?? true
        case (.word(let words), .text(let text)): words.contains(text)
        case (.time, .text(let text)):
            (try? Date.ISO8601FormatStyle(timeZoneSeparator: .colon).parse(text)) != nil
        case (.day, .text(let text)): Day(text) != nil
        default: false
        }
    }

    /// The value that a text of an address stands for; nil where it cannot be one.
    func value(of text: String) -> JSONValue? {
        switch self {
        case .integer: Int(text).map { .integer($0) }
        case .flag: Bool(text).map { .flag($0) }
        default: .text(text)
        }
    }

    private var words: String {
        switch self {
        case .text(let most): most.map { "a text of at most \($0) letters" } ?? "a text"
        case .time: "a time such as 2026-08-06T17:00:00+07:00"
        case .day: "a day such as 2026-08-06"
        case .word(let words): "one of " + words.joined(separator: ", ")
        case .integer(let range):
            range.map { "a whole number from \($0.lowerBound) to \($0.upperBound)" } ?? "a whole number"
        case .number: "a number"
        case .flag: "true or false"
        case .list: "a list"
        case .object, .map: "an object"
        case .nullable(let schema), .named(_, let schema): schema.words
        case .anything: "anything"
        }
    }
}
