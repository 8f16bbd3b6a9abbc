import Dossiers

/// The name of a household business (hộ kinh doanh) or trader, as written.
struct BusinessNameRule: FieldRule {
    func value(in answer: Answer) -> FieldValue? {
        let pieces = answer.firstColumn.wordsAndDashes
        let text = pieces.map(\.text).joined(separator: " ").withoutEdges
        guard text.contains(where: \.isLetter), Self.isWritten(text),
            // Names of businesses have capitals; a pen's strokes seldom read as such, and never clearly.
            text.contains(where: \.isUppercase) || pieces.allSatisfy({ $0.confidence >= Self.sureOfWords })
        else { return nil }
        return FieldValue(
            text: BusinessWords.mended(Self.withCapitals(Self.withoutBlots(text))), pieces: Self.withSureWords(pieces))
    }

    /// Words that can be nothing else are sure, however they were read.
    private static func withSureWords(_ pieces: [FormLine.Piece]) -> [FormLine.Piece] {
        var pieces = pieces
        for index in BusinessWords.spellings(of: pieces.map(\.text.withoutEdges)).keys {
            pieces[index].confidence = max(pieces[index].confidence, knownConfidence)
        }
        return pieces
    }

    private static let knownConfidence = 0.9
    private static let sureOfWords = 0.5

    /// Whether half of the words can be some, of whatever language: with a vowel, and capitals in front or throughout; an
    /// abbreviation in capitals. A pen's strokes are read as `a#w, /Ý aWwww`.
    private static func isWritten(_ text: String) -> Bool {
        let words = text.split(separator: " ").map { String($0).withoutEdges }.filter { $0.contains(where: \.isLetter) }
        return words.count(where: isWord) * 2 >= words.count
    }

    private static func isWord(_ word: String) -> Bool {
        let letters = word.filter(\.isLetter)
        if letters.count > 1, letters.allSatisfy(\.isUppercase) { return true }
        return letters.count > 1 && word.allSatisfy { $0.isLetter || $0.isNumber || "&'-.".contains($0) }
            && letters.dropFirst().allSatisfy(\.isLowercase) && letters.folded.contains { "aeiouy".contains($0) }
    }

    /// A point between two words, `MAY.THỊNH VƯỢNG`; behind a single letter it shortens a word.
    private static func withoutBlots(_ text: String) -> String {
        text.replacing(#/(\p{L}{2})\.(\p{L}{2})/#) { "\($0.1) \($0.2)" }
    }

    /// A few words in small letters amid capitals were misread, `cơ sở SỬA CHỮA XE MÁY NAM`, and so was `CỬa`; one that
    /// begins with a capital is somebody's name, `CỬA HÀNG TẠP HÓA Mai`, unless it says what the business is.
    private static func withCapitals(_ text: String) -> String {
        let words = text.split(separator: " ").map(String.init).filter { $0.count(where: \.isLetter) > 1 }
        let known = BusinessWords.spellings(of: words)
        let capitals = words.count { $0.allSatisfy { !$0.isLetter || $0.isUppercase } }
        let misread = words.indices.count { index in
            isInSmallLetters(words[index]) || known[index] != nil && words[index].contains(where: \.isLowercase)
        }
        let isInCapitals = capitals >= 3 && capitals > 2 * misread && capitals + misread == words.count
        return isInCapitals ? text.uppercased() : text
    }

    /// Throughout, or one of them behind capitals.
    private static func isInSmallLetters(_ word: String) -> Bool {
        word.allSatisfy { !$0.isLetter || $0.isLowercase }
            || word.contains(where: \.isLowercase) && word.count(where: \.isUppercase) > 1
    }
}
