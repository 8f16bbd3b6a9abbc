/// Finds a form's wording in what the recogniser made of it.
///
/// Source: Myers, *A fast bit-vector algorithm for approximate string matching*, J. ACM 46(3), 1999.
package struct ApproximateSearch: Sendable {
    package struct Hit: Hashable, Sendable {
        /// Offsets into the searched letters.
        package var start: Int
        package var end: Int
        /// Letters to insert, delete or exchange.
        package var distance: Int
    }

    /// At most 64 letters: more do not fit a machine word.
    package static let longest = 64

    let pattern: [UInt8]
    /// The greatest distance of a hit.
    let limit: Int
    private let masks: [UInt64]

    /// - Parameter pattern: 1…64 letters `a`…`z`.
    package init(_ pattern: [UInt8], limit: Int) {
        self.pattern = Array(pattern.prefix(Self.longest))
        self.limit = limit
        masks = Self.masks(of: self.pattern)
    }

    /// The best of every group of overlapping hits, in the order of the text.
    ///
    /// - Complexity: O(text) and O(pattern²) for every hit.
    package func hits(in text: [UInt8]) -> [Hit] {
        var hits: [Hit] = []
        var best: (end: Int, distance: Int)?
        scan(text[...], isAnchored: false, masks: masks) { end, distance in
            if let kept = best, end - kept.end >= pattern.count / 2 {
                hits.append(hit(endingAt: kept.end, distance: kept.distance, in: text))
                best = nil
            }
            guard distance <= limit else { return }
            if best.map({ distance < $0.distance }) ?? true { best = (end, distance) }
        }
        if let best { hits.append(hit(endingAt: best.end, distance: best.distance, in: text)) }
        return hits
    }

    /// Where a hit begins is found by the same search backwards from its end.
    private func hit(endingAt end: Int, distance: Int, in text: [UInt8]) -> Hit {
        let window = text[max(0, end - pattern.count - limit)..<end]
        var length = min(pattern.count, window.count)
        var least = Int.max
        scan(ArraySlice(window.reversed()), isAnchored: true, masks: Self.masks(of: pattern.reversed())) {
            size, found in
            if found < least { (least, length) = (found, size) }
        }
        return Hit(start: end - length, end: end, distance: distance)
    }

    /// Calls back with the number of letters gone by and the distance of the pattern to some stretch that ends there;
    /// to the whole stretch from the beginning where the search is anchored.
    private func scan(
        _ text: ArraySlice<UInt8>, isAnchored: Bool, masks: [UInt64], _ found: (Int, Int) -> Void
    ) {
        let last = UInt64(1) << UInt64(pattern.count - 1)
        var positive = pattern.count == 64 ? UInt64.max : (UInt64(1) << UInt64(pattern.count)) - 1
        var negative: UInt64 = 0
        var distance = pattern.count
        var count = 0
        for letter in text {
            let equal = letter >= 97 && letter <= 122 ? masks[Int(letter) - 97] : 0
            let across = equal | negative
            let diagonal = (((equal & positive) &+ positive) ^ positive) | equal
            var up = negative | ~(diagonal | positive)
            var down = positive & diagonal
            if up & last != 0 { distance += 1 }
            if down & last != 0 { distance -= 1 }
            up = (up << 1) | (isAnchored ? 1 : 0)
            down <<= 1
            positive = down | ~(across | up)
            negative = up & across
            count += 1
            found(count, distance)
        }
    }

    private static func masks(of pattern: some Sequence<UInt8>) -> [UInt64] {
        var masks = [UInt64](repeating: 0, count: 26)
        for (index, letter) in pattern.enumerated() where letter >= 97 && letter <= 122 {
            masks[Int(letter) - 97] |= UInt64(1) << UInt64(index)
        }
        return masks
    }
}
