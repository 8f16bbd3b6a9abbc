import Dossiers
import Foundation
import GRDB
import Ledger
import TestServices
import Testing

/// The databases that keep a ledger: what holds of one holds of the other.
enum LedgerKind: CaseIterable, Sendable {
    case sqlite
    case postgres
}

/// A ledger of its own: in a folder, which goes away with the fixture, or in a schema of the tests' server.
final class LedgerFixture: Sendable {
    let ledger: Ledger
    let place: LedgerPlace
    private let store: Store

    private enum Store {
        case folder(URL)
        case schema(address: String, TemporaryPostgres)
    }

    /// 2026-08-06T02:00:00Z.
    static let morning = Date(timeIntervalSince1970: 1_785_981_600)

    /// - Parameter address: Of a schema that is there; nil for a new one.
    init(_ kind: LedgerKind, at address: String? = nil) async throws {
        switch kind {
        case .sqlite:
            let folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)")
            store = .folder(folder)
            place = .file(folder.appending(path: "ledger.sqlite"))
        case .postgres:
            let server = try await TemporaryPostgres.shared
            let address = try address ?? server.newLedger()
            store = .schema(address: address, server)
            place = .server(try #require(PostgresAddress(address)), leases: .asTold)
        }
        ledger = try await Ledger.open(at: place, now: Self.morning)
    }

    deinit {
        if case .folder(let folder) = store { try? FileManager.default.removeItem(at: folder) }
    }

    /// Registers a file of made-up bytes and counts its pages.
    @discardableResult
    func scan(_ name: String, pages: Int, batch: String? = nil, at now: Date = morning) async throws -> ScanRecord {
        let registered = try await ledger.register(.named(name), batch: batch, now: now).scan
        try await ledger.setPageCount(of: registered.id, to: pages, format: "pdf", now: now)
        return try await ledger.scan(registered.id)
    }

    func claim(_ worker: String = "reader-1", at now: Date = morning) async throws -> PageClaim? {
        try await ledger.claimNextPage(for: worker, in: .everything, now: now, leaseFor: 60)
    }

    /// Reads every page that waits.
    func readAll(at now: Date = morning) async throws {
        while let claim = try await claim(at: now) {
            try await ledger.recordRead(claim, .page(claim.page), as: .read, seconds: 0.5, now: now)
        }
    }

    /// A scan that is read and split into dossiers of one page each.
    func splitScan(_ name: String, dossiers: Int) async throws -> [DossierRecord] {
        let scan = try await scan(name, pages: dossiers)
        try await readAll()
        return try await ledger.recordSplit(scan.id, into: (1...dossiers).map { [$0] }, now: Self.morning)
    }

    /// The first column of a statement's first row, read on a connection of its own.
    func stored(_ sql: String) throws -> Int {
        switch store {
        case .folder:
            var configuration = Configuration()
            configuration.readonly = true
            return try DatabaseQueue(path: file.path, configuration: configuration).read {
                try Int.fetchOne($0, sql: sql) ?? 0
            }
        case .schema(let address, let server):
            return Int(try server.query(sql, at: address)) ?? 0
        }
    }

    /// What a server answers through `psql`; empty for a file.
    func answer(_ sql: String) throws -> String {
        guard case .schema(let address, let server) = store else { return "" }
        return try server.query(sql, at: address)
    }

    /// Runs a statement past the ledger's own code.
    func tamper(_ sql: String) throws {
        switch store {
        case .folder: try DatabaseQueue(path: file.path).write { try $0.execute(sql: sql) }
        case .schema(let address, let server): try server.query(sql, at: address)
        }
    }
}

/// What only a ledger in a file has.
extension LedgerFixture {
    var folder: URL { file.deletingLastPathComponent() }

    var file: URL {
        if case .file(let file) = place { file } else { URL(filePath: "/dev/null") }
    }

    /// A copy of the ledger, as a process leaves it that has ended.
    func copy(to file: URL) async throws {
        try await DatabaseQueue(path: self.file.path).writeWithoutTransaction {
            try $0.execute(sql: "VACUUM INTO '\(file.path)'")
        }
        _ = try await Ledger.open(at: file, now: Self.morning)
    }
}

extension ArrivedFile {
    /// A made-up file; its digest follows from its name.
    static func named(_ name: String, path: String? = nil) -> ArrivedFile {
        let digits = name.utf8.map { String(format: "%02x", $0) }.joined()
        let digest = String((digits + String(repeating: "0", count: 64)).prefix(64))
        return ArrivedFile(digest: digest, name: name, bytes: 1000, path: path ?? "/scans/\(name)")
    }
}

extension RecognizedPage {
    static func page(_ number: Int, words: Int = 1) -> RecognizedPage {
        let word = Word(text: "khai", confidence: 0.9, box: PixelBox(x: 1, y: 2, width: 3, height: 4))
        return RecognizedPage(
            number: number, content: .text, width: 1654, height: 2339, resolution: 200, turned: 0, skew: 0.25,
            lines: [TextLine(words: Array(repeating: word, count: words))], codes: [],
            quality: PageQuality(confidence: 0.9, syllables: 1))
    }
}

extension DossierResult {
    static func decided(
        _ decision: Decision, _ dossier: String, pages: [Int] = [1], units: [String] = ["van-phong"],
        due: Date? = LedgerFixture.morning.addingTimeInterval(86_400.5), confidence: Double = 0.97
    ) -> DossierResult {
        DossierResult(
            dossier: dossier, source: "batch.pdf", pages: pages,
            procedure: ProposedProcedure(
                code: "1.001193", name: "Đăng ký khai sinh", probability: 0.993,
                alternatives: [.init(code: "1.004884", probability: 0.004)], because: ["khai sinh"]),
            decision: decision, reason: "sure enough", unit: units.first,
            tasks: units.map { Task(unit: $0, due: due) }, due: due,
            fields: [
                ExtractedField(
                    name: .childName, value: "Chíu Thị Mây", confidence: 0.9, page: pages[0],
                    box: PixelBox(x: 412, y: 655, width: 380, height: 41)),
                ExtractedField(
                    name: .applicantPhone, value: nil, confidence: confidence, page: pages[0],
                    box: PixelBox(x: 10, y: 700, width: 200, height: 40), isHandwritten: true),
            ],
            documents: [Document(type: "application-form", pages: pages)],
            papers: [PaperStanding(name: "Giấy chứng sinh", standing: .missing)],
            seconds: Seconds(read: 1.9, understand: 0.004, total: 2.2), model: "commune-vi/1")
    }
}
