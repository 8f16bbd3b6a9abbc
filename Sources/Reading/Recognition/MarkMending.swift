import Dossiers
import Foundation

/// Gives common words of forms their marks back: `Kính gửi: ủy bạn nhân dân`, `ký, ghỉ rõ họ tên`. Names, which begin
/// with a capital and of which nobody has a list, need both neighbours to say so.
enum MarkMending {
    static func mended(_ words: [Word], by pairs: CommonPairs) -> [Word] {
        let cores = words.map { $0.text.trimmingCharacters(in: edges) }
        let small = cores.map { $0.precomposedStringWithCanonicalMapping.lowercased().withOlderTone }
        return words.indices.map { index in
            let (word, core) = (words[index], cores[index])
            guard core.count > 1, core.allSatisfy(\.isLetter) else { return word }
            let before = index > 0 && belong(words[index - 1].text, word.text) ? small[index - 1] : nil
            let after = index + 1 < words.count && belong(word.text, words[index + 1].text) ? small[index + 1] : nil
            let isSure = word.confidence >= sureConfidence || !core.allSatisfy(\.isLowercase)
            guard let meant = pairs.meant(by: small[index], after: before, before: after, isSure: isSure) else {
                return word
            }
            var mended = word
            mended.text = word.text.replacing(core, with: inCapitals(of: core, meant), maxReplacements: 1)
            return mended
        }
    }

    /// Whether no punctuation stands between two words.
    private static func belong(_ left: String, _ right: String) -> Bool {
        !(left.last.map { ",;.:)…".contains($0) } ?? true) && right.first != "("
    }

    private static func inCapitals(of read: String, _ word: String) -> String {
        if read.allSatisfy(\.isUppercase) { return word.uppercased() }
        return read.first?.isUppercase == true ? word.prefix(1).uppercased() + word.dropFirst() : word
    }

    private static let edges = CharacterSet.letters.inverted
    /// Words that are read surer than this mostly have their marks right, whatever stands beside them.
    private static let sureConfidence = 0.95
}
