import Reading
import Testing

struct WordRecallTests {
    @Test func recall_wordReadLessOftenThanPrinted_countsEachOnce() {
        let score = WordRecall(of: "Quảng Ninh", printed: "Ninh, Quảng Ninh.")
        #expect(score.printed == 3)
        #expect(score.hits == 2)
        #expect(score.precision == 1)
    }

    @Test func recall_decomposedMarks_areTheSameWord() {
        #expect(WordRecall(of: "Vie\u{323}\u{302}t", printed: "Việt").recall == 1)
    }

    @Test func recall_otherToneOrCase_isAnotherWord() {
        #expect(WordRecall(of: "Viêt việt", printed: "Việt").recall == 0)
    }

    @Test func sum_ofPages_weighsPagesByTheirWords() {
        var sum = WordRecall(of: "a b c", printed: "a b c")
        sum += WordRecall(of: "", printed: "d")
        #expect(sum.recall == 0.75)
    }
}
