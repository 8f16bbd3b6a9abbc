import Foundation
import Ledger
import TestServices
import Testing

/// Tables that grow lie in parts of one month each on a server.
@Suite struct MonthTests {
    private let now = LedgerFixture.morning
    private let tables = ["decisions", "events", "fields", "pages"]

    @Test func months_areMadeAheadOfTheirTime_byTheOfficesCalendar() async throws {
        let fixture = try await LedgerFixture(.postgres)
        #expect(
            try parts(of: "events", fixture) == ["events_2026_08", "events_2026_09", "events_2026_10", "events_rest"])
        // 2026-10-31T18:00Z is November in the office.
        let november = Date(timeIntervalSince1970: 1_793_469_600)
        try await fixture.ledger.makeMonths(now: november)
        try await fixture.ledger.makeMonths(now: november)
        let months = ["2026_08", "2026_09", "2026_10", "2026_11", "2026_12", "2027_01", "rest"]
        for table in tables { #expect(try parts(of: table, fixture) == months.map { "\(table)_\($0)" }) }
        #expect(try await fixture.ledger.damage().isEmpty)
    }

    @Test func whatComesInAMonthWithoutAPart_isKeptAllTheSame_andStaysWhereItIs() async throws {
        let fixture = try await LedgerFixture(.postgres)
        let later = now + 86_400 * 400
        try await fixture.scan("a.pdf", pages: 2, at: later)
        try await fixture.readAll(at: later)
        try await fixture.ledger.makeMonths(now: later)
        try await fixture.scan("b.pdf", pages: 2, at: later)
        try await fixture.readAll(at: later)
        #expect(try fixture.stored("SELECT COUNT(*) FROM pages WHERE state = 'read'") == 4)
        #expect(try fixture.stored("SELECT COUNT(*) FROM pages_rest") == 4)
        #expect(try await fixture.ledger.auditEvents().fault == nil)
        #expect(try await fixture.ledger.damage().isEmpty)
    }

    @Test func eventsOfOneMonth_andPagesOfOneScan_areLookedForInOnePart() async throws {
        let fixture = try await LedgerFixture(.postgres)
        let scan = try await fixture.scan("a.pdf", pages: 1, at: now + 86_400 * 40)
        let events = try plan(
            """
            SELECT * FROM events WHERE kind = 'item.returned' AND happened_at >= 1788195600000
                AND happened_at < 1790787600000 ORDER BY sequence
            """, fixture)
        #expect(events.contains("on events_2026_09 "))
        #expect(!events.contains("on events_2026_08 ") && !events.contains("on events_rest "))
        let pages = try plan("SELECT recognized FROM pages WHERE scan = '\(scan.id)'", fixture)
        #expect(pages.contains("on pages_2026_09 "))
        #expect(!pages.contains("Append"))
    }

    @Test func eventsNumber_isGivenOnce_alsoInAnotherMonth() async throws {
        let fixture = try await LedgerFixture(.postgres)
        try await fixture.scan("a.pdf", pages: 1)
        #expect(throws: (any Error).self) {
            try fixture.tamper("UPDATE counters SET value = value - 1 WHERE name = 'event'")
        }
        #expect(throws: (any Error).self) {
            try fixture.tamper("INSERT INTO events SELECT * FROM events WHERE sequence = 1")
        }
        #expect(throws: (any Error).self) { try fixture.tamper("TRUNCATE events_2026_08") }
        #expect(throws: (any Error).self) { try fixture.tamper("DELETE FROM events_2026_08") }
        #expect(try await fixture.ledger.damage().isEmpty)
    }

    @Test func grownLedgerInOnePiece_isDividedAsItIs_andGoesOn() async throws {
        let fixture = try await LedgerFixture(.postgres)
        var life = RandomLife(ledger: fixture.ledger, seed: 11)
        try await life.live(in: fixture, dossiers: 10, moves: 40)
        try fixture.tamper(Self.undividing)
        let before = try digests(fixture)
        let chain = try await Ledger.openAnew(fixture).auditEvents()
        #expect(try digests(fixture) == before)
        #expect(chain.fault == nil)
        #expect(try fixture.stored("SELECT COUNT(*) FROM events") == chain.sound)
        for table in tables { #expect(try parts(of: table, fixture).contains { $0.hasPrefix("\(table)_until_") }) }
        #expect(try await fixture.ledger.damage().isEmpty)
        #expect(try await fixture.ledger.miscountedTallies().isEmpty)
        let later = now + 86_400 * 200
        try await fixture.ledger.makeMonths(now: later)
        try await fixture.scan("later.pdf", pages: 2, at: later)
        try await fixture.readAll(at: later)
        #expect(try await fixture.ledger.auditEvents().fault == nil)
    }

    /// Back to what the schema before had.
    private static let undividing =
        ["pages", "fields", "decisions", "events"].map { table in
            """
            CREATE TABLE flat (LIKE \(table) INCLUDING ALL);
            INSERT INTO flat SELECT * FROM \(table);
            DROP TABLE \(table) CASCADE;
            ALTER TABLE flat RENAME TO \(table);

            """
        }.joined() + """
            ALTER TABLE events ADD PRIMARY KEY (sequence), ADD FOREIGN KEY (scan) REFERENCES scans;
            ALTER TABLE pages ADD FOREIGN KEY (scan) REFERENCES scans;
            ALTER TABLE decisions ADD FOREIGN KEY (dossier) REFERENCES dossiers;
            ALTER TABLE dossier_pages ADD FOREIGN KEY (scan, page) REFERENCES pages (scan, number);
            ALTER TABLE deliveries ADD FOREIGN KEY (event) REFERENCES events (sequence);
            CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
                FOR EACH ROW EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER decisions_are_not_emptied BEFORE TRUNCATE ON decisions
                FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
            DROP TRIGGER counters_never_go_back ON counters;
            DROP INDEX scans_reading;
            ALTER TABLE scans DROP COLUMN cooled_at;
            DROP TABLE sign_ons;
            DELETE FROM migrations WHERE number >= 11
            """

    private func digests(_ fixture: LedgerFixture) throws -> [Int] {
        try tables.map { table in
            try fixture.stored(
                "SELECT COALESCE(SUM(hashtextextended(CAST(t AS TEXT), 0) / 1000000), 0) FROM \(table) t")
        }
    }

    private func parts(of table: String, _ fixture: LedgerFixture) throws -> [String] {
        try fixture.text("SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = '\(table)'::regclass").sorted()
    }

    private func plan(_ sql: String, _ fixture: LedgerFixture) throws -> String {
        try fixture.text("EXPLAIN (COSTS OFF) \(sql)").map { $0 + " " }.joined(separator: "\n")
    }
}

extension Ledger {
    /// By another process.
    fileprivate static func openAnew(_ fixture: LedgerFixture) async throws -> Ledger {
        try await open(at: fixture.place, now: LedgerFixture.morning)
    }
}

extension LedgerFixture {
    /// The lines that a server answers.
    fileprivate func text(_ sql: String) throws -> [String] {
        try answer(sql).split(separator: "\n").map(String.init)
    }
}
