import Foundation

/// What stands around the contents of every model file: eight letters for its kind, a version, a checksum.
struct ModelEnvelope {
    /// Eight bytes.
    var magic: [UInt8]
    var formatVersion: UInt8

    func sealed(_ content: [UInt8]) -> Data {
        let sum = Checksum.crc32(content)
        let sumBytes = (0..<4).map { UInt8(truncatingIfNeeded: sum >> (8 * UInt32($0))) }
        return Data(magic + [formatVersion] + sumBytes + content)
    }

    /// - Throws: `ModelError.damaged` for anything that `sealed` did not write just so.
    func opened(_ data: Data) throws -> [UInt8] {
        guard data.count > 13, data.starts(with: magic) else {
            throw ModelError.damaged("it does not begin as one")
        }
        let head = [UInt8](data.prefix(13))
        guard head[8] == formatVersion else {
            throw ModelError.damaged("its format is version \(head[8]), this program reads version \(formatVersion)")
        }
        let sum = (0..<4).reduce(UInt32(0)) { $0 | UInt32(head[9 + $1]) << (8 * UInt32($1)) }
        let content = [UInt8](data.dropFirst(13))
        guard Checksum.crc32(content) == sum else { throw ModelError.damaged("its checksum is wrong") }
        return content
    }
}
