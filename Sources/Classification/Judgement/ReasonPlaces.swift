package import Dossiers

/// Finds the words that carried a prediction, and those that spoke against, on the pages they were read from.
package struct ReasonPlaces {
    /// Words of a line without marks, each with the word of the page that it is of.
    private struct Line {
        var page: Int
        var tokens: [String]
        var boxes: [PixelBox]
    }

    private let lines: [Line]

    /// - Parameter pages: Those that decide, in order.
    package init(_ pages: [RecognizedPage]) {
        lines = pages.flatMap { page in
            page.lines.map { line in
                var found = Line(page: page.number, tokens: [], boxes: [])
                for word in line.words {
                    for token in SyllableTokens(line: word.text).folded {
                        found.tokens.append(token)
                        found.boxes.append(word.box)
                    }
                }
                return found
            }
        }
    }

    /// Each of the words with the place where it stands first; words that stand apart in two lines have none, and a
    /// word that speaks for two things at once is named once.
    package func reasons(for weighed: [Prediction.WeighedWords]) -> [DossierResult.ProposedProcedure.Reason] {
        var seen: Set<String> = []
        return weighed.filter { seen.insert($0.text).inserted }.map { words in
            let place = self.place(of: SyllableTokens(line: words.text).folded)
            return DossierResult.ProposedProcedure.Reason(
                text: words.text, weight: words.weight, page: place?.page, box: place?.box)
        }
    }

    private func place(of words: [String]) -> (page: Int, box: PixelBox)? {
        guard !words.isEmpty else { return nil }
        for line in lines where line.tokens.count >= words.count {
            for start in 0...(line.tokens.count - words.count)
            where line.tokens[start..<(start + words.count)].elementsEqual(words) {
                let boxes = line.boxes[start..<(start + words.count)]
                return (line.page, boxes.dropFirst().reduce(line.boxes[start]) { $0.union($1) })
            }
        }
        return nil
    }
}
