import Dossiers
import Testing

@testable import Reading

/// Bars as high as lines of print are.
private func printedPage() -> DrawnPage {
    var page = DrawnPage(paper: 255)
    for line in 0..<10 { page.fill(x: 100, y: 14 + 36 * line, width: 60, height: 26, shade: 0) }
    return page
}

private func bars(on picture: borrowing Picture) -> [PixelBox] {
    (picture.components() ?? []).filter { $0.width > 30 }.sorted { ($0.y, $0.x) < ($1.y, $1.x) }
}

@Test(arguments: [0.0, 2, -2.5])
func titleZone_isPartOfThePage_andItsWordsStandWhereTheyStandOnTheWhole(skew: Double) throws {
    let upright = try printedPage().picture()
    guard let ink = upright.binarized(), let page = StraightPage(upright, ink: ink, skew: skew),
        let title = StraightPage(titleOf: upright, ink: ink, skew: skew)
    else {
        Issue.record("the page cannot be straightened")
        return
    }
    let (size, wanted) = (title.whole, page.whole)
    #expect(size == wanted)
    let (rows, allRows) = (title.page.height, page.page.height)
    #expect(rows * 3 < allRows * 2)
    let whole = bars(on: page.ink)
    let found = bars(on: title.ink)
    #expect(found.count >= ReadingExtent.titleLines)
    let placed = title.onWholePage([TextLine(words: found.map { Word(text: "x", confidence: 1, box: $0) })])
    for (word, bar) in zip(placed[0].words, whole).prefix(6) {
        #expect(abs(word.box.x - bar.x) <= 4 && abs(word.box.y - bar.y) <= 4)
        #expect(abs(word.box.width - bar.width) <= 6 && abs(word.box.height - bar.height) <= 6)
    }
}
