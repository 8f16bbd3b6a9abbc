import Dossiers
import Foundation

/// An upright page, or the rows of it that are wanted, with its lines level.
struct StraightPage: ~Copyable {
    let page: Picture
    /// The same, bilevel.
    let ink: Picture
    /// Pixels of the whole page once it is straight.
    let whole: (width: Int, height: Int)
    /// Where the picture's corner lies on the whole page, in its pixels.
    private let offset: (x: Double, y: Double)
    /// Pixels of this picture for one of the whole page.
    private let factor: Double

    /// - Parameter skew: Degrees, clockwise positive, that the page leans by.
    init?(_ upright: borrowing Picture, ink: borrowing Picture, skew: Double) {
        guard let page = upright.deskewed(by: skew), let ink = ink.deskewed(by: skew) else { return nil }
        whole = (page.width, page.height)
        offset = (0, 0)
        factor = 1
        self.page = page
        self.ink = ink
    }

    /// The first lines alone, at a title's resolution: the rest is cut off before anything is done that costs by the
    /// pixel. Expects a stretched page whose ink is not yet even.
    init?(titleOf upright: borrowing Picture, ink: borrowing Picture, skew: Double) {
        guard let straightInk = ink.deskewed(by: skew) else { return nil }
        let angle = skew * .pi / 180
        let size = (width: Double(straightInk.width), height: Double(straightInk.height))
        let last = Double(straightInk.height(ofFirst: ReadingExtent.titleLines))
        // Straightened about its middle; before, one end of the last row hung lower.
        let lowest =
            Double(upright.height) / 2 + (last - size.height / 2) * cos(angle)
            + size.width / 2 * abs(sin(angle))
        let rows = min(max(Int(lowest.rounded(.up)), 1), upright.height)
        let factor = PageScale.title / PageScale.recognition
        guard let straight = upright.top(rows)?.scaled(by: factor)?.deskewed(by: skew) else { return nil }
        // From the middle of the page to the middle of what was straightened of it.
        let down = Double(rows - upright.height) / 2
        let offset = (
            x: size.width / 2 + down * sin(angle) - Double(straight.width) / factor / 2,
            y: size.height / 2 + down * cos(angle) - Double(straight.height) / factor / 2
        )
        guard let page = straight.top(max(Int((last - offset.y) * factor), 1))?.withEvenInk(),
            let inked = page.binarized()
        else { return nil }
        whole = (straightInk.width, straightInk.height)
        self.offset = offset
        self.factor = factor
        self.page = page
        self.ink = inked
    }

    /// What was read here, where it stands on the whole page.
    func onWholePage(_ lines: [TextLine]) -> [TextLine] {
        guard factor != 1 else { return lines }
        return lines.map { line in TextLine(words: line.words.map { onWholePage($0) }) }
    }

    private func onWholePage(_ word: Word) -> Word {
        var moved = word
        moved.box = PixelBox(
            x: Int((Double(word.box.x) / factor + offset.x).rounded()),
            y: Int((Double(word.box.y) / factor + offset.y).rounded()),
            width: Int((Double(word.box.width) / factor).rounded()),
            height: Int((Double(word.box.height) / factor).rounded()))
        return moved
    }
}
