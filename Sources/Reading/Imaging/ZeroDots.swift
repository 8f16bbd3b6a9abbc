/// Finds the dot that some typefaces set inside a zero.
///
/// Tesseract's network knows zeros without it, and reads `0̇` as 8, 9 or 6, the more so the blunter the print. Nothing
/// else in Vietnamese print stands alone in the middle of a letter.
struct ZeroDots {
    /// Everything on the page.
    let marks: [LeaderFinder.Mark]

    /// Digits of 7 to 20 points at 300 dpi.
    private static let zeroHeights = 18...75
    /// Zeros are higher than wide.
    private static let proportions = 0.45...0.95

    static func canBeZero(_ mark: LeaderFinder.Mark) -> Bool {
        zeroHeights.contains(mark.height) && proportions.contains(Double(mark.width) / Double(mark.height))
    }

    func dots() -> [LeaderFinder.Mark] {
        let zeros = marks.filter(Self.canBeZero).sorted { $0.left < $1.left }
        let specks = marks.filter { $0.width <= 20 && $0.height <= 32 }.sorted { $0.left < $1.left }
        var found: [LeaderFinder.Mark] = []
        var first = 0
        for zero in zeros {
            while first < specks.count, specks[first].left < zero.left { first += 1 }
            var index = first
            while index < specks.count, specks[index].left < zero.right {
                if isDot(specks[index], in: zero) { found.append(specks[index]) }
                index += 1
            }
        }
        return found
    }

    private func isDot(_ speck: LeaderFinder.Mark, in zero: LeaderFinder.Mark) -> Bool {
        speck.left > zero.left && speck.right < zero.right && speck.top > zero.top && speck.bottom < zero.bottom
            && speck.width * 2 <= zero.width && speck.height * 2 <= zero.height
            && abs(speck.center - zero.center) <= 0.12 * Double(zero.width)
            && abs(Double(speck.middle - zero.middle)) <= 0.1 * Double(zero.height)
    }
}
