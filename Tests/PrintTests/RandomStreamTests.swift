import Print
import Testing

@Suite struct RandomStreamTests {
    @Test func theStreamOfASeedIsFixed() {
        var stream = RandomStream(seed: 0)
        // Xoshiro256** started by SplitMix64 from 0: the first two numbers by the authors' C code.
        #expect(stream.next() == 0x99EC_5F36_CB75_F2B4)
        #expect(stream.next() == 0xBF6E_1F78_4956_452A)
    }

    @Test func splittingDoesNotMoveTheStream() {
        var one = RandomStream(seed: 4)
        var other = one
        _ = one.split("a")
        #expect(one.next() == other.next())
        var a = one.split("a")
        var b = one.split("b")
        #expect(a.next() != b.next())
    }

    @Test func numbersStayInTheirRangeAndReachItsEnds() {
        var stream = RandomStream(seed: 1)
        let numbers = Set((0..<500).map { _ in stream.number(3...7) })
        #expect(numbers == [3, 4, 5, 6, 7])
    }

    @Test func everythingIsKeptWhenShuffled() {
        var stream = RandomStream(seed: 2)
        let shuffled = stream.shuffled(Array(0..<40))
        #expect(shuffled.sorted() == Array(0..<40))
        #expect(shuffled != Array(0..<40))
    }
}
