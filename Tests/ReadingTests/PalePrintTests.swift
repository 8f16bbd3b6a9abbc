import CTesseract
import Foundation
import Testing

@testable import Reading

/// Pages of which a part is paler, or dust is blacker, than print is.
struct PalePrintTests {
    /// A gray page in memory, drawn box by box.
    private struct Drawing {
        static let width = 800
        static let height = 400
        var shades: [UInt8]

        init(paper: UInt8) { shades = Array(repeating: paper, count: Self.width * Self.height) }

        mutating func fill(x: Int, y: Int, width: Int, height: Int, shade: UInt8) {
            for row in y..<(y + height) {
                for column in x..<(x + width) { shades[row * Self.width + column] = shade }
            }
        }

        func picture() throws -> Picture {
            let bytes = Data("P5\n\(Self.width) \(Self.height)\n255\n".utf8) + shades
            let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pgm").path
            defer { try? FileManager.default.removeItem(atPath: path) }
            try bytes.write(to: URL(filePath: path))
            return try PictureFile(path: path).decode(page: 1, pixelLimit: 1_000_000)
        }
    }

    private func shade(_ picture: borrowing Picture, _ x: Int, _ y: Int) -> Int {
        var value: UInt32 = 0
        pixGetPixel(picture.pix, Int32(x), Int32(y), &value)
        return Int(value)
    }

    // MARK: Dust

    /// Rows of letters of one shade.
    private func page(ofPrint shade: UInt8) -> Drawing {
        var page = Drawing(paper: 215)
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
    private func faintLetter(on page: inout Drawing, x: Int, y: Int) {
        page.fill(x: x, y: y, width: 30, height: 40, shade: 180)
        page.fill(x: x + 5, y: y + 5, width: 20, height: 30, shade: 255)
        for piece in 0..<4 { page.fill(x: x, y: y + 10 * piece, width: 5, height: 3, shade: 130) }
    }

    @Test func piecesOfAFaintLetter_areNoLitter() throws {
        var page = Drawing(paper: 255)
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
        var page = Drawing(paper: 255)
        faintLetter(on: &page, x: 100, y: 100)
        page.fill(x: 400, y: 100, width: 6, height: 40, shade: 20)
        guard let even = try page.picture().withEvenInk() else { throw ReadingError.recognitionFailed }
        #expect(shade(even, 102, 101) <= 40)
        #expect(shade(even, 102, 105) <= 130)
        #expect(shade(even, 402, 120) == 20)
        #expect(shade(even, 110, 120) == 255)
    }

    @Test func faintLetterOnARule_keepsItsFoot() throws {
        var page = Drawing(paper: 255)
        page.fill(x: 50, y: 140, width: 600, height: 4, shade: 20)
        page.fill(x: 100, y: 100, width: 6, height: 40, shade: 180)
        let picture = try page.picture()
        guard let ink = picture.binarized(), let lines = ink.ruledLines(on: picture),
            let bare = picture.whitened(under: lines)
        else { throw ReadingError.recognitionFailed }
        #expect(shade(bare, 102, 137) == 180)
        #expect(shade(bare, 300, 141) == 255)
    }

    // MARK: Seals

    /// A ring of 5 pixels as black as print, and a stroke of print that runs through it.
    @Test func strokeThroughTheRingOfABlackSeal_staysWhole() throws {
        var page = Drawing(paper: 255)
        for step in 0..<3600 {
            let angle = Double(step) * .pi / 1800
            for reach in 178...182 {
                page.fill(
                    x: Int((400 + Double(reach) * cos(angle)).rounded()),
                    y: Int((200 + Double(reach) * sin(angle)).rounded()), width: 1, height: 1, shade: 20)
            }
        }
        page.fill(x: 396, y: 5, width: 8, height: 50, shade: 20)
        let picture = try page.picture()
        let seal = RoundStamp(x: 400, y: 200, radius: 180)
        guard let ink = picture.binarized(), let bare = picture.without([seal], ink: ink) else {
            throw ReadingError.recognitionFailed
        }
        #expect((8..<52).allSatisfy { shade(bare, 400, $0) == 20 })
        #expect(shade(bare, 580, 200) == 255)
        #expect(shade(bare, 400, 380) == 255)
    }

    // MARK: Zeros

    /// A digit's darkness in a box of 22 × 32 pixels, from rows of 11 × 16 places: `#` black, `+` half as dark.
    private func dot(in rows: [String]) -> (x: Range<Int>, y: Range<Int>)? {
        BluntZero(width: 22, height: 32).dot { x, y in
            switch Array(rows[y / 2])[x / 2] {
            case "#": 220
            case "+": 120
            default: 20
            }
        }
    }

    private static let zero = [
        "   #####   ", "  #######  ", " ##     ## ", " ##     ## ", "##       ##", "##       ##", "##   +   ##",
        "##  +++  ##", "##  +++  ##", "##   +   ##", "##       ##", "##       ##", " ##     ## ", " ##     ## ",
        "  #######  ", "   #####   ",
    ]

    @Test func dotOfABluntZero_isFoundInItsMiddle() {
        let dot = dot(in: Self.zero)
        #expect(dot?.x.contains(11) == true && dot?.y.contains(16) == true)
        #expect(dot.map { $0.x.lowerBound > 3 && $0.x.upperBound < 19 } == true)
    }

    @Test(arguments: [
        // A zero without a dot.
        Self.zero.map { $0.replacing("+", with: " ") },
        // 8: its waist reaches from side to side.
        [
            "   #####   ", "  #######  ", " ##     ## ", " ##     ## ", " ##     ## ", " ##     ## ", "  ##   ##  ",
            "  #######  ", "  #######  ", " ##     ## ", "##       ##", "##       ##", "##       ##", " ##     ## ",
            "  #######  ", "   #####   ",
        ],
        // 6: open on the right, its bowl's top on the left.
        [
            "    #####  ", "   ######  ", "  ##       ", " ##        ", "##         ", "##         ", "##  ####   ",
            "#########  ", "###    ### ", "##       ##", "##       ##", "##       ##", " ##     ## ", " ##     ## ",
            "  #######  ", "   #####   ",
        ],
        // N: a stroke through its middle, nothing above and below.
        [
            "##       ##", "###      ##", "###      ##", "####     ##", "## ##    ##", "## ##    ##", "##  ##   ##",
            "##  ##   ##", "##   ##  ##", "##   ##  ##", "##    ## ##", "##    ## ##", "##     ####", "##      ###",
            "##      ###", "##       ##",
        ],
        // e: a bar, and open below it.
        [
            "   #####   ", "  #######  ", " ##     ## ", "##       ##", "##       ##", "##       ##", "##       ##",
            "###########", "###########", "##         ", "##         ", "##         ", " ##        ", " ##     ## ",
            "  #######  ", "   #####   ",
        ],
    ])
    func otherShapes_haveNoDot(rows: [String]) {
        #expect(dot(in: rows) == nil)
    }
}
