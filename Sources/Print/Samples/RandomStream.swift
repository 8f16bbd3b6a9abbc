/// A stream of pseudo-random numbers that is the same on every machine, for ever.
///
/// Xoshiro256** (Blackman and Vigna, 2018) started by SplitMix64 (Steele, Lea and Flood, 2014).
/// `split` gives independent streams, so that what one part draws does not move another part.
package struct RandomStream: Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    package init(seed: UInt64) {
        var mixed = seed
        func next() -> UInt64 {
            mixed &+= 0x9E37_79B9_7F4A_7C15
            var z = mixed
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
        state = (next(), next(), next(), next())
    }

    package mutating func next() -> UInt64 {
        let result = rotate(state.1 &* 5, 7) &* 9
        let t = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= t
        state.3 = rotate(state.3, 45)
        return result
    }

    /// Another stream, told apart by a name.
    package func split(_ name: String) -> RandomStream {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        return RandomStream(seed: hash ^ state.0 ^ rotate(state.2, 23))
    }

    private func rotate(_ x: UInt64, _ k: UInt64) -> UInt64 { (x << k) | (x >> (64 - k)) }
}

extension RandomStream {
    /// 0 ..< 1.
    package mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    package mutating func number(_ range: ClosedRange<Int>) -> Int {
        let width = UInt64(range.upperBound - range.lowerBound) + 1
        return range.lowerBound + Int(next().multipliedFullWidth(by: width).high)
    }

    package mutating func number(_ range: ClosedRange<Double>) -> Double {
        range.lowerBound + unit() * (range.upperBound - range.lowerBound)
    }

    /// True with a probability of 0…1.
    package mutating func chance(_ probability: Double) -> Bool { unit() < probability }

    /// One of the items, or the fallback where there are none.
    package mutating func pick<Item>(_ items: [Item], else fallback: Item) -> Item {
        items.isEmpty ? fallback : items[number(0...items.count - 1)]
    }

    package mutating func pick(_ items: [String]) -> String { pick(items, else: "") }

    /// One item, each as likely as its weight says.
    package mutating func pick<Item>(weighted items: [(item: Item, weight: Double)], else fallback: Item) -> Item {
        var left = unit() * items.reduce(0) { $0 + $1.weight }
        for (item, weight) in items {
            left -= weight
            if left < 0 { return item }
        }
        return items.last?.item ?? fallback
    }

    package mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
        var result = items
        guard items.count > 1 else { return result }
        for index in stride(from: items.count - 1, to: 0, by: -1) {
            result.swapAt(index, number(0...index))
        }
        return result
    }

    package mutating func digits(_ count: Int) -> String {
        (0..<count).map { _ in String(number(0...9)) }.joined()
    }
}
