internal import CZlib

/// CRC-32 as in PNG and gzip (ISO 3309): finds every changed byte and nearly every other damage.
enum Checksum {
    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        UInt32(truncatingIfNeeded: bytes.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) })
    }
}
