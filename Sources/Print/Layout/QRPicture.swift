internal import CPangoCairo
internal import CQREncode

/// A QR code as black squares.
enum QRPicture {
    /// - Parameter side: Points, quiet zone included.
    static func draw(_ text: String, x: Double, y: Double, side: Double, on canvas: borrowing Canvas)
        throws(PrintFailure)
    {
        guard canvas.isDrawing else { return }
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { throw .cannotEncode("a QR code") }
        defer { QRcode_free(code) }
        let modules = Int(code.pointee.width)
        guard let data = code.pointee.data else { throw .cannotEncode("a QR code") }
        let context = canvas.context
        let module = side / Double(modules + 8)
        cairo_save(context)
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_rectangle(context, x, y, side, side)
        cairo_fill(context)
        cairo_set_source_rgb(context, 0, 0, 0)
        for row in 0..<modules {
            for column in 0..<modules where data[row * modules + column] & 1 == 1 {
                // A hair wider, so that no light shows between neighbours.
                cairo_rectangle(
                    context, x + Double(column + 4) * module, y + Double(row + 4) * module, module * 1.02,
                    module * 1.02)
            }
        }
        cairo_fill(context)
        cairo_restore(context)
    }
}
