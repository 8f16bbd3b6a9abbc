import CTesseract
import Dossiers
import Foundation
import Testing

@testable import Reading

/// Every format that scanners and phones write, as small pictures of one kind: white, 120 × 80 pixels, with a black
/// square of 40 × 40 at (8, 8), where the orientation does not say otherwise.
@Suite struct PictureFormatTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Pictures")

    /// A picture as its pixels are after decoding.
    struct Pixels {
        var width: Int
        var height: Int
        private var dark: Set<[Int]> = []

        init(_ picture: borrowing Picture) {
            width = picture.width
            height = picture.height
            for y in 0..<height {
                for x in 0..<width {
                    var value: UInt32 = 0
                    guard pixGetPixel(picture.pix, Int32(x), Int32(y), &value) == 0 else { continue }
                    if picture.depth == 1 ? value == 1 : value < 128 { dark.insert([x, y]) }
                }
            }
        }

        func isDark(atX x: Int, y: Int) -> Bool { dark.contains([x, y]) }
    }

    static func picture(_ name: String, page: Int = 1) throws -> Picture {
        try SheetFixture.picture(at: folder.appending(path: name).path, page: page)
    }

    @Test(arguments: [
        "g4-two-pages.tif", "lzw.tif", "jpeg-in-strips.tif", "gray.jpg", "adobe-cmyk.jpg", "alpha.png",
        "sixteen-bit.png", "bilevel.bmp", "colour.bmp", "palette.gif", "picture.webp", "picture.jp2", "gray.pnm",
        "bilevel.pnm",
    ])
    func decode_givesInkWhereThePictureHasIt(name: String) throws {
        let picture = Pixels(try Self.picture(name))

        #expect(picture.width == 120)
        #expect(picture.height == 80)
        #expect(picture.isDark(atX: 28, y: 28))
        #expect(!picture.isDark(atX: 90, y: 28))
        #expect(!picture.isDark(atX: 28, y: 70))
    }

    @Test func summary_ofATIFF_countsItsPages() throws {
        let file = try PictureFile(path: Self.folder.appending(path: "g4-two-pages.tif").path)
        #expect(try file.summary() == PictureFileSummary(format: "tiff", pages: 2))
        let second = Pixels(try Self.picture("g4-two-pages.tif", page: 2))
        #expect(!second.isDark(atX: 28, y: 28))
    }

    @Test func decode_givesAFaxsLettersTheirHeightBack() throws {
        let fax = try Self.picture("fax-of-coarse-rows.tif")
        #expect(fax.statedResolution == 204)
        let picture = Pixels(fax)
        #expect(picture.width == 120)
        #expect(picture.height == 83)
        #expect(picture.isDark(atX: 28, y: 28) && picture.isDark(atX: 28, y: 46))
        #expect(!picture.isDark(atX: 28, y: 70) && !picture.isDark(atX: 90, y: 28))
        // A picture that would be too large is made no larger.
        let path = Self.folder.appending(path: "fax-of-coarse-rows.tif").path
        let reduced = try PictureFile(path: path).decode(page: 1, pixelLimit: 5_000)
        #expect(reduced.width == 58 && reduced.height == 40)
    }

    @Test(arguments: [(1728, 1145, 2383), (1728, 2291, 2291), (1654, 1145, 1145)])
    func faxThatSaysNothing_isKnownByItsWidth(width: Int32, height: Int32, square: Int) throws {
        guard let page = Picture(pixCreate(width, height, 1)) else { throw ReadingError.notAPicture }
        let rows = page.withSquarePixels(limit: 100_000_000)?.height
        #expect(rows == square)
    }

    /// Where the square's middle comes to lie, by Exif 2.3.
    @Test(arguments: [
        (2, 120, 80, 92, 28), (3, 120, 80, 92, 52), (4, 120, 80, 28, 52), (5, 80, 120, 28, 28), (6, 80, 120, 52, 28),
        (7, 80, 120, 52, 92), (8, 80, 120, 28, 92),
    ])
    func decode_heedsTheOrientationACameraWrote(value: Int, width: Int, height: Int, x: Int, y: Int) throws {
        let picture = Pixels(try Self.picture("exif-\(value).jpg"))

        #expect(picture.width == width)
        #expect(picture.height == height)
        #expect(picture.isDark(atX: x, y: y))
        #expect(!picture.isDark(atX: width - x, y: height - y))
    }

    @Test func decode_ofAPageLargerThanTheLimit_isRefusedBeforeItsPixels() throws {
        let file = try PictureFile(path: Self.folder.appending(path: "lzw.tif").path)
        #expect(throws: ReadingError.tooLarge(width: 120, height: 80, limit: 9_000)) {
            _ = try file.decode(page: 1, pixelLimit: 9_000)
        }
    }
}
