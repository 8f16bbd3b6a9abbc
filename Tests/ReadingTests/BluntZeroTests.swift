import Testing

@testable import Reading

struct BluntZeroTests {
    /// A digit's darkness in a box of 22 × 32 pixels, from rows of 11 × 16 places: `#` black, `+` half as dark.
    private func dot(in rows: [String]) -> (x: Range<Int>, y: Range<Int>)? {
        BluntZero(width: 22, height: 32).dot { x, y in
            switch Array(rows[y / 2])[x / 2] {
            case "#": 220
            case "+": 120
            default: 20
            }
        }
    }

    private static let zero = [
        "   #####   ", "  #######  ", " ##     ## ", " ##     ## ", "##       ##", "##       ##", "##   +   ##",
        "##  +++  ##", "##  +++  ##", "##   +   ##", "##       ##", "##       ##", " ##     ## ", " ##     ## ",
        "  #######  ", "   #####   ",
    ]

    @Test func dotOfABluntZero_isFoundInItsMiddle() {
        let dot = dot(in: Self.zero)
        #expect(dot?.x.contains(11) == true && dot?.y.contains(16) == true)
        #expect(dot.map { $0.x.lowerBound > 3 && $0.x.upperBound < 19 } == true)
    }

    @Test(arguments: [
        // A zero without a dot.
        Self.zero.map { $0.replacing("+", with: " ") },
        // 8: its waist reaches from side to side.
        [
            "   #####   ", "  #######  ", " ##     ## ", " ##     ## ", " ##     ## ", " ##     ## ", "  ##   ##  ",
            "  #######  ", "  #######  ", " ##     ## ", "##       ##", "##       ##", "##       ##", " ##     ## ",
            "  #######  ", "   #####   ",
        ],
        // 6: open on the right, its bowl's top on the left.
        [
            "    #####  ", "   ######  ", "  ##       ", " ##        ", "##         ", "##         ", "##  ####   ",
            "#########  ", "###    ### ", "##       ##", "##       ##", "##       ##", " ##     ## ", " ##     ## ",
            "  #######  ", "   #####   ",
        ],
        // N: a stroke through its middle, nothing above and below.
        [
            "##       ##", "###      ##", "###      ##", "####     ##", "## ##    ##", "## ##    ##", "##  ##   ##",
            "##  ##   ##", "##   ##  ##", "##   ##  ##", "##    ## ##", "##    ## ##", "##     ####", "##      ###",
            "##      ###", "##       ##",
        ],
        // e: a bar, and open below it.
        [
            "   #####   ", "  #######  ", " ##     ## ", "##       ##", "##       ##", "##       ##", "##       ##",
            "###########", "###########", "##         ", "##         ", "##         ", " ##        ", " ##     ## ",
            "  #######  ", "   #####   ",
        ],
    ])
    func otherShapes_haveNoDot(rows: [String]) {
        #expect(dot(in: rows) == nil)
    }
}
