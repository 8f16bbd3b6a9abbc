package import Dossiers

/// The mark of a state secret on a paper (luật Bảo vệ bí mật nhà nước 2018; TT 24/2020/TT-BCA): MẬT, TỐI MẬT or TUYỆT
/// MẬT, in capitals, stamped by itself in the upper part of the first page. Such papers are not digitized (TT
/// 03/2025/TT-VPCP, article 5.2).
package enum SecrecyMark {
    /// Of the page's height. The stamp stands below the number and the subject of a letter.
    private static let lowest = 0.45
    /// Of a word's height: what lies further apart is not one phrase.
    private static let gap = 1.5

    /// The reason that is given for a page which bears it; nothing else is kept of the page.
    package static let reason =
        "it bears the mark of a state secret (MẬT): such papers are not digitized; take it out of the batch by hand"

    /// The reason that is given for the other pages of its dossier.
    package static let reasonOfOthers = "it lies with a page that bears the mark of a state secret (MẬT)"

    package static func isOn(_ page: RecognizedPage) -> Bool {
        let bottom = Int(lowest * Double(page.height))
        return page.lines.contains { line in
            phrases(of: line).contains { phrase in
                guard let box = TextLine(words: phrase).box, box.bottom <= bottom else { return false }
                return isMark(phrase.map(\.text))
            }
        }
    }

    /// A line's words, parted where there is much room between two: a stamp beside a date is read as one line with it.
    private static func phrases(of line: TextLine) -> [[Word]] {
        var phrases: [[Word]] = []
        for word in line.words {
            if let last = phrases.last?.last,
                Double(word.box.x - last.box.right) <= gap * Double(max(last.box.height, word.box.height, 1))
            {
                phrases[phrases.count - 1].append(word)
            } else {
                phrases.append([word])
            }
        }
        return phrases
    }

    /// In print marks get lost, so one of the two of Ậ may: MẠT and MÂT stand alone for nothing else.
    private static let single: Set<String> = ["MẬT", "MẠT", "MÂT"]

    private static func isMark(_ words: [String]) -> Bool {
        // The stamp's frame is read as bars and brackets.
        let letters = words.map { String($0.filter(\.isLetter)) }.filter { !$0.isEmpty }
        guard letters.allSatisfy({ $0 == $0.uppercased() }) else { return false }
        switch letters.count {
        case 1: return single.contains(letters[0])
        // TỐI MẬT, TUYỆT MẬT: two such words in capitals are nothing else, whatever marks were lost.
        case 2:
            return ["TOI", "TUYET"].contains(letters[0].folded.uppercased()) && letters[1].folded.uppercased() == "MAT"
        default: return false
        }
    }
}
