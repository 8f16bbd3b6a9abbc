import Dossiers
import Foundation

/// Which words stand beside each other, and how often, in the wordings of forms, names of procedures and of places, and
/// in what the national catalogue says of procedures.
///
/// Made by `Scripts/write-common-pairs`.
package struct CommonPairs: Sendable {
    /// By hashes of bytes: strings would be brought into a normal form, one by one, at every reader's start.
    private var counts: [UInt64: Double] = [:]
    /// Words by what is left of them when marks are lost.
    private var alike: [String: [String]] = [:]
    /// How many pairs each word is in, each as often as it is found.
    private var frequencies: [UInt64: Double] = [:]
    /// Words in use, with marks; those of the pairs are not repeated.
    private var inUse: Set<UInt64> = []

    /// - Parameter tables: UTF-8; on every line a word and those that follow it somewhere, in small letters, composed.
    ///   Behind each number N stand those of which 2^N and more texts have the pair.
    /// - Parameter inUse: UTF-8, one word with marks a line, so that what is none of them is known for misread.
    package init(_ tables: [UInt8]..., inUse: [UInt8] = []) {
        for word in inUse.split(separator: UInt8(ascii: "\n")) { self.inUse.insert(Self.hash(of: word)) }
        var words: Set<UInt64> = []
        for line in tables.lazy.flatMap({ $0.split(separator: UInt8(ascii: "\n")) }) {
            let parts = line.split(separator: UInt8(ascii: " "))
            guard let first = parts.first else { continue }
            var count = 1.0
            for (place, part) in parts.enumerated() {
                if let level = Self.number(part) {
                    count = Self.middle * exp2(Double(level))
                    continue
                }
                if words.insert(Self.hash(of: part)).inserted {
                    let word = String(decoding: part, as: UTF8.self)
                    alike[word.folded, default: []].append(word)
                }
                guard place > 0 else { continue }
                counts[Self.hash(of: first, part), default: 0] += count
                frequencies[Self.hash(of: first), default: 0] += count
                frequencies[Self.hash(of: part), default: 0] += count
            }
        }
    }

    static let known = CommonPairs(
        PackageResources.common_pairs_txt, PackageResources.procedure_pairs_txt,
        inUse: PackageResources.marked_words_txt)

    /// The word of which another with other marks was made in recognition, or with another letter what none of its
    /// neighbours knows; nil where it may be right as it is, or more than one could be meant.
    ///
    /// What is weighed is how much better another word's neighbours know it, and how rarely it is misread so.
    ///
    /// - Parameters:
    ///   - word: In small letters, composed; neighbours too, nil where there is none.
    ///   - confidence: With which the word was read.
    ///   - rivals: The signs, small and composed, that were nearly read in it; nil where that is not known.
    ///   - capital: Whether it begins with one, and then may be a name, which no list of pairs can know.
    func meant(
        by word: String, after before: String?, before after: String?, confidence: Double,
        rivals: [RivalSign]? = nil, capital: Capital = .none
    ) -> String? {
        let word = word.withOlderTone
        let isWord = isInUse(word)
        let candidates = alike[word.folded, default: []].filter { $0 != word }
        func likelihood(_ candidate: String) -> Double {
            (before.map { bits(of: $0, candidate) } ?? 0) + (after.map { bits(of: candidate, $0) } ?? 0)
        }
        let asRead = likelihood(word) + Self.bits(of: capital) - (isWord ? 0 : Self.bitsOfNoWord)
        func gain(_ candidate: String) -> Double {
            likelihood(candidate) - asRead
                - Misreading(of: candidate, as: word, confidence: confidence, rivals: rivals).bits
        }
        // Villages are called by words that no list has.
        let isMisread = !isWord && capital == .none && word.count > 2
        let marked = candidates.map { (word: $0, gain: gain($0) + (isMisread ? frequency(of: $0) : 0)) }
        let seen = seen(in: word, rivals ?? []).map { (word: $0, gain: gain($0)) }
        if isWord {
            guard capital == .none, !marked.contains(where: { $0.gain > 0 }) else {
                return Self.clearest(of: marked + seen)
            }
        }
        let surplus =
            (isWord && confidence >= Self.clear ? Self.bitsOfClearWord : 0)
            + (capital == .none ? 0 : Self.bitsOfCapital)
        let others = nearby(word, after: before, before: after, isWord: isWord)
            .filter { other in !seen.contains { $0.word == other } }
            .map { (word: $0, gain: gain($0) - surplus) }
        return Self.clearest(of: marked + seen + others)
    }

    /// Words with another letter than this one that were nearly read.
    private func seen(in word: String, _ rivals: [RivalSign]) -> [String] {
        let words = rivals.compactMap { $0.taken(in: word) }
            .filter { $0.folded != word.folded && frequencies[Self.hash(of: $0.utf8)] != nil }
        return Set(words).sorted()
    }

    private static func clearest(of candidates: [(word: String, gain: Double)]) -> String? {
        let ranked = candidates.sorted { $0.gain > $1.gain }
        guard let best = ranked.first, best.gain > 0, ranked.count == 1 || best.gain - ranked[1].gain >= clearly
        else { return nil }
        return best.word
    }

    /// Words with another letter than this one: of no word those that one of its neighbours knows, of a word that neither
    /// of them knows those that both do and whose other letters have the same marks.
    private func nearby(_ word: String, after before: String?, before after: String?, isWord: Bool) -> [String] {
        if isWord {
            guard let before, let after, !have(before, word), !have(word, after) else { return [] }
            return nearby(word).filter { candidate in
                have(before, candidate) && have(candidate, after) && zip(word, candidate).count { $0 != $1 } == 1
                    && VietnameseSyllable.tone(of: word) == VietnameseSyllable.tone(of: candidate)
            }
        }
        return nearby(word).filter { candidate in
            (before.map { have($0, candidate) } ?? false) || (after.map { have(candidate, $0) } ?? false)
        }
    }

    private func frequency(of word: String) -> Double { log2(frequencies[Self.hash(of: word.utf8), default: 0] + 1) }

    /// Whether a word, in small letters, stands in the pairs, is in use with its marks, or is part of names.
    func isKnown(_ word: String) -> Bool {
        let hash = Self.hash(of: word.withOlderTone.utf8)
        return frequencies[hash] != nil || inUse.contains(hash) || Surnames.isKnown(word) || GivenNames.isKnown(word)
    }

    /// Words without marks may be another language's.
    private func isInUse(_ word: String) -> Bool {
        word.utf8.allSatisfy { $0 < 0x80 } || isKnown(word)
    }

    /// Words of which one letter is another.
    private func nearby(_ word: String) -> [String] {
        let letters = Array(word.folded.utf8)
        return letters.indices.flatMap { place in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).flatMap { letter -> [String] in
                guard letter != letters[place] else { return [] }
                var other = letters
                other[place] = letter
                return alike[String(decoding: other, as: UTF8.self), default: []]
            }
        }
    }

    enum Capital {
        case none
        case ofWord
        /// Of what is also a syllable of persons' names.
        case ofName
        /// Of such a syllable, in a name.
        case behindSurname
    }

    /// How much more often than in the pairs a word stands where it was read.
    private static func bits(of capital: Capital) -> Double {
        switch capital {
        case .none, .ofWord: 0
        case .ofName: 4
        case .behindSurname: 10
        }
    }

    /// Whether one word follows another anywhere.
    func have(_ first: some StringProtocol, _ second: some StringProtocol) -> Bool {
        counts[Self.hash(of: Self.spelled(first).utf8, Self.spelled(second).utf8)] != nil
    }

    private static func spelled(_ word: some StringProtocol) -> String {
        word.precomposedStringWithCanonicalMapping.lowercased().withOlderTone
    }

    private func bits(of first: String, _ second: String) -> Double {
        log2(counts[Self.hash(of: first.utf8, second.utf8), default: 0] + Self.unseen)
    }

    private static func number(_ part: ArraySlice<UInt8>) -> UInt8? {
        guard part.count == 1, let digit = part.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else {
            return part.count == 2 && part.first == UInt8(ascii: "1") ? number(part.dropFirst()).map { 10 + $0 } : nil
        }
        return digit - UInt8(ascii: "0")
    }

    /// FNV-1a over the words with a space after each.
    private static func hash<Bytes: Sequence<UInt8>>(of words: Bytes...) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for word in words {
            for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            hash = (hash ^ 0x20) &* 0x100_0000_01b3
        }
        return hash
    }

    /// Of the counts between two powers of two.
    private static let middle = 1.4
    /// What counts for a pair that no text has.
    private static let unseen = 0.3
    private static let bitsOfNoWord = 3.0
    /// That a clear word is another with other letters, besides.
    private static let bitsOfClearWord = 6.0
    /// Villages are called by words that no list has.
    private static let bitsOfCapital = 4.0
    private static let clear = 0.95
    private static let clearly = 1.0
}

