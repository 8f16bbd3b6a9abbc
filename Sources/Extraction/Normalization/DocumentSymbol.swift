import Dossiers

/// The symbol of a letter's number (`04/2021/TT-BLĐTBXH`): the kind of document, and who issues it.
enum DocumentSymbol {
    /// A number whose symbol has its bars back: a `Đ` is read as a `D` more easily than any tone is lost, and no neighbour
    /// tells, but what it stands for does. How symbols are made: Nghị định 30/2020/NĐ-CP, annexes I and III.
    ///
    /// - Parameter issuer: Who issues the letter, by its head; nil where that was not read.
    static func mended(_ number: String, issuer: String?) -> String {
        var groups = number.split(separator: "/", omittingEmptySubsequences: false).map {
            $0.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        }
        guard let last = groups.indices.last, last > 0 else { return number }
        groups[last][0] = kinds[groups[last][0]] ?? groups[last][0]
        if let issuer, groups[last].count > 1, let end = groups[last].indices.last {
            groups[last][end] = abbreviation(groups[last][end], of: issuer) ?? groups[last][end]
        }
        return groups.map { $0.joined(separator: "-") }.joined(separator: "/")
    }

    /// `QĐ` (quyết định) and `NĐ` (nghị định): there is no kind `QD` or `ND`.
    private static let kinds = ["QD": "QĐ", "ND": "NĐ"]

    /// The letters that words begin with, as the words have them; nil where these are not the office's initials. Words
    /// may be left out: `BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI` is `BLĐTBXH`.
    private static func abbreviation(_ read: String, of issuer: String) -> String? {
        var words = issuer.uppercased().split { !$0.isLetter }[...]
        var spelled = ""
        for letter in read {
            let plain = String(letter).folded
            guard let next = words.firstIndex(where: { $0.prefix(1).folded == plain }) else { return nil }
            spelled += words[next].hasPrefix("Đ") ? "Đ" : letter == "Đ" ? "D" : String(letter)
            words = words[(next + 1)...]
        }
        return spelled
    }
}

extension Substring {
    fileprivate var folded: String { String(self).folded }
}
