import Dossiers
import Foundation

/// Gives common words of forms their marks back, `Kính gửi: ủy bạn nhân dân`, `ký, ghỉ rõ họ tên`, and syllables of
/// persons' names.
enum MarkMending {
    /// Twice: words that were put right tell what stands beside them.
    static func mended(_ words: [Word], by pairs: CommonPairs) -> [Word] {
        let parts = words.map(parts)
        let all = parts.flatMap(\.self)
        let once = mendedOnce(all, by: pairs)
        guard once != all else { return words }
        let twice = mendedOnce(once, by: pairs)
        var place = 0
        return zip(words, parts).map { word, parts in
            defer { place += parts.count }
            var word = word
            word.text = twice[place..<place + parts.count].map(\.text).joined()
            word.confidence = twice[place..<place + parts.count].map(\.confidence).min() ?? word.confidence
            return word
        }
    }

    /// `đổi/chấm` is two words, of which each has one neighbour: no word goes on behind a slash.
    private static func parts(of word: Word) -> [Word] {
        guard word.text.utf8.contains(UInt8(ascii: "/")), !word.text.contains(where: \.isNumber) else { return [word] }
        var parts: [Word] = []
        for piece in word.text.split(separator: "/", omittingEmptySubsequences: false) {
            let start = word.text.distance(from: word.text.startIndex, to: piece.startIndex)
            let end = start + piece.count
            // With the slash behind it.
            let text = end < word.text.count ? piece + "/" : piece
            parts.append(
                Word(
                    text: String(text), confidence: word.confidence, box: word.box,
                    rivals: word.rivals(in: start..<end)))
        }
        return parts
    }

    private static func mendedOnce(_ words: [Word], by pairs: CommonPairs) -> [Word] {
        let cores = words.map { $0.text.trimmingCharacters(in: edges) }
        let small = cores.map { $0.precomposedStringWithCanonicalMapping.lowercased().withOlderTone }
        return words.indices.map { index in
            let (word, core) = (words[index], cores[index])
            guard core.count > 1, core.allSatisfy(\.isLetter),
                !(units.contains(core) && index > 0 && words[index - 1].text.last?.isNumber == true)
            else { return word }
            let before = index > 0 && belong(words[index - 1], word) ? index - 1 : nil
            let after = index + 1 < words.count && belong(word, words[index + 1]) ? index + 1 : nil
            let isBehindSurname = isBehindSurname(index, words, cores, small)
            let capital: CommonPairs.Capital =
                core.first?.isUppercase != true
                ? .none : !NameMending.isOfNames(small[index]) ? .ofWord : isBehindSurname ? .behindSurname : .ofName
            let rivals = rivals(of: small[index], in: word, core: core)
            var mended = word
            if let meant = pairs.meant(
                by: small[index], after: before.map { small[$0] }, before: after.map { small[$0] },
                confidence: word.confidence, rivals: rivals, capital: capital)
            {
                mended.text = word.text.replacing(core, with: inCapitals(of: core, meant), maxReplacements: 1)
                return mended
            }
            func part(_ index: Int) -> NameMending.Part { NameMending.Part(core: cores[index], small: small[index]) }
            let name = NameMending(
                word: part(index), before: before.map(part), after: after.map(part), isBehindSurname: isBehindSurname,
                pairs: pairs)
            if let syllable = name.surname ?? name.syllable(by: rivals ?? []) {
                mended.text = word.text.replacing(core, with: inCapitals(of: core, syllable), maxReplacements: 1)
                mended.confidence = min(word.confidence, inferred)
            }
            return mended
        }
    }

    /// The signs that were nearly read in a word's core, small; nil where that is not known.
    private static func rivals(of small: String, in word: Word, core: String) -> [RivalSign]? {
        // Where a tone's place is another than on paper, nothing is known of the signs at either.
        guard core.precomposedStringWithCanonicalMapping.lowercased() == small,
            let place = word.text.range(of: core)?.lowerBound
        else { return nil }
        let start = word.text.distance(from: word.text.startIndex, to: place)
        return word.rivals(in: start..<start + core.count)?.map { rival in
            var small = rival
            small.sign = rival.sign.precomposedStringWithCanonicalMapping.lowercased()
            return small
        }
    }

    /// Whether words with capitals go before this one that begin with a common surname.
    private static func isBehindSurname(_ index: Int, _ words: [Word], _ cores: [String], _ small: [String]) -> Bool {
        var first = index
        while first > 0, belong(words[first - 1], words[first]), cores[first - 1].first?.isUppercase == true {
            first -= 1
        }
        return first < index && Surnames.isCommon(small[first])
    }

    /// Whether neither punctuation nor the gap between two columns stands between two words.
    private static func belong(_ left: Word, _ right: Word) -> Bool {
        !(left.text.last.map { ",;.:)…/".contains($0) } ?? true) && right.text.first != "("
            && right.box.x - left.box.right <= 2 * max(left.box.height, right.box.height)
    }

    /// A word in small letters, in capitals where what was read is.
    static func inCapitals(of read: String, _ word: String) -> String {
        if read.allSatisfy(\.isUppercase) { return word.uppercased() }
        return read.first?.isUppercase == true ? word.prefix(1).uppercased() + word.dropFirst() : word
    }

    private static let edges = CharacterSet.letters.inverted
    /// Behind numbers: `2 cm dưới` are not `em dưới`.
    private static let units: Set<String> = ["cm", "mm", "km", "kg", "ha"]
    /// A mark that was put back is very likely right, and yet not read.
    private static let inferred = 0.85
}
