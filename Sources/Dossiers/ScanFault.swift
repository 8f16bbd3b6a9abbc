/// Where a dossier's scan falls short of what scanning papers of citizens asks (TT 01/2023/TT-VPCP, article 8.2;
/// TT 02/2019/TT-BNV): advice for whoever scanned it, never a reason to refuse.
package struct ScanFault: Codable, Hashable, Sendable {
    package enum Kind: String, Codable, CaseIterable, Sendable {
        /// Fewer than 200 dots an inch.
        case resolution
        /// A paper that an office has stamped is not in colour: the seal cannot be told from a copied one.
        case colour
        /// The printed page numbers do not follow one another.
        case order
        /// A printed page number is left out.
        case gap
        /// Two pages say the same: one paper lay on the glass twice.
        case `repeat`
    }

    package var kind: Kind
    /// 1-based in the source file.
    package var pages: [Int]

    package init(_ kind: Kind, pages: [Int]) {
        self.kind = kind
        self.pages = pages
    }
}
