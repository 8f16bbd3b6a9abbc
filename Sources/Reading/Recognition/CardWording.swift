import Dossiers
import Foundation

/// Puts right what every identity card says in small print in two languages, the second of which the recogniser does
/// not expect: `Quê quán / Piace ơf origin`.
///
/// Wordings: TT 06/2021/TT-BCA (căn cước công dân) and TT 17/2024/TT-BCA (căn cước).
enum CardWording {
    static func mended(_ lines: [TextLine]) -> [TextLine] {
        let said = Set(lines.lazy.flatMap(\.words).map { core(of: $0.text) }.filter(english.contains))
        guard said.count >= leastWordsOfACard else { return lines }
        return lines.map { TextLine(words: withVietnamese(withOf($0.words.map(withEnglish)))) }
    }

    // MARK: English

    /// `Place o† origin`, `REPUBLIC OFE VIET NAM`
    private static func withOf(_ words: [Word]) -> [Word] {
        var words = words
        for index in words.indices.dropFirst().dropLast() {
            let (before, core) = (core(of: words[index - 1].text), core(of: words[index].text))
            guard ["Place", "Date", "REPUBLIC"].contains(before), core.folded != "of", core.count <= 3,
                !core.contains(where: \.isNumber), english.contains(Self.core(of: words[index + 1].text))
            else { continue }
            words[index] = exchanged(
                core, for: before.dropFirst().allSatisfy(\.isUppercase) ? "OF" : "of", in: words[index])
        }
        return words
    }

    /// Whether most of a row's words are the cards', two at least.
    static func isEnglish(of words: [Word]) -> Bool {
        let long = words.map { core(of: $0.text) }.filter { $0.count >= 4 }
        let known = long.count { english.contains($0) || englishWord(like: $0) != nil }
        return known >= 2 && 3 * known >= 2 * long.count
    }

    private static func withEnglish(_ word: Word) -> Word {
        let core = core(of: word.text)
        guard core.count >= 4, word.confidence < sure, !english.contains(core),
            word.confidence < clear || !VietnameseSyllable.isPossible(core), let meant = englishWord(like: core)
        else { return word }
        return exchanged(core, for: meant, in: word)
    }

    private static func englishWord(like read: String) -> String? {
        let letters = bare(read)
        var best: (word: String, distance: Int)?
        var isOnly = true
        for (word, of) in longEnglish {
            let limit = tolerance(of: max(of.count, letters.count))
            let distance = EditDistance.between(letters, of[...], limit: limit)
            guard distance <= limit else { continue }
            if let other = best?.distance, other <= distance {
                isOnly = isOnly && other < distance
            } else {
                (best, isOnly) = ((word, distance), true)
            }
        }
        return isOnly ? best?.word : nil
    }

    // MARK: Vietnamese

    /// The words before a stroke, behind which stands what they mean.
    private static func withVietnamese(_ words: [Word]) -> [Word] {
        var mended = words
        for stroke in words.indices where words[stroke].text.hasSuffix("/") {
            let left = words[stroke].text == "/" ? words[..<stroke] : words[...stroke]
            let right = words[(stroke + 1)...].map { core(of: $0.text) }
            guard let label = labels.first(where: { right.starts(with: $0.english) && isLike($0.vietnamese, left) })
            else { continue }
            for (place, meant) in zip(left.indices.suffix(label.vietnamese.count), label.vietnamese) {
                mended[place] = exchanged(core(of: words[place].text), for: meant, in: words[place])
            }
        }
        return mended
    }

    private static func isLike(_ label: [String], _ words: ArraySlice<Word>) -> Bool {
        guard words.count >= label.count else { return false }
        return zip(label, words.suffix(label.count)).allSatisfy { meant, word in
            let (meant, read) = (bare(meant), bare(core(of: word.text)))
            let limit = tolerance(of: max(meant.count, read.count))
            return EditDistance.between(read, meant[...], limit: limit) <= limit
        }
    }

    // MARK: -

    private static func core(of text: String) -> String { text.trimmingCharacters(in: edges) }

    /// Letters without their marks; capitals stay.
    private static func bare(_ text: String) -> [UInt8] {
        text.decomposedStringWithCanonicalMapping.unicodeScalars.compactMap { scalar in
            switch scalar {
            case "đ": UInt8(ascii: "d")
            case "Đ": UInt8(ascii: "D")
            case _ where scalar.properties.generalCategory == .nonspacingMark: nil
            default: scalar.isASCII ? UInt8(scalar.value) : UInt8(ascii: "?")
            }
        }
    }

    private static func tolerance(of length: Int) -> Int { 2 * length / 5 }

    private static func exchanged(_ core: String, for meant: String, in word: Word) -> Word {
        var mended = word
        mended.text = word.text.replacing(core, with: meant, maxReplacements: 1)
        return mended
    }

    private static let heads = [
        "SOCIALIST REPUBLIC OF VIET NAM", "Independence - Freedom - Happiness", "Citizen Identity Card",
        "IDENTITY CARD",
        "MINISTRY OF PUBLIC SECURITY",
    ]

    /// The longer of two that may stand before the same first.
    private static let labels: [(vietnamese: [String], english: [String])] = [
        "Số / No", "Họ, chữ đệm và tên khai sinh / Full name", "Họ và tên / Full name",
        "Ngày, tháng, năm sinh / Date of birth", "Ngày sinh / Date of birth", "Giới tính / Sex",
        "Quốc tịch / Nationality", "Quê quán / Place of origin", "Nơi thường trú / Place of residence",
        "Nơi cư trú / Place of residence", "Nơi đăng ký khai sinh / Place of birth",
        "Ngày, tháng, năm hết hạn / Date of expiry", "Có giá trị đến / Date of expiry",
        "Ngày, tháng, năm cấp / Date of issue", "Số định danh cá nhân / Personal identification number",
        "Đặc điểm nhận dạng / Personal identification", "Ngày, tháng, năm / Date, month, year",
    ].map { label in
        let sides = label.split(separator: " / ").map { $0.split(separator: " ").map { core(of: String($0)) } }
        return (sides[0], sides[1])
    }

    private static let english = Set(
        labels.flatMap(\.english) + heads.flatMap { $0.split(separator: " ").map(String.init) }.filter { $0 != "-" })
    private static let longEnglish = english.filter { $0.count >= 4 }.map { ($0, bare($0)) }

    private static let edges = CharacterSet(charactersIn: ".,;:/–-—“”\"' ")
    private static let leastWordsOfACard = 4
    private static let sure = 0.95
    private static let clear = 0.8
}
