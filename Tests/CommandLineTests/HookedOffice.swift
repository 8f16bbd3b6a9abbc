import Dossiers
import Foundation
import Ledger

/// A small office with a ledger, one of whose units has a web hook.
struct HookedOffice {
    let folder: TemporaryFolder
    let port: Int

    var data: String { folder.path("data") }
    var options: [String] { ["--data", data, "--pipeline", folder.path("desk.yaml")] }

    /// - Parameter hook: further lines of the hook.
    init(in folder: TemporaryFolder, port: Int, hook: String = "") throws {
        self.folder = folder
        self.port = port
        try folder.write(Array("\(Receiver.secret)\n".utf8), to: "secret")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.path("secret"))
        let files = [
            "desk.yaml": """
            name: desk
            catalogue: catalogue.yaml
            units: units.yaml
            calendar: calendar.yaml
            forms: forms
            model: model
            place: "00001"
            channel: counter
            """,
            "catalogue.yaml": """
            procedures:
              - {code: "1.000001", name: Khai sinh, field: Hộ tịch, limit: 1 working-day}
            """,
            "units.yaml": """
            places:
              - {id: "00001", name: xã Thử, difficult: no}
            units:
              - id: van-phong
                name: Văn phòng
                from: 2025-07-01
                fields: [Hộ tịch]
                hook: {url: "http://127.0.0.1:\(port)/hoso", secret-file: secret\(hook)}
            """,
            "calendar.yaml": """
            from: 2026-01-01
            to: 2026-12-31
            time-zone: Asia/Ho_Chi_Minh
            days-off: [saturday, sunday]
            hours: ["07:00-17:00"]
            receipt:
              - {from: 2026-01-01, same-day-until: "15:00", counts-until: "17:00"}
            """,
        ]
        for (name, text) in files { try folder.write(Array("\(text)\n".utf8), to: name) }
    }

    /// Puts items into the unit's queue, a hundred a dossier.
    ///
    /// - Returns: Their identifiers.
    @discardableResult
    func fill(items: Int) async throws -> [String] {
        let now = Date()
        let ledger = try await Ledger.open(
            at: URL(filePath: data).appending(path: "ledger.sqlite"), dataFolder: URL(filePath: data), now: now)
        try await ledger.setHooks(of: ["van-phong"], now: now)
        let count = (items + 99) / 100
        let digest = String(repeating: "a", count: 64)
        let scan = try await ledger.register(
            ArrivedFile(digest: digest, name: "scan.pdf", bytes: 1, path: "/scan.pdf"), now: now
        ).scan
        try await ledger.setPageCount(of: scan.id, to: count, format: "pdf", now: now)
        while let claim = try await ledger.claimNextPage(for: "reader", in: .everything, now: now, leaseFor: 60) {
            try await ledger.recordRead(claim, Self.page(claim.page), as: .read, seconds: 0, now: now)
        }
        let dossiers = try await ledger.recordSplit(scan.id, into: (1...count).map { [$0] }, now: now)
        for (index, dossier) in dossiers.enumerated() {
            try await ledger.recordTriage(
                Self.result(dossier.id, page: index + 1, tasks: min(100, items - index * 100)), pipeline: "desk/1",
                now: now)
        }
        return try await ledger.queue(of: "van-phong", [], limit: items + 1).map(\.id)
    }

    private static func page(_ number: Int) -> RecognizedPage {
        RecognizedPage(
            number: number, content: .text, width: 10, height: 10, resolution: 200, turned: 0, skew: 0, lines: [],
            codes: [], quality: PageQuality(confidence: 0.9, syllables: 1))
    }

    private static func result(_ dossier: String, page: Int, tasks: Int) -> DossierResult {
        let field = ExtractedField(
            name: .applicantName, value: "Chíu Thị Mây", confidence: 0.97, page: page,
            box: PixelBox(x: 1, y: 2, width: 3, height: 4))
        return DossierResult(
            dossier: dossier, source: "scan.pdf", pages: [page],
            procedure: .init(code: "1.000001", name: "Khai sinh", probability: 0.99, alternatives: [], because: []),
            decision: .auto, reason: "sure enough", unit: "van-phong",
            tasks: (0..<tasks).map { _ in DossierResult.Task(unit: "van-phong", due: nil) }, due: nil,
            fields: [field], documents: [], papers: [],
            seconds: .init(read: 0, understand: 0, total: 0), model: "desk/1")
    }
}
