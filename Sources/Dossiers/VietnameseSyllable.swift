import Foundation

/// The shape of written Vietnamese: an initial, a rhyme, one tone. About 6,500 of the millions of short
/// letter strings fit, so that the share of fitting words tells text from noise without a word list.
package enum VietnameseSyllable {
    /// Whether these letters can be one syllable of Vietnamese; case does not matter.
    ///
    /// - Complexity: O(length).
    package static func isPossible(_ text: some StringProtocol) -> Bool {
        guard (1...7).contains(text.count) else { return false }
        let syllable = toneTaken(from: text.lowercased())
        guard syllable.tones <= 1 else { return false }
        return initials.contains { initial in
            guard syllable.letters.hasPrefix(initial) else { return false }
            return rhymes.contains(String(syllable.letters.dropFirst(initial.count)))
                // gì, gìn, giếng: the i of "gi" serves twice.
                || initial == "gi" && rhymes.contains("i" + syllable.letters.dropFirst(2))
        }
    }

    /// Whether a syllable has a tone that its end allows: before c, ch, p and t there are two, sharp and heavy, so that
    /// `ngoc` lost its mark.
    package static func isToned(_ text: String) -> Bool {
        let isClosed = ["c", "ch", "p", "t"].contains { text.lowercased().hasSuffix($0) }
        return !isClosed || ["\u{301}", "\u{323}"].contains(tone(of: text))
    }

    /// Share of the words made of letters that can be syllables, 0…1; 0 where there are no such words.
    package static func share(of words: some Sequence<String>) -> Double {
        var lettered = 0
        var possible = 0
        for word in words {
            let letters = word.trimmingCharacters(in: CharacterSet.letters.inverted)
            guard !letters.isEmpty, letters.allSatisfy(\.isLetter) else { continue }
            lettered += 1
            if isPossible(letters) { possible += 1 }
        }
        return lettered == 0 ? 0 : Double(possible) / Double(lettered)
    }

    /// The same letters with their horns and hats, without a tone.
    package static func withoutTone(_ text: String) -> String { toneTaken(from: text).letters }

    /// The mark of its tone; nil for the level tone, which has none.
    package static func tone(of text: String) -> Unicode.Scalar? {
        text.decomposedStringWithCanonicalMapping.unicodeScalars.first(where: toneMarks.contains)
    }

    private static func toneTaken(from text: String) -> (letters: String, tones: Int) {
        var scalars = String.UnicodeScalarView()
        var count = 0
        for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
            if toneMarks.contains(scalar) { count += 1 } else { scalars.append(scalar) }
        }
        return (String(scalars).precomposedStringWithCanonicalMapping, count)
    }

    private static let toneMarks: Set<Unicode.Scalar> = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]

    /// Longer ones first is not needed: any split that fits will do.
    private static let initials =
        "ngh ng nh ch gh gi kh ph qu th tr b c d đ g h k l m n p r s t v x".split(separator: " ").map(String.init) + [
            ""
        ]

    private static let rhymes = Set(
        """
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
        e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu \
        o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong \
        ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
        u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt \
        uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu \
        ynh yt ych
        """.split(separator: " ").map(String.init))
}
