import Foundation

/// A PDF seen through poppler's programs.
package struct PDFDocument: Sendable {
    package let path: String
    package let pageCount: Int
    /// Set where the file breaks off or its index is broken, so that pages may be missing: in words.
    package let damage: String?

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
        damage = Self.damage(path: path, complaints: info.complaints)
    }

    /// Writes one page as a picture file into a directory of the caller's and returns its path.
    ///
    /// A page that is one page-sized picture is handed out untouched; any other page is rendered at 300 dpi, or at
    /// less where that would pass the pixel limit.
    package func picture(ofPage page: Int, in directory: String, pixelLimit: Int) async throws(ScanError) -> String {
        let base = "\(directory)/page"
        let range = ["-f", "\(page)", "-l", "\(page)"]
        if let format = try await scanFormat(range), try await !hasFonts(range) {
            let tool = Tool(name: "pdfimages", package: "poppler-utils")
            let extracted = try await tool.run([format.option] + range + [path, base])
            let file = "\(base)-000.\(format.suffix)"
            if extracted.succeeded, FileManager.default.fileExists(atPath: file) { return file }
        }
        let size = try await size(range)
        let inches = max(size.width * size.height / (72 * 72), 0.01)
        let resolution = min(300, (Double(pixelLimit) * 0.9 / inches).squareRoot())
        let rendered = try await Tool(name: "pdftoppm", package: "poppler-utils")
            .run(["-r", String(format: "%.2f", max(resolution, 1)), "-singlefile"] + range + [path, base])
        let file = "\(base).ppm"
        guard rendered.succeeded, FileManager.default.fileExists(atPath: file) else {
            throw .damaged("page \(page) of the PDF cannot be drawn")
        }
        return file
    }

    /// How poppler should hand out a page's only picture, or nil where the page is not just one picture.
    private func scanFormat(_ range: [String]) async throws(ScanError) -> (option: String, suffix: String)? {
        let list = try await Tool(name: "pdfimages", package: "poppler-utils").run(["-list"] + range + [path])
        // page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio
        let rows = list.text.split(separator: "\n").dropFirst(2).map { $0.split(separator: " ") }
        guard list.succeeded, rows.count == 1, let row = rows.first, row.count >= 14, row[2] == "image",
            let width = Double(row[3]), let height = Double(row[4]), let xppi = Double(row[12]),
            let yppi = Double(row[13]), xppi >= 70, yppi >= 70, row[5] == "gray" || row[5] == "rgb" || row[5] == "index"
        else { return nil }
        let size = try await size(range)
        let shownWidth = width / xppi * 72
        let shownHeight = height / yppi * 72
        let page = (long: max(size.width, size.height), short: min(size.width, size.height))
        let picture = (long: max(shownWidth, shownHeight), short: min(shownWidth, shownHeight))
        guard picture.long >= 0.9 * page.long, picture.short >= 0.9 * page.short else { return nil }
        switch row[8] {
        case "jpeg": return ("-j", "jpg")
        case "jpx": return ("-jp2", "jp2")
        default: return ("-tiff", "tif")
        }
    }

    private func hasFonts(_ range: [String]) async throws(ScanError) -> Bool {
        let fonts = try await Tool(name: "pdffonts", package: "poppler-utils").run(range + [path])
        return fonts.text.split(separator: "\n").count > 2
    }

    /// Points, as the page is stored; A4 where the file does not say.
    private func size(_ range: [String]) async throws(ScanError) -> (width: Double, height: Double) {
        let info = try await Tool(name: "pdfinfo", package: "poppler-utils").run(range + [path])
        let line = info.text.split(separator: "\n").first { $0.hasPrefix("Page") && $0.contains("size:") } ?? ""
        let numbers = line.split(separator: ":").last?.split(separator: " ").compactMap { Double($0) } ?? []
        return numbers.count >= 2 && numbers[0] > 0 && numbers[1] > 0 ? (numbers[0], numbers[1]) : (595, 842)
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
