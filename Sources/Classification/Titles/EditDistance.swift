/// A short text, ready to be looked for at the beginning of others with misread letters allowed.
struct EditDistance: Hashable, Sendable {
    /// At most 64 bytes.
    let pattern: [UInt8]
    /// By byte: where in the pattern it stands.
    private let places: [UInt64]

    init(of pattern: some Sequence<UInt8>) {
        self.pattern = Array(pattern.prefix(64))
        var places = [UInt64](repeating: 0, count: 256)
        for (place, byte) in self.pattern.enumerated() { places[Int(byte)] |= 1 << UInt64(place) }
        self.places = places
    }

    /// The least number of letters to change, add or leave out so that some beginning of the text is the
    /// pattern (Myers, "A Fast Bit-Vector Algorithm for Approximate String Matching", JACM 1999).
    ///
    /// - Complexity: O(text), of which no more than twice the pattern's length is looked at.
    func least(toBeginningOf text: some Sequence<UInt8>) -> Int {
        guard !pattern.isEmpty else { return 0 }
        let last: UInt64 = 1 << UInt64(pattern.count - 1)
        var rising = UInt64.max
        var falling: UInt64 = 0
        var distance = pattern.count
        var least = distance
        for byte in text.prefix(2 * pattern.count) {
            let equal = places[Int(byte)]
            let carried = equal | falling
            let diagonal = (((equal & rising) &+ rising) ^ rising) | equal
            var right = falling | ~(diagonal | rising)
            var left = rising & diagonal
            if right & last != 0 { distance += 1 }
            if left & last != 0 { distance -= 1 }
            // The beginning is fixed: each letter of the text before the pattern costs one.
            right = (right << 1) | 1
            left <<= 1
            rising = left | ~(carried | right)
            falling = right & carried
            least = min(least, distance)
        }
        return least
    }
}
