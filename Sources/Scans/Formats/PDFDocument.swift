import Foundation

/// A PDF seen through poppler's programs.
package struct PDFDocument: Sendable {
    package let path: String
    package let pageCount: Int
    /// Set where the file breaks off or its index is broken, so that pages may be missing: in words.
    package let damage: String?
    private let index: PDFIndex

    /// Whether these are the first bytes of a PDF; junk of up to 1 KiB before the header is common and allowed.
    package static func matches(_ head: some Collection<UInt8>) -> Bool {
        String(decoding: head.prefix(1024), as: UTF8.self).contains("%PDF-")
    }

    package init(path: String, pageLimit: Int) async throws(ScanError) {
        let info = try await Tool(name: "pdfinfo", package: "poppler-utils").run([path])
        guard info.succeeded else {
            throw info.complaints.contains("Incorrect password")
                ? .encrypted : .damaged("no page of the PDF can be found")
        }
        let count = Self.value("Pages", in: info.text).flatMap(Int.init) ?? 0
        guard count > 0 else { throw .noPages }
        guard count <= pageLimit else { throw .tooManyPages(count, limit: pageLimit) }
        self.path = path
        pageCount = count
        index = PDFIndex(path: path, pageCount: count)
        damage = Self.damage(path: path, complaints: info.complaints)
    }

    /// What is known of a page without drawing it; 1-based.
    package func page(_ number: Int) async throws(ScanError) -> PDFPage {
        try await index.page(number)
    }

    /// Writes one page as a picture file into a directory of the caller's and returns its path.
    ///
    /// A page that is one page-sized picture is handed out untouched; any other page is rendered at 300 dpi, or at
    /// less where that would pass the pixel limit.
    package func picture(ofPage page: Int, in directory: String, pixelLimit: Int) async throws(ScanError) -> String {
        let known = try await index.page(page)
        if let format = known.scanFormat {
            let tool = Tool(name: "pdfimages", package: "poppler-utils")
            let base = "\(directory)/page"
            let extracted = try await tool.run([format.option, "-f", "\(page)", "-l", "\(page)", path, base])
            let file = "\(base)-000.\(format.suffix)"
            if extracted.succeeded, FileManager.default.fileExists(atPath: file) { return file }
        }
        return try await drawing(ofPage: page, in: directory, resolution: 300, pixelLimit: pixelLimit).path
    }

    /// Draws one page as viewers show it: cropped, turned, with all that lies on it.
    ///
    /// - Parameter resolution: Dots per inch; less where that would pass the pixel limit.
    package func drawing(
        ofPage page: Int, in directory: String, resolution: Double, pixelLimit: Int, isGray: Bool = false
    ) async throws(ScanError) -> (path: String, resolution: Double) {
        let known = try await index.page(page)
        let inches = max(known.width * known.height / (72 * 72), 0.01)
        let resolution = max(min(resolution, (Double(pixelLimit) * 0.9 / inches).squareRoot()), 1)
        let base = "\(directory)/page"
        let drawn = try await Tool(name: "pdftoppm", package: "poppler-utils").run(
            (isGray ? ["-gray"] : []) + [
                // Leptonica reads a PPM sample by sample, a TIFF row by row.
                "-tiff", "-tiffcompression", "none", "-r", String(format: "%.2f", resolution), "-cropbox",
                "-singlefile", "-f", "\(page)", "-l", "\(page)",
                path, base,
            ])
        let file = base + ".tif"
        guard drawn.succeeded, FileManager.default.fileExists(atPath: file) else {
            throw .damaged("page \(page) of the PDF cannot be drawn")
        }
        return (file, resolution)
    }

    private static func value(_ key: String, in info: String) -> String? {
        info.split(separator: "\n").first { $0.hasPrefix(key + ":") }?
            .dropFirst(key.count + 1).trimmingCharacters(in: .whitespaces)
    }

    private static func damage(path: String, complaints: String) -> String? {
        if complaints.contains("Couldn't find trailer") || complaints.contains("xref table") {
            return "the PDF's index is broken: pages may be missing"
        }
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        guard let end = try? file.seekToEnd(), (try? file.seek(toOffset: end > 2048 ? end - 2048 : 0)) != nil,
            let tail = try? file.readToEnd()
        else { return nil }
        return String(decoding: tail, as: UTF8.self).contains("%%EOF")
            ? nil : "the PDF breaks off before its end: pages may be missing"
    }
}
