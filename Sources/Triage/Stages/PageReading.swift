package import Dossiers
import Foundation
package import Reading
internal import Scans

extension ReaderProcess {
    /// Reads one page of a scan, 1-based, with what it needs written under `workspace` and removed again.
    ///
    /// A page of a PDF with a good text layer is not recognised; it is only looked at for codes.
    ///
    /// - Parameter asShown: Whether a page of a PDF is drawn as viewers show it, so that the words' places can be
    ///   found on it again; otherwise the picture it consists of is read, which is cheaper.
    /// - Parameter turned: Degrees by which a person says that the scan is to be turned clockwise; nil to find out.
    /// - Throws: `ScanFile.Unreadable` for a page that will never be read; `ReaderFailure` where another try may do better.
    package func read(
        _ scan: ScanFile, page: Int, pixelLimit: Int, workspace: String, asShown: Bool = false,
        extent: ReadingExtent = .wholePage, turned: Int? = nil
    ) async throws -> RecognizedPage {
        let directory = "\(workspace)/\(processIdentifier)-\(page)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        if let text = try await scan.textLayer(ofPage: page) {
            return try await read(text, of: scan, page: page, in: directory, pixelLimit: pixelLimit)
        }
        let picture = try await scan.picture(ofPage: page, in: directory, pixelLimit: pixelLimit, asShown: asShown)
        return try await answer(
            to: .read(path: picture.path, page: picture.page, number: page, extent: extent, turned: turned))
    }

    /// The codes on one page, 1-based; no words are read.
    package func codes(
        on scan: ScanFile, page: Int, pixelLimit: Int, workspace: String
    ) async throws -> RecognizedPage {
        let directory = "\(workspace)/\(processIdentifier)-\(page)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let picture = try await scan.picture(ofPage: page, in: directory, pixelLimit: pixelLimit, asShown: false)
        return try await answer(to: .codes(path: picture.path, page: picture.page, number: page))
    }

    /// Dots per inch at which a page with a text layer is drawn: enough for the smallest code in use.
    private static let codeResolution = 200.0

    private func read(
        _ text: PDFText, of scan: ScanFile, page: Int, in directory: String, pixelLimit: Int
    ) async throws -> RecognizedPage {
        let drawing = try await scan.drawing(
            ofPage: page, in: directory, resolution: Self.codeResolution, pixelLimit: pixelLimit)
        var read = try await answer(to: .codes(path: drawing.path, page: 1, number: page))
        read.resolution = Int(drawing.resolution.rounded())
        read.lines = text.textLines(pixelsPerPoint: drawing.resolution / 72)
        read.quality = PageQuality(
            confidence: 1, syllables: VietnameseSyllable.share(of: text.words.lazy.map(\.text)))
        return read
    }

    private func answer(to request: ReaderRequest) async throws -> RecognizedPage {
        switch try await ask(request) {
        case .page(let page): return page
        case .refused(let reason): throw ScanFile.Unreadable(reason: reason)
        case .ready, .summary, .converted: throw ReaderFailure.died
        }
    }
}
