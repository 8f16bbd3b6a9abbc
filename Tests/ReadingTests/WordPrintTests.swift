import Dossiers
import Testing

@testable import Reading

struct WordPrintTests {
    /// Stems of ones, each row so many pixels further to the left.
    private func stems(leaning slant: Double) -> DrawnPage {
        var page = DrawnPage(paper: 255)
        for stem in 0..<6 {
            for row in 0..<30 {
                page.fill(x: 120 + 24 * stem - Int(slant * Double(row)), y: 50 + row, width: 4, height: 1, shade: 0)
            }
        }
        return page
    }

    @Test func slantedPrint_isSetUpright() throws {
        let box = PixelBox(x: 100, y: 45, width: 160, height: 40)
        guard let upright = try stems(leaning: 0.2).picture().print(in: box)?.setUpright() else {
            throw ReadingError.recognitionFailed
        }
        let middle = upright.height / 2
        let stem = (0..<upright.width).first { shade(upright, $0, middle) < 100 } ?? 0
        // The same column is black from top to bottom.
        #expect(shade(upright, stem + 1, middle - 12) < 128)
        #expect(shade(upright, stem + 1, middle + 10) < 128)
    }

    @Test func uprightPrint_isLeftAlone() throws {
        let box = PixelBox(x: 100, y: 45, width: 160, height: 40)
        guard let print = try stems(leaning: 0).picture().print(in: box) else { throw ReadingError.recognitionFailed }
        let isUpright = print.setUpright() == nil
        #expect(isUpright)
    }

    @Test func printByItself_standsInAWhiteFrame_andKeepsItsSize_whenSoftened() throws {
        let box = PixelBox(x: 100, y: 45, width: 160, height: 40)
        guard let print = try stems(leaning: 0).picture().print(in: box), let soft = print.softened() else {
            throw ReadingError.recognitionFailed
        }
        #expect((print.width, print.height) == (200, 80))
        #expect((soft.width, soft.height) == (200, 80))
        #expect(shade(print, 10, 10) == 255)
        // A stem four wide is black in its middle, and its edges are gray.
        let row = print.height / 2
        let stem = (0..<print.width).first { shade(print, $0, row) == 0 } ?? 0
        #expect((1..<255).contains(shade(soft, stem - 1, row)))
    }
}
