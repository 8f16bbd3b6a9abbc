import Dossiers
import Foundation
import Ledger
import TestServices
import Testing

/// What only a ledger on a server has to bear.
@Suite struct PostgresLedgerTests {
    private let now = LedgerFixture.morning

    @Test func lostConnections_areMadeAnew_andNothingIsDoneTwice() async throws {
        let fixture = try await LedgerFixture(.postgres)
        for number in 1...5 {
            try await fixture.scan("scan-\(number).pdf", pages: 2)
            try fixture.tamper(Self.endOthers)
        }
        try await fixture.readAll()
        #expect(try await fixture.ledger.counts(in: .everything).pages == [.read: 10])
        #expect(try await fixture.ledger.damage().isEmpty)
        #expect(try await fixture.ledger.auditEvents().fault == nil)
    }

    @Test func connectionLostInTheMiddleOfACommit_theServerIsAskedWhetherItWasDone() async throws {
        let server = try await TemporaryPostgres.shared
        let proxy = try BreakingProxy(to: server.port)
        let address = try server.newLedger()
        let through = address.replacing(":\(server.port)/", with: ":\(proxy.port)/")
        let ledger = try await Ledger.open(
            at: .server(try #require(PostgresAddress(through)), leases: .asTold), now: now)
        let filled = try await LedgerFixture(.postgres, at: address)
        try filled.fillQueue(items: 30, units: ["van-phong"])
        let series = NumberSeries(stem: "H49.001.02-260806-01")
        var taken: [String] = []
        for _ in 1...10 {
            proxy.break(.commit)
            taken.append(
                try #require(
                    try await ledger.acceptNext(of: "van-phong", by: "officer-7", series: series, now: now)
                ).id)
            #expect(!proxy.isPending(.commit))
        }
        #expect(Set(taken).count == 10)
        #expect(try filled.stored("SELECT COUNT(*) FROM queue_items WHERE state = 'accepted'") == 10)
        #expect(try filled.stored("SELECT MAX(last) FROM number_series") == 10)
        #expect(try await ledger.auditEvents().fault == nil)
    }

    @Test func commitThatTheServerUndid_isDoneAgain() async throws {
        let fixture = try await LedgerFixture(.postgres)
        // The first commit after it takes its own connection down.
        try fixture.tamper(
            """
            CREATE SEQUENCE falls;
            CREATE FUNCTION fall() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF nextval('falls') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
                RETURN NULL;
            END
            $$;
            CREATE CONSTRAINT TRIGGER falls AFTER INSERT ON scans DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION fall()
            """)
        try await fixture.scan("a.pdf", pages: 1)
        #expect(try fixture.stored("SELECT last_value FROM falls") == 2)
        #expect(try fixture.stored("SELECT COUNT(*) FROM scans") == 1)
        #expect(try await fixture.ledger.damage().isEmpty)
    }

    @Test func leases_runByTheServersClock_whateverTheWorkersClocksSay() async throws {
        let server = try await TemporaryPostgres.shared
        let address = try server.newLedger()
        let fixture = try await LedgerFixture(.postgres, at: address)
        try await fixture.scan("a.pdf", pages: 2)
        let ledger = try await Ledger.open(at: .server(try #require(PostgresAddress(address))), now: now)
        let slow = try #require(
            try await ledger.claimNextPage(for: "slow", in: .everything, now: now - 3_600, leaseFor: 60))
        let fast = try #require(
            try await ledger.claimNextPage(for: "fast", in: .everything, now: now + 3_600, leaseFor: 60))
        #expect(slow.page == 1 && fast.page == 2)
        let third = try await ledger.claimNextPage(for: "third", in: .everything, now: now + 86_400, leaseFor: 60)
        #expect(third == nil)
        #expect(abs(slow.until.timeIntervalSince(fast.until)) < 30)
        #expect(abs(ledger.now.timeIntervalSinceNow) < 5)
    }

    @Test func claimedPages_arePassedOver_whileTheirTransactionIsOpen() async throws {
        let server = try await TemporaryPostgres.shared
        let address = try server.newLedger()
        let fixture = try await LedgerFixture(.postgres, at: address)
        try await fixture.scan("a.pdf", pages: 2)
        let taken = try await server.holding("SELECT 1 FROM pages WHERE number = 1 FOR UPDATE", at: address) {
            try await fixture.claim()
        }
        #expect(taken?.page == 2)
    }

    @Test(arguments: [
        "DROP TRIGGER events_are_not_deleted ON events",
        "ALTER TABLE decisions DISABLE TRIGGER decisions_are_not_changed",
    ])
    func guardThatWasTakenAway_isNoticed(sql: String) async throws {
        let fixture = try await LedgerFixture(.postgres)
        try fixture.tamper(sql)
        #expect(try await fixture.ledger.damage().count == 1)
    }

    @Test func textsOfTheSchema_areOrderedByBytes_inWhateverLanguageTheDatabaseIs() async throws {
        let fixture = try await LedgerFixture(.postgres)
        let others = try fixture.stored(
            """
            SELECT COUNT(*) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND a.attnum > 0
                AND a.atttypid = 'text'::regtype AND a.attcollation <> '"C"'::regcollation
            """)
        #expect(others == 0)
    }

    @Test func errors_nameConstraints_andQuoteNothing() async throws {
        let fixture = try await LedgerFixture(.postgres)
        let file = ArrivedFile(digest: "Chíu Thị Mây", name: "a.pdf", bytes: 1, path: "/a.pdf")
        let error = await #expect(throws: LedgerError.self) { try await fixture.ledger.register(file, now: now) }
        #expect(error?.description.contains("scans_digest_check") == true)
        #expect(error?.description.contains("Chíu") == false)
        let nul = ArrivedFile(digest: String(repeating: "a", count: 64), name: "a\0b", bytes: 1, path: "/a.pdf")
        await #expect(throws: LedgerError.self) { try await fixture.ledger.register(nul, now: now) }
    }

    @Test func serverThatIsNotThere_isSaidAtOnce_withoutThePassword() async throws {
        let address = try #require(PostgresAddress("postgres://hoso:geheim@127.0.0.1:1/hoso"))
        let error = await #expect(throws: LedgerError.self) { try await Ledger.open(at: .server(address), now: now) }
        #expect(error?.description.contains("127.0.0.1:1/hoso") == true)
        #expect(error?.description.contains("geheim") == false)
        #expect(PostgresAddress("postgres://hoso@[::1/hoso") == nil)
        #expect(PostgresAddress("postgres://hoso@host/hoso?colour=red") == nil)
    }

    @Test func databaseWithoutALedger_isSaidToHaveNone() async throws {
        let server = try await TemporaryPostgres.shared
        let address = try #require(PostgresAddress(try server.newLedger()))
        let reading = await #expect(throws: LedgerError.self) { try await Ledger.openForReading(at: .server(address)) }
        #expect(reading?.description.contains("there is no ledger") == true)
        let nowhere = try #require(PostgresAddress(server.address(schema: "nowhere")))
        let writing = await #expect(throws: LedgerError.self) { try await Ledger.open(at: .server(nowhere), now: now) }
        #expect(writing?.description.contains("no schema") == true)
    }

    @Test func eightProcesses_makeOneLedger_andMigrateItOnce() async throws {
        let server = try await TemporaryPostgres.shared
        let address = try #require(PostgresAddress(try server.newLedger()))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...8 {
                group.addTask {
                    let ledger = try await Ledger.open(at: .server(address), now: LedgerFixture.morning)
                    _ = try await ledger.register(.named("\(number).pdf"), now: LedgerFixture.morning)
                }
            }
            try await group.waitForAll()
        }
        let ledger = try await Ledger.openForReading(at: .server(address))
        #expect(try await ledger.counts(in: .everything).scans == [.registered: 8])
        #expect(try await ledger.auditEvents().fault == nil)
    }

    /// Ends every other connection to the fixture's ledger; tests' addresses name themselves by their schema.
    private static let endOthers = """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = current_schema() AND pid <> pg_backend_pid()
        """
}
