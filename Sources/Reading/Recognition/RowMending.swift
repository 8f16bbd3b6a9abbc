import Dossiers

/// Puts right what only the words beside a word tell: digits that stand in a box each are one number, what stands
/// between `ngày`, `tháng` and `năm` or behind `khoản` is one, and capitals are as their neighbours are.
enum RowMending {
    static func mended(_ words: [Word]) -> [Word] {
        let numbers = withClauses(withDates(withWholeNumbers(words.map(withNoughtBefore))))
        return CapitalMending.mended(numbers)
    }

    // MARK: Dates and clauses

    /// `ngày o2 thúng ó nâm zo26` is the 2nd of June 2026.
    static func withDates(_ words: [Word]) -> [Word] {
        guard words.count >= 4 else { return words }
        var words = words
        for index in words.indices where word(words[index], isNearly: "thang", distance: 1) {
            let isMonth = word(words[index], isNearly: "thang", distance: 0)
            let day =
                index >= 2 && word(words[index - 2], isNearly: "ngay", distance: 0)
                ? number(words[index - 1], in: 1...31) : nil
            let month = index + 1 < words.count ? number(words[index + 1], in: 1...12) : nil
            let hasYear =
                month != nil && index + 2 < words.count && word(words[index + 2], isNearly: "nam", distance: 0)
            let year = hasYear && index + 3 < words.count ? number(words[index + 3], in: 1900...2099) : nil
            // Half a date does for one of its words, not for all of them.
            guard day != nil && (isMonth || hasYear) || isMonth && year != nil else { continue }
            if let day {
                words[index - 2] = spelled(words[index - 2], "ngày")
                words[index - 1] = day
            }
            words[index] = spelled(words[index], "tháng")
            if let month { words[index + 1] = month }
            if hasYear { words[index + 2] = spelled(words[index + 2], "năm") }
            if let year { words[index + 3] = year }
        }
        return words
    }

    /// `khoản I Điều l4`: clauses and articles of laws have figures; chapters and parts have Roman ones.
    static func withClauses(_ words: [Word]) -> [Word] {
        var words = words
        for index in words.indices.dropLast() where ["khoản", "điều"].contains(words[index].text.lowercased()) {
            if let clause = number(words[index + 1], in: 1...299) { words[index + 1] = clause }
        }
        return words
    }

    private static func word(_ word: Word, isNearly meant: String, distance: Int) -> Bool {
        let letters = Array(word.text.filter(\.isLetter).folded.utf8)
        return letters.count == meant.utf8.count && zip(letters, meant.utf8).count { $0 != $1 } <= distance
    }

    private static func spelled(_ word: Word, _ meant: String) -> Word {
        let core = word.text.filter(\.isLetter)
        var word = word
        word.text = word.text.replacing(core, with: MarkMending.inCapitals(of: core, meant), maxReplacements: 1)
        return word
    }

    /// The number that a word is but for signs that look like digits; nil where it is none of those that can stand
    /// there.
    private static func number(_ word: Word, in range: ClosedRange<Int>) -> Word? {
        let core = word.text.prefix { !".,;".contains($0) }
        guard let signs = LookAlikes.number(for: String(core)), signs.count <= String(range.upperBound).count,
            let digits = Int(signs).map(range.contains) ?? false ? signs : number(nearlyReadIn: word, signs, in: range)
        else { return nil }
        var word = word
        guard digits != core else { return word }
        // Scribbles read as anything.
        guard word.confidence >= leastOfPrint else { return nil }
        word.text = digits + word.text[core.endIndex...]
        word.confidence = min(word.confidence, inferred)
        return word
    }

    /// The one that was seen best, where what was read cannot be: `tháng 91`.
    private static func number(nearlyReadIn word: Word, _ digits: String, in range: ClosedRange<Int>) -> String? {
        (word.rivals ?? []).sorted { $0.confidence > $1.confidence }.lazy
            .filter { $0.confidence >= leastOfRival && isOfDigits($0.sign) }
            .compactMap { $0.taken(in: digits) }
            .first { Int($0).map(range.contains) ?? false }
    }

    private static let leastOfRival = 0.1
    private static let leastOfPrint = 0.5
    /// It is very likely right, and yet not read.
    private static let inferred = 0.85

    // MARK: Numbers in boxes

    /// An identity number or an older one whose digits were set apart: `0 2 2 0 8 5012345`, `O 22085012345`.
    static func withWholeNumbers(_ words: [Word]) -> [Word] {
        let words = withNoughts(words)
        var mended: [Word] = []
        var index = words.startIndex
        while index < words.endIndex {
            let run = words[index...].prefix { isOfDigits($0.text) }
            if isOneNumber(run) || isIdentityNumber(run) {
                mended.append(joined(run))
            } else {
                mended += run.isEmpty ? words[index...index] : run
            }
            index += max(run.count, 1)
        }
        return mended
    }

    /// A nought that stands apart from the other eleven digits of an identity number, or the nine of a telephone's,
    /// taken for a letter.
    private static func withNoughts(_ words: [Word]) -> [Word] {
        var words = words
        for index in words.indices.dropLast() where ["O", "o"].contains(words[index].text) {
            let nought = digit("0", words[index])
            let rest = words[index + 1]
            if isIdentityNumber([nought, rest]) { words[index] = nought }
            let isBehindLabel = words[..<index].suffix(4).contains { $0.text.folded.hasPrefix("thoai") }
            if isBehindLabel, rest.text.count == 9, isOfDigits(rest.text), nought.box.isBeside(rest.box) {
                words[index] = joined([nought, rest])
                words[index + 1].text = ""
            }
        }
        return words.filter { !$0.text.isEmpty }
    }

    /// Identity numbers begin with a nought, which worn print makes a 9 or an 8: `934197350746`. Few other numbers have
    /// twelve digits, and it has to have been seen.
    private static func withNoughtBefore(_ word: Word) -> Word {
        let number = word.text.prefix { !".,;".contains($0) }
        guard number.count == 12, number.first != "0", isOfDigits(String(number.dropFirst())),
            word.rivals?.contains(where: { $0.place == 0 && $0.sign == "0" && $0.confidence >= 0.3 }) ?? false
        else { return word }
        var mended = word
        mended.text = "0" + word.text.dropFirst()
        mended.confidence = min(word.confidence, inferred)
        return mended
    }

    private static func digit(_ text: String, _ word: Word) -> Word {
        Word(text: text, confidence: min(word.confidence, inferred), box: word.box)
    }

    private static func isOfDigits(_ text: String) -> Bool { text.allSatisfy { $0.isASCII && $0.isNumber } }

    /// Twelve digits in two or three pieces close to each other, of which the first is a nought: no other number is.
    private static func isIdentityNumber(_ run: ArraySlice<Word>) -> Bool {
        guard (2...3).contains(run.count), run.reduce(0, { $0 + $1.text.count }) == 12,
            run.allSatisfy({ isOfDigits($0.text) }), run.first?.text.first == "0"
        else { return false }
        return zip(run, run.dropFirst()).allSatisfy { $0.box.isBeside($1.box) }
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
}

extension PixelBox {
    /// Whether another begins where this one ends, but for the gap between two digits.
    fileprivate func isBeside(_ next: PixelBox) -> Bool { next.x - right <= max(height, next.height) }
}
