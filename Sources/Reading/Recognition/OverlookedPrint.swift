internal import CTesseract
import Dossiers

/// Print that Tesseract's layout analysis passed over. Now and then it leaves out rows in the middle of a page that
/// stand there as clear as their neighbours; read by themselves they give no trouble.
extension Recognizer {
    /// - Parameter lines: What was read of the picture, in its pixels.
    /// - Returns: The same lines with what they left out, where that reads as print does.
    func lines(_ lines: [TextLine], withPrintOverlookedOn picture: borrowing Picture, resolution: Int)
        throws(ReadingError) -> [TextLine]
    {
        let lines = try self.lines(lines, withHighOnesDividedOn: picture, resolution: resolution)
        let found = try self.lines(overlookedBy: lines, on: picture, resolution: resolution)
        let all = found.reduce(lines) { $0.inserting($1) }
        // Of rows that stand close, those in the midst may be passed over once more.
        return found.isEmpty
            ? all
            : try self.lines(overlookedBy: all, on: picture, resolution: resolution).reduce(all) { $0.inserting($1) }
    }

    private func lines(overlookedBy lines: [TextLine], on picture: borrowing Picture, resolution: Int)
        throws(ReadingError) -> [TextLine]
    {
        var found: [TextLine] = []
        for box in picture.inkOutside(lines.flatMap(\.words).map(\.box)).prefix(Self.mostStrips) {
            found += try print(in: box, of: picture, resolution: resolution)
        }
        return found
    }

    /// A line much higher than others may hold several rows, of which the layout analysis made one and read one.
    private func lines(_ lines: [TextLine], withHighOnesDividedOn picture: borrowing Picture, resolution: Int)
        throws(ReadingError) -> [TextLine]
    {
        let heights = lines.flatMap(\.words).map(\.box.height).sorted()
        guard !heights.isEmpty else { return lines }
        let usual = heights[heights.count / 2]
        var all: [TextLine] = []
        for line in lines {
            guard let box = line.box, line.words.count > 1, line.words.allSatisfy({ 5 * $0.box.height > 9 * usual })
            else {
                all.append(line)
                continue
            }
            let room = PixelBox(
                x: box.x - usual / 2, y: box.y - usual / 2, width: box.width + usual, height: box.height + usual
            ).within(width: picture.width, height: picture.height)
            let rows = try print(in: room, of: picture, resolution: resolution)
            all += rows.count > 1 && rows.letters > [line].letters ? rows : [line]
        }
        return all
    }

    /// What reads as print does there.
    private func print(in box: PixelBox, of picture: borrowing Picture, resolution: Int) throws(ReadingError)
        -> [TextLine]
    {
        guard let strip = picture.clipped(to: box) else { return [] }
        let rows = try lines(of: strip, resolution: resolution, layout: .block, rivals: true)
        return rows.filter(\.readsAsPrint).map { line in
            TextLine(
                words: line.words.map { word in
                    var word = word
                    word.box.x += box.x
                    word.box.y += box.y
                    return word
                })
        }
    }

    /// Pages with more than this outside of their lines are drawings.
    private static let mostStrips = 16
}

extension TextLine {
    /// Strokes of a pen, seals and drawings are read with less confidence, or as no words.
    fileprivate var readsAsPrint: Bool {
        let quality = PageQuality(of: [self])
        guard [self].letters >= 4 else { return false }
        if CardWording.isEnglish(of: words) { return quality.confidence >= 0.6 }
        // A row of syllables is no scribble, however worn its print.
        if words.count >= 5, quality.syllables >= 0.9 { return quality.confidence >= 0.65 }
        return quality.confidence >= 0.8
            // Identity cards speak English, too.
            && (quality.syllables >= 0.5 || quality.confidence >= 0.9
                || words.allSatisfy { !$0.text.contains(where: \.isLetter) })
    }
}

extension [TextLine] {
    fileprivate var letters: Int {
        reduce(0) { $0 + $1.words.reduce(0) { $0 + $1.text.count(where: { $0.isLetter || $0.isNumber }) } }
    }

    /// With a line put where it belongs from top to bottom: into the row that it is a part of, else between rows.
    func inserting(_ line: TextLine) -> [TextLine] {
        guard let box = line.box else { return self }
        var all = self
        let middle = box.y + box.height / 2
        if let row = all.firstIndex(where: { $0.box.map { $0.y < middle && middle < $0.bottom } ?? false }),
            let other = all[row].box, box.y < other.y + other.height / 2, other.y + other.height / 2 < box.bottom
        {
            all[row].words = (all[row].words + line.words).sorted { $0.box.x < $1.box.x }
        } else {
            let below = all.firstIndex { $0.box.map { $0.y + $0.height / 2 > middle } ?? false } ?? all.count
            all.insert(line, at: below)
        }
        return all
    }
}

extension Picture {
    /// Strips of a page at 300 dpi that hold what may be words and none of these boxes, top to bottom.
    func inkOutside(_ boxes: [PixelBox]) -> [PixelBox] {
        guard let ink = binarized(), let rest = Picture(pixCopy(nil, ink.pix)) else { return [] }
        for box in boxes {
            // Rows on cards stand so close that more would take their neighbours' letters.
            let margin = box.height / 8
            pixRasterop(
                rest.pix, Int32(box.x - 12), Int32(box.y - margin), Int32(box.width + 24),
                Int32(box.height + 2 * margin), PIX_CLR, nil, 0, 0)
        }
        // Letters of a word come together, and words of a row; specks and lines do not make a row.
        guard let rows = Picture(pixMorphCompSequence(rest.pix, "o2.2 + c45.5 + o45.9", 0)),
            let found = rows.components()
        else { return [] }
        var strips: [PixelBox] = []
        // Rows that stand close come together, too: three on a card.
        for part in found where (18...200).contains(part.height) && part.width >= 2 * part.height {
            let middle = part.y + part.height / 2
            if let row = strips.firstIndex(where: { $0.y < middle && middle < $0.bottom }) {
                strips[row] = strips[row].union(part)
            } else {
                strips.append(part)
            }
        }
        return strips.sorted { $0.y < $1.y }.map { strip in
            let margin = max(12, strip.height / 3)
            return PixelBox(
                x: strip.x - margin, y: strip.y - margin, width: strip.width + 2 * margin,
                height: strip.height + 2 * margin
            ).within(width: self.width, height: self.height)
        }
    }
}
