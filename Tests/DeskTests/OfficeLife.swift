import Dossiers
import Foundation
import Ledger

extension DeskFixture {
    /// A dossier of one page, brought to where triage leaves it by the operations that a run does it with.
    ///
    /// - Parameter name: What was read as the applicant's name.
    /// - Returns: Its item; nil for one that a person has to look at.
    @discardableResult
    func receive(
        _ file: String, procedure: String = "1.001193", unit: String = "van-phong", decision: Decision = .auto,
        due: Date? = nil, name: String? = nil, model: String = "test/1", at time: Date = morning
    ) async throws -> (dossier: String, item: String?) {
        let digest = (file.utf8.map { String(format: "%02x", $0) }.joined() + String(repeating: "0", count: 64)).prefix(
            64)
        let arrived = ArrivedFile(digest: String(digest), name: file, bytes: 1_000, path: "/scans/\(file)")
        let scan = try await ledger.register(arrived, now: time).scan.id
        try await ledger.setPageCount(of: scan, to: 1, format: "pdf", now: time)
        guard let claim = try await ledger.claimNextPage(for: "reader", in: .everything, now: time, leaseFor: 60)
        else { throw Missing() }
        let page = RecognizedPage(
            number: 1, content: .text, width: 1654, height: 2339, resolution: 200, turned: 0, skew: 0, lines: [],
            codes: [], quality: PageQuality(confidence: 0.9, syllables: 1))
        try await ledger.recordRead(claim, page, as: .read, seconds: 1.2, now: time)
        let dossier = try await ledger.recordSplit(scan, into: [[1]], now: time)[0].id
        let fields = name.map {
            ExtractedField(
                name: .applicantName, value: $0, confidence: 0.8, page: 1,
                box: PixelBox(x: 1, y: 1, width: 10, height: 10))
        }
        try await ledger.recordTriage(
            DossierResult(
                dossier: dossier, source: file, pages: [1],
                procedure: .init(
                    code: procedure, name: "Thủ tục \(procedure)", probability: 0.99, alternatives: [], because: []),
                decision: decision, reason: "invented", unit: unit,
                tasks: [.init(unit: unit, due: due ?? time.addingTimeInterval(5 * 86_400))], due: due,
                fields: fields.map { [$0] } ?? [], documents: [], papers: [],
                seconds: .init(read: 1.2, understand: 0.01, total: 2), model: model),
            pipeline: "test/1", receipt: DossierReceipt(at: time, channel: .counter), now: time)
        return (dossier, try await ledger.queueItems(ofDossier: dossier).first?.id)
    }

    struct Missing: Error {}
}
