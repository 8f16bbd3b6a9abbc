import Dossiers

/// Lower case and bare letters of the scripts that Vietnamese and its neighbours are written in, looked
/// up instead of computed: a text has millions of letters.
struct LetterTable: Sendable {
    static let shared = LetterTable()

    /// By code point below `limit`: the lower-case letter; 0 for what is no letter and no digit.
    let lower: [UInt16]
    /// By code point below `limit`: the lower-case letter without its marks.
    let bare: [UInt16]
    static let limit = 0x2000

    private init() {
        var lower = [UInt16](repeating: 0, count: Self.limit)
        var bare = lower
        for code in 0..<Self.limit {
            guard let scalar = Unicode.Scalar(UInt32(code)) else { continue }
            let isDigit = (0x30...0x39).contains(code)
            guard scalar.properties.isAlphabetic || isDigit else { continue }
            let small = String(scalar).lowercased().unicodeScalars
            lower[code] = small.first.flatMap { $0.value < 0x1_0000 ? UInt16($0.value) : nil } ?? UInt16(code)
            let plain = String(scalar).folded.unicodeScalars
            bare[code] = plain.first.flatMap { $0.value < 0x1_0000 ? UInt16($0.value) : nil } ?? lower[code]
        }
        self.lower = lower
        self.bare = bare
    }
}
