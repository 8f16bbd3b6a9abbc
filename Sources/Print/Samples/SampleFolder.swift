package import Foundation

/// Writes samples into a folder, with names that give nothing away.
package struct SampleFolder: Sendable {
    package enum Format: String, CaseIterable, Sendable {
        case pdf
        case tiff
        case jpeg
        /// One of the others, in turn; JPEG for single pages only.
        case mixed
    }

    private let maker: SampleMaker
    private let directory: URL
    private let format: Format

    /// How many dossiers lie in one file of a batch.
    private static let batchSize = 6

    package init(maker: SampleMaker, directory: URL, format: Format) {
        self.maker = maker
        self.directory = directory
        self.format = format
    }

    /// Writes one dossier.
    ///
    /// - Parameter number: 0-based.
    package func writeDossier(number: Int, profile: ScannerProfile) throws(PrintFailure) -> SampleTruth {
        let dossier = try maker.dossier(number: number, profile: profile)
        let files = try write(dossier, name: "dossier-\(padded(number + 1))", number: number)
        return SampleTruth(dossier, files: files)
    }

    /// Writes dossiers with separator sheets between them, and some empty backs, into few files of many pages.
    ///
    /// - Parameter profiles: The profile of each file, in turn.
    package func writeBatches(count: Int, profiles: [ScannerProfile], each: (SampleTruth) throws -> Void) throws {
        for (batch, start) in stride(from: 0, to: count, by: Self.batchSize).enumerated() {
            let profile = profiles.isEmpty ? .office : profiles[batch % profiles.count]
            let numbers = start..<min(count, start + Self.batchSize)
            for truth in try writeBatch(batch, numbers: numbers, profile: profile) { try each(truth) }
        }
    }

    private func writeBatch(_ batch: Int, numbers: Range<Int>, profile: ScannerProfile) throws(PrintFailure)
        -> [SampleTruth]
    {
        var pages: [SamplePage] = []
        var separators: [(number: Int, page: SamplePage)] = []
        var dossiers: [(dossier: SampleDossier, first: Int)] = []
        var random = RandomStream(seed: UInt64(batch)).split("batch")
        for number in numbers {
            let separator = try maker.separator(number: number, profile: profile)
            pages.append(separator)
            separators.append((pages.count, separator))
            var dossier = try maker.dossier(number: number, profile: profile)
            if random.chance(0.35) {
                let place = random.number(1...dossier.pages.count)
                dossier.pages.insert(maker.blank(number: number, profile: profile), at: place)
            }
            dossiers.append((dossier, pages.count + 1))
            pages += dossier.pages
        }
        let isTIFF = format == .tiff || format == .mixed && batch % 2 == 1
        let file = "batch-\(padded(batch + 1))" + (isTIFF ? ".tif" : ".pdf")
        let quality = dossiers.first?.dossier.quality ?? 80
        try write(pages.map(\.image), file: file, isTIFF: isTIFF, quality)
        return dossiers.map { SampleTruth($0.dossier, files: [file], first: $0.first) }
            + [SampleTruth(separators: separators, file: file, profile: profile)]
    }

    private func write(_ dossier: SampleDossier, name: String, number: Int) throws(PrintFailure) -> [String] {
        var images = dossier.pages.map(\.image)
        switch chosenFormat(number: number, pages: images.count) {
        case .jpeg:
            // Telephones write 72 dpi into their pictures, whatever they are.
            if dossier.profile == .phone {
                for index in images.indices { images[index].resolution = 72 }
            }
            var files: [String] = []
            for (index, image) in images.enumerated() {
                let file = images.count == 1 ? name + ".jpg" : "\(name)-p\(index + 1).jpg"
                files.append(try jpeg(image, file, dossier.quality))
            }
            return files
        case .tiff:
            try write(images, file: name + ".tif", isTIFF: true, dossier.quality)
            return [name + ".tif"]
        case .pdf, .mixed:
            try write(images, file: name + ".pdf", isTIFF: false, dossier.quality)
            return [name + ".pdf"]
        }
    }

    private func chosenFormat(number: Int, pages: Int) -> Format {
        guard format == .mixed else { return format }
        switch number % 4 {
        case 0, 1: return .pdf
        case 2: return .tiff
        default: return pages == 1 ? .jpeg : .tiff
        }
    }

    private func write(
        _ images: [PixelImage], file: String, isTIFF: Bool, _ quality: Int
    ) throws(PrintFailure) {
        let path = directory.appendingPathComponent(file).path
        guard isTIFF else {
            try PDFWriter.write(images, to: path, quality: quality)
            return
        }
        try TIFFWriter.write(images, to: path, compression: quality >= 88 ? .lzw : .jpeg(quality: quality))
    }

    private func jpeg(_ image: PixelImage, _ file: String, _ quality: Int) throws(PrintFailure) -> String {
        let bytes = try JPEGWriter.data(image, quality: quality)
        let url = directory.appendingPathComponent(file)
        do { try Data(bytes).write(to: url) } catch { throw PrintFailure.cannotWrite(url.path) }
        return file
    }

    private func padded(_ number: Int) -> String { String(String(10_000 + number).suffix(max(4, "\(number)".count))) }
}
