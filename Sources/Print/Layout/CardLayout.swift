internal import CPangoCairo

/// An identity card, front and back, copied onto one sheet.
struct CardLayout {
    let form: FilledForm
    let composer: PageComposer

    /// Points: a card is 85.6 by 54 mm; copies are often enlarged.
    private let width = 85.6 / 25.4 * 72 * 1.35
    private let height = 54 / 25.4 * 72 * 1.35

    func draw() throws(PrintFailure) {
        let lines = form.lines.filter { !$0.text.trimmingSpaces.isEmpty || $0.runs.contains { !$0.isText } }
        let back = lines.firstIndex { line in
            ["Đặc điểm", "Nơi cư trú / Place"].contains { line.text.hasPrefix($0) }
        }
        let cut = back ?? lines.endIndex
        let x = (Paper.width - width) / 2 + composer.random.number(-40.0...40.0)
        try side(Array(lines[..<cut]), x: x, y: 70 + composer.random.number(0.0...60.0), isFront: true)
        try side(Array(lines[cut...]), x: x, y: 400 + composer.random.number(0.0...40.0), isFront: false)
    }

    private func side(_ lines: [FilledLine], x: Double, y: Double, isFront: Bool) throws(PrintFailure) {
        background(x: x, y: y)
        var style = composer.style
        style.face = "Arimo"
        style.valueFace = "Arimo"
        style.leader = .none
        style.valueInk = .black
        style.valueIsItalic = false
        var top = y + 8
        let textX = isFront ? x + 82 : x + 14
        if isFront { portrait(x: x + 12, y: y + 62) }
        for line in lines {
            if case .code(let text)? = line.runs.first(where: \.isCode)?.content {
                try QRPicture.draw(text, x: x + width - 62, y: y + 6, side: 56, on: composer.canvas)
                continue
            }
            let isHead = top < y + 60 && isFront && line.runs.allSatisfy { $0.key == nil }
            let isMachineReadable = line.text.hasPrefix("IDVNM") || line.text.contains("<<")
            if isMachineReadable { style.valueFace = "Cousine" }
            style.size = isMachineReadable ? 10.5 : isHead ? 8 : 8.6
            let elements: [RichLine.Element] = line.runs.map { run in
                run.key == nil ? .text(run.text) : .value(run.text, isLast: false)
            }
            top += try composer.draw(
                RichLine(elements, style: style, isBold: isHead), x: isHead ? x + 60 : textX, y: top,
                width: isHead ? width - 130 : width - (isFront ? 90 : 28), alignment: isHead ? .center : .left,
                leading: 1.12)
        }
    }

    private func background(x: Double, y: Double) {
        guard composer.isDrawing else { return }
        let context = composer.canvas.context
        cairo_save(context)
        cairo_set_source_rgb(context, 0.86, 0.93, 0.90)
        cairo_rectangle(context, x, y, width, height)
        cairo_fill(context)
        cairo_set_source_rgba(context, 0.55, 0.72, 0.70, 0.35)
        cairo_set_line_width(context, 0.5)
        for ring in stride(from: 6.0, to: 96, by: 6) {
            cairo_new_path(context)
            cairo_arc(context, x + width * 0.55, y + height * 0.55, ring, 0, 2 * Double.pi)
            cairo_stroke(context)
        }
        cairo_restore(context)
        Strokes.rectangle(x: x, y: y, width: width, height: height, on: composer.canvas)
    }

    private func portrait(x: Double, y: Double) {
        guard composer.isDrawing else { return }
        let context = composer.canvas.context
        cairo_save(context)
        cairo_set_source_rgb(context, 0.75, 0.80, 0.88)
        cairo_rectangle(context, x, y, 62, 82)
        cairo_fill(context)
        cairo_set_source_rgb(context, 0.25, 0.22, 0.22)
        cairo_arc(context, x + 31, y + 34, 17, 0, 2 * Double.pi)
        cairo_fill(context)
        cairo_rectangle(context, x + 8, y + 56, 46, 26)
        cairo_fill(context)
        cairo_restore(context)
    }
}

extension FilledRun {
    var isCode: Bool { if case .code = content { true } else { false } }
}
