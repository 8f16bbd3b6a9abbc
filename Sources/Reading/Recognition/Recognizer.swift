internal import CPrintNetwork
internal import CTesseract
import Dossiers
import Foundation

/// One Tesseract engine. Starting it takes up to 100 ms, so a reader keeps it; single-threaded.
struct Recognizer: ~Copyable {
    private let api: OpaquePointer

    /// What an engine knows print by.
    enum Network {
        /// HoSo's own, for Vietnamese print: Models/print-vi.
        case print
        /// Language data that Tesseract finds on this machine, by its name.
        case installed(String)
    }

    init(_ network: Network) throws(ReadingError) {
        guard let api = Self.engine() else { throw .recognitionFailed }
        let hasStarted =
            switch network {
            case .print:
                TessBaseAPIInit5(
                    api, printNetwork(), printNetworkSize(), "print-vi", OEM_LSTM_ONLY, nil, 0, nil, nil, 0, 0)
            case .installed(let language): TessBaseAPIInit2(api, nil, language, OEM_LSTM_ONLY)
            }
        guard hasStarted == 0 else {
            TessBaseAPIDelete(api)
            guard case .installed(let language) = network else { throw .recognitionFailed }
            throw .noLanguageData(language: language, directory: Self.dataDirectory)
        }
        self.api = api
    }

    private static func engine() -> OpaquePointer? {
        guard let api = TessBaseAPICreate() else { return nil }
        // Tesseract converses on stderr, where it might quote the page.
        TessBaseAPISetVariable(api, "debug_file", "/dev/null")
        return api
    }

    /// Throws where language data is missing that a page may need later.
    static func require(_ languages: [String]) throws(ReadingError) {
        let directory = dataDirectory
        for language in languages
        where !FileManager.default.isReadableFile(atPath: "\(directory)/\(language).traineddata") {
            throw .noLanguageData(language: language, directory: directory)
        }
    }

    /// Where Tesseract looks for language data. It only says so once it was asked for some.
    private static var dataDirectory: String {
        guard let api = engine() else { return "tessdata" }
        defer { TessBaseAPIDelete(api) }
        TessBaseAPIInit2(api, nil, "none", OEM_LSTM_ONLY)
        let directory = TessBaseAPIGetDatapath(api).map { String(cString: $0) } ?? ""
        return directory.isEmpty ? "tessdata" : directory
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
    ///
    /// - Parameter rivals: Whether words come with the signs that were nearly read, which costs some hundredths.
    func lines(
        of picture: borrowing Picture, resolution: Int, layout: Layout = .column, rivals wanted: Bool = false
    ) throws(ReadingError) -> [TextLine] {
        // All signs of a step, or the best alone.
        TessBaseAPISetVariable(api, "lstm_choice_mode", wanted ? "2" : "0")
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
        var hasMore = true
        while hasMore {
            let isFirst = TessPageIteratorIsAtBeginningOf(position, RIL_TEXTLINE) != 0
            // Of an empty page no sign may be asked for.
            guard var word = Self.word(at: iterator, position) else {
                hasMore = TessResultIteratorNext(iterator, RIL_WORD) != 0
                continue
            }
            var rivals: [RivalSign] = []
            var signs = ""
            repeat {
                let sign = Self.text(at: iterator, RIL_SYMBOL) ?? ""
                if wanted { rivals += Self.rivals(of: sign, at: iterator, place: signs.count) }
                signs += sign
                hasMore = TessResultIteratorNext(iterator, RIL_SYMBOL) != 0
            } while hasMore && TessPageIteratorIsAtBeginningOf(position, RIL_WORD) == 0
            if wanted, word.text == signs { word.rivals = rivals }
            if isFirst || lines.isEmpty { lines.append(TextLine(words: [])) }
            lines[lines.count - 1].words.append(word)
        }
        return lines
    }

    private static func word(at iterator: OpaquePointer, _ position: OpaquePointer?) -> Word? {
        guard let text = text(at: iterator, RIL_WORD)?.trimmingCharacters(in: .whitespacesAndNewlines) else {
            return nil
        }
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

    private static func text(at iterator: OpaquePointer, _ level: TessPageIteratorLevel) -> String? {
        guard let bytes = TessResultIteratorGetUTF8Text(iterator, level) else { return nil }
        defer { TessDeleteText(bytes) }
        return String(cString: bytes)
    }

    private static func rivals(of read: String, at iterator: OpaquePointer, place: Int) -> [RivalSign] {
        guard let choices = TessResultIteratorGetChoiceIterator(iterator) else { return [] }
        defer { TessChoiceIteratorDelete(choices) }
        var rivals: [RivalSign] = []
        repeat {
            let confidence = Double(TessChoiceIteratorConfidence(choices)) / 100
            // This text stays the engine's.
            guard confidence >= leastOfRival, let bytes = TessChoiceIteratorGetUTF8Text(choices) else { continue }
            let sign = String(cString: bytes)
            if sign != read { rivals.append(RivalSign(place: place, sign: sign, confidence: confidence)) }
        } while TessChoiceIteratorNext(choices) != 0
        return rivals
    }

    private static let leastOfRival = 0.01
}
