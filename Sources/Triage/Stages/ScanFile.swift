import Foundation
package import Scans

/// A scan on disk whose kind and pages are known.
package enum ScanFile: Sendable {
    case pdf(PDFDocument)
    case pictures(path: String, format: String, pages: Int)

    package struct Unreadable: Error, Hashable, Sendable {
        package var reason: String
    }

    package struct Limits: Hashable, Sendable {
        package var pagesPerFile: Int
        package var pixelsPerPage: Int

        package init(pagesPerFile: Int, pixelsPerPage: Int) {
            self.pagesPerFile = pagesPerFile
            self.pixelsPerPage = pixelsPerPage
        }
    }

    /// - Throws: `Unreadable` for a file that will never give pages; `ReaderFailure` where another reader may do better.
    package static func open(_ path: String, limits: Limits, reader: ReaderProcess) async throws -> ScanFile {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw Unreadable(reason: "the file cannot be opened")
        }
        let head = (try? file.read(upToCount: 1024)) ?? Data()
        try? file.close()
        guard !head.isEmpty else { throw Unreadable(reason: "the file is empty") }
        if PDFDocument.matches(head) {
            do {
                return .pdf(try await PDFDocument(path: path, pageLimit: limits.pagesPerFile))
            } catch {
                throw Unreadable(reason: error.reason)
            }
        }
        switch try await reader.ask(.summary(path: path)) {
        case .summary(let format, let pages):
            guard pages <= limits.pagesPerFile else {
                throw Unreadable(reason: ScanError.tooManyPages(pages, limit: limits.pagesPerFile).reason)
            }
            return .pictures(path: path, format: format, pages: pages)
        case .refused(let reason): throw Unreadable(reason: reason)
        case .ready, .page, .converted: throw ReaderFailure.died
        }
    }

    package var pageCount: Int {
        switch self {
        case .pdf(let document): document.pageCount
        case .pictures(_, _, let pages): pages
        }
    }

    package var format: String {
        switch self {
        case .pdf: "pdf"
        case .pictures(_, let format, _): format
        }
    }

    /// In words, where pages may be missing although the rest can be read.
    package var damage: String? {
        if case .pdf(let document) = self { document.damage } else { nil }
    }

    /// Where a reader finds the picture of a page; a page of a PDF is written into `directory`, which the caller removes.
    func picture(
        ofPage page: Int, in directory: String, pixelLimit: Int, asShown: Bool
    ) async throws -> (path: String, page: Int) {
        switch self {
        case .pictures(let path, _, _): return (path, page)
        case .pdf(let document):
            do {
                if asShown {
                    let best = try await document.page(page).drawing
                    return (
                        try await document.drawing(
                            ofPage: page, in: directory, resolution: best.resolution, pixelLimit: pixelLimit,
                            isGray: best.isGray
                        ).path, 1
                    )
                }
                return (try await document.picture(ofPage: page, in: directory, pixelLimit: pixelLimit), 1)
            } catch {
                throw Unreadable(reason: error.reason)
            }
        }
    }

    /// The text layer of a page of a PDF, where it is good enough to take the place of a recogniser.
    func textLayer(ofPage page: Int) async throws -> PDFText? {
        guard case .pdf(let document) = self else { return nil }
        do {
            let page = try await document.page(page)
            return PDFTextJudge.isGood(page) ? page.text : nil
        } catch {
            throw Unreadable(reason: error.reason)
        }
    }

    /// A page of a PDF as viewers show it.
    func drawing(
        ofPage page: Int, in directory: String, resolution: Double, pixelLimit: Int, isGray: Bool = true
    ) async throws -> (path: String, resolution: Double) {
        guard case .pdf(let document) = self else { throw Unreadable(reason: "only pages of a PDF are drawn") }
        do {
            return try await document.drawing(
                ofPage: page, in: directory, resolution: resolution, pixelLimit: pixelLimit, isGray: isGray)
        } catch {
            throw Unreadable(reason: error.reason)
        }
    }
}
