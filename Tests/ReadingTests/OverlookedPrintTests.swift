import Dossiers
import Testing

@testable import Reading

struct OverlookedPrintTests {
    /// Rows of letters, each 14 × 36 pixels, as close as on an identity card.
    private func page(rows: Int) throws -> Picture {
        var page = DrawnPage(paper: 255)
        for row in 0..<rows {
            for letter in 0..<24 {
                page.fill(x: 100 + 22 * letter, y: 60 + 40 * row, width: 14, height: 36, shade: 0)
            }
        }
        return try page.picture()
    }

    @Test(arguments: [1, 3]) func rowsThatNobodyRead_areFound_alsoWhereTheyStandClose(rows: Int) throws {
        let strips = try page(rows: rows).inkOutside([])
        #expect(strips.count == 1)
        let strip = try #require(strips.first)
        #expect(strip.x < 100 && strip.right > 100 + 22 * 23 + 14)
        #expect(strip.y < 60 && strip.bottom > 60 + 40 * (rows - 1) + 36)
    }

    @Test func rowsThatWereRead_areNotLookedForAgain() throws {
        let read = (0..<3).map { PixelBox(x: 100, y: 60 + 40 * $0, width: 22 * 23 + 14, height: 36) }
        #expect(try page(rows: 3).inkOutside(read).isEmpty)
    }

    @Test func drawingAsHighAsWide_isNoRow() throws {
        var page = DrawnPage(paper: 255)
        page.fill(x: 100, y: 60, width: 180, height: 180, shade: 0)
        #expect(try page.picture().inkOutside([]).isEmpty)
    }
}
