import Dossiers
import Foundation
import GRDB
import Ledger
import Testing

@Suite struct ConfirmationTests {
    private static let now = LedgerFixture.morning.addingTimeInterval(60)
    private static let receipt = DossierReceipt(at: LedgerFixture.morning, channel: .counter)

    /// A dossier that is triaged as given.
    private func dossier(_ decision: Decision, in fixture: LedgerFixture) async throws -> DossierResult {
        let dossier = try await fixture.splitScan("a.pdf", dossiers: 1)[0]
        let result = DossierResult.decided(decision, dossier.id)
        try await fixture.ledger.recordTriage(result, pipeline: "commune/1", now: LedgerFixture.morning)
        return result
    }

    private func confirmed(_ result: DossierResult, as code: String, units: [String]) -> DossierResult {
        var result = result
        result.procedure?.code = code
        result.procedure?.name = "Đăng ký khai tử"
        result.unit = units.first
        result.tasks = units.map { .init(unit: $0, due: LedgerFixture.morning.addingTimeInterval(172_800)) }
        return result
    }

    @Test(arguments: LedgerKind.allCases)
    func review_thatIsConfirmed_goesToItsUnitAndLeavesTheReview(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let result = try await dossier(.review, in: fixture)
        #expect(try await fixture.ledger.waitingForPerson(limit: 9).map(\.dossier) == [result.dossier])
        let right = confirmed(result, as: "1.000656", units: ["van-phong"])
        let label = FieldLabel(name: .childName, was: "Chíu Thị Mây", value: "Chíu Thị Mây")
        try await fixture.ledger.confirm(right, labels: [label], receipt: Self.receipt, by: "hoa", now: Self.now)
        #expect(try await fixture.ledger.waitingForPerson(limit: 9).isEmpty)
        let sheet = try await fixture.ledger.sheet(of: result.dossier)
        #expect(sheet.items.map(\.state) == [.proposed])
        #expect(sheet.items.first?.procedureCode == "1.000656")
        #expect(sheet.confirmation?.suggested == "1.001193")
        #expect(sheet.confirmation?.actor == "hoa")
        #expect(try await fixture.ledger.fieldLabels(of: result.dossier) == [label])
        #expect(try await fixture.ledger.miscountedTallies().isEmpty)
    }

    @Test(arguments: LedgerKind.allCases)
    func whatWasConfirmed_isCountedBesideWhatWasSuggested(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let result = try await dossier(.review, in: fixture)
        for code in ["1.001193", "1.000656"] {
            try await fixture.ledger.confirm(
                confirmed(result, as: code, units: ["van-phong"]), labels: [], receipt: Self.receipt, by: "hoa",
                now: Self.now)
        }
        let day = OfficeDay.number(of: Self.now)
        let pairs = try await fixture.ledger.pairs(.confirmed, on: day...day)
        #expect(pairs.map(\.first) == ["1.001193", "1.001193"])
        #expect(pairs.map(\.second) == ["1.000656", "1.001193"])
        let found = try await fixture.ledger.dossiers(
            .confirmed, taken: "1.001193", truth: "1.000656", on: day...day, limit: 9)
        #expect(found.map(\.dossier) == [result.dossier])
        #expect(found.map(\.actor) == ["hoa"])
    }

