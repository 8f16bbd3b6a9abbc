internal import CTesseract
import Dossiers

/// Reads doubtful words of a page again, each by itself: by other networks, and in other pictures of the same print.
///
/// A letter is known by the word around it, a digit by its shape alone, and the small network of `vie` takes a slanted
/// 1 for a 7 and a worn 0 for a 9. That of `eng`, several times as large, knows digits far better; set upright, or less
/// sharp, the same print gives `vie` less trouble, too. What two of them agree on is very likely right.
final class SecondLook {
    private let digits = LateRecognizer(language: numbersLanguage)
    private let syllables = LateRecognizer(language: wordsLanguage)

    /// Language data without which there is no second look.
    static let languages = [numbersLanguage, wordsLanguage]
    private static let numbersLanguage = "eng"
    private static let wordsLanguage = "Vietnamese"

    /// - Parameters:
    ///   - lines: What the first recogniser read of the picture, in its pixels.
    /// - Returns: The same lines; numbers that were read in several words are one.
    func lines(
        _ lines: [TextLine], readAgainOn picture: borrowing Picture, by first: borrowing Recognizer, resolution: Int
    ) throws(ReadingError) -> [TextLine] {
        var looks = Self.mostLooks
        // A second engine for one word costs more than the word is worth.
        let readsWords = lines.reduce(0) { $0 + $1.words.count { Doubt(of: $0) == .syllable } } >= Self.leastWords
        let machineReadable = MachineReadableRow.rows(of: lines)
        var all: [TextLine] = []
        for (index, line) in lines.enumerated() {
            if machineReadable.contains(index) {
                all.append(try machineReadableRow(line, of: picture, resolution))
                continue
            }
            var words: [Word] = []
            var place = 0
            while place < line.words.count {
                if let number = try number(in: line, at: place, of: picture, resolution, &looks) {
                    words.append(number.whole)
                    place = number.end
                    continue
                }
                var word = line.words[place]
                if looks > 0, let doubt = Doubt(of: word), doubt == .number || readsWords,
                    let print = picture.print(in: line.room(for: place..<place + 1))
                {
                    looks -= 1
                    word =
                        switch doubt {
                        case .number: try self.number(word, print, first, resolution)
                        case .syllable: try self.syllable(word, print, first, resolution)
                        }
                }
                words.append(word)
                place += 1
            }
            all.append(TextLine(words: words))
        }
        return all
    }

    /// A page with more of them is a table of figures, which no field is read from, or no print.
    private static let mostLooks = 60
    private static let leastWords = 4
    private static let sureOfUpright = 0.95

    /// The number that begins here and was read in several words, or whose digits stand in a box each; nil where none
    /// does.
    private func number(
        in line: TextLine, at place: Int, of picture: borrowing Picture, _ resolution: Int, _ looks: inout Int
    ) throws(ReadingError) -> (whole: Word, end: Int)? {
        let row = line.row(ofDigitsApartAt: place)
        if looks > 0, !row.isEmpty, let print = picture.print(in: line.room(for: row)),
            let closed = ClosedUpPrint(print, height: line.height(ofDigitsIn: row))
        {
            looks -= 1
            let again = try number(closed.picture, resolution)
            if let whole = Doubt.whole(line.words[row], again, signs: closed.signs) { return (whole, row.upperBound) }
        }
        let run = line.run(ofDigitsAt: place)
        guard looks > 0, run.count > 1, let print = picture.print(in: line.room(for: run)) else { return nil }
        looks -= 1
        return Doubt.whole(line.words[run], try number(print, resolution)).map { ($0, run.upperBound) }
    }

    /// The larger network knows its letters and digits, and takes its fillers for letters; the smaller one the other way.
    private func machineReadableRow(
        _ line: TextLine, of picture: borrowing Picture, _ resolution: Int
    ) throws(ReadingError) -> TextLine {
        guard let box = line.box, let print = picture.print(in: line.room(for: line.words.indices)) else { return line }
        let again = try digits.lines(of: print, resolution: resolution, layout: .line).flatMap(\.words)
        guard let row = MachineReadableRow(readings: [again, line.words].map { $0.map(\.text).joined() }) else {
            return line
        }
        let confidence = again.map(\.confidence).reduce(0, +) / Double(max(again.count, 1))
        let isSure = row.isChecked ?? true
        return TextLine(words: [
            Word(text: row.text, confidence: isSure ? confidence : min(confidence, Self.unchecked), box: box)
        ])
    }

    private static let unchecked = 0.5

    private func number(_ print: borrowing Picture, _ resolution: Int) throws(ReadingError) -> Word? {
        try digits.lines(of: print, resolution: resolution, layout: .line).onlyWord
    }

