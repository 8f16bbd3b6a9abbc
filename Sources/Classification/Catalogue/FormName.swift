/// What is left of a form's title when the words are gone that say it is a form: `TỜ KHAI ĐĂNG KÝ KHAI SINH`.
enum FormName {
    /// - Parameter words: Without marks.
    static func core(of words: [String]) -> [String] { opening(of: words).map { Array(words.dropFirst($0)) } ?? words }

    static func isForm(_ words: [String]) -> Bool { opening(of: words) != nil }

    /// How many words say that it is a form.
    private static func opening(of words: [String]) -> Int? {
        var start = 0
        if words.starts(with: ["mau", "so"]) { start = min(3, words.count) }
        guard let kind = kinds.first(where: { words.dropFirst(start).starts(with: $0) }) else { return nil }
        start += kind.count
        for ask in asks where words.dropFirst(start).starts(with: ask) { return start + ask.count }
        return start
    }

    private static let kinds = [
        "to khai", "don", "giay", "phieu", "ban khai", "ban dang ky", "thong bao", "de nghi", "ban",
    ].map { $0.split(separator: " ").map(String.init) }
    private static let asks = ["de nghi", "yeu cau", "xin"].map { $0.split(separator: " ").map(String.init) }
}
