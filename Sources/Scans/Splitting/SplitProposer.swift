/// Says where a sheet may be missing between two dossiers.
///
/// A dossier begins with an application or a receipt; one that has a second title of that kind may be two. Page numbers
/// that begin anew and another size of paper are the way of every attachment: alone they say nothing, beside such a
/// title they speak for it.
enum SplitProposer {
    static func proposals(in pages: [PageOutline]) -> [ProposedSplit] {
        var proposals: [ProposedSplit] = []
        var titles: [String] = []
        for (index, page) in pages.enumerated() {
            let before = index > 0 ? pages[index - 1] : nil
            if let suspicion = page.signs.suspicion {
                proposals.append(
                    ProposedSplit(page: page.number, reason: "page \(page.number) \(suspicion)", isPressing: true))
            } else if let title = page.signs.openingTitle {
                if let proposal = proposal(at: page, title: title, after: titles, behind: before) {
                    proposals.append(proposal)
                }
                titles.append(title)
            }
        }
        return proposals
    }

    private static func proposal(
        at page: PageOutline, title: String, after titles: [String], behind before: PageOutline?
    ) -> ProposedSplit? {
        // On neighbouring pages the same title is a running head or a second copy only if nothing begins anew.
        guard !titles.isEmpty else { return nil }
        let isRepeated = titles.contains { isAlike($0, title) }
        let signs = [
            restarts(at: page, behind: before) ? "page numbers begin anew" : nil,
            changesPaper(at: page, behind: before) ? "the paper has another size" : nil,
        ].compactMap(\.self)
        let what =
            isRepeated
            ? "bears the title of an application that this dossier already holds"
            : "bears the title of another application"
        let also = signs.isEmpty ? "" : " and " + signs.joined(separator: " and ")
        return ProposedSplit(
            page: page.number, reason: "page \(page.number) \(what)\(also)", isPressing: isRepeated || !signs.isEmpty)
    }

    private static func restarts(at page: PageOutline, behind before: PageOutline?) -> Bool {
        page.signs.printedNumber == 1 && (before?.signs.printedNumber ?? 0) > 1
    }

    private static func changesPaper(at page: PageOutline, behind before: PageOutline?) -> Bool {
        guard let paper = page.signs.paper, let other = before?.signs.paper else { return false }
        return paper.differs(from: other)
    }

    /// The same words but for what a recogniser gets wrong: by shared pairs of letters (Dice's coefficient).
    static func isAlike(_ one: String, _ other: String) -> Bool {
        let (first, second) = (pairs(of: one), pairs(of: other))
        guard !first.isEmpty, !second.isEmpty else { return one == other }
        let shared = first.reduce(0) { $0 + min($1.value, second[$1.key, default: 0]) }
        let all = first.values.reduce(0, +) + second.values.reduce(0, +)
        return Double(2 * shared) / Double(all) >= 0.85
    }

    private static func pairs(of text: String) -> [String: Int] {
        let letters = Array(text)
        return Dictionary(zip(letters, letters.dropFirst()).map { (String([$0, $1]), 1) }) { $0 + $1 }
    }
}
