import Foundation

/// What poppler says of the pages of a PDF, asked for many at a time: to ask page by page would cost four child
/// processes a page. Holds one stretch, so that a long file costs no more memory than a short one.
actor PDFIndex {
    private static let stretch = 32

    private let path: String
    private let pageCount: Int
    private var known: ClosedRange<Int>?
    private var pages: [PDFPage] = []

    init(path: String, pageCount: Int) {
        self.path = path
        self.pageCount = pageCount
    }

    /// - Parameter number: 1-based.
    func page(_ number: Int) async throws(ScanError) -> PDFPage {
        if let known, known.contains(number) { return pages[number - known.lowerBound] }
        let first = (number - 1) / Self.stretch * Self.stretch + 1
        let range = first...min(first + Self.stretch - 1, max(pageCount, number))
        let listed = try await list(range)
        pages = listed
        known = range
        return listed[number - first]
    }

    private func list(_ range: ClosedRange<Int>) async throws(ScanError) -> [PDFPage] {
        let these = ["-f", "\(range.lowerBound)", "-l", "\(range.upperBound)"]
        let info = try await poppler("pdfinfo", these + [path]).text
        let pictures = try await poppler("pdfimages", ["-list"] + these + [path]).text
        let text = try await poppler("pdftotext", ["-bbox-layout", "-cropbox"] + these + [path, "-"]).text
        let facts = info.split(separator: "\n").map { $0.split { $0 == " " || $0 == ":" } }
        let rows = Dictionary(
            grouping: pictures.split(separator: "\n").dropFirst(2).map { $0.split(separator: " ") },
            by: { $0.first.flatMap { Int($0) } ?? 0 })
        let texts = PDFTextParser.pages(in: text)
        return range.map { number in
            let own = facts.filter { $0.count >= 4 && $0[0] == "Page" && Int($0[1]) == number }
            let size = own.first { $0[2] == "size" }?.dropFirst(3).compactMap { Double($0) } ?? []
            let rotation = own.first { $0[2] == "rot" }.flatMap { Int($0[3]) } ?? 0
            // A4 where the file does not say.
            let (width, height) = size.count >= 2 && size[0] > 0 && size[1] > 0 ? (size[0], size[1]) : (595, 842)
            let lies = rotation % 180 != 0
            let index = number - range.lowerBound
            return PDFPage(
                width: lies ? height : width, height: lies ? width : height, rotation: rotation,
                pictures: (rows[number] ?? []).compactMap(PDFPicture.init),
                // Where poppler left a page out the others' text would be taken for its own.
                text: texts.count == range.count ? texts[index] : PDFText())
        }
    }

    private func poppler(_ name: String, _ arguments: [String]) async throws(ScanError) -> Tool.Output {
        try await Tool(name: name, package: "poppler-utils").run(arguments, outputLimit: 64 << 20)
    }
}
