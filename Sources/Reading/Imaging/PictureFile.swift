internal import CTesseract
import Dossiers
import Foundation

/// What a picture file holds, known without decoding its pixels.
package struct PictureFileSummary: Hashable, Sendable {
    /// `tiff`, `jpeg`, `png`, `bmp`, `gif`, `webp`, `jp2`, `pnm`.
    package var format: String
    package var pages: Int
}

/// Why a page could not be read, in words for a person and without anything the page says.
package enum ReadingError: Error, Hashable, Sendable {
    case notAPicture
    case damaged(String)
    case tooLarge(width: Int, height: Int, limit: Int)
    case noLanguageData(language: String, directory: String)
    case recognitionFailed

    package var reason: String {
        switch self {
        case .notAPicture: "not a picture or document that can be read"
        case .damaged(let what): "the picture is damaged: \(what)"
        case .tooLarge(let width, let height, let limit):
            "the page has \(width) × \(height) pixels, more than the limit of \(limit / 1_000_000) million; "
                + "scan it at 300 dpi, or raise limits.pixels-per-page"
        case .noLanguageData(let language, let directory):
            "no language data “\(language)” in \(directory); apt-get install "
                + "tesseract-ocr-\(language == "Vietnamese" ? "script-viet" : language), "
                + "or set TESSDATA_PREFIX"
        case .recognitionFailed: "the recogniser failed on this page"
        }
    }
}

/// Opens picture files of every kind scanners and phones write, refusing by size before decoding.
package struct PictureFile {
    let path: String
    private let format: Int

    package init(path: String) throws(ReadingError) {
        setMsgSeverity(Int32(L_SEVERITY_NONE))
        var format: Int32 = 0
        guard findFileFormat(path, &format) == 0, Self.names[Int(format)] != nil else { throw .notAPicture }
        self.path = path
        self.format = Int(format)
    }

    package func summary() throws(ReadingError) -> PictureFileSummary {
        var pages: Int32 = 1
        if isTIFF {
            guard let file = fopen(path, "rb") else { throw .damaged("it cannot be opened") }
            defer { fclose(file) }
            guard tiffGetCount(file, &pages) == 0, pages > 0 else { throw .damaged("its list of pages is broken") }
        }
        return PictureFileSummary(format: Self.names[format] ?? "unknown", pages: Int(pages))
    }

    /// The pixels of one page, 1-based.
    ///
    /// - Throws: `tooLarge` before any pixel is decoded; `damaged` when the file ends early or cannot be decoded.
    func decode(page: Int, pixelLimit: Int) throws(ReadingError) -> Picture {
        let (width, height) = try size(page: page)
        guard width > 0, height > 0 else { throw .damaged("it has no size") }
        guard width <= pixelLimit / height else { throw .tooLarge(width: width, height: height, limit: pixelLimit) }
        let decoded: UnsafeMutablePointer<Pix>? =
            if isTIFF {
                pixReadTiff(path, Int32(page - 1))
            } else {
                // A JPEG that ends early fails here rather than coming back with a gray half.
                pixRead(path)
            }
        guard let picture = Picture(decoded), let square = picture.withSquarePixels(limit: pixelLimit),
            let upright = square.set(as: orientation)
        else { throw .damaged("its pixels cannot be decoded, or it ends early") }
        return upright
    }

    private func size(page: Int) throws(ReadingError) -> (width: Int, height: Int) {
        var width: Int32 = 0
        var height: Int32 = 0
        let failed: Int32 =
            if isTIFF {
                readHeaderTiff(path, Int32(page - 1), &width, &height, nil, nil, nil, nil, nil)
            } else {
                pixReadHeader(path, nil, &width, &height, nil, nil, nil)
            }
        guard failed == 0 else { throw .damaged("its header cannot be read") }
        return (Int(width), Int(height))
    }

    /// Cameras store what they saw and say beside it how they were held; for TIFF, Leptonica sees to it.
    private var orientation: ExifOrientation {
        Self.names[format] == "jpeg" ? JPEGHeader(path: path)?.orientation ?? .upright : .upright
    }

    private var isTIFF: Bool { Self.names[format] == "tiff" }

    private static let names: [Int: String] = [
        IFF_BMP: "bmp", IFF_JFIF_JPEG: "jpeg", IFF_PNG: "png", IFF_TIFF: "tiff", IFF_TIFF_PACKBITS: "tiff",
        IFF_TIFF_RLE: "tiff", IFF_TIFF_G3: "tiff", IFF_TIFF_G4: "tiff", IFF_TIFF_LZW: "tiff", IFF_TIFF_ZIP: "tiff",
        IFF_TIFF_JPEG: "tiff", IFF_PNM: "pnm", IFF_GIF: "gif", IFF_JP2: "jp2", IFF_WEBP: "webp",
    ]
}
