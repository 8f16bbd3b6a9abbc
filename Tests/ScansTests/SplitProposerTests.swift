import Testing

@testable import Scans

@Suite struct SplitProposerTests {
    func page(
        _ number: Int, _ title: String? = nil, printed: Int? = nil,
        paper: PaperSize? = PaperSize(width: 8.3, height: 11.7)
    ) -> PageOutline {
        var page = PageOutline(number: number, state: .read)
        page.signs.openingTitle = title
        page.signs.printedNumber = printed
        page.signs.paper = paper
        return page
    }

    @Test func proposals_atASecondApplicationOfTheSameKind_press() {
        let pages = [page(1, "tokhaidangkykhaisinh"), page(2), page(3, "tokhaidangkykhaisirih"), page(4)]
        let proposals = SplitProposer.proposals(in: pages)

        #expect(proposals.map(\.page) == [3])
        #expect(proposals.map(\.isPressing) == [true])
    }

    @Test func proposals_atAnotherApplication_leaveItToTheJudge() {
        let pages = [page(1, "tokhaidangkykhaisinh"), page(2, "tokhaidangkynhanchamecon")]
        #expect(SplitProposer.proposals(in: pages).map(\.isPressing) == [false])
    }

    @Test func proposals_atAnotherApplicationWithOtherSigns_press() {
        let restart = [page(1, "tokhaidangkykhaisinh"), page(2, printed: 2), page(3, "dondenghicapphep", printed: 1)]
        let paper = [
            page(1, "tokhaidangkykhaisinh"), page(2, "dondenghicapphep", paper: PaperSize(width: 5.8, height: 8.3)),
        ]
        #expect(SplitProposer.proposals(in: restart).map(\.isPressing) == [true])
        #expect(SplitProposer.proposals(in: paper).map(\.isPressing) == [true])
    }

    @Test func proposals_atAttachments_areNone() {
        let pages = [
            page(1, "tokhaidangkykhaisinh"), page(2, printed: 2), page(3, printed: 1),
            page(4, paper: PaperSize(width: 3, height: 4)), page(5),
        ]
        #expect(SplitProposer.proposals(in: pages).isEmpty)
    }

    @Test func paper_lyingOnItsSide_isTheSamePaper() {
        #expect(!PaperSize(width: 8.3, height: 11.7).differs(from: PaperSize(width: 11.6, height: 8.2)))
    }
}
