/// Where a form's wordings stand on a paper: the chain of hits, in the form's order, that explains most letters.
/// The order tells labels apart that read alike (`Nơi cư trú` of the mother and of the father).
struct FormAlignment {
    struct Place: Hashable {
        /// Pieces of the stream.
        var pieces: Range<Int>
        /// 1 for a wording read without a fault, less for each misread letter.
        var likeness: Double
    }

    /// By the wording's index among the script's items.
    private(set) var places: [Int: Place] = [:]
    /// Share of the script's letters that were found, 0…1.
    private(set) var coverage = 0.0

    private struct Candidate {
        var item: Int
        var place: Place
        var worth: Double
    }

    /// - Complexity: O(wordings × letters + candidates²).
    init(_ script: FormScript, on stream: LetterStream) {
        var candidates: [Candidate] = []
        var expected = 0
        for (item, part) in script.items.enumerated() {
            guard case .wording(let wording) = part else { continue }
            expected += wording.versions.map(\.count).min() ?? 0
            candidates += Self.candidates(for: wording, item: item, on: stream)
        }
        let chain = Self.bestChain(of: candidates)
        for candidate in chain { places[candidate.item] = candidate.place }
        let found = chain.reduce(0) { $0 + $1.worth }
        coverage = expected == 0 ? 0 : min(1, max(0, found / Double(expected)))
    }

    private static func candidates(
        for wording: FormScript.Wording, item: Int, on stream: LetterStream
    ) -> [Candidate] {
        var found: [Candidate] = []
        for version in wording.versions + wording.beginnings {
            let search = ApproximateSearch(version, limit: tolerance(version.count))
            for hit in search.hits(in: stream.letters) {
                guard let pieces = stream.pieces(of: hit) else { continue }
                if version.count < 6, !isAbbreviation(version), !isSetOff(pieces, on: stream) { continue }
                // `ngày 22 tháng 6 năm 1993` over `sinh` reads as the head `Ngày, tháng, năm sinh`, in a cell of its row.
                if wording.isRowHead, !beginsLine(pieces.lowerBound, on: stream) { continue }
                found.append(
                    Candidate(
                        item: item,
                        place: Place(
                            pieces: pieces, likeness: 1 - Double(hit.distance) / Double(version.count)),
                        worth: Double(version.count - 3 * hit.distance)))
            }
        }
        return Array(found.filter { $0.worth > 0 }.sorted { $0.worth > $1.worth }.prefix(mostCandidates))
    }

    /// `CCCD`: what can be no word is no other word, wherever it stands.
    private static func isAbbreviation(_ letters: [UInt8]) -> Bool {
        letters.count >= 4 && !letters.contains { "aeiouy".utf8.contains($0) }
    }

    /// Short words are labels only at the beginning of a line, or before a colon.
    private static func isSetOff(_ pieces: Range<Int>, on stream: LetterStream) -> Bool {
        let isFirst =
            pieces.lowerBound == 0
            || stream.lineOfPiece[pieces.lowerBound - 1] != stream.lineOfPiece[pieces.lowerBound]
        return isFirst || stream.pieces[pieces.upperBound - 1].text.contains(":")
    }

    /// But for numbers and signs.
    private static func beginsLine(_ piece: Int, on stream: LetterStream) -> Bool {
        !(0..<piece).reversed().lazy.prefix { stream.lineOfPiece[$0] == stream.lineOfPiece[piece] }
            .contains { !stream.pieces[$0].letters.isEmpty }
    }

    /// Misread letters that may be forgiven: one in five, none in short wordings.
    private static func tolerance(_ count: Int) -> Int { count < 6 ? 0 : count / 5 }

    /// Candidates are few enough for every pair to be looked at.
    private static func bestChain(of candidates: [Candidate]) -> [Candidate] {
        let sorted = candidates.sorted { ($0.item, $0.place.pieces.lowerBound) < ($1.item, $1.place.pieces.lowerBound) }
        var best = sorted.map(\.worth)
        var before = [Int](repeating: -1, count: sorted.count)
        for (index, candidate) in sorted.enumerated() {
            for earlier in 0..<index {
                let place = sorted[earlier].place.pieces
                guard sorted[earlier].item < candidate.item, place.upperBound <= candidate.place.pieces.lowerBound
                else { continue }
                // Of two ways that explain as much, the one whose wordings stand closer together.
                let far = Double(candidate.place.pieces.lowerBound - place.upperBound) * 0.01
                let worth = best[earlier] + candidate.worth - far
                if worth > best[index] { (best[index], before[index]) = (worth, earlier) }
            }
        }
        var chain: [Candidate] = []
        var next = best.indices.max { best[$0] < best[$1] } ?? -1
        while next >= 0 {
            chain.append(sorted[next])
            next = before[next]
        }
        return chain.reversed()
    }

    private static let mostCandidates = 10
}
