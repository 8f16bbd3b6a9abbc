/// Keys and their numbers, in the order in which they were met: open addressing, no memory an entry of its own.
struct KeyTable: Sendable {
    private(set) var keys: [UInt32] = []
    /// The key in the upper half, its number + 1 in the lower; 0 where a slot is free.
    private var slots: [UInt64]
    private var mask: Int

    init(capacity: Int = 1 << 12) {
        var size = 1 << 10
        while size < capacity * 2 { size <<= 1 }
        slots = [UInt64](repeating: 0, count: size)
        mask = size - 1
        keys.reserveCapacity(capacity)
    }

    init(keys: [UInt32]) {
        self.init(capacity: keys.count)
        var numbers: [Int32] = []
        register(keys, as: &numbers)
    }

    func number(of key: UInt32) -> Int? {
        var slot = Self.slot(key, mask)
        while true {
            let entry = slots[slot]
            if entry == 0 { return nil }
            if UInt32(truncatingIfNeeded: entry >> 32) == key { return Int(entry & 0xFFFF_FFFF) - 1 }
            slot = (slot + 1) & mask
        }
    }

    /// The numbers of many keys at once, -1 for those that are unknown.
    func numbers(of batch: [UInt32], into numbers: inout [Int32]) {
        numbers.removeAll(keepingCapacity: true)
        let mask = mask
        slots.withUnsafeBufferPointer { slots in
            numbers.reserveCapacity(batch.count + Self.touch(batch, in: slots, mask))
            for key in batch {
                var slot = Self.slot(key, mask)
                while slots[slot] != 0, UInt32(truncatingIfNeeded: slots[slot] >> 32) != key {
                    slot = (slot + 1) & mask
                }
                numbers.append(Int32(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) - 1)
            }
        }
    }

    /// The same, with new numbers for those that were unknown.
    mutating func register(_ batch: [UInt32], as numbers: inout [Int32]) {
        numbers.removeAll(keepingCapacity: true)
        while (keys.count + batch.count) * 2 > slots.count { grow() }
        let mask = mask
        slots.withUnsafeMutableBufferPointer { slots in
            numbers.reserveCapacity(batch.count + Self.touch(batch, in: UnsafeBufferPointer(slots), mask))
            for key in batch {
                var slot = Self.slot(key, mask)
                while slots[slot] != 0, UInt32(truncatingIfNeeded: slots[slot] >> 32) != key {
                    slot = (slot + 1) & mask
                }
                if slots[slot] == 0 {
                    keys.append(key)
                    slots[slot] = UInt64(key) << 32 | UInt64(keys.count)
                }
                numbers.append(Int32(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) - 1)
            }
        }
    }

    /// Looks at all slots first: they lie far apart in memory, and the processor fetches many at once where no look-up
    /// waits for the one before. Returns 0 or 1, to be used, lest the compiler leaves the looking out.
    @inline(__always)
    private static func touch(_ batch: [UInt32], in slots: UnsafeBufferPointer<UInt64>, _ mask: Int) -> Int {
        var sum: UInt64 = 0
        for key in batch { sum &+= slots[slot(key, mask)] }
        return Int(sum >> 63)
    }

    mutating func register(_ key: UInt32) -> Int {
        var slot = Self.slot(key, mask)
        while slots[slot] != 0 {
            if UInt32(truncatingIfNeeded: slots[slot] >> 32) == key { return Int(slots[slot] & 0xFFFF_FFFF) - 1 }
            slot = (slot + 1) & mask
        }
        keys.append(key)
        slots[slot] = UInt64(key) << 32 | UInt64(keys.count)
        if keys.count * 2 > slots.count { grow() }
        return keys.count - 1
    }

    private mutating func grow() {
        slots = [UInt64](repeating: 0, count: slots.count * 2)
        mask = slots.count - 1
        for (number, key) in keys.enumerated() {
            var slot = Self.slot(key, mask)
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt64(key) << 32 | UInt64(number + 1)
        }
    }

    private static func slot(_ key: UInt32, _ mask: Int) -> Int {
        Int((key &* 0x9E37_79B1) >> 3) & mask
    }
}
