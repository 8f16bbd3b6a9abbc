internal import Foundation
internal import Ledger
package import Logging
internal import Triage

extension Desk {
    /// Beside the pages: triages what is put in, and what else the ledger has to do, until told to stop.
    ///
    /// Trouble is told once and tried again: the pages go on without.
    package func triage(isStopAsked: @escaping @Sendable () -> Bool, logger: Logger) async {
        while !isStopAsked() {
            do {
                // What is leased in a ledger of one process was left by one that is gone.
                if !ledger.isShared { try await ledger.releaseLeases() }
                let worker = WorkerRecord(
                    id: "desk-\(UUID().uuidString)", host: ProcessInfo.processInfo.hostName, readers: run.jobs,
                    pipeline: pipeline.version, at: ledger.now)
                _ = try await run.work(
                    as: worker, isStopAsked: isStopAsked,
                    onTrouble: { logger.error("triage waits", metadata: ["error": "\(type(of: $0))"]) },
                    onProgress: { _ in })
            } catch let failure as ReaderFailure {
                logger.error("no reader can be started, so nothing is read: \(failure.reason)")
            } catch {
                logger.error("triage stopped and is tried again", metadata: ["error": "\(type(of: error))"])
            }
            let end = ContinuousClock.now + .seconds(20)
            while !isStopAsked(), ContinuousClock.now < end { try? await Task.sleep(for: .milliseconds(100)) }
        }
    }
}