/// That recognition takes one word for another.
struct Misreading {
    /// How rare that is, less what a wrong mark more is worth against a right one fewer.
    ///
    /// Set on generated poor, faxed and photographed scans: even where a word is read clearly, a hook is taken for an acute
    /// accent; another tone far more rarely; other marks hardly ever.
    let bits: Double

    /// - Parameter rivals: The signs that were nearly read; nil where that is not known.
    init(of meant: String, as read: String, confidence: Double, rivals: [RivalSign]?) {
        let unseen = Self.bits(of: meant, as: read, confidence: confidence)
        let seen = rivals.flatMap { Self.bits(of: meant, as: read, $0) } ?? unseen
        // A hook is taken for an acute accent without a second thought.
        bits = Self.isLostHook(of: meant, as: read) ? min(seen, unseen) : seen
    }

    /// By what was nearly read; nil where one of the signs was not.
    private static func bits(of meant: String, as read: String, _ rivals: [RivalSign]) -> Double? {
        guard meant.count == read.count else { return nil }
        var sum = 0.0
        for (place, (sign, other)) in zip(meant, read).enumerated() where sign != other {
            guard let rival = rivals.first(where: { $0.place == place && $0.sign == String(sign) }) else { return nil }
            let rarity = String(sign).folded == String(other).folded ? ofMarks : ofLetter
            sum += rarity.first { rival.confidence >= $0.least }?.bits ?? 0
        }
        return sum
    }

