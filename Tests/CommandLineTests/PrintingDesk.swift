import Dossiers
import Foundation
import Ledger
import Testing

/// The example office with a ledger whose dossiers were triaged without scans, and papers printed of them.
final class PrintingDesk {
    private let folder: TemporaryFolder
    private var scans = 0

    /// Wednesday 5 August 2026, 9:00 in Vietnam.
    static let morning = Date(timeIntervalSince1970: 1_785_895_200)
    static let due = morning.addingTimeInterval(2 * 86_400 + 8 * 3_600)

    init() throws { folder = try TemporaryFolder() }

    var data: String { folder.path("data") }

    func path(_ name: String) -> String { folder.path(name) }

    /// A dossier that was handed in, one page long, with its item.
    func dossier(
        _ procedure: String = "1.004873", unit: String = "van-phong", applicant: String? = "Chíu Thị Mây",
        papers: [PaperStanding] = [], received: Date = morning
    ) async throws -> (id: String, item: String) {
        scans += 1
        let ledger = try await open(at: received)
        let digits = String(scans)
        let file = ArrivedFile(
            digest: String(repeating: "0", count: 64 - digits.count) + digits, name: "\(digits).pdf", bytes: 1,
            path: "/\(digits)")
        let scan = try await ledger.register(file, now: received).scan.id
        try await ledger.setPageCount(of: scan, to: 1, format: "pdf", now: received)
        let claim = try #require(
            try await ledger.claimNextPage(for: "reader", in: .everything, now: received, leaseFor: 60))
        let page = RecognizedPage(
            number: 1, content: .text, width: 1, height: 1, resolution: 200, turned: 0, skew: 0, lines: [], codes: [],
            quality: PageQuality(confidence: 1, syllables: 1))
        try await ledger.recordRead(claim, page, as: .read, seconds: 1, now: received)
        let id = try await ledger.recordSplit(scan, into: [[1]], now: received)[0].id
        try await ledger.recordTriage(
            Self.result(id, procedure, unit, applicant, papers), pipeline: "commune/1",
            receipt: DossierReceipt(at: received, channel: .counter), now: received)
        return (id, try await ledger.queueItems(ofDossier: id)[0].id)
    }

    /// What officers do, straight at the ledger: the moments are the test's.
    func work(at now: Date = morning, _ work: (Ledger) async throws -> Void) async throws {
        try await work(open(at: now))
    }

    func print(_ arguments: String..., to name: String) async throws -> HosoCommand.Outcome {
        try await HosoCommand.run(
            ["print"] + arguments + ["--data", data, "--output", path(name)])
    }

    /// As poppler reads it, each row of spaces one space.
    func text(of name: String) async throws -> String {
        let outcome = try await Programs.run("pdftotext", "-layout", path(name), "-")
        return outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    func pages(of name: String) async throws -> [String] {
        try await Programs.run("pdftotext", "-layout", path(name), "-").output
            .split(separator: "\u{0C}").map(String.init).filter { $0.contains { !$0.isWhitespace } }
    }

    private func open(at now: Date) async throws -> Ledger {
        try await Ledger.open(
            at: URL(filePath: data).appending(path: "ledger.sqlite"), dataFolder: URL(filePath: data), now: now)
    }

    private static func result(
        _ id: String, _ procedure: String, _ unit: String, _ applicant: String?, _ papers: [PaperStanding]
    ) -> DossierResult {
        func field(_ name: FieldName, _ value: String?, _ confidence: Double) -> ExtractedField {
            ExtractedField(
                name: name, value: value, confidence: confidence, page: 1,
                box: PixelBox(x: 1, y: 2, width: 3, height: 4))
        }
        return DossierResult(
            dossier: id, source: "scan.pdf", pages: [1],
            procedure: .init(code: procedure, name: "Thủ tục", probability: 0.99, alternatives: [], because: []),
            decision: .auto, reason: "sure enough", unit: unit,
            tasks: [DossierResult.Task(unit: unit, due: due, statutoryDue: due)], due: due,
            fields: [
                field(.applicantName, applicant, 0.97), field(.applicantAddress, "thôn Thử, xã Tiên Yên", 0.7),
                field(.applicantPhone, "0911111111", 0.3), field(.applicantIDNumber, nil, 0.3),
            ], documents: [], papers: papers, seconds: .init(read: 0, understand: 0, total: 0), model: "commune/1")
    }
}
