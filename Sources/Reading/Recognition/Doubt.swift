package import Dossiers
import Foundation

/// Why a word is read a second time, and which of its readings is believed.
package enum Doubt {
    /// Two digits and more, with whatever stands between them.
    case number
    /// A word of letters that was read badly, or as no syllable.
    case syllable

    /// Nil for a word that is believed as it was read.
    package init?(of word: Word) {
        guard word.text.count <= Self.longest else { return nil }
        if word.text.count(where: Self.isDigit) >= 2 || Self.isLikeDigits(word.text) {
            self = .number
            return
        }
        let core = Self.core(of: word.text)
        guard core.count >= 2, core.allSatisfy(\.isLetter), word.confidence >= Self.leastOfPrint,
            // A word without marks that was read clearly is another language's.
            word.confidence < Self.sure || !VietnameseSyllable.isPossible(core) && core.contains(where: { !$0.isASCII })
        else { return nil }
        self = .syllable
    }

    // MARK: Numbers

    /// In what way a number was read again.
    package enum Manner {
        case largerNetwork
        case upright

        /// How much a reading counts beside the first one's 1: less where upright print may have been taken for slanted.
        fileprivate var weight: Double {
            switch self {
            case .largerNetwork: 1.1
            case .upright: 0.8
            }
        }
    }

    /// Whether two readings are the same number.
    package static func agree(_ word: Word, _ other: Word) -> Bool { digits(of: word.text) == digits(of: other.text) }

    /// The number that its readings speak for most, each as far as it is sure.
    package static func better(of word: Word, _ others: [(word: Word, manner: Manner)]) -> Word {
        let readings = others.compactMap { other in
            numberExchanged(word, for: other.word).map { (word: $0, weight: other.manner.weight) }
        }
        var votes = [digits(of: word.text): isLikeDigits(word.text) ? word.confidence / 2 : word.confidence]
        for reading in readings {
            votes[digits(of: reading.word.text), default: 0] += reading.word.confidence * reading.weight
        }
        func vote(_ word: Word) -> Double { votes[digits(of: word.text), default: 0] }
        var best = readings.map(\.word).reduce(word) { vote($1) > vote($0) ? $1 : $0 }
        best.confidence = (readings.map(\.word) + [word]).filter { agree($0, best) }.map(\.confidence).max() ?? 0
        // Where the first reading was clear, one of them is wrong with confidence.
        if !agree(best, word), word.confidence >= clear { best.confidence = min(best.confidence, contested) }
        return best
    }

    /// The number that was read in several words and is one; nil where another reading does not say so.
    package static func whole(_ words: some Collection<Word>, _ other: Word?) -> Word? {
        guard let first = words.first, let other, other.confidence >= clear, isOfDigits(other.text) else { return nil }
        let read = words.map { digits(of: $0.text) }.joined()
        let again = digits(of: other.text)
        guard again.count >= 2, abs(again.count - read.count) <= 1 else { return nil }
        let confidence = words.map(\.confidence).max() ?? 0
        return Word(
            text: other.text,
            confidence: again == read ? max(other.confidence, confidence) : min(other.confidence, contested),
            box: words.dropFirst().reduce(first.box) { $0.union($1.box) })
    }

    /// The number whose digits stood apart, each in its box; nil where another reading of them, moved together, is none
    /// with a digit for each sign that stands there.
    package static func whole(_ words: some Collection<Word>, _ other: Word?, signs: Int) -> Word? {
        guard let first = words.first, let other, other.confidence >= clear, other.text.count == signs,
            other.text.allSatisfy(isDigit)
        else { return nil }
        let isReadAlike = words.map { digits(of: $0.text) }.joined() == other.text
        return Word(
            text: other.text, confidence: isReadAlike ? other.confidence : min(other.confidence, contested),
            box: words.dropFirst().reduce(first.box) { $0.union($1.box) })
    }

    /// Whether this may be digits between the walls of boxes.
    package static func isMostlyOfDigits(_ text: String) -> Bool { 2 * text.count(where: isDigit) >= text.count }

    /// Whether nothing but digits stands here and what may stand between them.
    package static func isOfDigits(_ text: String) -> Bool {
        text.contains(where: isDigit) && text.allSatisfy { isDigit($0) || "/⁄-.,".contains($0) }
    }

    /// `o1`, `0s`, `j1`: it may be a number of two digits, one of which was taken for a letter.
    private static func isLikeDigits(_ text: String) -> Bool {
        let core = core(of: text)
        return core.count == 2 && core.count(where: isDigit) == 1 && core.count(where: \.isLetter) == 1
    }

    /// Another reading in the place of a word; nil where it can be none of the same print. The larger network knows
    /// nothing of `Đ`: letters behind a number stay as they were.
    private static func numberExchanged(_ word: Word, for other: Word) -> Word? {
        var exchanged = word
        exchanged.confidence = other.confidence
        exchanged.text = other.text
        if other.text.contains(where: \.isLetter) {
            let (tail, otherTail) = (word.text.drop { !$0.isLetter }, other.text.drop { !$0.isLetter })
            guard !tail.isEmpty, String(tail).folded == String(otherTail).folded else { return nil }
            exchanged.text = String(other.text.prefix { !$0.isLetter }) + tail
        } else if word.text.count(where: \.isLetter) > word.text.count(where: isDigit) {
            // `oøs3:5£62oo`: nothing is made of so many digits by chance.
            guard other.text.count(where: isDigit) >= 6, other.confidence >= clear else { return nil }
        }
        // A reading that lost or gained a digit's neighbours is of other print.
        let isLike = abs(exchanged.text.count - word.text.count) <= 2
        return isLike && exchanged.text.count(where: isDigit) >= 2 ? exchanged : nil
    }

    // MARK: Syllables

    package static func isSyllable(_ word: Word) -> Bool { VietnameseSyllable.isPossible(core(of: word.text)) }

    /// Whether a second reading leaves a question that a third could answer.
    package static func isWorthAThirdLook(_ word: Word, _ other: Word?) -> Bool {
        guard isSyllable(word) else { return true }
        guard let other, core(of: other.text) != core(of: word.text) else { return false }
        return other.confidence > word.confidence && isSyllable(other)
    }

    /// A syllable that two further readings agree on, the first of which is surer than the word; in the place of what
    /// is none, one that was read clearly once.
    ///
    /// - Parameter readings: The larger network's first.
    package static func likelier(than word: Word, among readings: [Word]) -> Word {
        let possible = readings.filter(isSyllable)
        let agreed = possible.first { one in possible.count { core(of: $0.text) == core(of: one.text) } > 1 }
        guard isSyllable(word) else {
            return (agreed ?? possible.first { $0.confidence >= clear }).map { syllableExchanged(word, for: $0) }
                ?? word
        }
        guard let agreed, agreed.confidence > word.confidence, agreed == readings.first else { return word }
        return syllableExchanged(word, for: agreed)
    }

    /// The letters alone: the signs around them are those of the line.
    private static func syllableExchanged(_ word: Word, for other: Word) -> Word {
        var better = word
        better.text = word.text.replacing(core(of: word.text), with: core(of: other.text), maxReplacements: 1)
        better.confidence = word.confidence >= clear ? min(other.confidence, contested) : other.confidence
        return better
    }

    // MARK: -

    private static func digits(of text: String) -> String { text.filter(isDigit) }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

    /// Without signs at either end.
    private static func core(of text: String) -> String {
        text.trimmingCharacters(in: CharacterSet.alphanumerics.inverted)
    }

    private static let longest = 30
    /// Strokes of a pen are read with less.
    private static let leastOfPrint = 0.2
    private static let clear = 0.8
    private static let sure = 0.9
    private static let contested = 0.8
}