    /// How rarely what was nearly read is what is printed, by how nearly. Set on generated faxed and poor scans, among the
    /// words in use that one sign makes of another word.
    private static let ofMarks: [(least: Double, bits: Double)] = [
        (least: 0.7, bits: 1.0), (0.5, 2.5), (0.3, 3.0), (0.1, 4.2), (0, 5.5),
    ]
    private static let ofLetter: [(least: Double, bits: Double)] = [
        (least: 0.7, bits: 2.5), (0.3, 4.0), (0.1, 4.5), (0, 7.0),
    ]

    private static func bits(of meant: String, as read: String, confidence: Double) -> Double {
        let clarity = confidence >= 0.95 ? 2 : confidence >= 0.9 ? 1 : 0
        if meant.folded != read.folded { return [8, 10, 12][clarity] }
        if VietnameseSyllable.withoutTone(meant) != VietnameseSyllable.withoutTone(read) {
            return [5.5, 7.5, 10][clarity]
        }
        return isLostHook(of: meant, as: read) ? [2, 2.5, 4.5][clarity] : [3, 5, 7.5][clarity]
    }

    private static func isLostHook(of meant: String, as read: String) -> Bool {
        VietnameseSyllable.tone(of: meant) == hook && VietnameseSyllable.tone(of: read) == acute
    }

    private static let hook: Unicode.Scalar = "\u{309}"
    private static let acute: Unicode.Scalar = "\u{301}"
}
