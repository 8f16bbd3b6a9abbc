/// A document's number with its symbol (số, ký hiệu), as Nghị định 30/2020/NĐ-CP writes them: `12/QĐ-UBND`,
/// `04/2021/TT-BTNMT`; or the serial number of a certificate.
struct DocumentNumberRule: FieldRule {
    func value(in answer: Answer) -> FieldValue? {
        var pieces: [FormLine.Piece] = []
        for piece in answer.firstColumn.withoutLeaders.prefix(4) {
            // `Số: 12 / QĐ-UBND`, with spaces where the symbol was printed and the number stamped.
            guard pieces.isEmpty || piece.text.hasPrefix("/") || pieces.last?.text.hasSuffix("/") == true else { break }
            pieces.append(piece)
        }
        let text = pieces.map(\.text).joined().withoutEdges
        guard text.first?.isNumber == true || text.first?.isUppercase == true, text.contains(where: \.isNumber),
            text.allSatisfy({ $0.isLetter || $0.isNumber || "/-.&".contains($0) }), text.count <= 40
        else { return nil }
        return FieldValue(text: text, pieces: pieces)
    }
}
