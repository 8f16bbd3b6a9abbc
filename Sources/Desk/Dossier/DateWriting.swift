internal import Dossiers

/// Dates stand in the ledger as `2026-08-06`; people read and write `06/08/2026`.
enum DateWriting {
    /// The text itself where it is no date.
    static func asPeopleWrite(_ text: String) -> String {
        guard let match = text.wholeMatch(of: #/(\d{4})-(\d{2})-(\d{2})/#) else { return text }
        return "\(match.3)/\(match.2)/\(match.1)"
    }

    /// The text itself where it is no date: what stands on the paper goes before what a program can read.
    static func asStored(_ text: String) -> String {
        guard let match = text.wholeMatch(of: #/(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})/#),
            let day = Int(match.1), let month = Int(match.2), (1...31).contains(day), (1...12).contains(month)
        else { return text }
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return "\(match.3)-\(two(month))-\(two(day))"
    }
}

extension FieldName {
    var isDate: Bool { [.applicantDateOfBirth, .childDateOfBirth, .documentDate].contains(self) }
}
