import Desk
import Dossiers
import Foundation
import Ledger
import Routing
import Synchronization
import Triage

extension DeskFixture {
    static let sample = root.appending(path: "samples/fax/dossier-0001.tif")

    /// A dossier of one page that is triaged as given; its scan is in the store.
    ///
    /// - Parameter text: What stands on the page and in the applicant's name.
    func dossier(
        _ decision: Decision = .review, unit: String = "van-phong", code: String = "1.001193",
        source: String = "a.tif", text: String = "Lò Thị Mẩy", confidence: Double = 0.7
    ) async throws -> String {
        let now = clock.now
        let copy = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: copy) }
        // What follows the last page changes the file's digest and nothing that is read.
        let count = scanned.withLock { count in
            count += 1
            return count
        }
        try (Data(contentsOf: Self.sample) + Data(repeating: 0, count: count)).write(to: copy)
        let blob = try await run.blobs.put(copy)
        let digest = blob.digest
        let scan = try await ledger.register(
            ArrivedFile(digest: digest, name: source, bytes: blob.bytes, path: "/scans/\(digest)"), now: now
        ).scan
        try await ledger.setPageCount(of: scan.id, to: 1, format: "tiff", now: now)
        let claim = try await ledger.claimNextPage(for: "reader", in: .everything, now: now, leaseFor: 60)
        guard let claim else { throw LedgerError.unknown("nothing to read") }
        let box = PixelBox(x: 400, y: 600, width: 380, height: 40)
        let page = RecognizedPage(
            number: 1, content: .text, width: 1728, height: 2339, resolution: 204, turned: 0, skew: 0,
            lines: [TextLine(words: [Word(text: text, confidence: 0.9, box: box)])], codes: [],
            quality: PageQuality(confidence: 0.9, syllables: 1))
        try await ledger.recordRead(claim, page, as: .read, seconds: 1, now: now)
        let dossier = try await ledger.recordSplit(scan.id, into: [[1]], now: now)[0].id
        let procedure = DossierResult.ProposedProcedure(
            code: code, name: run.pipeline.catalogue[code]?.name ?? "", probability: 0.71,
            alternatives: [.init(code: "1.000656", probability: 0.2)], because: ["khai sinh"])
        let due = now.addingTimeInterval(86_400)
        try await ledger.recordTriage(
            DossierResult(
                dossier: dossier, source: source, pages: [1], procedure: procedure, decision: decision,
                reason: "the procedure is only 71 % likely; which one is asked for cannot be told from the form alone",
                unit: unit, tasks: [.init(unit: unit, due: due)], due: due,
                fields: [
                    ExtractedField(name: .applicantName, value: text, confidence: confidence, page: 1, box: box),
                    ExtractedField(
                        name: .applicantAddress, value: nil, confidence: 0, page: 1, box: box, isHandwritten: true),
                ],
                documents: [], papers: [PaperStanding(name: "Giấy chứng sinh", standing: .missing)],
                seconds: .init(read: 1, understand: 0, total: 1), model: "commune-vi/1"),
            pipeline: "commune/1", now: now)
        return dossier
    }
}

extension DeskFixture {
    /// The first pages of a batch, as if they had been read and decided as given.
    func batch(pages count: Int, dossiers: [[Int]], blank: Set<Int>) async throws -> String {
        let now = clock.now
        let blob = try await run.blobs.put(Self.root.appending(path: "samples/night-batch/batch-0001.tif"))
        let scan = try await ledger.register(
            ArrivedFile(digest: blob.digest, name: "batch.tif", bytes: blob.bytes, path: "/scans/batch.tif"), now: now
        ).scan
        try await ledger.setPageCount(of: scan.id, to: count, format: "tiff", now: now)
        while let claim = try await ledger.claimNextPage(for: "reader", in: .everything, now: now, leaseFor: 60) {
            let page = RecognizedPage(
                number: claim.page, content: blank.contains(claim.page) ? .blank : .text, width: 10, height: 10,
                resolution: 200, turned: 0, skew: 0, lines: [], codes: [],
                quality: PageQuality(confidence: 0, syllables: 0))
            try await ledger.recordRead(
                claim, page, as: blank.contains(claim.page) ? .blank : .read, seconds: 0, now: now)
        }
        for dossier in try await ledger.recordSplit(scan.id, into: dossiers, now: now) {
            try await ledger.recordTriage(
                DossierResult(
                    dossier: dossier.id, source: "batch.tif", pages: dossier.pages, procedure: nil, decision: .review,
                    reason: "the dossier holds no text", unit: nil, tasks: [], due: nil, fields: [], documents: [],
                    papers: [], seconds: .init(read: 0, understand: 0, total: 0), model: "commune-vi/1"),
                pipeline: "commune/1", now: now)
        }
        return scan.id
    }

    /// Files of uploads that were not cleared away.
    var leftovers: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "work/uploads").path)) ?? []
    }
}
