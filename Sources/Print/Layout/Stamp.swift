internal import CPangoCairo

/// The round red seal of an office (con dấu).
enum Stamp {
    /// - Parameters:
    ///   - x: Points; the middle.
    ///   - y: Points; the middle.
    static func draw(x: Double, y: Double, random: inout RandomStream, on canvas: borrowing Canvas) {
        let context = canvas.context
        let radius = 50.0
        cairo_save(context)
        cairo_translate(context, x, y)
        cairo_rotate(context, random.number(-0.25...0.25))
        let ink = PrintStyle.Ink.stampRed
        cairo_set_source_rgba(context, ink.red, ink.green, ink.blue, random.number(0.6...0.85))
        for (ring, width) in [(radius, 2.2), (radius - 4, 0.8), (radius - 17, 0.8)] {
            cairo_new_path(context)
            cairo_set_line_width(context, width)
            cairo_arc(context, 0, 0, ring, 0, 2 * Double.pi)
            cairo_stroke(context)
        }
        star(radius: 13, context)
        around("ỦY BAN NHÂN DÂN XÃ ★ TỈNH QUẢNG NINH ★ ", radius: radius - 14, canvas)
        cairo_restore(context)
    }

    private static func star(radius: Double, _ context: OpaquePointer) {
        cairo_new_path(context)
        for point in 0..<10 {
            let angle = Double(point) * Double.pi / 5 - Double.pi / 2
            let reach = point % 2 == 0 ? radius : radius * 0.4
            cairo_line_to(context, reach * Trigonometry.cosine(angle), reach * Trigonometry.sine(angle))
        }
        cairo_close_path(context)
        cairo_fill(context)
    }

    private static func around(_ text: String, radius: Double, _ canvas: borrowing Canvas) {
        let context = canvas.context
        cairo_select_font_face(context, "Arimo", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD)
        cairo_set_font_size(context, 8)
        let step = 2 * Double.pi / Double(text.count)
        for character in text {
            cairo_rotate(context, step)
            cairo_move_to(context, -3, -radius)
            cairo_show_text(context, String(character))
        }
    }
}
