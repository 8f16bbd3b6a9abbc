import Dossiers
import Foundation

/// How a dossier spells the words of a business's name: its sign in the form's head, and its owner's name, say them again.
struct BusinessSpelling {
    let streams: [LetterStream]

    /// A business's name with its words as most of the dossier spells them: beside the same neighbours, and in its owner's
    /// name. Of two spellings that are found as often the one with more marks is right: marks get lost.
    ///
    /// - Parameter owner: The name of the person whose business it is; nil where it was not read.
    /// - Returns: Nil where nothing is to be changed.
    func mended(_ field: ExtractedField, owner: String?) -> String? {
        guard let value = field.value else { return nil }
        let words = value.split(separator: " ").map(String.init)
        let known = BusinessWords.spellings(of: words)
        let respelled = words.indices.map { index in
            guard known[index] == nil else { return words[index] }
            let neighbours = [index - 1, index + 1].filter(words.indices.contains).map { words[$0].folded }
            var spellings = spellings(of: words[index], beside: Set(neighbours), not: field)
            if let name = owner?.split(separator: " ").last.map(String.init), name.folded == words[index].folded {
                spellings[name.uppercased(), default: 0] += 1
            }
            return Self.better(than: words[index], among: spellings) ?? words[index]
        }
        return respelled == words ? nil : respelled.joined(separator: " ")
    }

    /// In capitals, with how often each is found elsewhere.
    private func spellings(
        of word: String, beside neighbours: Set<String>, not field: ExtractedField
    ) -> [String: Int] {
        let folded = word.folded
        guard word.count > 1, word.allSatisfy(\.isLetter) else { return [:] }
        return streams.reduce(into: [:]) { counts, stream in
            for (index, piece) in stream.pieces.enumerated() where piece.letters == folded {
                let around = [index - 1, index + 1].filter(stream.pieces.indices.contains)
                guard piece.isElsewhere(than: field),
                    piece.text.withoutEdges.allSatisfy(\.isLetter),
                    around.contains(where: { neighbours.contains(stream.pieces[$0].letters) })
                else { continue }
                counts[piece.text.withoutEdges.uppercased(), default: 0] += 1
            }
        }
    }

    private static func better(than word: String, among spellings: [String: Int]) -> String? {
        let own = 1 + spellings[word.uppercased(), default: 0]
        let others = spellings.filter { $0.key != word.uppercased() }
        guard let (other, count) = others.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            count > own || count == own && other.marks.count > word.marks.count
        else { return nil }
        return word.allSatisfy(\.isUppercase) ? other : other.capitalized
    }
}
