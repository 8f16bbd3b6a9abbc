internal import CTesseract
import Dossiers
import Foundation

/// One Tesseract engine. Starting it takes 75 to 100 ms, so a reader keeps it; single-threaded.
struct Recognizer: ~Copyable {
    private let api: OpaquePointer

    /// - Parameters:
    ///   - language: `vie` or any other that Tesseract has data for.
    ///   - others: Whose data has to be there, too, for pages that will need it.
    init(language: String, besides others: [String] = []) throws(ReadingError) {
        guard let api = TessBaseAPICreate() else { throw .recognitionFailed }
        // Tesseract converses on stderr, where it might quote the page.
        TessBaseAPISetVariable(api, "debug_file", "/dev/null")
        let hasStarted = TessBaseAPIInit2(api, nil, language, OEM_LSTM_ONLY) == 0
        let directory = TessBaseAPIGetDatapath(api).map { String(cString: $0) } ?? ""
        let missing =
            hasStarted
            ? others.first { !FileManager.default.isReadableFile(atPath: "\(directory)/\($0).traineddata") } : language
        if let missing {
            TessBaseAPIDelete(api)
            throw .noLanguageData(language: missing, directory: directory.isEmpty ? "tessdata" : directory)
        }
        self.api = api
    }

    deinit {
        TessBaseAPIEnd(api)
        TessBaseAPIDelete(api)
    }

    /// How a picture's print is laid out.
    enum Layout {
        /// A page as one column: a form's label and its value stay one line, and heads that stand side by side cost
        /// nothing.
        case column
        /// A row or two, as they are.
        case block
        /// One row or a part of it.
        case line

        fileprivate var mode: TessPageSegMode {
            switch self {
            case .column: PSM_SINGLE_COLUMN
            case .block: PSM_SINGLE_BLOCK
            case .line: PSM_SINGLE_LINE
            }
        }
    }

    /// The words of a picture, lines in reading order, boxes in the picture's pixels.
    func lines(
        of picture: borrowing Picture, resolution: Int, layout: Layout = .column
    ) throws(ReadingError) -> [TextLine] {
        TessBaseAPISetPageSegMode(api, layout.mode)
        TessBaseAPISetImage2(api, picture.pix)
        TessBaseAPISetSourceResolution(api, Int32(resolution))
        defer { TessBaseAPIClear(api) }
        guard TessBaseAPIRecognize(api, nil) == 0 else { throw .recognitionFailed }
        // Nil is an empty page, not an error.
        guard let iterator = TessBaseAPIGetIterator(api) else { return [] }
        defer { TessResultIteratorDelete(iterator) }
        let position = TessResultIteratorGetPageIterator(iterator)
        var lines: [TextLine] = []
        repeat {
            guard let word = Self.word(at: iterator, position) else { continue }
            if TessPageIteratorIsAtBeginningOf(position, RIL_TEXTLINE) != 0 || lines.isEmpty {
                lines.append(TextLine(words: []))
            }
            lines[lines.count - 1].words.append(word)
        } while TessResultIteratorNext(iterator, RIL_WORD) != 0
        return lines
    }

    private static func word(at iterator: OpaquePointer, _ position: OpaquePointer?) -> Word? {
        guard let bytes = TessResultIteratorGetUTF8Text(iterator, RIL_WORD) else { return nil }
        defer { TessDeleteText(bytes) }
        let text = String(cString: bytes).trimmingCharacters(in: .whitespacesAndNewlines)
        var left: Int32 = 0
        var top: Int32 = 0
        var right: Int32 = 0
        var bottom: Int32 = 0
        guard !text.isEmpty, TessPageIteratorBoundingBox(position, RIL_WORD, &left, &top, &right, &bottom) != 0
        else { return nil }
        return Word(
            text: text, confidence: Double(TessResultIteratorConfidence(iterator, RIL_WORD)) / 100,
            box: PixelBox(x: Int(left), y: Int(top), width: Int(right - left), height: Int(bottom - top)))
    }
}
