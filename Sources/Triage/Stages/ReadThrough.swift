package import Dossiers
import Foundation

/// Reads whole files through several readers at once, without a ledger: for samples and for `hoso read`.
package struct ReadThrough: Sendable {
    package var launcher: ReaderLauncher
    package var limits: ScanFile.Limits
    /// Reader processes at work at once.
    package var jobs: Int
    package var workspace: String

    package init(launcher: ReaderLauncher, limits: ScanFile.Limits, jobs: Int, workspace: String) {
        self.launcher = launcher
        self.limits = limits
        self.jobs = jobs
        self.workspace = workspace
    }

    /// The pages of each file, in the files' order; nil for a file that could not be read.
    package func pages(of files: [String]) async throws -> [[RecognizedPage]?] {
        try await withThrowingTaskGroup(of: [(Int, [RecognizedPage]?)].self) { group in
            for job in 0..<max(jobs, 1) {
                // Every reader its share in turn, so that long and short files mix.
                let share = stride(from: job, to: files.count, by: max(jobs, 1)).map { ($0, files[$0]) }
                group.addTask { try await pages(ofShare: share) }
            }
            var all = [[RecognizedPage]?](repeating: nil, count: files.count)
            for try await part in group { for (index, read) in part { all[index] = read } }
            return all
        }
    }

    /// A file that ends its reader costs that reader and itself; another reader goes on behind it.
    private func pages(ofShare share: [(Int, String)]) async throws -> [(Int, [RecognizedPage]?)] {
        var results: [(Int, [RecognizedPage]?)] = []
        var left = share[...]
        while !left.isEmpty {
            do {
                try await launcher.withReader { reader in
                    while let (index, file) = left.popFirst() {
                        results.append((index, try await pages(of: file, with: reader)))
                    }
                }
            } catch let failure as ReaderFailure {
                if case .cannotStart = failure { throw failure }
            }
        }
        return results
    }

    /// Nil for a file that cannot be read.
    private func pages(of file: String, with reader: ReaderProcess) async throws -> [RecognizedPage]? {
        do {
            let scan = try await ScanFile.open(file, limits: limits, reader: reader)
            var pages: [RecognizedPage] = []
            for number in 1...scan.pageCount {
                pages.append(
                    try await reader.read(scan, page: number, pixelLimit: limits.pixelsPerPage, workspace: workspace))
            }
            return pages
        } catch is ScanFile.Unreadable {
            return nil
        }
    }
}
