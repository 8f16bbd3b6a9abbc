internal import Foundation
internal import Ledger
package import Logging
internal import Triage

extension Desk {
    /// Seconds between two looks into a hot folder, and files taken in at one.
    private static let look = (seconds: 2.0, files: 16)

    /// Beside the pages: takes in what a scanner puts into a folder, behind what people put in at the desk.
    package func watch(_ folder: String, isStopAsked: @escaping @Sendable () -> Bool, logger: Logger) async {
        var run = run
        run.urgency = .night
        var hotFolder = HotFolder(path: folder)
        while !isStopAsked() {
            let listing = hotFolder.look(at: Date(), limit: Self.look.files)
            // Names of files may be people's: only how many, and why.
            var refused = listing.refused
            if !listing.files.isEmpty {
                do {
                    refused += try await run.register(listing, batch: Ledger.randomIdentifier(at: clock())).refused
                } catch {
                    logger.error("the hot folder is not taken in", metadata: ["error": "\(type(of: error))"])
                }
            }
            if !refused.isEmpty {
                let reasons = Set(refused.map(\.reason)).sorted().joined(separator: "; ")
                logger.warning("\(refused.count) files of the hot folder were refused: \(reasons)")
            }
            let end = ContinuousClock.now + .seconds(Self.look.seconds)
            while !isStopAsked(), ContinuousClock.now < end { try? await Task.sleep(for: .milliseconds(100)) }
        }
    }

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
