internal import Dossiers

/// Who fills a form in with what.
enum Penmanship: Sendable {
    case machine
    case hand
    /// Some blanks typed, some by hand.
    case mixed
}

extension FilledForm {
    /// Makes blanks handwritten; the fields they hold cannot be read then.
    mutating func write(by penmanship: Penmanship, random: inout RandomStream) {
        guard penmanship != .machine else { return }
        var decided: [String: Bool] = [:]
        for line in lines.indices {
            for run in lines[line].runs.indices {
                guard let key = lines[line].runs[run].key else { continue }
                let isWritten = decided[key] ?? (penmanship == .hand || random.chance(0.5))
                decided[key] = isWritten
                lines[line].runs[run].isHandwritten = isWritten
            }
        }
        for (key, field) in form.fields where decided[key] == true && fields[field] != nil {
            fields[field] = nil
            handwrittenFields.insert(field)
        }
    }
}
