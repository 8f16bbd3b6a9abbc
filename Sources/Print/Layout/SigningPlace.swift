/// Where a form is signed and sealed.
extension FormLayout {
    /// Lines of the place for a signature: in the right half, centred.
    func signing(_ line: FilledLine) throws(PrintFailure) {
        let isNote = line.text.hasPrefix("(")
        try composer.makeRoom(line.runs.contains(where: \.isSignature) ? 80 : 24)
        let x = composer.left + composer.width * 0.5
        composer.y += try signable(
            line, isBold: !isNote, isItalic: isNote, x: x, y: composer.y, width: composer.width * 0.5)
    }

    func signable(
        _ line: FilledLine, isBold: Bool, isItalic: Bool = false, x: Double, y: Double, width: Double
    ) throws(PrintFailure) -> Double {
        guard case .signature(let name)? = line.runs.first(where: \.isSignature)?.content else {
            let text = rich(line, isBold: isBold, isItalic: isItalic, scale: 0.95)
            return try composer.draw(text, x: x, y: y, width: width, alignment: .center, leading: 1.15)
        }
        if composer.isDrawing {
            let room = min(width - 20, 110)
            Handwriting.signature(
                x: x + (width - room) / 2, y: y + 6, width: room, height: 36, random: &composer.random,
                on: composer.canvas)
            if form.isSealed {
                Stamp.draw(x: x + width * 0.28, y: y + 26, random: &composer.random, on: composer.canvas)
            }
        }
        let isWritten = line.runs.contains(where: \.isHandwritten)
        let elements: [RichLine.Element] =
            isWritten ? scribbles(name, isLast: false) : [.text(name)]
        let height = try composer.draw(
            RichLine(elements, style: style, isBold: true), x: x, y: y + 46, width: width, alignment: .center,
            leading: 1.1)
        return 46 + height + 4
    }
}
