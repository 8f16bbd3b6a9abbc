import Foundation

/// Programs that put a searchable PDF together without touching a pixel of its pages.
package enum SearchablePDF {
    /// Seconds of processor: files of thousands of pages are put together in one go.
    private static let patience = 600

    /// Wraps the pages of a TIFF file. `tiff2pdf` passes Group 4 and JPEG on as they are and packs the rest without
    /// loss; where what it passed on is no clean PDF, as with JPEG in several strips, all is packed without loss.
    package static func wrap(tiff: String, in path: String) async throws(ScanError) {
        if try await convert(["-z"], tiff, to: path), try await isClean(path) { return }
        guard try await convert(["-n", "-z"], tiff, to: path), try await isClean(path) else {
            throw .damaged("its pages cannot be put into a PDF")
        }
    }

    private static func convert(_ options: [String], _ tiff: String, to path: String) async throws(ScanError) -> Bool {
        try await Tool(name: "tiff2pdf", package: "libtiff-tools", seconds: patience)
            .run(options + ["-o", path, tiff]).succeeded
    }

    private static func isClean(_ path: String) async throws(ScanError) -> Bool {
        try await Tool(name: "qpdf", package: "qpdf", seconds: patience).run(["--check", path]).succeeded
    }

    /// Lays text over pages, page upon page; the pages' own streams are copied byte by byte.
    ///
    /// - Parameter path: Written aside first and renamed, so that it is whole or not there.
    package static func lay(text: String, over pages: String, to path: String) async throws(ScanError) {
        let aside = path + ".\(getpid()).part"
        defer { try? FileManager.default.removeItem(atPath: aside) }
        let laid = try await Tool(name: "qpdf", package: "qpdf", seconds: patience).run([
            "--warning-exit-0", "--stream-data=preserve", pages, "--overlay", text, "--", aside,
        ])
        guard laid.succeeded else { throw .damaged("the text cannot be laid over its pages") }
        guard rename(aside, path) == 0 else { throw .damaged("\(path) cannot be written") }
    }
}
