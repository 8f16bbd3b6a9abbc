import Foundation
import Insight
import Ledger
import Routing
import Testing

struct HandOverTests {
    private let office: OfficeFixture
    private let start = OfficeFixture.monday
    private let zone = TimeZone(identifier: "Asia/Ho_Chi_Minh") ?? .gmt

    init() async throws { office = try await OfficeFixture() }

    private func hours(_ count: Double) -> Date { start.addingTimeInterval(count * 3_600) }
    private func days(_ count: Double) -> Date { start.addingTimeInterval(count * OfficeFixture.day) }

    private var ends: StageEnds {
        [.intake: hours(4), .assignment: days(1), .handling: days(3), .return: days(4)]
    }

    private func handOvers(of item: String) async throws -> [HandOver] {
        let history = try await office.ledger.history(ofDossier: item)
        return history.handOvers(of: history.items[0], stageEnds: ends, in: zone)
    }

    @Test func proposedItem_hasItsStagesStillToCome_eachWithItsEnd() async throws {
        let item = try await office.item(due: days(4), at: start)
        let steps = try await handOvers(of: item)
        #expect(steps.map(\.from) == [.desk, .unit("van-phong"), .unit("van-phong"), .desk])
        #expect(steps.map(\.to) == [.unit("van-phong"), .handler, .desk, .citizen])
        #expect(steps.map(\.until) == [hours(4), days(1), days(3), days(4)])
        #expect(steps.allSatisfy { $0.at == nil && $0.timeliness == nil })
    }

    @Test func doneItem_isHeldAgainstItsDueDate_notAgainstTheHandlersBudget() async throws {
        let item = try await office.item(due: days(4), at: start)
        try await office.ledger.accept(item, by: "officer", now: days(1))
        try await office.ledger.complete(item, by: "officer", now: days(4))
        try await office.ledger.handOver(item, by: "officer", now: days(6))
        let steps = try await handOvers(of: item)
        #expect(steps.map(\.to) == [.unit("van-phong"), .desk, .citizen])
        #expect(steps.map(\.at) == [days(1), days(4), days(6)])
        #expect(steps.map(\.timeliness) == [.late, .onTime, nil])
    }

    @Test func itemGivenBackAndToAnotherUnit_passesTheDesk() async throws {
        let item = try await office.item(due: days(4), at: start)
        try await office.ledger.accept(item, by: "officer", now: hours(1))
        try await office.ledger.return(item, by: "officer", reason: "not ours", to: "kinh-te", now: hours(2))
        try await office.ledger.accept(item, by: "another", now: hours(3))
        let steps = try await handOvers(of: item)
        #expect(steps.prefix(3).map(\.from) == [.desk, .unit("van-phong"), .desk])
        #expect(steps.prefix(3).map(\.to) == [.unit("van-phong"), .desk, .unit("kinh-te")])
        #expect(steps.prefix(3).map(\.at) == [hours(1), hours(2), hours(3)])
    }

    @Test func wait_standsWithTheHandOverItPutsOff() async throws {
        let item = try await office.item(due: days(4), at: start)
        try await office.ledger.accept(item, by: "officer", now: hours(1))
        try await office.ledger.pause(item, for: .posting, by: "officer", now: days(1))
        let steps = try await handOvers(of: item)
        #expect(steps.filter { !$0.pauses.isEmpty }.map(\.to) == [.desk])
    }

    @Test func refusedItem_goesBackToTheDesk_andNothingIsToCome() async throws {
        let item = try await office.item(due: days(4), at: start)
        try await office.ledger.accept(item, by: "officer", now: hours(1))
        try await office.ledger.refuse(item, by: "officer", reason: "not allowed", now: hours(2))
        let steps = try await handOvers(of: item)
        #expect(steps.map(\.to) == [.unit("van-phong"), .desk])
        #expect(steps.last?.ending == .refused)
        let history = try await office.ledger.history(ofDossier: item)
        #expect(history.stopped?.reason == "not allowed")
        #expect(history.refused == nil)
    }

    @Test func unknownDossier_isSaid() async throws {
        await #expect(throws: LedgerError.self) { try await office.ledger.history(ofDossier: "nobody") }
    }
}
