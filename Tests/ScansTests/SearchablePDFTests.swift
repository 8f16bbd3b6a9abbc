import Dossiers
import Foundation
import Testing

@testable import Scans

/// What the archive writes, seen through poppler and qpdf; no recogniser runs.
@Suite struct SearchablePDFTests {
    static let pictures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "ReadingTests/Pictures")

    final class Folder {
        let path = FileManager.default.temporaryDirectory.appending(path: "hoso-archive-\(UUID().uuidString)").path
        init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    private func page(_ lines: [String]) -> RecognizedPage {
        RecognizedPage.fixture(lines)
    }

    private func lay(_ lines: [String], over pages: String, in folder: Folder) async throws -> String {
        var layer = try TextLayerFile(path: folder.path + "/text.pdf")
        let document = try await PDFDocument(path: pages, pageLimit: 10)
        for number in 1...document.pageCount {
            let shown = try await document.page(number)
            try layer.append(
                number == 1 ? page(lines) : nil, placement: TextPlacement(width: shown.width, height: shown.height))
        }
        try layer.finish()
        let out = folder.path + "/out.pdf"
        try await SearchablePDF.lay(text: folder.path + "/text.pdf", over: pages, to: out)
        return out
    }

    private func run(_ tool: String, _ arguments: [String]) async throws -> Tool.Output {
        try await Tool(name: tool, package: "").run(arguments)
    }

    @Test(arguments: ["gray.jpg", "exif-6.jpg", "adobe-cmyk.jpg"])
    func write_overAJPEG_keepsItsBytesAndGivesItsWords(name: String) async throws {
        let folder = try Folder()
        let jpeg = Self.pictures.appending(path: name).path
        try JPEGPageFile.write(jpeg: jpeg, to: folder.path + "/pages.pdf", resolution: 72)
        let lines = ["Độc lập - Tự do - Hạnh phúc", "TỜ KHAI ĐĂNG KÝ KẾT HÔN"]
        let out = try await lay(lines, over: folder.path + "/pages.pdf", in: folder)

        let check = try await run("qpdf", ["--check", out])
        #expect(check.succeeded && !check.complaints.contains("WARNING"))
        let said = try await run("pdftotext", [out, "-"]).text.split(separator: "\n").map(String.init)
        #expect(said.filter { $0.count > 1 } == lines)
        _ = try await run("pdfimages", ["-all", out, folder.path + "/p"])
        #expect(
            FileManager.default.contents(atPath: folder.path + "/p-000.jpg")
                == FileManager.default.contents(atPath: jpeg))
    }

    @Test(arguments: ["g4-two-pages.tif", "lzw.tif", "jpeg-in-strips.tif"])
    func wrap_ofATIFF_isCleanAndLooksTheSame(name: String) async throws {
        let folder = try Folder()
        let tiff = Self.pictures.appending(path: name).path
        try await SearchablePDF.wrap(tiff: tiff, in: folder.path + "/pages.pdf")
        let out = try await lay(["Số"], over: folder.path + "/pages.pdf", in: folder)

        let check = try await run("qpdf", ["--check", out])
        #expect(check.succeeded && !check.complaints.contains("WARNING"))
        let drawn = try await run("pdftoppm", ["-r", "200", "-gray", "-singlefile", out, folder.path + "/p"])
        #expect(drawn.succeeded)
        let bytes = try #require(FileManager.default.contents(atPath: folder.path + "/p.pgm")).suffix(120 * 80)
        // Inside the black square and outside of it.
        #expect(bytes[bytes.startIndex + 28 * 120 + 28] < 60)
        #expect(bytes[bytes.startIndex + 28 * 120 + 90] > 200)
    }

    @Test func write_overPagesThatAreNoPDF_leavesNothingBehind() async throws {
        let folder = try Folder()
        try Data("no PDF".utf8).write(to: URL(filePath: folder.path + "/pages.pdf"))
        await #expect(throws: ScanError.self) {
            try await SearchablePDF.lay(
                text: folder.path + "/pages.pdf", over: folder.path + "/pages.pdf", to: folder.path + "/out.pdf")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["pages.pdf"])
    }
}
