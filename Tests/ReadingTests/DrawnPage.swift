import CTesseract
import Foundation

@testable import Reading

/// A gray page in memory, drawn box by box.
struct DrawnPage {
    static let width = 800
    static let height = 400
    private var shades: [UInt8]

    init(paper: UInt8) { shades = Array(repeating: paper, count: Self.width * Self.height) }

    mutating func fill(x: Int, y: Int, width: Int, height: Int, shade: UInt8) {
        for row in y..<(y + height) {
            for column in x..<(x + width) { shades[row * Self.width + column] = shade }
        }
    }

    func picture() throws -> Picture {
        let bytes = Data("P5\n\(Self.width) \(Self.height)\n255\n".utf8) + shades
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pgm").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try bytes.write(to: URL(filePath: path))
        return try PictureFile(path: path).decode(page: 1, pixelLimit: 1_000_000)
    }
}

/// The shade of a picture's place, 0…255.
func shade(_ picture: borrowing Picture, _ x: Int, _ y: Int) -> Int {
    var value: UInt32 = 0
    pixGetPixel(picture.pix, Int32(x), Int32(y), &value)
    return Int(value)
}
