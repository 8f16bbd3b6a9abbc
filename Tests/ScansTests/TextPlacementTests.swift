import Dossiers
import Testing

@testable import Scans

@Suite struct TextPlacementTests {
    /// A line at the top left of an upright page of 100 × 200 pixels, its scan turned as said.
    private func line(turned: Int, skew: Double = 0) throws -> PlacedLine {
        let word = Word(text: "Số", confidence: 1, box: PixelBox(x: 10, y: 10, width: 20, height: 10))
        let page = RecognizedPage(
            number: 1, content: .text, width: 100, height: 200, resolution: 72, turned: turned, skew: skew,
            lines: [TextLine(words: [word])], codes: [], quality: PageQuality(confidence: 1, syllables: 1))
        let lies = turned % 180 != 0
        return try #require(TextPlacement(width: lies ? 200 : 100, height: lies ? 100 : 200).lines(of: page).first)
    }

    /// Baseline at 17.8 pixels from the top: where that is on the page as it was scanned.
    @Test(arguments: [
        (0, 10.0, 182.2, 0.0), (90, 17.8, 10, 90), (180, 90, 17.8, 180), (270, 182.2, 90, -90),
    ])
    func lines_standWhereTheScanHasThem(turned: Int, x: Double, y: Double, angle: Double) throws {
        let line = try line(turned: turned)
        let word = try #require(line.words.first)

        #expect(abs(word.x - x) < 0.01)
        #expect(abs(word.y - y) < 0.01)
        #expect(abs(abs(line.angle) - abs(angle)) < 0.01)
        #expect(abs(word.width - 20) < 0.01)
    }

    @Test func lines_ofAPageThatLeaned_leanAgain() throws {
        // Clockwise, so that the line falls to the right.
        let line = try line(turned: 0, skew: 3)
        #expect(abs(line.angle + 3) < 0.01)
    }
}
