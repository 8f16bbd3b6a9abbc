/// Every text that the desk shows, in both languages. Pages name them as `{{t.KEY}}`.
package enum Texts {
    struct Entry: Sendable {
        var vietnamese: String
        var english: String

        init(_ vietnamese: String, _ english: String) {
            self.vietnamese = vietnamese
            self.english = english
        }
    }

    static let entries: [String: Entry] = frame.merging(people) { first, _ in first }
        .merging(queue) { first, _ in first }.merging(dossier) { first, _ in first }
        .merging(review) { first, _ in first }.merging(reception) { first, _ in first }
        .merging(oversight) { first, _ in first }.merging(models) { first, _ in first }
        .merging(reorganizing) { first, _ in first }
        .merging(reports) { first, _ in first }.merging(events) { first, _ in first }

    /// The names of all texts.
    package static var keys: Set<String> { Set(entries.keys) }

    static func all(in language: Language) -> [String: String] {
        language == .vietnamese ? allVietnamese : allEnglish
    }

    /// - Returns: The key itself where there is no such text; a test holds that every key used has one.
    static func text(_ key: String, in language: Language) -> String {
        all(in: language)[key] ?? key
    }

    private static let allVietnamese = entries.mapValues(\.vietnamese)
    private static let allEnglish = entries.mapValues(\.english)
}
