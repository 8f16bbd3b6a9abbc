import Dossiers
import Testing
import Triage

/// What scanning duties ask of pictures.
@Suite struct ScanDutiesTests {
    private func page(
        _ number: Int, _ text: String, printed: String? = nil, resolution: Int = 300, colours: PageColours? = .colour
    ) -> RecognizedPage {
        var lines = text.split(separator: " ").enumerated().map { index, word in
            TextLine(words: [
                Word(text: String(word), confidence: 1, box: PixelBox(x: 0, y: 300 + 10 * index, width: 50, height: 9))
            ])
        }
        if let printed {
            lines.append(
                TextLine(words: [
                    Word(text: printed, confidence: 1, box: PixelBox(x: 500, y: 1_380, width: 20, height: 20))
                ]))
        }
        var page = RecognizedPage(
            number: number, content: .text, width: 1_000, height: 1_414, resolution: resolution, turned: 0, skew: 0,
            lines: lines, codes: [], quality: PageQuality(confidence: 1, syllables: 1))
        page.colours = colours
        return page
    }

    private let sixtyWords = (1...60).map { "chữ\($0)" }.joined(separator: " ")

    private func faults(_ pages: [RecognizedPage], _ type: String = "land-certificate") -> [ScanFault] {
        ScanDuties.faults(of: pages, documents: [.init(type: type, pages: pages.map(\.number))])
    }

    @Test func goodScan_hasNone() {
        #expect(faults([page(1, "một", printed: "1"), page(2, "hai", printed: "2")]).isEmpty)
    }

    @Test func coarsePage_isNamed_andOneThatIsEstimatedALittleShortIsNot() {
        #expect(
            faults([page(1, "một", resolution: 150), page(2, "hai", resolution: 198)]) == [
                .init(.resolution, pages: [1])
            ])
    }

    @Test func sealedPaper_withoutColour_isNamed_andAFormOrAnUnknownModeIsNot() {
        #expect(faults([page(3, "một", colours: .bilevel)]) == [.init(.colour, pages: [3])])
        #expect(faults([page(3, "một", colours: .gray)], "application-form").isEmpty)
        #expect(faults([page(3, "một", colours: nil)]).isEmpty)
    }

    @Test func paperScannedTwice_isNamed() {
        let pages = [page(1, sixtyWords), page(2, "khác"), page(3, sixtyWords + " thêm")]
        #expect(faults(pages) == [.init(.repeat, pages: [3])])
    }

    @Test func printedNumbers_thatGoBackOrLeaveOneOut_areNamed() {
        let back = [page(1, "một", printed: "2"), page(2, "hai", printed: "1")]
        #expect(faults(back) == [.init(.order, pages: [2])])
        let gap = [page(1, "một", printed: "1"), page(2, "hai", printed: "3/4")]
        #expect(faults(gap) == [.init(.gap, pages: [2])])
        // A blank back was left out of the dossier, and is counted in print.
        #expect(faults([page(1, "một", printed: "1"), page(3, "hai", printed: "3")]).isEmpty)
    }
}
