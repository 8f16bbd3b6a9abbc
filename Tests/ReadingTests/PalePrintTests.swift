import Foundation
import Testing

@testable import Reading

/// Pages of which a part is paler, or dust is blacker, than print is.
struct PalePrintTests {
    // MARK: Dust

    /// Rows of letters of one shade.
    private func page(ofPrint shade: UInt8) -> DrawnPage {
        var page = DrawnPage(paper: 215)
        for row in 0..<6 {
            for letter in 0..<40 {
                page.fill(x: 20 + 18 * letter, y: 30 + 60 * row, width: 6, height: 24, shade: shade)
            }
        }
        return page
    }

    @Test func blackDust_goesFromPaperAndLettersOfAPalePage() throws {
        var page = page(ofPrint: 110)
        page.fill(x: 400, y: 70, width: 3, height: 3, shade: 5)
        page.fill(x: 29, y: 60, width: 2, height: 2, shade: 5)
        guard let clean = try page.picture().withoutBlackDust(resolution: 150) else {
            throw ReadingError.recognitionFailed
        }
        #expect(shade(clean, 401, 71) == 215)
        #expect(shade(clean, 29, 60) >= 110)
        #expect(shade(clean, 22, 40) == 110)
    }

    @Test func dotsOfBlackPrint_stay() throws {
        var page = page(ofPrint: 10)
        page.fill(x: 400, y: 70, width: 3, height: 3, shade: 5)
        guard let clean = try page.picture().withoutBlackDust(resolution: 150) else {
            throw ReadingError.recognitionFailed
        }
        #expect(shade(clean, 401, 71) == 5)
    }

    @Test func dotsOfABlackTitle_stayOnAPalePage() throws {
        var page = page(ofPrint: 110)
        for letter in 0..<8 { page.fill(x: 100 + 60 * letter, y: 370, width: 12, height: 24, shade: 10) }
        page.fill(x: 105, y: 364, width: 3, height: 3, shade: 5)
        guard let clean = try page.picture().withoutBlackDust(resolution: 150) else {
            throw ReadingError.recognitionFailed
        }
        #expect(shade(clean, 106, 365) == 5)
    }

    // MARK: Faint letters

    /// A letter of 30 × 40 pixels: an outline of pale strokes, of which only pieces are as dark as ink.
    private func faintLetter(on page: inout DrawnPage, x: Int, y: Int) {
        page.fill(x: x, y: y, width: 30, height: 40, shade: 180)
        page.fill(x: x + 5, y: y + 5, width: 20, height: 30, shade: 255)
        for piece in 0..<4 { page.fill(x: x, y: y + 10 * piece, width: 5, height: 3, shade: 130) }
    }

    @Test func piecesOfAFaintLetter_areNoLitter() throws {
        var page = DrawnPage(paper: 255)
        faintLetter(on: &page, x: 100, y: 100)
        // A dot of a leader, and a letter that is black all over.
        page.fill(x: 300, y: 100, width: 5, height: 5, shade: 130)
        page.fill(x: 400, y: 100, width: 6, height: 40, shade: 20)
        let picture = try page.picture()
        guard let ink = picture.binarized(), let faint = ink.faintLetters(of: picture), let marks = faint.marks() else {
            throw ReadingError.recognitionFailed
        }
        #expect(marks.count == 1)
        #expect(marks.first.map { [$0.left, $0.right, $0.top, $0.bottom] } == [100, 130, 100, 140])
    }

    @Test func faintLetters_becomeAsBlackAsPrint_andPaperStays() throws {
        var page = DrawnPage(paper: 255)
        faintLetter(on: &page, x: 100, y: 100)
        page.fill(x: 400, y: 100, width: 6, height: 40, shade: 20)
        guard let even = try page.picture().withEvenInk() else { throw ReadingError.recognitionFailed }
        #expect(shade(even, 102, 101) <= 40)
        #expect(shade(even, 102, 105) <= 130)
        #expect(shade(even, 402, 120) == 20)
        #expect(shade(even, 110, 120) == 255)
    }
}
