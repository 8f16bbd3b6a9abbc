internal import Dossiers
import Foundation
internal import Reading
internal import Scans

extension ReaderProcess {
    /// Writes a page of a scan, 1-based, as people are shown it.
    ///
    /// - Parameter resolution: Of the page as it was read: a page of a PDF with a text layer was drawn at it.
    /// - Throws: `ScanFile.Unreadable` for a page that cannot be shown; `ReaderFailure`.
    func show(
        _ scan: ScanFile, page: Int, as pose: PagePose, resolution: Int?, longestSide: Int, to target: String,
        pixelLimit: Int, workspace: String
    ) async throws {
        let directory = "\(workspace)/\(processIdentifier)-show-\(page)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let picture: (path: String, page: Int)
        if let resolution, try await scan.textLayer(ofPage: page) != nil {
            let drawing = try await scan.drawing(
                ofPage: page, in: directory, resolution: Double(resolution), pixelLimit: pixelLimit, isGray: false)
            picture = (drawing.path, 1)
        } else {
            picture = try await scan.picture(ofPage: page, in: directory, pixelLimit: pixelLimit, asShown: false)
        }
        let request = ReaderRequest.show(
            path: picture.path, page: picture.page, pose: pose, longestSide: longestSide, to: target)
        switch try await ask(request) {
        case .converted: return
        case .refused(let reason): throw ScanFile.Unreadable(reason: reason)
        case .ready, .summary, .page: throw ReaderFailure.died
        }
    }
}
