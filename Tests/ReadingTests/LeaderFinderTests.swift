import Testing

@testable import Reading

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

/// Letters 20 pixels wide and 30 high whose feet stand 6 above a leader's dots.
struct DotsBelowTests {
    private func dot(_ x: Int, size: Int = 5) -> LeaderFinder.Mark {
        LeaderFinder.Mark(left: x, right: x + size, top: 400, bottom: 400 + size)
    }

    private let row = stride(from: 100, to: 400, by: 15)

    private func letter(above dot: LeaderFinder.Mark) -> LeaderFinder.Mark {
        LeaderFinder.Mark(left: dot.left - 8, right: dot.right + 8, top: 364, bottom: 394)
    }

    @Test func dotBetweenTwoOfTheLeaders_belowALetter_isKept() {
        let below = dot(182)
        let found = LeaderFinder(marks: row.map { dot($0) } + [below, letter(above: below)]).leaderMarks()
        #expect(!found.contains { $0.left == 182 })
        #expect(found.count == Array(row).count)
    }

    @Test func dotBetweenTwoOfTheLeaders_belowNothing_isLitter() {
        let found = LeaderFinder(marks: row.map { dot($0) } + [dot(182)]).leaderMarks()
        #expect(found.contains { $0.left == 182 })
    }

    @Test func leaderDotsBelowLetters_areStillTheLeaders() {
        let dots = row.map { dot($0) }
        #expect(LeaderFinder(marks: dots + dots.map { letter(above: $0) }).leaderMarks().count == dots.count)
    }
}

struct ZeroDotsTests {
    private let ring = LeaderFinder.Mark(left: 100, right: 124, top: 200, bottom: 236)

    @Test func dotInTheMiddleOfAZero_isFound() {
        let dot = LeaderFinder.Mark(left: 109, right: 115, top: 214, bottom: 222)
        #expect(ZeroDots(marks: [ring, dot]).dots().count == 1)
    }

    @Test func markBesideTheMiddle_orInsideABox_isNot() {
        let accent = LeaderFinder.Mark(left: 109, right: 115, top: 203, bottom: 208)
        let cell = LeaderFinder.Mark(left: 0, right: 224, top: 150, bottom: 286)
        let dot = LeaderFinder.Mark(left: 109, right: 115, top: 214, bottom: 222)
        #expect(ZeroDots(marks: [ring, accent]).dots().isEmpty)
        #expect(ZeroDots(marks: [cell, dot]).dots().isEmpty)
    }
}