    private func number(
        _ word: Word, _ print: borrowing Picture, _ first: borrowing Recognizer, _ resolution: Int
    ) throws(ReadingError) -> Word {
        let upright = print.setUpright()
        // Of what was read clearly and is no italics, the one in a hundred that is wrong is read wrongly again.
        let isSlanted = upright != nil
        guard isSlanted || word.confidence < Self.sureOfUpright else { return word }
        let other = try number(print, resolution)
        if let other, Doubt.agree(word, other) { return Doubt.better(of: word, [(other, .largerNetwork)]) }
        var readings = other.map { [(word: $0, manner: Doubt.Manner.largerNetwork)] } ?? []
        if let upright, let again = try first.lines(of: upright, resolution: resolution, layout: .line).onlyWord {
            readings.append((again, .upright))
        }
        return Doubt.better(of: word, readings)
    }

    private func syllable(
        _ word: Word, _ print: borrowing Picture, _ first: borrowing Recognizer, _ resolution: Int
    ) throws(ReadingError) -> Word {
        let other = try syllables.lines(of: print, resolution: resolution, layout: .line).onlyWord
        guard Doubt.isWorthAThirdLook(word, other) else { return word }
        var readings = [other].compactMap(\.self)
        if let soft = print.softened() {
            readings += [try first.lines(of: soft, resolution: resolution, layout: .line).onlyWord].compactMap(\.self)
        }
        if !Doubt.isSyllable(word), let upright = print.setUpright() {
            readings += [try first.lines(of: upright, resolution: resolution, layout: .line).onlyWord].compactMap(
                \.self)
        }
        return Doubt.likelier(than: word, among: readings)
    }
}

/// A recogniser that starts when it is first asked: title zones, and pages of nothing but clear words, do without.
private final class LateRecognizer {
    private let language: String
    private var recognizer: Recognizer?

    init(language: String) { self.language = language }

    func lines(
        of picture: borrowing Picture, resolution: Int, layout: Recognizer.Layout
    ) throws(ReadingError) -> [TextLine] {
        if recognizer == nil { recognizer = try Recognizer(.installed(language)) }
        return try recognizer?.lines(of: picture, resolution: resolution, layout: layout) ?? []
    }
}

extension [TextLine] {
    /// Nil where a picture of one word was read as none or as several.
    fileprivate var onlyWord: Word? {
        let words = flatMap(\.words).filter { $0.text.contains { $0.isLetter || $0.isNumber } }
        return words.count == 1 ? words[0] : nil
    }
}

extension TextLine {
    /// Words of nothing but digits and what stands between digits, so close together that they may be one number; the
    /// word alone where it is none.
    fileprivate func run(ofDigitsAt place: Int) -> Range<Int> {
        var end = place + 1
        guard Doubt.isOfDigits(words[place].text) else { return place..<end }
        while end < words.count, Doubt.isOfDigits(words[end].text),
            words[end].box.x - words[end - 1].box.right < words[end].box.height / 2
        {
            end += 1
        }
        return place..<end
    }

    /// Words from this one on in which the digits stand as far apart as in boxes; empty where they do not.
    fileprivate func row(ofDigitsApartAt place: Int) -> Range<Int> {
        var end = place
        while end < words.count, Doubt.isMostlyOfDigits(words[end].text),
            end == place || 2 * (words[end].box.x - words[end - 1].box.right) < 3 * words[end].box.height
        {
            end += 1
        }
        let digits = words[place..<end].reduce(0) { $0 + $1.text.count }
        guard digits >= Self.leastInBoxes, let last = words[..<end].last else { return place..<place }
        let width = last.box.right - words[place].box.x
        // Digits of a typewriter, the widest in print, are as far apart as they are high.
        return 10 * width > 11 * digits * height(ofDigitsIn: place..<end) ? place..<end : place..<place
    }

    /// A day's date in boxes has eight.
    private static let leastInBoxes = 8

    /// Median, pixels.
    fileprivate func height(ofDigitsIn row: Range<Int>) -> Int {
        let heights = words[row].map(\.box.height).sorted()
        return heights[heights.count / 2]
    }

    /// The box of words with as much paper around it as their neighbours leave.
    fileprivate func room(for run: Range<Int>) -> PixelBox {
        let box = words[run].dropFirst().reduce(words[run.lowerBound].box) { $0.union($1.box) }
        let before = run.lowerBound > 0 ? box.x - words[run.lowerBound - 1].box.right : .max
        let after = run.upperBound < words.count ? words[run.upperBound].box.x - box.right : .max
        let left = max(0, min(before / 2, box.height / 4))
        let right = max(0, min(after / 2, box.height / 4))
        let margin = box.height / 5
        return PixelBox(
            x: box.x - left, y: box.y - margin, width: box.width + left + right, height: box.height + 2 * margin)
    }
}
