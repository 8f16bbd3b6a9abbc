import Foundation
import Testing

@testable import Reading

struct RuledLinesTests {
    /// A bilevel page in memory, drawn box by box.
    private struct Drawing {
        let width = 896
        let height = 400
        var ink: Set<Int> = []

        mutating func fill(x: Int, y: Int, width: Int, height: Int) {
            for row in y..<(y + height) { for column in x..<(x + width) { ink.insert(row * self.width + column) } }
        }

        func picture() throws -> Picture {
            var bytes = Data("P4\n\(width) \(height)\n".utf8)
            for row in 0..<height {
                for byte in 0..<((width + 7) / 8) {
                    bytes.append(
                        (0..<8).reduce(UInt8(0)) { all, bit in
                            all << 1 | (ink.contains(row * width + 8 * byte + bit) ? 1 : 0)
                        })
                }
            }
            let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pbm").path
            defer { try? FileManager.default.removeItem(atPath: path) }
            try bytes.write(to: URL(filePath: path))
            return try PictureFile(path: path).decode(page: 1, pixelLimit: 1_000_000)
        }
    }

    /// Everything on the page that is no ruled line. Pictures have one owner, so that none may be unwrapped by a macro.
    private func marksWithoutLines(of page: Drawing) throws -> [LeaderFinder.Mark] {
        let picture = try page.picture()
        guard let lines = picture.ruledLines(on: picture), let bare = picture.whitened(under: lines),
            let marks = bare.marks()
        else { throw ReadingError.recognitionFailed }
        return marks
    }

    @Test func wallsOfDigitBoxes_goAndTheirDigitsStay() throws {
        var page = Drawing()
        page.fill(x: 100, y: 100, width: 604, height: 4)
        page.fill(x: 100, y: 158, width: 604, height: 4)
        for box in 0...10 { page.fill(x: 100 + 60 * box, y: 100, width: 4, height: 62) }
        for box in 0..<10 { page.fill(x: 125 + 60 * box, y: 115, width: 14, height: 34) }
        // A tall letter that stands on no line, and one that stands on one only.
        page.fill(x: 100, y: 250, width: 5, height: 50)
        page.fill(x: 300, y: 50, width: 5, height: 46)
        let left = try marksWithoutLines(of: page)
        #expect(left.count == 12)
        #expect(left.filter { $0.width == 14 }.count == 10)
    }

    @Test func paleLetterOnARule_keepsItsFoot() throws {
        var page = DrawnPage(paper: 255)
        page.fill(x: 50, y: 140, width: 600, height: 4, shade: 20)
        page.fill(x: 100, y: 100, width: 6, height: 40, shade: 180)
        let picture = try page.picture()
        guard let ink = picture.binarized(), let lines = ink.ruledLines(on: picture),
            let bare = picture.whitened(under: lines)
        else { throw ReadingError.recognitionFailed }
        #expect(shade(bare, 102, 138) == 180)
        #expect(shade(bare, 300, 141) == 255)
    }
}
