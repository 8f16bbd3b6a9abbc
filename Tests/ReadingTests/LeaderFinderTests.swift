import Reading
import Testing

struct LeaderFinderTests {
    private func dot(_ x: Int, _ y: Int, size: Int = 4) -> LeaderFinder.Mark {
        LeaderFinder.Mark(left: x, right: x + size, top: y, bottom: y + size)
    }

    @Test func leader_evenRowOfDots_isFound() {
        let row = (0..<12).map { dot(100 + $0 * 12, 400) }
        #expect(LeaderFinder(marks: row).leaderMarks().count == 12)
    }

    @Test func leader_ellipsis_isText() {
        #expect(LeaderFinder(marks: (0..<3).map { dot(100 + $0 * 12, 400) }).leaderMarks().isEmpty)
    }

    @Test func leader_dotBelowALetterInTheRow_isKept() {
        let row = (0..<12).map { dot(100 + $0 * 12, 400) }
        let found = LeaderFinder(marks: row + [dot(154, 402, size: 8)]).leaderMarks()
        #expect(!found.contains { $0.width == 8 })
    }
}
