/// What `SyllableTokens` makes of each letter, looked up: a page has a thousand, and Unicode's properties are slow.
struct SyllableTable: Sendable {
    static let shared = SyllableTable()

    /// By `place`: the letter in lower case; `separator`, or `hard`.
    private let marked: [UInt16]
    /// The same without its marks.
    private let bare: [UInt16]

    static let separator: UInt16 = 0
    /// What is told only together with its neighbours, such as marks apart from their letters.
    static let hard: UInt16 = .max

    /// Latin, Greek, Cyrillic and Armenian, and the letters with two marks that Vietnamese has.
    private static let lowEnd: UInt32 = 0x590
    private static let high: Range<UInt32> = 0x1E00..<0x1F00
    /// Punctuation, and rules, boxes and ticks.
    private static let signs: [ClosedRange<UInt32>] = [0x2010...0x205F, 0x2500...0x27BF]

    private init() {
        let entries = (Array(0..<Self.lowEnd) + Array(Self.high)).map(Self.entry)
        marked = entries.map(\.marked)
        bare = entries.map(\.bare)
    }

    private static func entry(_ code: UInt32) -> (marked: UInt16, bare: UInt16) {
        // A sigma at the end of a word is another letter.
        guard let scalar = Unicode.Scalar(code), code != 0x3A3,
            scalar.properties.canonicalCombiningClass == .notReordered
        else { return (hard, hard) }
        let tokens = SyllableTokens(reckoning: String(scalar))
        if (0x30...0x39).contains(code) { return (UInt16(code), UInt16(code)) }
        if tokens.marked.isEmpty, tokens.folded.isEmpty { return (separator, separator) }
        let letters = (tokens.marked + tokens.folded).map { Array($0.utf16) }
        guard letters.count == 2, letters.allSatisfy({ $0.count == 1 }) else { return (hard, hard) }
        return (letters[0][0], letters[1][0])
    }

    /// The letter of a code in lower case and without marks.
    @inline(__always)
    func letters(_ code: UInt32) -> (marked: UInt16, bare: UInt16) {
        if code < Self.lowEnd { return (marked[Int(code)], bare[Int(code)]) }
        if Self.high.contains(code) {
            let place = Int(code - Self.high.lowerBound + Self.lowEnd)
            return (marked[place], bare[place])
        }
        for range in Self.signs where range.contains(code) { return (Self.separator, Self.separator) }
        return (Self.hard, Self.hard)
    }
}

extension SyllableTokens {
    /// The tokens of a line whose letters are all in the table; nil for any other.
    static func looked(_ bytes: UnsafeBufferPointer<UInt8>) -> SyllableTokens? {
        let table = SyllableTable.shared
        var collected = Collected()
        var place = 0
        while place < bytes.count {
            var code = UInt32(bytes[place])
            place += 1
            if code >= 0x80 {
                let more = code >= 0xF0 ? 3 : code >= 0xE0 ? 2 : 1
                guard code >= 0xC0, place + more <= bytes.count else { return nil }
                code &= 0x3F >> UInt32(more)
                for _ in 0..<more {
                    code = code << 6 | UInt32(bytes[place] & 0x3F)
                    place += 1
                }
            }
            let letter = table.letters(code)
            if letter.marked == SyllableTable.hard { return nil }
            collected.add(letter)
        }
        collected.flush()
        return SyllableTokens(marked: collected.marked, folded: collected.folded)
    }

    private struct Collected {
        private(set) var marked: [String] = []
        private(set) var folded: [String] = []
        private var letters: [UInt16] = []
        private var bare: [UInt16] = []
        private var digits = 0

        init() {
            letters.reserveCapacity(16)
            bare.reserveCapacity(16)
        }

        @inline(__always)
        mutating func add(_ letter: (marked: UInt16, bare: UInt16)) {
            switch letter.marked {
            case SyllableTable.separator: flush()
            case 0x30...0x39:
                if !letters.isEmpty { flush() }
                digits += 1
            default:
                if digits > 0 { flush() }
                letters.append(letter.marked)
                bare.append(letter.bare)
            }
        }

        mutating func flush() {
            if digits > 0 {
                let token = "#\(min(digits, 15))"
                marked.append(token)
                folded.append(token)
                digits = 0
            }
            guard !letters.isEmpty else { return }
            moveToneMark()
            marked.append(Self.text(letters))
            folded.append(Self.text(bare))
            letters.removeAll(keepingCapacity: true)
            bare.removeAll(keepingCapacity: true)
        }

        /// Letters below U+10000 as UTF-8.
        private static func text(_ letters: [UInt16]) -> String {
            String(unsafeUninitializedCapacity: letters.count * 3) { bytes in
                var end = 0
                for letter in letters {
                    if letter < 0x80 {
                        bytes[end] = UInt8(letter)
                        end += 1
                        continue
                    }
                    if letter < 0x800 {
                        bytes[end] = UInt8(0xC0 | letter >> 6)
                        end += 1
                    } else {
                        bytes[end] = UInt8(0xE0 | letter >> 12)
                        bytes[end + 1] = UInt8(0x80 | letter >> 6 & 0x3F)
                        end += 2
                    }
                    bytes[end] = UInt8(0x80 | letter & 0x3F)
                    end += 1
                }
                return end
            }
        }

        /// See `SyllableTokens.withNewerToneMark`.
        private mutating func moveToneMark() {
            let last = letters.count - 1
            guard last > 1, letters[last] >= 0x80, letters[0] != 0x71,
                let newer = SyllableTokens.newerToneMarks[UInt32(letters[last - 1]) << 16 | UInt32(letters[last])]
            else { return }
            (letters[last - 1], letters[last]) = newer
        }
    }

    /// The last two letters, the earlier one in the upper half -> where the newer spelling has the mark.
    private static let newerToneMarks: [UInt32: (UInt16, UInt16)] = Dictionary(
        uniqueKeysWithValues: toneMarks.map { older, newer in
            let (older, newer) = (Array(older.utf16), Array(newer.utf16))
            return (UInt32(older[0]) << 16 | UInt32(older[1]), (newer[0], newer[1]))
        })
}
