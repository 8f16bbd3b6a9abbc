/// A dossier as the splitter cuts it out of a file.
package struct DossierDraft: Hashable, Sendable {
    /// 1-based in the source file, ascending.
    package var pages: [Int]
    /// The dossier's code, where it begins with its receipt.
    package var code: String?
    /// Where a sheet may be missing.
    package var proposals: [ProposedSplit]

    package init(pages: [Int], code: String? = nil, proposals: [ProposedSplit] = []) {
        self.pages = pages
        self.code = code
        self.proposals = proposals
    }
}

/// A place at which one dossier may be two. A person confirms it; nothing is cut there.
package struct ProposedSplit: Hashable, Sendable {
    /// The page with which the second would begin.
    package var page: Int
    /// In words for a person.
    package var reason: String
    /// Whether a person has to look whatever else is known of the dossier.
    package var isPressing: Bool

    package init(page: Int, reason: String, isPressing: Bool) {
        self.page = page
        self.reason = reason
        self.isPressing = isPressing
    }
}

/// Cuts a batch into dossiers at separator sheets and before receipts and marked first pages. Every page ends up in
/// a dossier, or is a separator, or is a blank that lies beside pages which are.
package enum BatchSplitter {
    /// The dossiers in order. Blank pages are left out where a dossier has others; where a file holds nothing else
    /// they make one dossier of their own, since a person should see why.
    package static func dossiers(of pages: [PageOutline]) -> [DossierDraft] {
        let inOrder = pages.sorted { $0.number < $1.number }
        let parts = inOrder.split { $0.state == .separator }
            .flatMap { Self.parts(of: $0.filter { $0.state != .blank }) }
        guard !parts.isEmpty || inOrder.isEmpty else { return [DossierDraft(pages: inOrder.map(\.number))] }
        return parts.map { part in
            DossierDraft(
                pages: part.map(\.number), code: part.first?.signs.receiptCode,
                proposals: SplitProposer.proposals(in: part))
        }
    }

    /// Cut before every page that begins a dossier by itself. A receipt may lie in its dossier twice.
    private static func parts(of pages: [PageOutline]) -> [[PageOutline]] {
        var parts: [[PageOutline]] = []
        for page in pages {
            let code = page.signs.receiptCode
            let begins = code.map { $0 != parts.last?.first?.signs.receiptCode } ?? page.signs.isMarkedFirst
            if begins || parts.isEmpty {
                parts.append([page])
            } else {
                parts[parts.count - 1].append(page)
            }
        }
        return parts
    }
}
