internal import CTesseract

extension Picture {
    /// Without dust that is blacker than a pale page's print: no letter is, wherever the speck fell, be it on one.
    ///
    /// Expects a gray page as scanned; a page whose print is black has no such dust and stays as it is.
    ///
    /// - Parameter resolution: Dots per inch.
    func withoutBlackDust(resolution: Int) -> Picture? {
        guard depth == 8, let print = darkestPrint(), print > Self.clearance else { return same() }
        let bound = print - Self.clearance
        // Half a millimetre.
        let largest = max(3, resolution / 50)
        guard let black = Picture(pixThresholdToBinary(pix, Int32(bound))), let marks = black.marks(), !marks.isEmpty
        else { return same() }
        let specks = marks.filter { mark in
            mark.width <= largest && mark.height <= largest && shade(around: mark) >= print
        }
        let blackAll = marks.reduce(0) { $0 + $1.ink }
        let blackSpecks = specks.reduce(0) { $0 + $1.ink }
        guard Double(blackSpecks) >= 0.7 * Double(blackAll), let clean = Picture(pixCopy(nil, pix)) else {
            return same()
        }
        for speck in specks { clean.bridge(speck) }
        return clean
    }

    /// Dust is darker than print by this much at least.
    private static var clearance: Int { 25 }

    /// The shade that one in twenty of a page's inked pixels is darker than; nil for a page without print.
    private func darkestPrint() -> Int? {
        let paper = Int(self.paper)
        guard paper > 120, let numa = pixGetGrayHistogram(pix, 2) else { return nil }
        defer {
            var numa: UnsafeMutablePointer<Numa>? = numa
            numaDestroy(&numa)
        }
        guard let values = numaGetFArray(numa, Int32(L_NOCOPY)) else { return nil }
        let inked = UnsafeBufferPointer(start: values, count: paper - 60)
        let share = inked.reduce(0, +) / 20
        var darker: Float = 0
        return inked.firstIndex { count in
            darker += count
            return darker > share
        }
    }

    /// The darkest of what surrounds a mark at two pixels' distance.
    private func shade(around mark: LeaderFinder.Mark) -> Int {
        var darkest: UInt32 = 255
        var value: UInt32 = 0
        let (left, right) = (Int32(mark.left - 3), Int32(mark.right + 2))
        let (top, bottom) = (Int32(mark.top - 3), Int32(mark.bottom + 2))
        // What lies off the page has no shade.
        for x in left...right {
            for y in [top, bottom] where pixGetPixel(pix, x, y, &value) == 0 { darkest = min(darkest, value) }
        }
        for y in top...bottom {
            for x in [left, right] where pixGetPixel(pix, x, y, &value) == 0 { darkest = min(darkest, value) }
        }
        return Int(darkest)
    }

    /// Puts what lies to the left and right of a speck in its place.
    private func bridge(_ speck: LeaderFinder.Mark) {
        let (left, right) = (max(speck.left - 2, 0), min(speck.right + 1, width - 1))
        var (before, after): (UInt32, UInt32) = (0, 0)
        for y in Int32(max(speck.top - 1, 0))...Int32(min(speck.bottom, height - 1)) where right > left {
            pixGetPixel(pix, Int32(left), y, &before)
            pixGetPixel(pix, Int32(right), y, &after)
            for x in left...right {
                let share = Double(x - left) / Double(right - left)
                pixSetPixel(pix, Int32(x), y, UInt32(Double(before) * (1 - share) + Double(after) * share))
            }
        }
    }
}
