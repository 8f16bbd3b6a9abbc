import Scans
import Testing

@Suite struct BatchSplitterTests {
    /// `r` read, `b` blank, `s` separator, `q` quarantined; `A`, `B` bear the receipt of a dossier, `f` a first page's
    /// mark, `x` looks like a separator.
    func outline(_ letters: String) -> [PageOutline] {
        zip(1..., letters).map { number, letter in
            var outline = PageOutline(
                number: number, state: ["b": .blank, "s": .separator, "q": .quarantined][letter] ?? .read)
            if "AB".contains(letter) { outline.signs.receiptCode = "H49.14-261123-000\(letter)" }
            outline.signs.isMarkedFirst = letter == "f"
            if letter == "x" { outline.signs.suspicion = "looks like a separator sheet" }
            return outline
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
        // Scanned on both sides: backs are blank, and so is a sheet's, or it bears the code again.
        ("sbrbrbsbrb", [[3, 5], [9]]),
        ("ssrbrbssrb", [[3, 5], [9]]),
        ("ArrBr", [[1, 2, 3], [4, 5]]),
        ("rArB", [[1], [2, 3], [4]]),
        ("ArA", [[1, 2, 3]]),
        ("sArsBr", [[2, 3], [5, 6]]),
        ("frrfr", [[1, 2, 3], [4, 5]]),
        ("rxr", [[1, 2, 3]]),
    ])
    func dossiers_areCutWhereAnotherBegins(letters: String, expected: [[Int]]) {
        #expect(BatchSplitter.dossiers(of: outline(letters)).map(\.pages) == expected)
    }

    @Test(arguments: ["rrsrbrsrq", "AbrBsxqf", "bbrsbqb", "qqq"])
    func dossiers_keepEveryPageWithSomethingOnItOnce(letters: String) {
        let pages = outline(letters)
        let kept = BatchSplitter.dossiers(of: pages.reversed()).flatMap(\.pages)

        #expect(kept == pages.filter { $0.state == .read || $0.state == .quarantined }.map(\.number))
    }

    @Test func dossiers_thatBeginWithAReceipt_haveItsCode() {
        #expect(
            BatchSplitter.dossiers(of: outline("rArBr")).map(\.code)
                == [nil, "H49.14-261123-000A", "H49.14-261123-000B"])
    }

    @Test func dossiers_withASuspectedSheet_askAPersonAndKeepThePage() throws {
        let draft = try #require(BatchSplitter.dossiers(of: outline("rrxr")).first)

        #expect(draft.pages == [1, 2, 3, 4])
        #expect(draft.proposals.map(\.page) == [3])
        #expect(draft.proposals.map(\.isPressing) == [true])
    }
}
