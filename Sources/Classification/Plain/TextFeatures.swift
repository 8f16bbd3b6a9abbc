/// The features of one text, each once, in the order in which they first stand in it. One of these serves many texts
/// in turn: the occurrences and the table keep their memory.
struct TextFeatures: Sendable {
    private(set) var keys: [UInt32] = []
    /// By key: how often it stands in the text.
    private(set) var times: [Int32] = []
    /// By key: which of all occurrences is its first.
    private var firsts: [Int32] = []

    /// All occurrences.
    private var all: [UInt32] = []
    /// By occurrence: the bytes where it begins and ends.
    private var spans: [(start: Int32, end: Int32)] = []
    /// Open addressing: the key in the upper half, its number + 1 in the lower; 0 where a slot is free.
    private var slots: [UInt64] = []

    /// - Parameter keepsSpans: Whether `span` will be asked for.
    mutating func take(_ text: UnsafeBufferPointer<UInt8>, keepsSpans: Bool = false) {
        all.removeAll(keepingCapacity: true)
        spans.removeAll(keepingCapacity: true)
        // Words of four or five letters, half of them with marks: most texts need no more.
        all.reserveCapacity(text.count * 2 / 3)
        if keepsSpans {
            spans.reserveCapacity(text.count * 2 / 3)
            PlainFeatures().features(of: text) { key, start, end in
                all.append(key)
                spans.append((Int32(truncatingIfNeeded: start), Int32(truncatingIfNeeded: end)))
            }
        } else {
            PlainFeatures().features(of: text) { key in all.append(key) }
        }
        gather()
    }

    /// The bytes of a key's first occurrence.
    func span(of number: Int) -> Range<Int> {
        let span = spans[Int(firsts[number])]
        return Int(span.start)..<Int(span.end)
    }

    private mutating func gather() {
        var size = 64
        while size < 2 * all.count { size <<= 1 }
        if slots.count < size { slots = [UInt64](repeating: 0, count: size) }
        let mask = size - 1
        var count = 0
        // No more keys than occurrences: nothing grows on the way.
        let places = all.count
        keys = [UInt32](unsafeUninitializedCapacity: places) { keys, keyCount in
            times = [Int32](unsafeUninitializedCapacity: places) { times, timesCount in
                firsts = [Int32](unsafeUninitializedCapacity: places) { firsts, firstCount in
                    slots.withUnsafeMutableBufferPointer { slots in
                        slots[0..<size].update(repeating: 0)
                        for place in 0..<places {
                            let key = all[place]
                            var slot = Int(key &* 0x9E37_79B1) >> 7 & mask
                            while slots[slot] != 0, UInt32(truncatingIfNeeded: slots[slot] >> 32) != key {
                                slot = (slot + 1) & mask
                            }
                            if slots[slot] != 0 {
                                times[Int(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) - 1] += 1
                                continue
                            }
                            keys.initializeElement(at: count, to: key)
                            times.initializeElement(at: count, to: 1)
                            firsts.initializeElement(at: count, to: Int32(truncatingIfNeeded: place))
                            count += 1
                            slots[slot] = UInt64(key) << 32 | UInt64(count)
                        }
                    }
                    firstCount = count
                }
                timesCount = count
            }
            keyCount = count
        }
    }
}
