internal import CPangoCairo

/// The sheet that lies between two dossiers of a batch (trang phân cách).
package enum SeparatorSheet {
    /// What its QR code says.
    package static let code = "HOSO:SEP:1"

    /// Writes one as a PDF file of vector graphics, to be printed as often as wanted.
    package static func write(to path: String) throws(PrintFailure) {
        try Press.alone { () throws(PrintFailure) in
            let canvas = try Canvas(pdfAt: path)
            try draw(on: canvas)
            try canvas.finish(path: path)
        }
    }

    static let words = ["TRANG PHÂN CÁCH", "SEPARATOR", "Đặt trước mỗi hồ sơ. Place in front of each dossier."]

    static func page(resolution: Int) throws(PrintFailure) -> ComposedPage {
        try Press.alone { () throws(PrintFailure) in
            let canvas = try Canvas(resolution: resolution, isDrawing: true)
            try draw(on: canvas)
            return ComposedPage(image: canvas.image(), lines: words)
        }
    }

    private static func draw(on canvas: borrowing Canvas) throws(PrintFailure) {
        Strokes.rectangle(x: 36, y: 36, width: Paper.width - 72, height: Paper.height - 72, line: 6, on: canvas)
        try line(words[0], size: 44, y: 110, on: canvas)
        try line(words[1], size: 44, y: 180, on: canvas)
        let side = 260.0
        try QRPicture.draw(code, x: (Paper.width - side) / 2, y: 300, side: side, on: canvas)
        try line(words[2], size: 14, y: 640, on: canvas)
    }

    private static func line(_ text: String, size: Double, y: Double, on canvas: borrowing Canvas)
        throws(PrintFailure)
    {
        let look = TextBlock.Look(face: "Arimo", size: size, isBold: true)
        let block = try TextBlock(
            [TextBlock.Piece(text: text, look: look)], width: Paper.width - 120, leading: 1, alignment: .center,
            on: canvas)
        for (index, row) in block.rows.enumerated() {
            block.draw(row: index, x: 60 + row.x, y: y + row.baseline, on: canvas)
        }
    }
}
