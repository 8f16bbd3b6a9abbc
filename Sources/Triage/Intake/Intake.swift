import Foundation
internal import Ledger

/// What became of a run's inputs at the door.
package struct Intake: Sendable {
    /// A file that is registered, under this name or another.
    package struct Taken: Sendable {
        package var name: String
        package var scan: String
        /// The name it is registered under, where that is another.
        package var sameAs: String?
        /// It was triaged by an earlier run; nothing is done again.
        package var wasDone: Bool
    }

    package var taken: [Taken] = []
    package var refused: [RefusedInput] = []

    /// The names a scan was met under, the one it is registered under first where it was met so.
    package var namesByScan: [String: [Taken]] {
        Dictionary(grouping: taken, by: \.scan)
            .mapValues { names in names.filter { $0.sameAs == nil } + names.filter { $0.sameAs != nil } }
    }
}

extension TriageRun {
    /// Takes files in, and leaves it to whoever works on the ledger to triage them.
    package func register(_ inputs: InputListing, batch: String) async throws -> Intake {
        try await ledger.startBatch(batch, now: clock())
        return try await takeIn(inputs, batch: batch)
    }

    /// How long a file that is still being written is waited for after all others are taken in.
    private static let patience = Duration.seconds(10)

    /// Registers every file once, its bytes in the blob store; those still being written come last.
    ///
    /// Whether a file rests is told by this machine's clock, which stamped it, and not by the ledger's.
    func takeIn(_ inputs: InputListing, batch: String) async throws -> Intake {
        var intake = Intake(refused: inputs.refused)
        var restless: [(file: InputFile, stamp: FileStamp?)] = []
        for file in inputs.files {
            let stamp = FileStamp(of: file.path)
            if let stamp, !stamp.isResting(at: Date()) {
                restless.append((file, stamp))
            } else {
                try await take(file, into: &intake, batch: batch)
            }
        }
        let deadline = ContinuousClock.now + Self.patience
        while !restless.isEmpty {
            var still: [(file: InputFile, stamp: FileStamp?)] = []
            for (file, _) in restless {
                let stamp = FileStamp(of: file.path)
                if stamp.map({ $0.isResting(at: Date()) }) ?? true {
                    try await take(file, into: &intake, batch: batch)
                } else if ContinuousClock.now > deadline {
                    intake.refused.append(
                        RefusedInput(name: file.name, reason: "still being written; run again when it is whole"))
                } else {
                    still.append((file, stamp))
                }
            }
            restless = still
            if !restless.isEmpty { try await Task.sleep(for: .milliseconds(200)) }
        }
        return intake
    }

    private func take(_ file: InputFile, into intake: inout Intake, batch: String) async throws {
        let before = FileStamp(of: file.path)
        guard before.map({ $0.size <= pipeline.limits.bytesPerFile }) ?? true else {
            let limit = pipeline.limits.bytesPerFile >> 20
            intake.refused.append(
                RefusedInput(name: file.name, reason: "larger than the limit of \(limit) MB (limits.bytes-per-file)"))
            return
        }
        let blob: Blob
        do {
            blob = try await blobs.put(URL(filePath: file.path))
        } catch LedgerError.unreadableSource(let reason) {
            intake.refused.append(RefusedInput(name: file.name, reason: reason))
            return
        }
        guard before == FileStamp(of: file.path) else {
            // The copy may be half of one and half of the other; a later run finds the file at rest.
            intake.refused.append(
                RefusedInput(name: file.name, reason: "it changed while it was read; run again when it is whole"))
            return
        }
        let arrived = ArrivedFile(digest: blob.digest, name: file.name, bytes: blob.bytes, path: file.path)
        let registration = try await ledger.register(
            arrived, batch: batch, handedInAt: receivedAt, urgency: urgency, now: clock())
        let scan = registration.scan
        intake.taken.append(
            Intake.Taken(
                name: file.name, scan: scan.id, sameAs: scan.name == file.name ? nil : scan.name,
                wasDone: scan.state == .triaged || scan.state == .quarantined))
    }
}
