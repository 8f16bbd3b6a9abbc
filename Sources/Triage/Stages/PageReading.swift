package import Dossiers
import Foundation
package import Reading

extension ReaderProcess {
    /// Reads one page of a scan, 1-based, with what it needs written under `workspace` and removed again.
    ///
    /// - Throws: `ScanFile.Unreadable` for a page that will never be read; `ReaderFailure` where another try may do better.
    package func read(
        _ scan: ScanFile, page: Int, pixelLimit: Int, workspace: String, extent: ReadingExtent = .wholePage
    ) async throws -> RecognizedPage {
        let directory = "\(workspace)/\(processIdentifier)-\(page)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let picture = try await scan.picture(ofPage: page, in: directory, pixelLimit: pixelLimit)
        switch try await ask(.read(path: picture.path, page: picture.page, number: page, extent: extent)) {
        case .page(let page): return page
        case .refused(let reason): throw ScanFile.Unreadable(reason: reason)
        case .ready, .summary: throw ReaderFailure.died
        }
    }
}
