internal import CPangoCairo

/// Text of several looks, broken to a width by Pango; pictures stand in it as object characters.
struct TextBlock: ~Copyable {
    /// A stretch of text with one look.
    struct Piece {
        var text: String
        var look: Look
        /// Points; for a picture (`text` is then `TextBlock.object`).
        var picture: (width: Double, height: Double)?
    }

    struct Look {
        var face: String
        var size: Double
        var isBold = false
        var isItalic = false
        var ink = PrintStyle.Ink.black
        /// Points above the baseline.
        var rise = 0.0
    }

    enum Alignment {
        case left
        case center
        case right
        /// Flush on both sides, the last row on the left.
        case justified
    }

    /// One line on the paper: bytes of the text, and where it stands below the top of the block.
    struct Row {
        var bytes: Range<Int>
        var x: Double
        var top: Double
        var height: Double
        var baseline: Double
    }

    static let object = "\u{FFFC}"

    let text: String
    private let layout: OpaquePointer

    /// - Parameter firstIndent: points before the first row.
    init(
        _ pieces: [Piece], width: Double, leading: Double, alignment: Alignment, firstIndent: Double = 0,
        on canvas: borrowing Canvas
    ) throws(PrintFailure) {
        guard let layout = pango_cairo_create_layout(canvas.context) else { throw PrintFailure.noCanvas }
        self.layout = layout
        text = pieces.map(\.text).joined()
        pango_cairo_context_set_resolution(pango_layout_get_context(layout), 72)
        pango_layout_set_text(layout, text, Int32(text.utf8.count))
        pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        pango_layout_set_alignment(layout, Self.pango(alignment))
        pango_layout_set_indent(layout, Int32(firstIndent * Double(PANGO_SCALE)))
        pango_layout_set_justify(layout, alignment == .justified ? 1 : 0)
        pango_layout_set_line_spacing(layout, Float(leading))
        let attributes = pango_attr_list_new()
        var start = 0
        for piece in pieces {
            let end = start + piece.text.utf8.count
            Self.add(piece, to: attributes, from: UInt32(start), to: UInt32(end))
            start = end
        }
        pango_layout_set_attributes(layout, attributes)
        pango_attr_list_unref(attributes)
    }

    private static func pango(_ alignment: Alignment) -> PangoAlignment {
        switch alignment {
        case .left, .justified: PANGO_ALIGN_LEFT
        case .center: PANGO_ALIGN_CENTER
        case .right: PANGO_ALIGN_RIGHT
        }
    }

    deinit { hoso_object_unref(UnsafeMutableRawPointer(layout)) }

    private static func add(_ piece: Piece, to list: OpaquePointer?, from start: UInt32, to end: UInt32) {
        func insert(_ attribute: UnsafeMutablePointer<PangoAttribute>?) {
            attribute?.pointee.start_index = start
            attribute?.pointee.end_index = end
            pango_attr_list_insert(list, attribute)
        }
        let look = piece.look
        let scale = Double(PANGO_SCALE)
        insert(pango_attr_family_new(look.face))
        // Half points: every other size costs a search through all fonts.
        insert(pango_attr_size_new(Int32((look.size * 2).rounded() / 2 * scale)))
        if look.isBold { insert(pango_attr_weight_new(PANGO_WEIGHT_BOLD)) }
        if look.isItalic { insert(pango_attr_style_new(PANGO_STYLE_ITALIC)) }
        if look.rise != 0 { insert(pango_attr_rise_new(Int32(look.rise * scale))) }
        insert(
            pango_attr_foreground_new(
                UInt16(look.ink.red * 65_535), UInt16(look.ink.green * 65_535), UInt16(look.ink.blue * 65_535)))
        if let picture = piece.picture {
            var box = PangoRectangle(
                x: 0, y: Int32(-picture.height * 0.8 * scale), width: Int32(picture.width * scale),
                height: Int32(picture.height * scale))
            insert(pango_attr_shape_new(&box, &box))
        }
    }

    /// Points.
    var height: Double {
        var height: Int32 = 0
        pango_layout_get_size(layout, nil, &height)
        return Double(height) / Double(PANGO_SCALE)
    }

    var rows: [Row] {
        let scale = Double(PANGO_SCALE)
        var result: [Row] = []
        guard let iterator = pango_layout_get_iter(layout) else { return [] }
        defer { pango_layout_iter_free(iterator) }
        repeat {
            guard let line = pango_layout_iter_get_line_readonly(iterator) else { break }
            var extents = PangoRectangle()
            pango_layout_iter_get_line_extents(iterator, nil, &extents)
            let start = Int(line.pointee.start_index)
            result.append(
                Row(
                    bytes: start..<start + Int(line.pointee.length), x: Double(extents.x) / scale,
                    top: Double(extents.y) / scale, height: Double(extents.height) / scale,
                    baseline: Double(pango_layout_iter_get_baseline(iterator)) / scale))
        } while pango_layout_iter_next_line(iterator) != 0
        return result
    }

    /// Where a byte of a row begins, in points from the block's left edge.
    func x(ofByte byte: Int, inRow row: Int) -> Double {
        guard let line = pango_layout_get_line_readonly(layout, Int32(row)) else { return 0 }
        var x: Int32 = 0
        pango_layout_line_index_to_x(line, Int32(byte), 0, &x)
        return Double(x) / Double(PANGO_SCALE)
    }

    /// Puts one row on the page with its baseline at `y`.
    func draw(row: Int, x: Double, y: Double, on canvas: borrowing Canvas) {
        guard canvas.isDrawing, let line = pango_layout_get_line_readonly(layout, Int32(row)) else { return }
        cairo_move_to(canvas.context, x, y)
        pango_cairo_show_layout_line(canvas.context, line)
    }
}
