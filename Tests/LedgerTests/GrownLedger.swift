import Dossiers
import Foundation
import Ledger
import Testing

/// A ledger in a file in which something of everything has happened, and which nobody has open.
final class GrownLedger: Sendable {
    let folder: URL
    var file: URL { folder.appending(path: "ledger.sqlite") }

    init() async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "grown-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let fixture = try await LedgerFixture(.sqlite)
        try await Self.grow(fixture)
        // A copy, because the fixture keeps its own for itself.
        try await fixture.copy(to: file)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private static func grow(_ fixture: LedgerFixture) async throws {
        let ledger = fixture.ledger
        let now = LedgerFixture.morning
        try await ledger.setHooks(of: ["van-phong"], now: now)
        try await ledger.startBatch("night", now: now)
        try await fixture.scan("tab\tand\nline\\.pdf", pages: 2, batch: "night")
        try await fixture.readAll()
        var life = RandomLife(ledger: ledger, seed: 7)
        try await life.live(in: fixture, dossiers: 40, moves: 250)
        _ = try await ledger.acceptNext(
            of: "kinh-te", by: "officer-7", series: NumberSeries(stem: "H49.001.02-260806-01"), now: life.now)
        try await ledger.addAccount(
            "an", role: .administrator, unit: nil, password: "scrypt:…", signOn: "an.nguyen", by: nil, now: now)
        try await ledger.startSession(
            String(repeating: "b", count: 64), of: "an", replacing: nil, now: now, until: now + 86_400)
        _ = try await ledger.drawAuditSample(of: 5, triaged: now..<now + 86_400 * 90, by: "an", now: life.now)
        try await ledger.note(WorkerRecord(id: "w", host: "one", readers: 1, pipeline: "commune 1", at: now))
        let delivery = try #require(
            try await ledger.claimDeliveries(for: "s", to: ["van-phong"], limit: 1, now: life.now, leaseFor: 60).first)
        try await ledger.record(
            [
                DeliveryAttempt(
                    delivery: delivery.id, madeAt: life.now, seconds: 0.1 + 0.2, status: 204, problem: nil,
                    outcome: .delivered)
            ], by: "s")
        // A worker that was killed left this behind.
        try await fixture.scan("left.pdf", pages: 1)
        _ = try await fixture.claim("killed")
        try fixture.tamper(
            """
            INSERT INTO reorganizations (id, kind, day, starts_at, decided_at, actor, plan)
            VALUES ('R', 'close', '2026-12-01', 1, 1, 'an', '{}');
            INSERT INTO confirmations (dossier, number, outcome, confirmed_at, actor, suggested, procedure_code)
            SELECT MIN(id), 1, 'confirmed', 1, 'an', '1.004884', '1.001193' FROM dossiers;
            INSERT INTO field_labels (dossier, number, name, was, value)
            SELECT dossier, number, 'child.name', NULL, 'Mây' FROM confirmations;
            INSERT INTO models (identifier, digest, kind, added_at, added_by, card, figures, is_shadow)
            VALUES ('forms/2', '\(String(repeating: "c", count: 64))', 'forms', 1, 'an', '{}', '{}', 1);
            INSERT INTO model_changes (number, kind, model, changed_at, actor, reason)
            VALUES (1, 'promoted', 'forms/2', 1, 'an', 'better');
            INSERT INTO shadow_decisions (dossier, model, decided_at, decision, procedure_code, probability)
            SELECT MIN(id), 'forms/2', 1, 'auto', '1.001193', 0.1 FROM dossiers;
            INSERT INTO search_words (word, dossier) SELECT 'word-of-this-test', MIN(id) FROM dossiers;
            INSERT INTO tokens (digest, account, purpose, issued_at, ends_at)
            VALUES ('\(String(repeating: "d", count: 64))', 'an', 'reports', 1, 2)
            """)
    }
}
