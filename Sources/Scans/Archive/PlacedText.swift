import Dossiers
import Foundation

/// A line of text where it stands on a page of a PDF, in points from the page's bottom left as viewers show it.
struct PlacedLine {
    var words: [PlacedWord]
    /// Degrees by which the line rises, counterclockwise.
    var angle: Double
    var height: Double
}

struct PlacedWord {
    var text: String
    /// Where its baseline begins.
    var x: Double
    var y: Double
    var width: Double
}

/// Puts what was read on a page, upright and straightened, back to where it stands on the page as it was scanned.
package struct TextPlacement: Sendable {
    /// Points, as viewers show the page.
    package var width: Double
    package var height: Double

    package init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    /// Of the height of a line, what stands below its baseline.
    private static let descent = 0.22

    func lines(of page: RecognizedPage) -> [PlacedLine] {
        page.lines.compactMap { line in
            guard let box = line.box, box.height > 0 else { return nil }
            let baseline = Double(box.bottom) - Self.descent * Double(box.height)
            // One baseline for the line: words without tails stand on it, too.
            let words = line.words.map { word -> PlacedWord in
                let start = point(Double(word.box.x), baseline, of: page)
                let end = point(Double(word.box.right), baseline, of: page)
                return PlacedWord(
                    text: word.text, x: start.x, y: start.y, width: hypot(end.x - start.x, end.y - start.y))
            }
            let start = point(Double(box.x), baseline, of: page)
            let end = point(Double(box.right), baseline, of: page)
            let top = point(Double(box.x), Double(box.y), of: page)
            let bottom = point(Double(box.x), Double(box.bottom), of: page)
            return PlacedLine(
                words: words, angle: atan2(end.y - start.y, end.x - start.x) * 180 / .pi,
                height: hypot(top.x - bottom.x, top.y - bottom.y))
        }
    }

    /// From a point of the upright page, pixels from top left, to the page as shown.
    private func point(_ x: Double, _ y: Double, of page: RecognizedPage) -> (x: Double, y: Double) {
        let (width, height) = (Double(page.width), Double(page.height))
        // Lean it again, about its middle and clockwise.
        let lean = page.skew * .pi / 180
        let (fromMiddle, below) = (x - width / 2, y - height / 2)
        let leaning = (
            x: width / 2 + fromMiddle * cos(lean) - below * sin(lean),
            y: height / 2 + fromMiddle * sin(lean) + below * cos(lean)
        )
        // Turn it back; then as shares of the picture, which is the whole page.
        let shares: (x: Double, y: Double) =
            switch page.turned {
            case 90: (leaning.y / height, 1 - leaning.x / width)
            case 180: (1 - leaning.x / width, 1 - leaning.y / height)
            case 270: (1 - leaning.y / height, leaning.x / width)
            default: (leaning.x / width, leaning.y / height)
            }
        return (shares.x * self.width, (1 - shares.y) * self.height)
    }
}
