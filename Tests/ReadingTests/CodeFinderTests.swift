import Dossiers
import Foundation
import Print
import Scans
import Testing

@testable import Reading

/// Codes on HoSo's own sheet, drawn as a scanner would see it.
@Suite struct CodeFinderTests {
    @Test func findCodes_onASheet_findsItsCodeAndNothingUnread() async throws {
        let sheet = try await SheetFixture.separator(resolution: 200)
        let found = sheet.findCodes(resolution: 200)

        #expect(found.codes.map(\.text) == [SeparatorSheet.code])
        #expect(found.codes.first?.symbology == "QRCode")
    }

    @Test(arguments: [-35.0, -12, 7, 45])
    func findCodes_onALeaningSheet_findsItsCode(degrees: Double) async throws {
        let sheet = try await SheetFixture.separator(resolution: 150)
        let found = sheet.deskewed(by: degrees)?.findCodes(resolution: 150).codes ?? []

        #expect(found.map(\.text) == [SeparatorSheet.code])
    }

    @Test(arguments: QuarterTurn.allCases)
    func findCodes_onATurnedSheet_findsItsCode(turn: QuarterTurn) async throws {
        let sheet = try await SheetFixture.separator(resolution: 150)
        let found = sheet.turned(turn)?.findCodes(resolution: 150).codes ?? []

        #expect(found.map(\.text) == [SeparatorSheet.code])
    }

    @Test func findCodes_onAPageWithoutCodes_findsNone() throws {
        let picture = try PictureFormatTests.picture("lzw.tif")
        let found = picture.findCodes(resolution: 200)
        #expect(found.codes.isEmpty)
    }
}

enum SheetFixture {
    static func separator(resolution: Int) async throws -> Picture {
        let folder = FileManager.default.temporaryDirectory.appending(path: "hoso-sheet-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try SeparatorSheet.write(to: folder + "/sheet.pdf")
        return try await drawing(ofPage: 1, of: folder + "/sheet.pdf", in: folder, resolution: resolution)
    }

    static func drawing(ofPage page: Int, of path: String, in folder: String, resolution: Int) async throws -> Picture {
        let document = try await PDFDocument(path: path, pageLimit: 100)
        let drawing = try await document.drawing(
            ofPage: page, in: folder, resolution: Double(resolution), pixelLimit: 80_000_000, isGray: true)
        return try picture(at: drawing.path, page: 1)
    }

    static func picture(at path: String, page: Int) throws -> Picture {
        let decoded = try PictureFile(path: path).decode(page: page, pixelLimit: 80_000_000)
        guard let gray = decoded.luminance() else { throw ReadingError.damaged("no luminance") }
        return gray
    }
}
