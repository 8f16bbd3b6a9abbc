/// The desk's languages.
enum Language: String, CaseIterable, Sendable {
    case vietnamese = "vi"
    case english = "en"

    static let cookie = "hoso_language"

    var other: Language { self == .vietnamese ? .english : .vietnamese }
}
