package import Dossiers
package import Foundation
package import Ledger
package import Reading
internal import Scans

/// Pictures of pages for people to look at, and pages read again as people turn them.
///
/// Scans are decoded by a reader process of its own, under the limits of all readers, never in the process that
/// answers people. It is started when the first picture is wanted and ends when none was for a while. What it made is
/// kept in a folder; the oldest go when there are many.
package actor PagePictures {
    package enum Size: String, CaseIterable, Sendable {
        /// To read by.
        case page
        /// To tell pages apart by.
        case thumbnail

        /// Pixels.
        var longestSide: Int { self == .page ? 1_800 : 260 }
    }

    /// A page's picture, by what it is made from.
    package struct Order: Hashable, Sendable {
        package var digest: String
        /// 1-based in the scan.
        package var page: Int
        package var pose: PagePose
        /// As the page was read; nil for one that was not.
        package var resolution: Int?
        package var size: Size

        package init(digest: String, page: Int, recognized: RecognizedPage?, size: Size) {
            self.digest = digest
            self.page = page
            pose = recognized.map { PagePose(turned: $0.turned, skew: $0.skew) } ?? .asScanned
            resolution = recognized?.resolution
            self.size = size
        }

        var fileName: String {
            "\(digest)-\(page)-\(pose.turned)-\(Int((pose.skew * 100).rounded()))-\(size.rawValue).jpg"
        }
    }

    private let launcher: ReaderLauncher
    private let blobs: any BlobStore
    private let limits: PipelineLimits
    private let folder: URL
    private let workspace: String
    private enum Work {
        case picture(Order, CheckedContinuation<URL, any Error>)
        case reading(digest: String, page: Int, turned: Int, CheckedContinuation<RecognizedPage, any Error>)

        func fail(_ error: any Error) {
            switch self {
            case .picture(_, let continuation): continuation.resume(throwing: error)
            case .reading(_, _, _, let continuation): continuation.resume(throwing: error)
            }
        }
    }

    private var waiting: [Work] = []
    private var isAtWork = false
    private var files: [String: ScanFile] = [:]

    /// Pictures kept; at some 300 kB a page less than a gigabyte.
    private static let kept = 3_000
    /// Scans held open at once.
    private static let filesHeld = 16
    /// How long the reader waits for another order.
    private static let patience = Duration.seconds(30)

    package init(_ run: TriageRun) {
        launcher = run.launcher
        blobs = run.blobs
        limits = run.pipeline.limits
        workspace = run.workspace
        folder = URL(filePath: run.workspace, directoryHint: .isDirectory).appending(path: "pictures")
    }

    /// A file with the picture.
    ///
    /// - Throws: `ScanFile.Unreadable` for a page that cannot be shown; `ReaderFailure`; `LedgerError` where the scan is
    ///   not to be had.
    package func picture(_ order: Order) async throws -> URL {
        let made = folder.appending(path: order.fileName)
        if FileManager.default.fileExists(atPath: made.path) { return made }
        return try await withCheckedThrowingContinuation { continuation in
            take(.picture(order, continuation))
        }
    }

    /// Reads a page again, turned as a person says.
    ///
    /// - Parameter turned: Degrees by which the scan is to be turned clockwise: 0, 90, 180 or 270.
    /// - Throws: As `picture`.
    package func read(_ page: Int, of digest: String, turned: Int) async throws -> RecognizedPage {
        try await withCheckedThrowingContinuation { continuation in
            take(.reading(digest: digest, page: page, turned: turned, continuation))
        }
    }

    /// Whether a page is of a dossier that bears a mark of secrecy: nobody is shown it, and nothing is read off it.
    package static func isWithheld(_ page: PageRecord) -> Bool {
        page.state == .quarantined && [SecrecyMark.reason, SecrecyMark.reasonOfOthers].contains(page.reason)
    }

    private func take(_ work: Work) {
        waiting.append(work)
        guard !isAtWork else { return }
        isAtWork = true
        Task { await self.work() }
    }

    private func work() async {
        while !waiting.isEmpty {
            do {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try await launcher.withReader { try await serve($0) }
            } catch {
                // The order that ended a reader has its answer already; without a reader nobody gets one.
                if case .cannotStart? = error as? ReaderFailure { failAll(error) }
                if !(error is ReaderFailure) { failAll(error) }
            }
        }
        for digest in files.keys { await blobs.letGo(digest) }
        files = [:]
        isAtWork = false
        // Whoever came while the last files were let go.
        if !waiting.isEmpty {
            isAtWork = true
            Task { await work() }
        }
    }

    private func failAll(_ error: any Error) {
        for work in waiting { work.fail(error) }
        waiting = []
    }

    private func serve(_ reader: ReaderProcess) async throws {
        clear()
        var last = ContinuousClock.now
        while ContinuousClock.now - last < Self.patience {
            guard !waiting.isEmpty else {
                try await Task.sleep(for: .milliseconds(20))
                continue
            }
            let work = waiting.removeFirst()
            do {
                switch work {
                case .picture(let order, let continuation):
                    continuation.resume(returning: try await make(order, with: reader))
                case .reading(let digest, let page, let turned, let continuation):
                    let file = try await file(of: digest, reader)
                    let read = try await reader.read(
                        file, page: page, pixelLimit: limits.pixelsPerPage, workspace: workspace, turned: turned)
                    if SecrecyMark.isOn(read) { throw ScanFile.Unreadable(reason: SecrecyMark.reason) }
                    continuation.resume(returning: read)
                }
            } catch {
                work.fail(error)
                if error is ReaderFailure { throw error }
            }
            last = ContinuousClock.now
        }
    }

    private func make(_ order: Order, with reader: ReaderProcess) async throws -> URL {
        let made = folder.appending(path: order.fileName)
        guard !FileManager.default.fileExists(atPath: made.path) else { return made }
        let aside = folder.appending(path: "\(UUID().uuidString).jpg")
        try await reader.show(
            try await file(of: order.digest, reader), page: order.page, as: order.pose, resolution: order.resolution,
            longestSide: order.size.longestSide, to: aside.path, pixelLimit: limits.pixelsPerPage,
            workspace: workspace)
        guard rename(aside.path, made.path) == 0 else {
            throw LedgerError.unavailable("pictures cannot be kept in \(folder.path): is the disk full?")
        }
        return made
    }

    private func file(of digest: String, _ reader: ReaderProcess) async throws -> ScanFile {
        if let file = files[digest] { return file }
        if files.count >= Self.filesHeld {
            for digest in files.keys { await blobs.letGo(digest) }
            files = [:]
        }
        let path = try await blobs.file(of: digest).path
        let file = try await ScanFile.open(
            path, limits: .init(pagesPerFile: limits.pagesPerFile, pixelsPerPage: limits.pixelsPerPage), reader: reader)
        files[digest] = file
        return file
    }

    /// Deletes the oldest pictures where there are many.
    private func clear() {
        let manager = FileManager.default
        let keys: Set<URLResourceKey> = [.contentModificationDateKey]
        let made = (try? manager.contentsOfDirectory(at: folder, includingPropertiesForKeys: Array(keys))) ?? []
        guard made.count > Self.kept else { return }
        let byAge = made.sorted {
            let ages = [$0, $1].map { (try? $0.resourceValues(forKeys: keys).contentModificationDate) ?? .distantPast }
            return ages[0] < ages[1]
        }
        for file in byAge.prefix(made.count - Self.kept / 2) { try? manager.removeItem(at: file) }
    }
}
