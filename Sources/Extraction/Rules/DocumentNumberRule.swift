/// A document's number with its symbol (số, ký hiệu), as Nghị định 30/2020/NĐ-CP writes them: `12/QĐ-UBND`,
/// `04/2021/TT-BTNMT`; or the serial number of a certificate.
struct DocumentNumberRule: FieldRule {
    func value(in answer: Answer) -> FieldValue? {
        if let serial = Self.serial(in: answer) { return serial }
        var pieces: [FormLine.Piece] = []
        for piece in answer.firstColumn.withoutLeaders.prefix(4) {
            // `Số: 12 / QĐ-UBND`, with spaces where the symbol was printed and the number stamped.
            guard pieces.isEmpty || piece.text.hasPrefix("/") || pieces.last?.text.hasSuffix("/") == true else { break }
            pieces.append(piece)
        }
        let text = pieces.map(\.text).joined().withoutEdges
        guard text.first?.isNumber == true || text.first?.isUppercase == true, text.contains(where: \.isNumber),
            text.allSatisfy({ $0.isLetter || $0.isNumber || "/-.&".contains($0) }), text.count <= 40,
            !Self.isOfADate(text)
        else { return nil }
        return FieldValue(text: DocumentSymbol.mended(text, issuer: nil), pieces: pieces)
    }

    /// `29/10/2622`: a day, whether or not there is one like it. Symbols have letters.
    private static func isOfADate(_ text: String) -> Bool {
        let parts = text.split(separator: text.contains("/") ? "/" : "-")
        return parts.count == 3 && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
    }

    /// The number that a blank certificate is printed with: `CD 582539`, one or two letters and six to eight digits.
    private static func serial(in answer: Answer) -> FieldValue? {
        let pieces = Array(answer.firstColumn.withoutLeaders.prefix(2))
        guard pieces.count == 2, let letters = Optional(pieces[0].text.withoutEdges), (1...2).contains(letters.count),
            letters.allSatisfy({ $0.isLetter && $0.isUppercase }),
            let digits = Digits.plain(pieces[1].text.withoutEdges), (6...8).contains(digits.count)
        else { return nil }
        return FieldValue(text: "\(letters) \(digits)", pieces: pieces)
    }
}
