internal import CPangoCairo

/// A page being drawn. Coordinates are points from the top left corner.
struct Canvas: ~Copyable {
    let surface: OpaquePointer
    let context: OpaquePointer
    /// Dots per inch.
    let resolution: Double
    let pixelWidth: Int
    let pixelHeight: Int
    /// Off where only the breaking of lines is wanted.
    let isDrawing: Bool

    /// A white page, or one that is only measured and never drawn.
    ///
    /// - Throws: `PrintFailure` where there is no memory for it.
    init(resolution: Int, isDrawing: Bool) throws(PrintFailure) {
        let scale = Double(resolution) / 72
        let width = isDrawing ? Int((Paper.width * scale).rounded()) : 1
        let height = isDrawing ? Int((Paper.height * scale).rounded()) : 1
        try self.init(
            surface: cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)),
            resolution: Double(resolution), pixelWidth: width, pixelHeight: height, isDrawing: isDrawing)
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
        cairo_scale(context, scale, scale)
    }

    /// Pages of vector graphics in a PDF file, of one size in points.
    init(pdfAt path: String, width: Double = Paper.width, height: Double = Paper.height) throws(PrintFailure) {
        let surface = cairo_pdf_surface_create(path, width, height)
        guard cairo_surface_status(surface) != CAIRO_STATUS_WRITE_ERROR else {
            cairo_surface_destroy(surface)
            throw PrintFailure.cannotWrite(path)
        }
        try self.init(surface: surface, resolution: 72, pixelWidth: 0, pixelHeight: 0, isDrawing: true)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, PDFWriter.creationDate)
    }

    private init(
        surface: OpaquePointer?, resolution: Double, pixelWidth: Int, pixelHeight: Int, isDrawing: Bool
    ) throws(PrintFailure) {
        guard let surface, cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let context = cairo_create(surface)
        else {
            cairo_surface_destroy(surface)
            throw PrintFailure.noCanvas
        }
        self.surface = surface
        self.context = context
        self.resolution = resolution
        self.pixelWidth = pixelWidth
        self.pixelHeight = pixelHeight
        self.isDrawing = isDrawing
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    /// Begins another page of a PDF file.
    func turnPage() { cairo_show_page(context) }

    /// Ends a PDF file.
    ///
    /// - Throws: `PrintFailure` where it could not be written.
    func finish(path: String) throws(PrintFailure) {
        cairo_show_page(context)
        cairo_surface_finish(surface)
        guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else { throw PrintFailure.cannotWrite(path) }
    }

    /// The pixels as drawn, in colour.
    func image() -> PixelImage {
        cairo_surface_flush(surface)
        var image = PixelImage(
            width: pixelWidth, height: pixelHeight, channels: 3, resolution: Int(resolution), fill: 255)
        guard let data = cairo_image_surface_get_data(surface) else { return image }
        let stride = Int(cairo_image_surface_get_stride(surface))
        image.samples.withUnsafeMutableBufferPointer { samples in
            for y in 0..<pixelHeight {
                // RGB24 is a 32-bit word in the machine's byte order: blue comes first on little-endian machines.
                var source = data + y * stride
                var target = y * pixelWidth * 3
                for _ in 0..<pixelWidth {
                    samples[target] = source[2]
                    samples[target + 1] = source[1]
                    samples[target + 2] = source[0]
                    source += 4
                    target += 3
                }
            }
        }
        return image
    }
}
