/// Keys and their numbers, in the order in which they were met: open addressing, no memory an entry of its own.
struct KeyTable: Sendable {
    private(set) var keys: [UInt32] = []
    /// Number + 1; 0 where a slot is free.
    private var slots: [Int32]
    private var mask: Int

    init(capacity: Int = 1 << 12) {
        var size = 1 << 10
        while size < capacity * 2 { size <<= 1 }
        slots = [Int32](repeating: 0, count: size)
        mask = size - 1
    }

    init(keys: [UInt32]) {
        self.init(capacity: keys.count)
        for key in keys { _ = register(key) }
    }

    func number(of key: UInt32) -> Int? {
        var slot = Self.slot(key, mask)
        while true {
            let entry = slots[slot]
            if entry == 0 { return nil }
            if keys[Int(entry) - 1] == key { return Int(entry) - 1 }
            slot = (slot + 1) & mask
        }
    }

    mutating func register(_ key: UInt32) -> Int {
        var slot = Self.slot(key, mask)
        while slots[slot] != 0 {
            if keys[Int(slots[slot]) - 1] == key { return Int(slots[slot]) - 1 }
            slot = (slot + 1) & mask
        }
        keys.append(key)
        slots[slot] = Int32(keys.count)
        if keys.count * 2 > slots.count { grow() }
        return keys.count - 1
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 2)
        mask = slots.count - 1
        for (number, key) in keys.enumerated() {
            var slot = Self.slot(key, mask)
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(number + 1)
        }
    }

    private static func slot(_ key: UInt32, _ mask: Int) -> Int {
        Int((key &* 0x9E37_79B1) >> 3) & mask
    }
}
