import Dossiers
import Foundation
import Scans
import Testing

@testable import Reading

/// Separator sheets that other people printed and scanned, read where they lie; they are no part of the project.
///
/// Words are not read here: what codes alone do not tell is for `SheetMarksTests`.
@Suite struct SeparatorFolderTests {
    /// Beside the package.
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/data/separators/src/documents/tests/samples/barcodes").path

    /// Each file's pages: `s` a separator, `?` one that a person has to look at, `.` a page of a dossier, `_` one that
    /// its words tell from a sheet.
    static let expected = [
        "barcode-fax-image.pdf": ".s.", "many-qr-codes.pdf": "_s_", "patch-code-t-double.pdf": ".ss.",
        "patch-code-t-middle-distorted.pdf": ".s.", "patch-code-t-middle-fuzzy.pdf": ".s.",
        "patch-code-t-middle-reverse.pdf": ".s.", "patch-code-t-middle-unreadable.pdf": ".?.",
        "patch-code-t-middle.pdf": ".s.", "patch-code-t-middle.tiff": ".s.", "patch-code-t-middle-alpha.tiff": ".s.",
        "patch-code-t-qr.pdf": "s", "patch-code-t.pdf": "s", "several-patcht-codes.pdf": "..s..s.",
        // Numbers of archived papers, and tags, are no separators unless an office says so.
        "barcode-39-asn-123.pdf": ".", "split-by-asn-2.pdf": "..s.........", "split-by-tag-basic.pdf": "......",
    ]

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: folder), "the folder of separator sheets is not here"),
        arguments: expected.keys.sorted())
    func everySheet_separatesOrIsSuspected(name: String) async throws {
        let marks = SheetMarks(separators: ["HOSO:SEP:1", "PATCHT", "ADAR-NEXTDOC"])
        let expected = try #require(Self.expected[name])
        let pages = try await codesOnly(of: "\(Self.folder)/\(name)")
        let signs = zip(pages, expected).map { page, wanted in
            if wanted == "_" { return "_" }
            return marks.state(of: page) == .separator ? "s" : marks.suspicion(of: page) == nil ? "." : "?"
        }
        #expect(pages.count == expected.count)
        #expect(signs.joined() == expected)
    }

    private func codesOnly(of path: String) async throws -> [RecognizedPage] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "hoso-sheets-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let count =
            path.hasSuffix(".pdf")
            ? try await PDFDocument(path: path, pageLimit: 100).pageCount : try PictureFile(path: path).summary().pages
        var pages: [RecognizedPage] = []
        for number in 1...count { pages.append(try await page(number, of: path, in: folder)) }
        return pages
    }

    private func page(_ number: Int, of path: String, in folder: String) async throws -> RecognizedPage {
        let isPDF = path.hasSuffix(".pdf")
        let picture =
            isPDF
            ? try await SheetFixture.drawing(ofPage: number, of: path, in: folder, resolution: 200)
            : try SheetFixture.picture(at: path, page: number)
        let found = picture.findCodes(resolution: 200)
        return RecognizedPage(
            number: number, content: .text, width: picture.width, height: picture.height, resolution: 200, turned: 0,
            skew: 0, lines: [], codes: found.codes, unreadCodes: found.unread,
            quality: PageQuality(confidence: 1, syllables: 1))
    }
}
