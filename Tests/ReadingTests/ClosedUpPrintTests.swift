import Testing

@testable import Reading

struct ClosedUpPrintTests {
    /// Digits of 20 × 40 pixels, 60 apart, with what is left of a wall of 3 pixels behind the third.
    private func row(of digits: Int) throws -> Picture {
        var page = DrawnPage(paper: 255)
        for digit in 0..<digits { page.fill(x: 100 + 60 * digit, y: 180, width: 20, height: 40, shade: 0) }
        page.fill(x: 250, y: 170, width: 3, height: 60, shade: 0)
        return try page.picture()
    }

    @Test func signsInBoxes_standAsInOrdinaryPrint_withoutTheWalls() throws {
        let row = try row(of: 9)
        guard let closed = ClosedUpPrint(row, height: 40) else { throw ReadingError.recognitionFailed }
        #expect(closed.signs == 9)
        let middle = 200
        let inked = (0..<closed.picture.width).filter { shade(closed.picture, $0, middle) < 128 }
        #expect(inked.count == 9 * 20)
        #expect(inked.last.flatMap { last in inked.first.map { last - $0 } } == 9 * 20 + 8 * 8 - 1)
    }

    @Test func paperAlone_isNoPrint() throws {
        let paper = try DrawnPage(paper: 255).picture()
        let isNone = ClosedUpPrint(paper, height: 40) == nil
        #expect(isNone)
    }
}
