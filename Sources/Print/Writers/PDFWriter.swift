import Foundation

/// PDF files as scanners write them: one picture a page, JPEG or Group 4, untouched.
///
/// ISO 32000-1, sections 7.5 (file structure) and 8.9.5 (images). Cairo writes JPEG pages as well, but
/// its 1.16 loses Group 4 pictures.
enum PDFWriter {
    /// For what Cairo writes: fixed, so that the same pages give the same bytes.
    static let creationDate = "2026-01-01T00:00:00Z"

    static func write(_ pages: [PixelImage], to path: String, quality: Int) throws(PrintFailure) {
        var file = PDFFile()
        for page in pages {
            let scratch = path + ".g4"
            defer { if page.isBilevel { try? FileManager.default.removeItem(atPath: scratch) } }
            let code =
                page.isBilevel
                ? try TIFFWriter.group4(page, scratch: scratch) : try JPEGWriter.data(page, quality: quality)
            file.append(page, code: code)
        }
        do {
            try Data(file.finished()).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw PrintFailure.cannotWrite(path)
        }
    }
}

/// The objects of a PDF file, in the order in which they are written.
private struct PDFFile {
    private var bytes: [UInt8] = Array("%PDF-1.5\n%\u{E2}\u{E3}\n".utf8)
    /// Where each object starts; objects 1 and 2, the catalogue and the list of pages, come last.
    private var starts: [Int: Int] = [:]
    private var next = 3
    private var pages: [Int] = []

    /// Adds a page with one picture, whose code is JPEG or, for a bilevel one, Group 4 with black as 1.
    mutating func append(_ page: PixelImage, code: [UInt8]) {
        let scale = 72 / Double(page.resolution)
        let (width, height) = (points(Double(page.width) * scale), points(Double(page.height) * scale))
        let space = page.channels == 1 ? "/DeviceGray" : "/DeviceRGB"
        let size = "/Width \(page.width) /Height \(page.height)"
        let filter =
            page.isBilevel
            ? "/BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns \(page.width) "
                + "/Rows \(page.height) /BlackIs1 false >>"
            : "/BitsPerComponent 8 /Filter /DCTDecode"
        let picture = add("/Type /XObject /Subtype /Image \(size) /ColorSpace \(space) \(filter)", stream: code)
        let drawing = add("", stream: Array("q \(width) 0 0 \(height) 0 0 cm /Scan Do Q".utf8))
        pages.append(
            add(
                "/Type /Page /Parent 2 0 R /MediaBox [0 0 \(width) \(height)] /Contents \(drawing) 0 R "
                    + "/Resources << /XObject << /Scan \(picture) 0 R >> >>", stream: nil))
    }

    func finished() -> [UInt8] {
        var file = self
        file.add("/Type /Catalog /Pages 2 0 R", stream: nil, as: 1)
        let kids = pages.map { "\($0) 0 R" }.joined(separator: " ")
        file.add("/Type /Pages /Count \(pages.count) /Kids [\(kids)]", stream: nil, as: 2)
        let table = file.bytes.count
        file.write("xref\n0 \(next)\n0000000000 65535 f \n")
        for number in 1..<next {
            let start = String(10_000_000_000 + (file.starts[number] ?? 0)).dropFirst()
            file.write("\(start) 00000 n \n")
        }
        file.write("trailer\n<< /Size \(next) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n")
        return file.bytes
    }

    private mutating func add(_ dictionary: String, stream: [UInt8]?) -> Int {
        let number = next
        next += 1
        add(dictionary, stream: stream, as: number)
        return number
    }

    private mutating func add(_ dictionary: String, stream: [UInt8]?, as number: Int) {
        starts[number] = bytes.count
        let length = stream.map { " /Length \($0.count)" } ?? ""
        write("\(number) 0 obj\n<< \(dictionary)\(length) >>\n")
        if let stream {
            write("stream\n")
            bytes += stream
            write("\nendstream\n")
        }
        write("endobj\n")
    }

    private mutating func write(_ text: String) { bytes += Array(text.utf8) }

    /// Two decimals are a thousandth of an inch and more.
    private func points(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        return "\(hundredths / 100).\(Day.two(hundredths % 100))"
    }
}
