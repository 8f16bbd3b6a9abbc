/// A blank on a form: `{con_ho_ten:name_upper}`.
package struct FormBlank: Hashable, Sendable {
    package var key: String
    /// As written; `kind` is what it means.
    package var type: String

    package init(key: String, type: String) {
        self.key = key
        self.type = type
    }

    /// Nil for a type that nobody knows.
    package var kind: BlankKind? { BlankKind(rawValue: type) }
}

/// A stretch of a form's line: literal text or a blank.
package enum FormSegment: Hashable, Sendable {
    case text(String)
    case blank(FormBlank)

    /// Cuts a template line at its blanks. What looks like a blank but is none (`{`, `{}`) stays text.
    package static func segments(of line: String) -> [FormSegment] {
        var result: [FormSegment] = []
        var text = ""
        var rest = Substring(line)
        while let open = rest.firstIndex(of: "{") {
            text += rest[..<open]
            let after = rest.index(after: open)
            guard let close = rest[after...].firstIndex(of: "}"),
                case let parts = rest[after..<close].split(separator: ":", omittingEmptySubsequences: false),
                parts.count == 2, parts.allSatisfy(isName)
            else {
                text.append("{")
                rest = rest[after...]
                continue
            }
            if !text.isEmpty { result.append(.text(text)) }
            text = ""
            result.append(.blank(FormBlank(key: String(parts[0]), type: String(parts[1]))))
            rest = rest[rest.index(after: close)...]
        }
        text += rest
        if !text.isEmpty { result.append(.text(text)) }
        return result
    }

    private static func isName(_ part: Substring) -> Bool {
        !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    }
}

extension FormTemplate {
    /// The blanks of all lines and of all phrases that fill them.
    package var blanks: [FormBlank] {
        let phrases = fills.values.joined() + uses.flatMap { $0.fills.values.joined() }
        return (lines + phrases).flatMap { line in
            FormSegment.segments(of: line).compactMap { segment in
                if case .blank(let blank) = segment { blank } else { nil }
            }
        }
    }
}
