/// Writes the parts of a model file: whole numbers in LEB128, little-endian doubles, counted text.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ number: some BinaryInteger) {
        var rest = UInt64(number)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func write(_ number: Double) {
        for shift in stride(from: 0, to: 64, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: number.bitPattern >> UInt64(shift)))
        }
    }

    mutating func write(_ number: Float) {
        for shift in stride(from: 0, to: 32, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: number.bitPattern >> UInt32(shift)))
        }
    }

    /// Eight bytes, little-endian.
    mutating func write(fixed number: UInt64) {
        for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift))) }
    }

    /// Four bytes, little-endian.
    mutating func write(fixed number: UInt32) {
        for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> UInt32(shift))) }
    }

    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }
}

/// Reads what `ByteWriter` wrote. Nothing in the bytes is trusted: counts are held against what is left.
struct ByteReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position == bytes.count }

    mutating func readNumber() throws -> Int {
        // The most of them are small.
        if position < bytes.count, bytes[position] < 0x80 {
            defer { position += 1 }
            return Int(bytes[position])
        }
        var result: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 63, by: 7) {
            let byte = try readByte()
            result |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 {
                guard let number = Int(exactly: result) else { break }
                return number
            }
        }
        throw ModelError.damaged("a number is too long")
    }

    /// A number of things of which each takes a byte at least.
    mutating func readCount() throws -> Int {
        let count = try readNumber()
        guard count <= bytes.count - position else { throw ModelError.damaged("it ends too early") }
        return count
    }

    mutating func readNumber(below limit: Int) throws -> Int {
        let number = try readNumber()
        guard number < limit else { throw ModelError.damaged("a number is out of range") }
        return number
    }

    mutating func readFixed() throws -> UInt64 {
        var pattern: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 8) { pattern |= UInt64(try readByte()) << shift }
        return pattern
    }

    mutating func readFixed32() throws -> UInt32 {
        guard bytes.count - position >= 4 else { throw ModelError.damaged("it ends too early") }
        defer { position += 4 }
        return bytes.withUnsafeBytes {
            UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: UInt32.self))
        }
    }

    mutating func readFloat() throws -> Float {
        let number = Float(bitPattern: try readFixed32())
        guard number.isFinite else { throw ModelError.damaged("a number is not finite") }
        return number
    }

    mutating func readDouble() throws -> Double {
        let number = Double(bitPattern: try readFixed())
        guard number.isFinite else { throw ModelError.damaged("a number is not finite") }
        return number
    }

    mutating func readText() throws -> String { String(decoding: try readBytes(), as: UTF8.self) }

    mutating func readBytes() throws -> ArraySlice<UInt8> { try readBytes(count: try readCount()) }

    mutating func readBytes(count: Int) throws -> ArraySlice<UInt8> {
        guard count <= bytes.count - position else { throw ModelError.damaged("it ends too early") }
        defer { position += count }
        return bytes[position..<(position + count)]
    }

    private mutating func readByte() throws -> UInt8 {
        guard position < bytes.count else { throw ModelError.damaged("it ends too early") }
        defer { position += 1 }
        return bytes[position]
    }
}
