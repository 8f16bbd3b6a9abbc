import Dossiers

/// Puts right what only the words beside a word tell: digits that stand in a box each are one number, and a word in the
/// midst of capitals that is as high as they are is in capitals, too.
enum RowMending {
    static func mended(_ words: [Word]) -> [Word] {
        withCapitals(withWholeNumbers(words))
    }

    // MARK: Numbers in boxes

    /// An identity number or an older one whose digits were set apart: `0 2 2 0 8 5012345`.
    static func withWholeNumbers(_ words: [Word]) -> [Word] {
        var mended: [Word] = []
        var index = words.startIndex
        while index < words.endIndex {
            let run = words[index...].prefix { $0.text.allSatisfy { $0.isASCII && $0.isNumber } }
            if isOneNumber(run) {
                mended.append(joined(run))
            } else {
                mended += run.isEmpty ? words[index...index] : run
            }
            index += max(run.count, 1)
        }
        return mended
    }

    private static func isOneNumber(_ run: ArraySlice<Word>) -> Bool {
        let digits = run.reduce(0) { $0 + $1.text.count }
        guard run.count >= 4, digits == 12 || digits == 9, run.filter({ $0.text.count == 1 }).count >= 3 else {
            return false
        }
        let heights = run.map(\.box.height)
        guard let low = heights.min(), let high = heights.max(), high <= 2 * low else { return false }
        return zip(run, run.dropFirst()).allSatisfy { $1.box.x - $0.box.right <= 2 * high }
    }

    private static func joined(_ run: ArraySlice<Word>) -> Word {
        var whole = run[run.startIndex]
        for word in run.dropFirst() {
            whole.text += word.text
            whole.box = whole.box.union(word.box)
            whole.confidence = min(whole.confidence, word.confidence)
        }
        return whole
    }

    // MARK: Capitals

    /// `cơ SỞ` is `CƠ SỞ` where `cơ` stands as high: c, o, s, u, v, x, z and their like have one shape for both.
    static func withCapitals(_ words: [Word]) -> [Word] {
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
