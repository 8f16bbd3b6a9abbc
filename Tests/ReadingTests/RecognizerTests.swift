import Dossiers
import Foundation
import Testing

@testable import Reading

struct RecognizerTests {
    private static let fax = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "samples/fax/dossier-0001.tif")

    @Test func wordsComeWithTheSignsThatWereNearlyReadInThem() throws {
        let page = try PictureFile(path: Self.fax.path).decode(page: 1, pixelLimit: 100_000_000)
        let words = try Recognizer(.print).lines(of: page, resolution: 200, rivals: true).flatMap(\.words)
        #expect(words.contains { ($0.rivals ?? []).contains { $0.confidence >= 0.3 } })
        for word in words {
            for rival in word.rivals ?? [] { #expect(rival.taken(in: word.text).map { $0 != word.text } ?? false) }
        }
    }

    /// Of no word the engine must not be asked for signs: it would end the process.
    @Test func blankPaper_hasNoWords() throws {
        let paper = try DrawnPage(paper: 255).picture()
        #expect(try Recognizer(.print).lines(of: paper, resolution: 300, rivals: true).isEmpty)
    }
}
