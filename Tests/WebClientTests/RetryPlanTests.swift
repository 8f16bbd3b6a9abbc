import Testing
import WebClient

@Suite struct RetryPlanTests {
    @Test func waits_doubleUpToTheLongest_andEndAfterTheLastAttempt() {
        let plan = RetryPlan(first: 4, longest: 20, attempts: 5)
        #expect((1...5).map { plan.wait(after: $0, chance: 1) } == [4, 8, 16, 20, nil])
        #expect((1...4).map { plan.wait(after: $0, chance: 0) } == [2, 4, 8, 10])
    }

    @Test func aWish_isKept_asFarAsTheLongest() {
        let plan = RetryPlan(first: 4, longest: 20, attempts: 5)
        #expect(plan.wait(after: 1, wish: 15, chance: 0.5) == 15)
        #expect(plan.wait(after: 1, wish: 3_600, chance: 0.5) == 20)
        #expect(plan.wait(after: 3, wish: 1, chance: 0.5) == 12)
    }
}
