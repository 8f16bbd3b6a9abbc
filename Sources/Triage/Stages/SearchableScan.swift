import Dossiers
import Foundation
internal import Scans

/// Reads a scan into a searchable PDF: its pages as they are, and invisible text where the words stand.
package struct SearchableScan: Sendable {
    package var reader: ReaderProcess
    package var pixelLimit: Int
    package var workspace: String

    package init(reader: ReaderProcess, pixelLimit: Int, workspace: String) {
        self.reader = reader
        self.pixelLimit = pixelLimit
        self.workspace = workspace
    }

    /// - Throws: `ScanFile.Unreadable` for a scan or a page that cannot be read; `ReaderFailure`.
    package func write(_ scan: ScanFile, to path: String) async throws {
        do {
            try FileManager.default.createDirectory(atPath: workspace, withIntermediateDirectories: true)
            let first = try await read(1, of: scan)
            let pages = try await pagesFile(of: scan, resolution: first.resolution)
            let text = "\(workspace)/text.pdf"
            try await writeText(of: scan, first: first, over: pages, to: text)
            try await SearchablePDF.lay(text: text, over: pages.path, to: path)
        } catch let error as ScanError {
            throw ScanFile.Unreadable(reason: error.reason)
        }
    }

    private func read(_ page: Int, of scan: ScanFile) async throws -> RecognizedPage {
        try await reader.read(scan, page: page, pixelLimit: pixelLimit, workspace: workspace, asShown: true)
    }

    private func writeText(
        of scan: ScanFile, first: RecognizedPage, over pages: PDFDocument, to path: String
    ) async throws {
        var layer = try TextLayerFile(path: path)
        for number in 1...scan.pageCount {
            let shown = try await pages.page(number)
            let placement = TextPlacement(width: shown.width, height: shown.height)
            // A page with a good layer of its own needs no second.
            let speaks = try await scan.textLayer(ofPage: number) != nil
            let page = speaks ? nil : number == 1 ? first : try await read(number, of: scan)
            try layer.append(page, placement: placement)
        }
        try layer.finish()
    }

    /// The scan's pages as a PDF: the scan itself where it is one.
    private func pagesFile(of scan: ScanFile, resolution: Int) async throws -> PDFDocument {
        let limit = Int.max
        switch scan {
        case .pdf(let document): return document
        case .pictures(let path, let format, _):
            let pages = "\(workspace)/pages.pdf"
            switch format {
            case "jpeg": try JPEGPageFile.write(jpeg: path, to: pages, resolution: resolution)
            case "tiff": try await SearchablePDF.wrap(tiff: path, in: pages)
            default:
                let tiff = "\(workspace)/page.tif"
                guard case .converted = try await reader.ask(.convert(path: path, page: 1, to: tiff)) else {
                    throw ScanFile.Unreadable(reason: "its pixels cannot be put into a PDF")
                }
                try await SearchablePDF.wrap(tiff: tiff, in: pages)
            }
            return try await PDFDocument(path: pages, pageLimit: limit)
        }
    }
}
