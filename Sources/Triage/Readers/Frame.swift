import Foundation

/// A message on a pipe: its length in four bytes, most significant first, then JSON.
enum Frame {
    /// More is no message of ours: the pipe is out of step or the reader out of its mind.
    static let longest = 64 << 20

    static func bytes(of message: some Encodable) throws -> [UInt8] {
        let body = try JSONEncoder().encode(message)
        let length = UInt32(body.count)
        return (0..<4).map { UInt8(truncatingIfNeeded: length >> (24 - 8 * $0)) } + body
    }

    static func length(of head: some Collection<UInt8>) -> Int? {
        guard head.count == 4 else { return nil }
        let length = head.reduce(0) { $0 << 8 | Int($1) }
        return length <= longest ? length : nil
    }
}
