import Dossiers
import Foundation
import Insight
import Ledger
import Routing

/// A ledger in a folder of its own, whose dossiers are put through their lives by the operations themselves.
final class OfficeFixture {
    let folder: URL
    let ledger: Ledger
    private var scans = 0

    /// Monday 3 August 2026, 9:00 in Vietnam.
    static let monday = Date(timeIntervalSince1970: 1_785_722_400)
    static let day = 86_400.0

    init() async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "insight-\(UUID().uuidString)")
        ledger = try await Ledger.open(at: folder.appending(path: "ledger.sqlite"), now: Self.monday)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// A dossier of one page that triage has decided on.
    @discardableResult
    func dossier(
        _ decision: Decision = .auto, procedure: String = "1.001193", unit: String = "van-phong", due: Date? = nil,
        statutory: Date? = nil, reason: String = "sure enough", channel: Channel = .counter, received: Date? = nil,
        probability: Double = 0.9, at now: Date
    ) async throws -> String {
        scans += 1
        let digits = String(scans)
        let file = ArrivedFile(
            digest: String(repeating: "0", count: 64 - digits.count) + digits, name: "\(digits).pdf", bytes: 1,
            path: "/\(digits)")
        let scan = try await ledger.register(file, now: now).scan.id
        try await ledger.setPageCount(of: scan, to: 1, format: "pdf", now: now)
        guard let claim = try await ledger.claimNextPage(for: "reader", in: .everything, now: now, leaseFor: 60) else {
            return ""
        }
        let page = RecognizedPage(
            number: 1, content: .text, width: 1, height: 1, resolution: 200, turned: 0, skew: 0, lines: [], codes: [],
            quality: PageQuality(confidence: 1, syllables: 1))
        try await ledger.recordRead(claim, page, as: .read, seconds: 1, now: now)
        let dossier = try await ledger.recordSplit(scan, into: [[1]], now: now)[0].id
        let task = DossierResult.Task(unit: unit, due: due, statutoryDue: statutory)
        let result = DossierResult(
            dossier: dossier, source: file.name, pages: [1],
            procedure: .init(code: procedure, name: "", probability: probability, alternatives: [], because: []),
            decision: decision, reason: reason, unit: unit, tasks: [task], due: due, fields: [], documents: [],
            papers: [], seconds: .init(read: 1, understand: 0.1, total: 2), model: "model/1")
        try await ledger.recordTriage(
            result, pipeline: "commune/1", receipt: DossierReceipt(at: received ?? now, channel: channel), now: now)
        return dossier
    }

    /// The item of a new dossier decided alone.
    func item(
        procedure: String = "1.001193", unit: String = "van-phong", due: Date? = nil, statutory: Date? = nil,
        channel: Channel = .counter, received: Date? = nil, at now: Date
    ) async throws -> String {
        let dossier = try await dossier(
            procedure: procedure, unit: unit, due: due, statutory: statutory, channel: channel, received: received,
            at: now)
        return try await ledger.queueItems(ofDossier: dossier)[0].id
    }

    /// An item that is accepted when it comes and done at a moment.
    func done(unit: String = "van-phong", due: Date?, received: Date, at end: Date) async throws -> String {
        let item = try await item(unit: unit, due: due, at: received)
        try await ledger.accept(item, by: "officer", now: received)
        try await ledger.complete(item, by: "officer", now: end)
        return item
    }

    func source(
        _ from: String, _ to: String, by dimensions: Set<ReportDimension> = [],
        directory: ReportDirectory = .none
    ) -> ReportSource {
        guard let first = Day(from), let last = Day(to), let period = ReportPeriod(from: first, to: last) else {
            preconditionFailure("the test names no period")
        }
        return ReportSource(ledger: ledger, period: period, by: dimensions, directory: directory)
    }
}
