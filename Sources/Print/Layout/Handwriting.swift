internal import CPangoCairo

/// Strokes of a pen: writing that says nothing, and signatures.
enum Handwriting {
    /// One word of about as many letters as the width gives room for.
    static func word(
        x: Double, baseline: Double, width: Double, size: Double, ink: PrintStyle.Ink, random: inout RandomStream,
        on canvas: borrowing Canvas
    ) {
        let context = canvas.context
        begin(context, ink: ink, width: random.number(0.8...1.3))
        var pen = x + 1
        let tilt = random.number(-0.02...0.04)
        cairo_move_to(context, pen, baseline)
        while pen < x + width - 3 {
            let step = size * random.number(0.28...0.5)
            let isTall = random.chance(0.3)
            let isDeep = !isTall && random.chance(0.12)
            let reach = size * (isTall ? random.number(0.65...0.95) : isDeep ? -0.35 : random.number(0.3...0.5))
            let base = baseline - (pen - x) * tilt + random.number(-0.8...0.8)
            cairo_curve_to(
                context, pen + step * 0.1, base - reach * 1.1, pen + step * random.number(0.5...0.9),
                base - reach * 1.1, pen + step * 0.55, base - reach * 0.2)
            cairo_curve_to(
                context, pen + step * 0.5, base + size * 0.08, pen + step * 0.8, base + size * 0.1, pen + step,
                base - size * random.number(0.02...0.2))
            pen += step
        }
        cairo_stroke(context)
        // Marks above and below letters, as Vietnamese has them.
        for _ in 0..<max(1, Int(width / 24)) where random.chance(0.7) {
            let at = x + width * random.number(0.15...0.85)
            let high = baseline - size * random.number(0.75...1.0)
            cairo_move_to(context, at, high)
            cairo_line_to(context, at + size * random.number(-0.2...0.28), high - size * random.number(-0.1...0.2))
        }
        cairo_stroke(context)
        cairo_restore(context)
    }

    /// A signature that fills a box.
    static func signature(
        x: Double, y: Double, width: Double, height: Double, random: inout RandomStream, on canvas: borrowing Canvas
    ) {
        let context = canvas.context
        begin(context, ink: random.chance(0.85) ? .blueInk : .black, width: random.number(0.9...1.7))
        var (px, py) = (x + width * random.number(0.1...0.3), y + height * random.number(0.4...0.7))
        cairo_move_to(context, px, py)
        for _ in 0..<random.number(4...8) {
            let nx = x + width * random.number(0.05...0.95)
            let ny = y + height * random.number(0.1...0.9)
            cairo_curve_to(
                context, px + width * random.number(-0.1...0.4), py - height * random.number(-0.4...0.9),
                nx - width * random.number(-0.3...0.3), ny + height * random.number(-0.5...0.5), nx, ny)
            (px, py) = (nx, ny)
        }
        cairo_stroke(context)
        cairo_move_to(context, x, y + height * random.number(0.7...0.9))
        cairo_curve_to(
            context, x + width * 0.3, y + height * 0.9, x + width * 0.7, y + height * 0.6, x + width,
            y + height * random.number(0.5...0.8))
        cairo_stroke(context)
        cairo_restore(context)
    }

    private static func begin(_ context: OpaquePointer, ink: PrintStyle.Ink, width: Double) {
        cairo_save(context)
        cairo_set_source_rgb(context, ink.red, ink.green, ink.blue)
        cairo_set_line_width(context, width)
        cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
        cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    }
}
