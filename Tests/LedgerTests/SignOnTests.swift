import Foundation
import Ledger
import Testing

@Suite struct SignOnTests {
    private static let now = LedgerFixture.morning

    private static func person(_ subject: String, _ identity: String?, issuer: String = "https://id.example")
        -> SignedOnPerson
    {
        SignedOnPerson(issuer: issuer, subject: subject, identity: identity)
    }

    @Test(arguments: LedgerKind.allCases)
    func invitation_isTakenByWhoeverFirstComesSoCalled_andByNobodyElse(kind: LedgerKind) async throws {
        let ledger = try await LedgerFixture(kind).ledger
        try await ledger.addAccount(
            "an", role: .reception, unit: nil, password: nil, signOn: "an.nguyen", by: nil, now: Self.now)
        #expect(try await ledger.account(of: Self.person("1", "an.tran"), now: Self.now) == nil)
        #expect(try await ledger.account(of: Self.person("1", nil), now: Self.now) == nil)
        #expect(try await ledger.signOns()["an"]?.boundAt == nil)
        #expect(try await ledger.account(of: Self.person("1", "an.nguyen"), now: Self.now)?.name == "an")
        #expect(try await ledger.signOns()["an"]?.boundAt == Self.now)
        // Called otherwise by now, the same person; called the same, another.
        #expect(try await ledger.account(of: Self.person("1", "an.le"), now: Self.now)?.name == "an")
        #expect(try await ledger.account(of: Self.person("2", "an.nguyen"), now: Self.now) == nil)
        let elsewhere = Self.person("1", "an.nguyen", issuer: "https://other.example")
        #expect(try await ledger.account(of: elsewhere, now: Self.now) == nil)
        let log = try await ledger.events(EventFilter(kind: .accountChanged), limit: 9)
        #expect(log.map { $0.detail["what"] } == ["sign-on bound"])
        #expect(!log.contains { $0.detail.values.contains("an.nguyen") })
    }

    @Test(arguments: LedgerKind.allCases)
    func invitation_madeAnewIsForAnotherPerson_andEndsWhatWasOpen(kind: LedgerKind) async throws {
        let ledger = try await LedgerFixture(kind).ledger
        try await ledger.addAccount(
            "an", role: .reception, unit: nil, password: nil, signOn: "an.nguyen", by: nil, now: Self.now)
        _ = try await ledger.account(of: Self.person("1", "an.nguyen"), now: Self.now)
        let digest = String(repeating: "a", count: 64)
        try await ledger.startSession(digest, of: "an", replacing: nil, now: Self.now, until: Self.now + 60)
        try await ledger.invite("binh.le", as: "an", by: "quan-tri", now: Self.now)
        #expect(try await ledger.session(digest, idle: 60, now: Self.now) == nil)
        #expect(try await ledger.account(of: Self.person("1", "an.nguyen"), now: Self.now) == nil)
        #expect(try await ledger.account(of: Self.person("2", "binh.le"), now: Self.now)?.name == "an")
    }

    @Test(arguments: LedgerKind.allCases)
    func identity_opensOneAccount_untilThatIsClosed(kind: LedgerKind) async throws {
        let ledger = try await LedgerFixture(kind).ledger
        for name in ["an", "binh"] {
            try await ledger.addAccount(name, role: .reception, unit: nil, password: "x", by: nil, now: Self.now)
        }
        try await ledger.invite("an.nguyen", as: "an", by: nil, now: Self.now)
        await #expect(throws: LedgerError.self) {
            try await ledger.invite("an.nguyen", as: "binh", by: nil, now: Self.now)
        }
        _ = try await ledger.account(of: Self.person("1", "an.nguyen"), now: Self.now)
        try await ledger.closeAccount("an", by: nil, now: Self.now)
        #expect(try await ledger.account(of: Self.person("1", "an.nguyen"), now: Self.now) == nil)
        await #expect(throws: LedgerError.self) {
            try await ledger.invite("an.nguyen", as: "an", by: nil, now: Self.now)
        }
        try await ledger.invite("an.nguyen", as: "binh", by: nil, now: Self.now)
        #expect(try await ledger.account(of: Self.person("1", "an.nguyen"), now: Self.now)?.name == "binh")
        try await ledger.endSignOn(of: "binh", by: nil, now: Self.now)
        #expect(try await ledger.account(of: Self.person("1", "an.nguyen"), now: Self.now) == nil)
        await #expect(throws: LedgerError.self) { try await ledger.endSignOn(of: "binh", by: nil, now: Self.now) }
    }

    @Test(arguments: LedgerKind.allCases)
    func account_withoutAPasswordIsOpenedByNone(kind: LedgerKind) async throws {
        let ledger = try await LedgerFixture(kind).ledger
        try await ledger.addAccount(
            "an", role: .reception, unit: nil, password: nil, signOn: "an.nguyen", by: nil, now: Self.now)
        #expect(try await ledger.credentials(of: "an") == nil)
        #expect(try await ledger.accounts().map(\.hasPassword) == [false])
        try await ledger.setPassword(of: "an", to: "x", by: nil, now: Self.now)
        #expect(try await ledger.credentials(of: "an")?.password == "x")
        #expect(try await ledger.accounts().map(\.hasPassword) == [true])
    }
}
