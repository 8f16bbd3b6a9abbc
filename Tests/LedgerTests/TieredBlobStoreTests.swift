import Dossiers
import Foundation
import Ledger
import TestServices
import Testing

/// Scans of closed dossiers in a colder store.
@Suite final class TieredBlobStoreTests {
    /// What the colder store is.
    enum Kind: CaseIterable { case folder, bucket }

    private let folder = FileManager.default.temporaryDirectory.appending(path: "tiers-\(UUID().uuidString)")
    private let prefix = UUID().uuidString
    private let now = LedgerFixture.morning

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    @Test(arguments: Kind.allCases)
    func scansOfClosedDossiers_goToTheColderStore_andAreReadFromThere(kind: Kind) async throws {
        let fixture = try await LedgerFixture(.sqlite)
        let stores = try await stores(kind)
        let scans = try await ["a", "b", "c"].asyncMap { try await self.scan($0, in: fixture, stores) }
        try close(scans[0], fixture)
        try close(scans[1], fixture)
        let outcome = try await ScanMove(fixture.ledger, in: stores).move(closedBefore: now + 200, now: now + 300)
        #expect(outcome.moved == 2 && outcome.lost == 0 && outcome.bytes == 2)
        for (scan, isMoved) in zip(scans, [true, true, false]) {
            #expect(try await stores.first.contains(scan) == !isMoved)
            #expect(try await stores.colder.contains(scan) == isMoved)
            #expect(try await stores.contains(scan))
            #expect(try await stores.verify(scan))
            #expect(try Data(contentsOf: try await stores.file(of: scan)).count == 1)
        }
        #expect(try await fixture.ledger.hasCooledScans())
        let again = try await ScanMove(fixture.ledger, in: stores).move(closedBefore: now + 200, now: now + 300)
        #expect(again == ScanMove.Outcome())
    }

    @Test func whatWasInterrupted_isTakenUp_whereverItWas() async throws {
        let fixture = try await LedgerFixture(.sqlite)
        let stores = try await stores(.folder)
        let scans = try await ["a", "b", "c", "d"].asyncMap { try await self.scan($0, in: fixture, stores) }
        for scan in scans { try close(scan, fixture) }
        // Killed after the copy, after the deletion, and in the middle of a copy under its passing name.
        _ = try await stores.colder.put(try await stores.first.file(of: scans[0]))
        _ = try await stores.colder.put(try await stores.first.file(of: scans[1]))
        try await stores.first.remove(scans[1])
        try Data("half".utf8).write(to: folder.appending(path: "cold/arriving/left"))
        // Lost long ago, and damaged.
        try await stores.first.remove(scans[2])
        try Data("other".utf8).write(to: FolderBlobStore(in: folder.appending(path: "blobs")).url(of: scans[3]))
        let outcome = try await ScanMove(fixture.ledger, in: stores).move(closedBefore: now + 200, now: now + 300)
        #expect(outcome.moved == 2 && outcome.lost == 2)
        for scan in scans[...1] { #expect(try await stores.verify(scan)) }
        #expect(try await stores.first.contains(scans[3]))
        #expect(try await !stores.colder.contains(scans[3]))
    }

    @Test func damagedCopyInTheColderStore_keepsTheFirst() async throws {
        let fixture = try await LedgerFixture(.sqlite)
        let stores = try await stores(.folder)
        let scan = try await scan("a", in: fixture, stores)
        try close(scan, fixture)
        _ = try await stores.colder.put(try await stores.first.file(of: scan))
        try Data("b".utf8).write(to: FolderBlobStore(standing: folder.appending(path: "cold")).url(of: scan))
        await #expect(throws: LedgerError.self) {
            try await ScanMove(fixture.ledger, in: stores).move(closedBefore: now + 200, now: now + 300)
        }
        #expect(try await stores.first.verify(scan))
    }

