import Dossiers

extension RecognizedPage {
    /// A page of 1000 × 1400 pixels with these lines of print, one below the other.
    static func fixture(_ lines: [String], codes: [String] = [], unread: [PixelBox]? = nil) -> RecognizedPage {
        RecognizedPage(
            number: 1, content: .text, width: 1000, height: 1400, resolution: 120, turned: 0, skew: 0,
            lines: zip(0..., lines).map { row, line in
                TextLine(
                    words: zip(0..., line.split(separator: " ")).map { column, word in
                        Word(
                            text: String(word), confidence: 1,
                            box: PixelBox(x: 50 + 80 * column, y: 20 + 40 * row, width: 70, height: 30))
                    })
            },
            codes: codes.map { Code(symbology: "QRCode", text: $0, box: PixelBox(x: 0, y: 0, width: 9, height: 9)) },
            unreadCodes: unread, quality: PageQuality(confidence: 1, syllables: 1))
    }
}
