internal import CTesseract
package import Dossiers

/// Print set in italics, in which forms are filled in.
///
/// A single letter is known by the word around it, a slanted digit by its shape alone, and Tesseract's network takes a
/// slanted 1 for a 7 and a slanted 8 for a 6, in the clearest print. Set upright, the same digits give it no trouble.
/// Of blunt print it is the same with letters, `Htếu` for `Hiếu`.
extension Recognizer {
    /// - Parameter lines: What was read of the picture, in its pixels.
    /// - Returns: The same lines, slanted numbers and doubtful words as they are read when they are set upright.
    func lines(
        _ lines: [TextLine], withSlantedWordsSetUprightOn picture: borrowing Picture, resolution: Int
    ) throws(ReadingError) -> [TextLine] {
        var all = lines
        var looks = 0
        for line in lines.indices {
            for place in lines[line].words.indices where looks < Self.mostLooks {
                let word = lines[line].words[place]
                guard SlantedWord.isDoubtful(word), let upright = picture.setUpright(lines[line].room(for: place))
                else { continue }
                looks += 1
                let read = try self.lines(of: upright, resolution: resolution, layout: .line).flatMap(\.words)
                guard read.count == 1, let again = read.first else { continue }
                all[line].words[place] = SlantedWord.better(of: word, again)
            }
        }
        return all
    }

    /// A page with more of them is a table of figures, which no field is read from, or no print.
    private static let mostLooks = 60
}

/// Which of two readings of a slanted word is believed.
package enum SlantedWord {
    /// Whether a word, if it is slanted, may have been misread: any number of two digits and more, with whatever stands
    /// between them (of one digit alone no slant can be told), and other words that were read badly or as none.
    package static func isDoubtful(_ word: Word) -> Bool {
        guard word.text.count <= 30 else { return false }
        if isNumber(word.text) { return true }
        let letters = core(of: word.text)
        return letters.count >= 2 && word.confidence >= leastOfPrint
            && (word.confidence < leastConfidence || !VietnameseSyllable.isPossible(letters))
    }

    /// - Parameter upright: Read of the same print set upright; its box is none of the page's.
    package static func better(of word: Word, _ upright: Word) -> Word {
        guard core(of: upright.text) != core(of: word.text), upright.confidence >= leastConfidence,
            upright.confidence > word.confidence - clearer,
            isNumber(word.text) ? isNumber(upright.text) : isLikelier(upright, than: word),
            // A reading that lost or gained a letter's neighbours is of other print.
            abs(upright.text.count - word.text.count) <= 2
        else { return word }
        var better = word
        better.text = upright.text
        // Where both were read clearly, one of them is wrong with confidence.
        better.confidence = word.confidence >= leastConfidence ? min(upright.confidence, doubt) : upright.confidence
        return better
    }

    private static func isNumber(_ text: String) -> Bool { text.count(where: { $0.isASCII && $0.isNumber }) >= 2 }

    /// A syllable instead of none, or one that was read far better.
    private static func isLikelier(_ upright: Word, than word: Word) -> Bool {
        guard VietnameseSyllable.isPossible(core(of: upright.text)) else { return false }
        return !VietnameseSyllable.isPossible(core(of: word.text)) || upright.confidence > word.confidence + clearer
    }

    private static func core(of text: String) -> String { text.filter { $0.isLetter || $0.isNumber } }

    /// Strokes of a pen are read with less.
    private static let leastOfPrint = 0.2
    private static let leastConfidence = 0.8
    private static let clearer = 0.15
    private static let doubt = 0.8
}

extension TextLine {
    /// The box of a word with as much paper around it as its neighbours leave.
    fileprivate func room(for place: Int) -> PixelBox {
        let box = words[place].box
        let before = place > 0 ? box.x - words[place - 1].box.right : .max
        let after = place + 1 < words.count ? words[place + 1].box.x - box.right : .max
        let left = max(0, min(before / 2, box.height / 4))
        let right = max(0, min(after / 2, box.height / 4))
        let margin = box.height / 5
        return PixelBox(
            x: box.x - left, y: box.y - margin, width: box.width + left + right, height: box.height + 2 * margin)
    }
}

extension Picture {
    /// A part of the page, its slanted print upright; nil where it is upright as it is.
    func setUpright(_ box: PixelBox) -> Picture? {
        guard let part = clipped(to: box.within(width: width, height: height)),
            let gray = Picture(pixConvertTo8(part.pix, 0))
        else { return nil }
        // Room for what leans out, and the white edge without which Tesseract takes print for a frame.
        let margin = Int32(box.height / 2)
        guard let framed = Picture(pixAddBorderGeneral(gray.pix, margin, margin, margin, margin, 255)) else {
            return nil
        }
        let sharpness = Self.slants.map { framed.sharpnessOfColumns(at: $0) }
        guard let sharpest = sharpness.indices.max(by: { sharpness[$0] < sharpness[$1] }), sharpest > 0 else {
            return nil
        }
        return framed.sheared(by: Self.slants[sharpest])
    }

    /// Radians, upright first; italics lean by some 0.2.
    private static let slants: [Float] = [0, 0.14, 0.2, 0.26]

    /// About the middle row, the top to the left.
    private func sheared(by slant: Float) -> Picture? {
        Picture(pixHShearLI(pix, Int32(height / 2), -slant, Int32(L_BRING_IN_WHITE)))
    }

    /// How abruptly ink begins and ends from one column to the next: most so where stems stand upright.
    private func sharpnessOfColumns(at slant: Float) -> Double {
        guard let turned = slant == 0 ? same() : sheared(by: slant) else { return 0 }
        var sums = pixAverageByColumn(turned.pix, nil, Int32(L_BLACK_IS_MAX))
        defer { numaDestroy(&sums) }
        guard let sums, let values = numaGetFArray(sums, Int32(L_NOCOPY)) else { return 0 }
        let columns = UnsafeBufferPointer(start: values, count: Int(numaGetCount(sums)))
        return zip(columns, columns.dropFirst()).reduce(0) { $0 + Double(($1.0 - $1.1) * ($1.0 - $1.1)) }
    }
}
