internal import CPangoCairo

/// Leaders, boxes and rules.
enum Strokes {
    /// A row of dots such as a word processor sets.
    static func dots(from start: Double, to end: Double, y: Double, on canvas: borrowing Canvas) {
        let context = canvas.context
        cairo_save(context)
        cairo_set_source_rgb(context, 0.1, 0.1, 0.1)
        cairo_set_line_width(context, 1.0)
        cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
        var pattern = [0.0, 3.3]
        cairo_set_dash(context, &pattern, 2, 0)
        cairo_move_to(context, start, y)
        cairo_line_to(context, end, y)
        cairo_stroke(context)
        cairo_restore(context)
    }

    static func line(
        from start: Double, to end: Double, y: Double, width: Double = 0.6, on canvas: borrowing Canvas
    ) {
        path(width: width, on: canvas) { context in
            cairo_move_to(context, start, y)
            cairo_line_to(context, end, y)
        }
    }

    static func rectangle(
        x: Double, y: Double, width: Double, height: Double, line: Double = 0.7, on canvas: borrowing Canvas
    ) {
        path(width: line, on: canvas) { cairo_rectangle($0, x, y, width, height) }
    }

    static func checkbox(isTicked: Bool, x: Double, baseline: Double, on canvas: borrowing Canvas) {
        rectangle(x: x, y: baseline - 9, width: 9.5, height: 9.5, on: canvas)
        guard isTicked else { return }
        path(width: 1.3, on: canvas) { context in
            cairo_move_to(context, x + 1.5, baseline - 7.5)
            cairo_line_to(context, x + 8, baseline - 1)
            cairo_move_to(context, x + 8, baseline - 7.5)
            cairo_line_to(context, x + 1.5, baseline - 1)
        }
    }

    static func path(width: Double, on canvas: borrowing Canvas, _ draw: (OpaquePointer) -> Void) {
        let context = canvas.context
        cairo_save(context)
        cairo_set_source_rgb(context, 0.08, 0.08, 0.08)
        cairo_set_line_width(context, width)
        draw(context)
        cairo_stroke(context)
        cairo_restore(context)
    }
}

/// One box a digit, as for identity numbers.
enum DigitBoxes {
    /// Points.
    static let side = 15.0

    static func draw(
        _ digits: String, x: Double, baseline: Double, style: PrintStyle, on canvas: borrowing Canvas
    ) throws(PrintFailure) {
        for (index, digit) in digits.enumerated() {
            let left = x + Double(index) * side
            Strokes.rectangle(x: left, y: baseline - 11.5, width: side, height: 15, on: canvas)
            let look = TextBlock.Look(face: style.valueFace, size: style.size, ink: style.valueInk)
            let block = try TextBlock(
                [TextBlock.Piece(text: String(digit), look: look)], width: DigitBoxes.side, leading: 1,
                alignment: .center, on: canvas)
            let start = block.rows.first?.x ?? 0
            block.draw(row: 0, x: left + start, y: baseline, on: canvas)
        }
    }
}
