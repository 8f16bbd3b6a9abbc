import Dossiers
import Scans
import Testing

@Suite struct BatchSplitterTests {
    let splitter = BatchSplitter(separators: ["PATCHT"])

    func outline(_ states: String) -> [PageOutline] {
        zip(1..., states).map { number, letter in
            PageOutline(number: number, state: ["b": .blank, "s": .separator, "q": .quarantined][letter] ?? .read)
        }
    }

    @Test(arguments: [
        ("rrr", [[1, 2, 3]]),
        ("rrsr", [[1, 2], [4]]),
        ("srbsrrs", [[2], [5, 6]]),
        ("rssr", [[1], [4]]),
        ("rqsr", [[1, 2], [4]]),
        ("bb", [[1, 2]]),
        ("sbs", [[1, 2, 3]]),
        ("", []),
    ])
    func dossiers_areCutAtSeparatorsWithoutBlanks(states: String, expected: [[Int]]) {
        #expect(splitter.dossiers(of: outline(states)) == expected)
    }

    @Test func dossiers_keepEveryReadPageWhateverTheOrderGiven() {
        let pages = outline("rrsrbrsrq")
        let kept = splitter.dossiers(of: pages.reversed()).flatMap { $0 }
        #expect(kept == [1, 2, 4, 6, 8, 9])
    }

    @Test func state_ofAPageWithASeparatorsCode_isSeparator() {
        var page = RecognizedPage(
            number: 1, content: .text, width: 10, height: 10, resolution: 300, turned: 0, skew: 0, lines: [], codes: [],
            quality: PageQuality(confidence: 0, syllables: 0))
        #expect(splitter.state(of: page) == .read)
        page.codes = [Code(symbology: "Code128", text: "PATCHT", box: PixelBox(x: 0, y: 0, width: 1, height: 1))]
        #expect(splitter.state(of: page) == .separator)
    }
}