    @Test func oneStoreByTwoNames_orAFolderThatIsNotMounted_isRefused() async throws {
        let fixture = try await LedgerFixture(.sqlite)
        let blobs = folder.appending(path: "blobs")
        let first = try FolderBlobStore(in: blobs)
        let link = folder.appending(path: "link")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: blobs)
        let same = TieredBlobStore(first: first, colder: FolderBlobStore(standing: link))
        let scan = try await scan("a", in: fixture, same)
        try close(scan, fixture)
        let error = await #expect(throws: LedgerError.self) {
            try await ScanMove(fixture.ledger, in: same).move(closedBefore: now + 200, now: now + 300)
        }
        #expect(error?.description.contains("one store") == true)
        #expect(try await first.verify(scan))

        let away = folder.appending(path: "away")
        let absent = TieredBlobStore(first: first, colder: FolderBlobStore(standing: away))
        await #expect(throws: LedgerError.self) {
            try await ScanMove(fixture.ledger, in: absent).move(closedBefore: now + 200, now: now + 300)
        }
        let unreachable = await #expect(throws: LedgerError.self) {
            try await absent.file(of: String(repeating: "0", count: 64))
        }
        #expect(unreachable?.description.contains("mount it") == true)
        #expect(!FileManager.default.fileExists(atPath: away.path))
    }

    @Test(arguments: LedgerKind.allCases)
    func openOrLateDossiers_keepTheirScans(kind: LedgerKind) async throws {
        let fixture = try await LedgerFixture(kind)
        let dossiers = try await fixture.splitScan("a.pdf", dossiers: 2)
        let scan = try #require(dossiers.first).scan
        func mayGo() async throws -> Bool {
            try await fixture.ledger.scansToCool(closedBefore: now + 200, after: 0, limit: 10).map(\.id) == [scan]
        }
        #expect(try await !mayGo())
        for (index, dossier) in dossiers.enumerated() {
            let decision: Decision = index == 0 ? .auto : .quarantined
            try await fixture.ledger.recordTriage(
                .decided(decision, dossier.id, pages: [index + 1]), pipeline: "commune/1", now: now)
        }
        #expect(try await !mayGo())
        try fixture.tamper(
            "UPDATE queue_items SET state = 'refused', changed_at = \(Int(now.timeIntervalSince1970 + 1) * 1000)")
        #expect(try await !mayGo(), "a dossier waits for a person")
        try fixture.tamper(
            """
            INSERT INTO confirmations (dossier, number, outcome, confirmed_at, actor, reason)
            VALUES ('\(dossiers[1].id)', 1, 'dismissed', 1, 'an', 'blank')
            """)
        #expect(try await mayGo())
        try fixture.tamper("UPDATE queue_items SET changed_at = \(Int(now.timeIntervalSince1970 + 900) * 1000)")
        #expect(try await !mayGo())
    }

    @Test func placeWithAClass_namesIt_andOneThatCannotBeReadIsRefused() async throws {
        let environment = try await TemporaryS3.shared.environment
        _ = try S3Place("s3://scans/cold?class=STANDARD_IA", environment: environment)
        for text in ["s3://scans/cold?class=DEEP_ARCHIVE", "s3://scans/cold?kind=x", "s3://scans?class=a b"] {
            #expect(throws: S3Place.Problem.self) { try S3Place(text, environment: environment) }
        }
    }

    private func stores(_ kind: Kind) async throws -> TieredBlobStore {
        let first = try FolderBlobStore(in: folder.appending(path: "blobs"))
        switch kind {
        case .folder:
            let cold = folder.appending(path: "cold")
            try FileManager.default.createDirectory(at: cold, withIntermediateDirectories: true)
            return TieredBlobStore(first: first, colder: FolderBlobStore(standing: cold))
        case .bucket:
            let place = try S3Place(
                "s3://scans/\(prefix)?class=STANDARD_IA", environment: try await TemporaryS3.shared.environment)
            return TieredBlobStore(
                first: first, colder: try S3BlobStore(place, copies: folder.appending(path: "copies")))
        }
    }

    /// A scan of one letter, triaged into one dossier that is one unit's.
    private func scan(_ text: String, in fixture: LedgerFixture, _ stores: TieredBlobStore) async throws -> String {
        let file = folder.appending(path: text)
        try Data(text.utf8).write(to: file)
        let blob = try await stores.put(file)
        let arrived = ArrivedFile(digest: blob.digest, name: text, bytes: blob.bytes, path: file.path)
        let scan = try await fixture.ledger.register(arrived, now: now).scan
        try await fixture.ledger.setPageCount(of: scan.id, to: 1, format: "pdf", now: now)
        try await fixture.readAll()
        let dossier = try #require(try await fixture.ledger.recordSplit(scan.id, into: [[1]], now: now).first)
        try await fixture.ledger.recordTriage(.decided(.auto, dossier.id), pipeline: "commune/1", now: now)
        return blob.digest
    }

    private func close(_ digest: String, _ fixture: LedgerFixture) throws {
        try fixture.tamper(
            """
            UPDATE queue_items SET state = 'refused' WHERE dossier IN (
                SELECT d.id FROM dossiers d JOIN scans s ON s.id = d.scan WHERE s.digest = '\(digest)')
            """)
    }
}

extension Array {
    fileprivate func asyncMap<Other>(_ change: (Element) async throws -> Other) async rethrows -> [Other] {
        var others: [Other] = []
        for element in self { others.append(try await change(element)) }
        return others
    }
}