    @Test func ledgerFromBeforeConfirmationsWereCounted_countsThemWhenItIsOpened() async throws {
        let fixture = try await LedgerFixture(.sqlite)
        let result = try await dossier(.review, in: fixture)
        try await fixture.ledger.confirm(
            confirmed(result, as: "1.000656", units: ["van-phong"]), labels: [], receipt: Self.receipt, by: "hoa",
            now: Self.now)
        let folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "ledger.sqlite")
        try await fixture.copy(to: file)
        let sql = """
            DELETE FROM tally_pairs WHERE kind = 'confirmed';
            DELETE FROM migrations WHERE number >= 10;
            DROP INDEX scans_reading;
            DROP INDEX scans_not_cooled;
            DROP INDEX scans_cooled;
            ALTER TABLE scans DROP COLUMN cooled_at;
            DROP TABLE sign_ons
            """
        try await DatabaseQueue(path: file.path).write { try $0.execute(sql: sql) }
        let opened = try await Ledger.open(at: file, now: Self.now)
        #expect(try await opened.pairs(.confirmed, on: 0...100_000).map(\.count) == [1])
        let miscounted = try await opened.miscountedTallies()
        #expect(miscounted.isEmpty, "\(miscounted)")
    }

    @Test(arguments: LedgerKind.allCases)
    func valueThatWasPutRight_isFoundAndShown(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let result = try await dossier(.review, in: fixture)
        let right = confirmed(result, as: "1.000656", units: ["van-phong"])
        let label = FieldLabel(name: .applicantName, was: nil, value: "Lò Thị Mẩy")
        try await fixture.ledger.confirm(right, labels: [label], receipt: Self.receipt, by: "hoa", now: Self.now)
        for words in ["lo thi may", "Mẩy", "1.000656"] {
            let query = try #require(SearchQuery(words))
            let hits = try await fixture.ledger.search(query, unit: nil, limit: 9, by: "hoa", now: Self.now)
            #expect(hits.map(\.applicant) == ["Lò Thị Mẩy"], "\(words)")
        }
    }

    @Test(arguments: LedgerKind.allCases)
    func proposal_thatIsCorrected_movesToTheRightUnitAsMisrouted(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let result = try await dossier(.auto, in: fixture)
        let right = confirmed(result, as: "1.000656", units: ["cong-an-xa", "kinh-te"])
        try await fixture.ledger.confirm(right, labels: [], receipt: Self.receipt, by: "hoa", now: Self.now)
        let items = try await fixture.ledger.queueItems(ofDossier: result.dossier)
        #expect(items.map(\.unit) == ["cong-an-xa", "kinh-te"])
        #expect(items.allSatisfy { $0.state == .proposed && $0.due == right.tasks[0].due })
        let kinds = try await fixture.ledger.events(ofDossier: result.dossier).map(\.kind)
        #expect(
            kinds.suffix(5) == [.dossierConfirmed, .itemReturned, .itemMoved, .itemDueChanged, .itemProposed])
        #expect(try await fixture.ledger.miscountedTallies().isEmpty)
    }

    @Test(arguments: LedgerKind.allCases)
    func proposal_thatIsConfirmedAsItIs_staysWhereItIs(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let result = try await dossier(.auto, in: fixture)
        let before = try await fixture.ledger.queueItems(ofDossier: result.dossier)
        try await fixture.ledger.confirm(result, labels: [], receipt: Self.receipt, by: "hoa", now: Self.now)
        #expect(try await fixture.ledger.queueItems(ofDossier: result.dossier) == before)
    }

    @Test(arguments: LedgerKind.allCases)
    func dossier_thatAnOfficerHas_isNotConfirmedOverTheirHead(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let result = try await dossier(.auto, in: fixture)
        let item = try #require(try await fixture.ledger.queueItems(ofDossier: result.dossier).first)
        try await fixture.ledger.accept(item.id, by: "officer-7", now: Self.now)
        await #expect(throws: LedgerError.self) {
            try await fixture.ledger.confirm(result, labels: [], receipt: Self.receipt, by: "hoa", now: Self.now)
        }
        #expect(try await fixture.ledger.confirmation(of: result.dossier) == nil)
    }

    @Test(arguments: LedgerKind.allCases)
    func dismissed_leavesTheReviewForGood(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let result = try await dossier(.review, in: fixture)
        try await fixture.ledger.dismiss(result.dossier, reason: "scanned again", by: "hoa", now: Self.now)
        #expect(try await fixture.ledger.waitingForPerson(limit: 9).isEmpty)
        await #expect(throws: LedgerError.self) {
            try await fixture.ledger.confirm(result, labels: [], receipt: Self.receipt, by: "hoa", now: Self.now)
        }
    }

    @Test(arguments: LedgerKind.allCases)
    func audit_asksWhatTheMachineDecided_notWhatAPersonMadeOfIt(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let result = try await dossier(.auto, in: fixture)
        let right = confirmed(result, as: "1.000656", units: ["van-phong"])
        try await fixture.ledger.confirm(right, labels: [], receipt: Self.receipt, by: "hoa", now: Self.now)
        _ = try await fixture.ledger.drawAuditSample(
            of: 1, triaged: LedgerFixture.morning..<Self.now, by: "lan", now: Self.now)
        try await fixture.ledger.judgeAuditCase(result.dossier, as: "1.000656", by: "lan", now: Self.now)
        let judged = try await fixture.ledger.events(ofDossier: result.dossier).last
        #expect(judged?.detail["decided"] == "1.001193")
    }
}
