import Foundation
import Ledger
import Triage

/// The workers of a shared ledger, as they last told of themselves.
struct WorkerTable {
    let workers: [WorkerRecord]
    let now: Date

    /// Seconds after which a worker that said nothing is taken for gone.
    static let silence: TimeInterval = 60

    func lines() -> [String] {
        guard !workers.isEmpty else { return ["nobody has worked on this ledger in the last day"] }
        let rows = workers.map { worker in
            [
                TextTable.cell(worker.host, 40), standing(of: worker), String(worker.readers), String(worker.pages),
                String(worker.dossiers), LocalTime.text(worker.cameAt), worker.pipeline,
            ]
        }
        return TextTable.lines([["HOST", "STATE", "READERS", "PAGES", "DOSSIERS", "SINCE", "PIPELINE"]] + rows)
    }

    func objects() throws -> [String] {
        try workers.map { worker in
            try JSONLine.text(
                Object(
                    worker: worker.id, host: worker.host, state: standing(of: worker), readers: worker.readers,
                    pages: worker.pages, dossiers: worker.dossiers, since: LocalTime.text(worker.cameAt),
                    seen: LocalTime.text(worker.seenAt),
                    pipeline: worker.pipeline))
        }
    }

    private func standing(of worker: WorkerRecord) -> String {
        if worker.leftAt != nil { return "left" }
        return now.timeIntervalSince(worker.seenAt) > Self.silence ? "silent" : "works"
    }

    private struct Object: Encodable {
        var worker: String
        var host: String
        var state: String
        var readers: Int
        var pages: Int
        var dossiers: Int
        var since: String
        var seen: String
        var pipeline: String
    }
}
