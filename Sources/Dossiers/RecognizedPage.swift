import Foundation

/// One word as the recogniser returned it.
package struct Word: Codable, Hashable, Sendable {
    private enum CodingKeys: CodingKey {
        case text, confidence, box
    }

    package var text: String {
        didSet { if text != oldValue { rivals = nil } }
    }
    /// 0…1.
    package var confidence: Double
    package var box: PixelBox
    /// Signs that were nearly read in the place of this text's; nil where that is not known, as of a text that was put
    /// right or a page that was stored.
    package var rivals: [RivalSign]?

    package init(text: String, confidence: Double, box: PixelBox, rivals: [RivalSign]? = nil) {
        self.text = text
        self.confidence = confidence
        self.box = box
        self.rivals = rivals
    }

    /// Of a part of the text, their places counted from its first sign.
    package func rivals(in part: Range<Int>) -> [RivalSign]? {
        rivals?.compactMap { rival in
            part.contains(rival.place)
                ? RivalSign(
                    place: rival.place - part.lowerBound, sign: rival.sign, confidence: rival.confidence) : nil
        }
    }
}

/// A sign that was nearly read in the place of another.
package struct RivalSign: Hashable, Sendable {
    /// The other's offset in its word's text.
    package var place: Int
    package var sign: String
    /// 0…1, as sure as recognition was of it; that of the sign that was read is mostly, and not always, higher.
    package var confidence: Double

    package init(place: Int, sign: String, confidence: Double) {
        self.place = place
        self.sign = sign
        self.confidence = confidence
    }

    /// The text with this sign in the place of the other; nil where it has no such place.
    package func taken(in text: String) -> String? {
        guard place < text.count else { return nil }
        let index = text.index(text.startIndex, offsetBy: place)
        return text.replacingCharacters(in: index...index, with: sign)
    }
}

/// Words on one row of text, left to right.
package struct TextLine: Codable, Hashable, Sendable {
    package var words: [Word]

    package init(words: [Word]) {
        self.words = words
    }

    package var text: String { words.map(\.text).joined(separator: " ") }
    /// Nil for a line without words.
    package var box: PixelBox? {
        words.first.map { first in words.dropFirst().reduce(first.box) { $0.union($1.box) } }
    }
}

/// A QR code or barcode found on a page.
package struct Code: Codable, Hashable, Sendable {
    /// The symbology by its usual name: `QRCode`, `Code128`, `Code39`, `PDF417`, `DataMatrix`.
    package var symbology: String
    package var text: String
    package var box: PixelBox

    package init(symbology: String, text: String, box: PixelBox) {
        self.symbology = symbology
        self.text = text
        self.box = box
    }
}

/// How far a page's text can be trusted.
package struct PageQuality: Codable, Hashable, Sendable {
    /// Mean word confidence weighted by letters, 0…1; 0 on a page without words.
    package var confidence: Double
    /// Share of the words made of letters that are possible Vietnamese syllables, 0…1; 0 on a page without words.
    package var syllables: Double

    package init(confidence: Double, syllables: Double) {
        self.confidence = confidence
        self.syllables = syllables
    }
}

/// What a page's scan can tell apart.
package enum PageColours: String, Codable, Sendable {
    case bilevel, gray, colour
}

/// What one page of a scan turned out to hold.
package struct RecognizedPage: Codable, Hashable, Sendable {
    package enum Content: String, Codable, Sendable {
        case text
        case blank
    }

    /// 1-based in the source file.
    package var number: Int
    package var content: Content
    /// Pixels of the upright page at its scan resolution.
    package var width: Int
    package var height: Int
    /// Dots per inch; an estimate from the page's shape where the file says nothing believable.
    package var resolution: Int
    /// What the scan can tell apart; nil where that is not known, as of pages that were stored without.
    package var colours: PageColours?
    /// How far the scan was turned clockwise to stand upright: 0, 90, 180 or 270 degrees.
    package var turned: Int
    /// Degrees by which the upright page leaned, clockwise positive, before it was straightened.
    package var skew: Double
    /// In reading order.
    package var lines: [TextLine]
    package var codes: [Code]
    /// Where something looks like a code and could not be read as one; nil or empty where there is none.
    package var unreadCodes: [PixelBox]?
    package var quality: PageQuality

    package init(
        number: Int, content: Content, width: Int, height: Int, resolution: Int, turned: Int, skew: Double,
        lines: [TextLine], codes: [Code], unreadCodes: [PixelBox]? = nil, quality: PageQuality
    ) {
        self.number = number
        self.content = content
        self.width = width
        self.height = height
        self.resolution = resolution
        self.turned = turned
        self.skew = skew
        self.lines = lines
        self.codes = codes
        self.unreadCodes = unreadCodes
        self.quality = quality
    }

    /// One line of the page a line of text.
    package var text: String { lines.map(\.text).joined(separator: "\n") }

    /// The same text with each line as one word: a tenth of the memory.
    package func withLinesAsWords() -> RecognizedPage {
        var page = self
        page.lines = lines.compactMap { line in
            line.box.map { TextLine(words: [Word(text: line.text, confidence: quality.confidence, box: $0)]) }
        }
        return page
    }
}
