import Dossiers
import Foundation

/// A PDF of one page with one JPEG picture, whose bytes are the file's own.
package enum JPEGPageFile {
    /// - Parameter resolution: Dots per inch.
    /// - Throws: `ScanError.damaged` for a file whose header cannot be read; when the PDF cannot be written.
    package static func write(jpeg: String, to path: String, resolution: Int) throws {
        guard let header = JPEGHeader(path: jpeg), header.width > 0, header.height > 0,
            let bytes = FileManager.default.contents(atPath: jpeg)
        else { throw ScanError.damaged("its JPEG header cannot be read") }
        let space = [1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"][header.components]
        guard let space else { throw ScanError.damaged("a JPEG of \(header.components) components") }
        let decode = header.components == 4 && header.isAdobe ? " /Decode [1 0 1 0 1 0 1 0]" : ""
        let isOnSide = header.orientation.liesOnItsSide
        let scale = 72 / Double(max(resolution, 1))
        let width = Double(isOnSide ? header.height : header.width) * scale
        let height = Double(isOnSide ? header.width : header.height) * scale

        var file = try PDFFileWriter(path: path)
        let tree = file.reserve()
        let picture = try file.add(
            "/Type /XObject /Subtype /Image /Width \(header.width) /Height \(header.height) /ColorSpace \(space) "
                + "/BitsPerComponent 8 /Filter /DCTDecode\(decode)", stream: bytes)
        let matrix = Self.matrix(for: header.orientation, width: width, height: height)
            .map(PDFFileWriter.number).joined(separator: " ")
        let drawing = try file.add("", stream: Data("q \(matrix) cm /Scan Do Q".utf8))
        let size = "\(PDFFileWriter.number(width)) \(PDFFileWriter.number(height))"
        let page = try file.add(
            "/Type /Page /Parent \(tree) 0 R /MediaBox [0 0 \(size)] /Contents \(drawing) 0 R "
                + "/Resources << /XObject << /Scan \(picture) 0 R >> >>")
        try file.add("/Type /Pages /Count 1 /Kids [\(page) 0 R]", as: tree)
        let catalogue = try file.add("/Type /Catalog /Pages \(tree) 0 R")
        try file.finish(catalogue: catalogue)
    }

    /// From the unit square, in which PDF draws pictures, to the page; `width` and `height` are the page's.
    static func matrix(for orientation: ExifOrientation, width: Double, height: Double) -> [Double] {
        switch orientation {
        case .upright: [width, 0, 0, height, 0, 0]
        case .mirrored: [-width, 0, 0, height, width, 0]
        case .upsideDown: [-width, 0, 0, -height, width, height]
        case .flipped: [width, 0, 0, -height, 0, height]
        case .transposed: [0, -height, -width, 0, width, height]
        case .turnRight: [0, -height, width, 0, 0, height]
        case .transversed: [0, height, width, 0, 0, 0]
        case .turnLeft: [0, height, -width, 0, width, 0]
        }
    }
}
