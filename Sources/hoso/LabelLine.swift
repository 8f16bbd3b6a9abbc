import Dossiers
import Foundation

/// One line of a label file, read without the general decoder: an object of strings. A file of ten thousand
/// texts is read in a tenth of the time.
enum LabelLine {
    /// The members of a flat object of strings by name; nil for anything else, well-formed or not.
    static func strings(of line: UnsafeBufferPointer<UInt8>) -> [String: String]? {
        var cursor = Cursor(bytes: line)
        guard cursor.take(UInt8(ascii: "{")) else { return nil }
        var members: [String: String] = [:]
        if !cursor.take(UInt8(ascii: "}")) {
            repeat {
                guard let name = cursor.string(), cursor.take(UInt8(ascii: ":")), let value = cursor.string() else {
                    return nil
                }
                members[name] = value
            } while cursor.take(UInt8(ascii: ","))
            guard cursor.take(UInt8(ascii: "}")) else { return nil }
        }
        return cursor.isAtEnd ? members : nil
    }

    private struct Cursor {
        let bytes: UnsafeBufferPointer<UInt8>
        var position = 0

        var isAtEnd: Bool {
            mutating get {
                skipSpace()
                return position == bytes.count
            }
        }

        mutating func skipSpace() {
            while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
        }

        mutating func take(_ byte: UInt8) -> Bool {
            skipSpace()
            guard position < bytes.count, bytes[position] == byte else { return false }
            position += 1
            return true
        }

        mutating func string() -> String? {
            guard take(UInt8(ascii: "\"")) else { return nil }
            let start = position
            while position < bytes.count {
                switch bytes[position] {
                case UInt8(ascii: "\""):
                    position += 1
                    return valid(bytes[start..<(position - 1)])
                case UInt8(ascii: "\\"): return escapedString(from: start)
                case 0..<0x20: return nil
                default: position += 1
                }
            }
            return nil
        }

        /// The rest of a string in which something is escaped.
        private mutating func escapedString(from start: Int) -> String? {
            var text = Array(bytes[start..<position])
            text.reserveCapacity(1024)
            while position < bytes.count {
                let byte = bytes[position]
                position += 1
                switch byte {
                case UInt8(ascii: "\""): return text.withUnsafeBufferPointer { valid($0[...]) }
                case UInt8(ascii: "\\"):
                    guard position < bytes.count, append(escape: bytes[position], to: &text) else { return nil }
                case 0..<0x20: return nil
                default:
                    // What stands between two escapes is taken over at once.
                    let start = position - 1
                    while position < bytes.count, bytes[position] >= 0x20, bytes[position] != UInt8(ascii: "\""),
                        bytes[position] != UInt8(ascii: "\\")
                    {
                        position += 1
                    }
                    text.append(contentsOf: bytes[start..<position])
                }
            }
            return nil
        }

        private mutating func append(escape: UInt8, to text: inout [UInt8]) -> Bool {
            position += 1
            switch escape {
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "f"): text.append(0x0C)
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(escape)
            case UInt8(ascii: "u"):
                guard var code = hex() else { return false }
                if (0xD800..<0xDC00).contains(code) {
                    guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
                        bytes[position + 1] == UInt8(ascii: "u")
                    else { return false }
                    position += 2
                    guard let low = hex(), (0xDC00..<0xE000).contains(low) else { return false }
                    code = 0x1_0000 + (code - 0xD800) << 10 + (low - 0xDC00)
                }
                guard let scalar = Unicode.Scalar(code) else { return false }
                text.append(contentsOf: String(scalar).utf8)
            default: return false
            }
            return true
        }

        private mutating func hex() -> UInt32? {
            guard position + 4 <= bytes.count else { return nil }
            let digits = bytes[position..<(position + 4)]
            guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
            position += 4
            return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        }

        private func valid(_ slice: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
            String(validating: slice, as: UTF8.self)
        }
    }
}
