package import Dossiers
internal import Scans

/// What scanning papers of citizens asks of the pictures, held against a dossier's pages.
package enum ScanDuties {
    /// Dots an inch: TT 02/2019/TT-BNV. An estimate from the page's shape may be short of it by a few.
    package static let leastResolution = 200
    private static let tolerance = 4
    /// Pages of fewer words may well say the same.
    private static let leastWords = 25
    /// Of two pages' words, as many as one paper read twice has in common.
    private static let sameWords = 0.9

    /// - Parameters:
    ///   - pages: Those that were read, in their order.
    ///   - documents: What the papers are: those that an office has made bear its seal.
    package static func faults(
        of pages: [RecognizedPage], documents: [DossierResult.Document]
    ) -> [ScanFault] {
        let faults = [
            ScanFault(.resolution, pages: pages.filter { $0.resolution < leastResolution - tolerance }.map(\.number)),
            ScanFault(.colour, pages: withoutColour(pages, documents)),
            ScanFault(.repeat, pages: repeated(pages)),
        ]
        return faults.filter { !$0.pages.isEmpty } + misnumbered(pages, documents)
    }

    private static func withoutColour(
        _ pages: [RecognizedPage], _ documents: [DossierResult.Document]
    ) -> [Int] {
        let sealed = Set(
            documents.filter { !["application-form", "unknown"].contains($0.type) }.flatMap(\.pages))
        return pages.filter { page in
            sealed.contains(page.number) && page.colours.map { $0 != .colour } ?? false
        }.map(\.number)
    }

    /// The second of two pages that say the same.
    private static func repeated(_ pages: [RecognizedPage]) -> [Int] {
        var earlier: [Set<String>] = []
        var found: [Int] = []
        for page in pages {
            let words = Set(page.lines.flatMap(\.words).map(\.text.folded))
            guard words.count >= leastWords else { continue }
            let isRepeat = earlier.contains { other in
                Double(words.intersection(other).count) >= sameWords * Double(max(words.count, other.count))
            }
            if isRepeat { found.append(page.number) }
            earlier.append(words)
        }
        return found
    }

    /// Within one paper: a number that is lower than the one before it, or higher by more than one page.
    private static func misnumbered(
        _ pages: [RecognizedPage], _ documents: [DossierResult.Document]
    ) -> [ScanFault] {
        documents.flatMap { document -> [ScanFault] in
            let numbered = pages.filter { document.pages.contains($0.number) }
                .compactMap { page in PrintedPageNumber.find(on: page).map { (page: page.number, printed: $0) } }
            var order = ScanFault(.order, pages: [])
            var gap = ScanFault(.gap, pages: [])
            for (first, second) in zip(numbered, numbered.dropFirst()) {
                // Blank backs count where they are printed and do not where they are not.
                let steps = second.page - first.page
                if second.printed < first.printed { order.pages.append(second.page) }
                if second.printed > first.printed + max(steps, 1) { gap.pages.append(second.page) }
            }
            return [order, gap].filter { !$0.pages.isEmpty }
        }
    }
}
