import Dossiers
import Reading
import Testing

struct PlacementTests {
    @Test(arguments: QuarterTurn.allCases) func turn_undone_isWhereItWas(turn: QuarterTurn) {
        let point = PaperOutline.Point(x: 30, y: 70)
        let back = turn.undone(turn.done(point, width: 200, height: 300), width: 200, height: 300)
        #expect(back.x == 30 && back.y == 70)
    }

    @Test func box_onASheetLaidFlat_isGivenOnThePhotograph() throws {
        let corners = [(100, 50), (900, 50), (900, 1150), (100, 1150)].map { PaperOutline.Point(x: $0.0, y: $0.1) }
        let sheet = try #require(FlatSheet(PaperOutline(corners: corners), within: (1000, 1200)))
        let placement = Placement(
            scan: (1000, 1200), sheet: sheet, factor: 2, turn: .none, skew: 0, seen: (1600, 2200))
        let box = placement.box(PixelBox(x: 200, y: 400, width: 100, height: 40))
        #expect(abs(box.x - 200) <= 1 && abs(box.y - 250) <= 1)
        #expect(abs(box.width - 50) <= 1 && abs(box.height - 20) <= 1)
    }
}
