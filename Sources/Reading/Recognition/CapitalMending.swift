import Dossiers

/// Tells capitals from small letters where one shape serves for both, c, o, s, u, v, x, z and their like, by the words
/// beside them.
enum CapitalMending {
    static func mended(_ words: [Word]) -> [Word] {
        withSurnames(withCountry(withSmallLetters(withCapitals(words))))
    }

    /// `quốc tịch việt nam`: a name whose first letter has one shape for both is high only beside others.
    private static func withCountry(_ words: [Word]) -> [Word] {
        var words = words
        for index in words.indices.dropLast()
        where words[index].text == "việt" && words[index + 1].text.lowercased().hasPrefix("nam") {
            words[index].text = "Việt"
            words[index + 1].text = "Nam" + words[index + 1].text.dropFirst(3)
        }
        return words
    }

    /// `tên trẻ: vi Thu Huyền`: behind a colon and before a name, a first letter that has one shape for both is a
    /// surname's.
    private static func withSurnames(_ words: [Word]) -> [Word] {
        var words = words
        for index in words.indices.dropFirst().dropLast() where words[index - 1].text.last == ":" {
            let (word, behind) = (words[index].text, words[index + 1].text)
            guard word.allSatisfy(\.isLowercase), isOfOneShape(String(word.prefix(1))), Surnames.isKnown(word),
                behind.count > 1, behind.first?.isUppercase == true, behind.dropFirst().allSatisfy(\.isLowercase),
                NameMending.isOfNames(behind)
            else { continue }
            words[index].text = word.prefix(1).uppercased() + word.dropFirst()
        }
        return words
    }

    /// `định SỐ 276`: a word in capitals of that shape amid words in small letters is in small letters, its first letter
    /// where nothing ends before it.
    private static func withSmallLetters(_ words: [Word]) -> [Word] {
        words.indices.map { index in
            let word = words[index]
            let letters = word.text.filter(\.isLetter)
            guard letters.count >= 2, letters.allSatisfy(\.isUppercase), isOfOneShape(word.text.lowercased()),
                !letters.allSatisfy(\.isASCII)
            else { return word }
            let before = index > 0 ? words[index - 1].text : nil
            let behind = index + 1 < words.count ? words[index + 1].text : nil
            // Abbreviations, and the symbols of documents, are in capitals wherever they stand.
            let beside = [before, behind].compactMap { $0?.filter(\.isLetter) }
                .filter { VietnameseSyllable.isPossible($0) }
            let isOfNumber = letters == "SỐ" && behind?.first?.isNumber ?? false
            guard beside.isEmpty ? isOfNumber : beside.allSatisfy({ $0.contains(where: \.isLowercase) }) else {
                return word
            }
            var mended = word
            let isWithin = before?.last?.isLetter ?? false
            mended.text = isWithin ? word.text.lowercased() : word.text.prefix(1) + word.text.dropFirst().lowercased()
            return mended
        }
    }

    /// `cơ SỞ` is `CƠ SỞ` where `cơ` stands as high: c, o, s, u, v, x, z and their like have one shape for both.
    private static func withCapitals(_ words: [Word]) -> [Word] {
        words.indices.map { index in
            let word = words[index]
            guard isOfOneShape(word.text) else { return word }
            let capitals = capitals(beside: index, in: words)
            guard capitals.count >= 2, capitals.allSatisfy({ isAsHigh(word, as: $0) }) else { return word }
            var mended = word
            mended.text = word.text.uppercased()
            return mended
        }
    }

    /// The capitals that begin right before the word and right behind it, two on either side at most; words that may be
    /// either do not count.
    private static func capitals(beside index: Int, in words: [Word]) -> [Word] {
        let before = words[..<index].reversed().filter { !isOfOneShape($0.text) }
        let behind = words[(index + 1)...].filter { !isOfOneShape($0.text) }
        return before.prefix(2).prefix { isInCapitals($0.text) } + behind.prefix(2).prefix { isInCapitals($0.text) }
    }

    private static func isOfOneShape(_ text: String) -> Bool {
        let letters = text.filter(\.isLetter)
        return !letters.isEmpty && letters.contains(where: \.isLowercase)
            && letters.allSatisfy { "cosuvxz".contains($0.lowercased().folded) && !"đ".contains($0.lowercased()) }
    }

    private static func isInCapitals(_ text: String) -> Bool {
        let letters = text.filter(\.isLetter)
        return letters.count >= 2 && letters.allSatisfy(\.isUppercase)
    }

    /// Marks above a letter make it higher than its neighbours, never lower.
    private static func isAsHigh(_ word: Word, as other: Word) -> Bool {
        let marks = word.text.contains { !$0.isASCII }
        let otherMarks = other.text.contains { !$0.isASCII }
        guard marks == otherMarks || marks else { return false }
        return Double(word.box.height) >= 0.9 * Double(other.box.height)
    }
}
