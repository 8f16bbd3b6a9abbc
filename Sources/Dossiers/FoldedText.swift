import Foundation

extension String {
    /// Lower case without tone or vowel marks, `đ` as `d`: what is left of Vietnamese when marks are lost.
    package var folded: String {
        String(unsafeUninitializedCapacity: utf8.count) { bytes -> Int in
            var count = 0
            for scalar in unicodeScalars {
                switch FoldedScalars.folded(scalar) {
                case .nothing: continue
                case .scalar(let folded) where folded < 0x80:
                    bytes[count] = UInt8(truncatingIfNeeded: folded)
                    count += 1
                case .scalar(let folded):
                    bytes[count] = UInt8(truncatingIfNeeded: 0xC0 | folded >> 6)
                    bytes[count + 1] = UInt8(truncatingIfNeeded: 0x80 | folded & 0x3F)
                    count += 2
                // Left empty here, and done below.
                case .unknown: return 0
                }
            }
            return count
        }.orElse(foldedByProperties, isEmpty)
    }

    private func orElse(_ other: @autoclosure () -> String, _ mayBeEmpty: Bool) -> String {
        isEmpty && !mayBeEmpty ? other() : self
    }

    /// For any text; ten times as slow.
    fileprivate var foldedByProperties: String {
        var result = String.UnicodeScalarView()
        for scalar in lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark: continue
            default: result.append(scalar == "đ" ? "d" : scalar)
            }
        }
        return String(result)
    }
}

/// What Latin letters, those of Vietnamese among them, and the marks upon them fold to: a table, as texts are folded
/// word by word.
private enum FoldedScalars {
    enum Folded {
        case nothing
        /// Below U+0800, and never longer in UTF-8 than what it was.
        case scalar(UInt32)
        case unknown
    }

    static func folded(_ scalar: Unicode.Scalar) -> Folded {
        let value = scalar.value
        let index: UInt32
        if value < latinEnd {
            index = value
        } else if (additionalStart..<additionalEnd).contains(value) {
            index = value - additionalStart + latinEnd
        } else {
            return .unknown
        }
        let entry = table[Int(index)]
        return entry == none ? .nothing : entry == other ? .unknown : .scalar(entry)
    }

    /// Latin with its extensions A and B, phonetic letters, spacing and combining marks.
    private static let latinEnd: UInt32 = 0x370
    /// Latin Extended Additional, where the letters of Vietnamese with two marks are.
    private static let additionalStart: UInt32 = 0x1E00
    private static let additionalEnd: UInt32 = 0x1F00
    private static let none = UInt32.max
    private static let other = UInt32.max - 1

    private static let table: [UInt32] = ((0..<latinEnd).map { $0 } + (additionalStart..<additionalEnd)).map { value in
        guard let scalar = Unicode.Scalar(value) else { return other }
        let folded = Array(String(scalar).foldedByProperties.unicodeScalars)
        guard let only = folded.first else { return none }
        let isShort = only.value < 0x80 || only.value < 0x800 && value >= 0x80
        return folded.count == 1 && isShort ? only.value : other
    }
}
