package import Foundation

/// Moves scans whose dossiers are long closed from one store into a colder one.
///
/// A scan's bytes are read through on both sides, and held against their digest, before the first copy is deleted; the
/// ledger notes it afterwards. Killed at whatever moment, the next move goes on: what is in both stores is compared and
/// deleted again, what is only in the colder one is noted.
package struct ScanMove: Sendable {
    private let ledger: Ledger
    private let store: TieredBlobStore

    package init(_ ledger: Ledger, in store: TieredBlobStore) {
        self.ledger = ledger
        self.store = store
    }

    /// What became of the scans.
    package struct Outcome: Hashable, Sendable {
        package var moved = 0
        package var bytes = 0
        /// Not in the first store, or damaged there, and not in the colder one: they stay as they are.
        package var lost = 0

        package init() {}
    }

    /// - Parameters:
    ///   - limit: Scans whose dossiers were all closed before.
    ///   - isStopAsked: Looked at before each scan.
    ///   - onStep: Told after each portion.
    /// - Throws: `LedgerError`; what was moved until then stays moved.
    package func move(
        closedBefore limit: Date, now: Date, isStopAsked: @Sendable () -> Bool = { false },
        onStep: (Outcome) throws -> Void = { _ in }
    ) async throws -> Outcome {
        try await store.check()
        try await requireTwoStores()
        var outcome = Outcome()
        var arrival = 0
        while !isStopAsked() {
            let portion = try await ledger.scansToCool(closedBefore: limit, after: arrival, limit: 64)
            guard let last = portion.last else { break }
            var done: [String] = []
            // Noted also where the next one cannot be moved.
            let failure: (any Error)? = await {
                for scan in portion where !isStopAsked() {
                    do {
                        if try await carry(scan) {
                            done.append(scan.id)
                            outcome.moved += 1
                            outcome.bytes += scan.bytes
                        } else {
                            outcome.lost += 1
                        }
                    } catch { return error }
                }
                return nil
            }()
            try await ledger.noteCooled(done, now: now)
            if let failure { throw failure }
            arrival = last.arrival
            try onStep(outcome)
        }
        return outcome
    }

    /// - Returns: Whether it is in the colder store, and no longer in the first.
    private func carry(_ scan: CoolableScan) async throws -> Bool {
        guard try await store.first.contains(scan.digest) else { return try await store.colder.verify(scan.digest) }
        guard try await store.first.verify(scan.digest) else { return false }
        _ = try await store.colder.put(try await store.first.file(of: scan.digest))
        guard try await store.colder.verify(scan.digest) else {
            throw LedgerError.damaged(
                "scan \(scan.id) came to the colder store with other bytes: look after that store; nothing is deleted")
        }
        await store.letGo(scan.digest)
        try await store.first.remove(scan.digest)
        return true
    }

    /// One store by two names would lose everything: what is put into the one must not turn up in the other.
    private func requireTwoStores() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "hoso-\(UUID().uuidString)")
        try Data(UUID().uuidString.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let blob = try await store.colder.put(file)
        await store.colder.letGo(blob.digest)
        let isOne = try await store.first.contains(blob.digest)
        try await store.colder.remove(blob.digest)
        guard !isOne else {
            throw LedgerError.unavailable("--blobs and --cold-blobs are one store: name another for the colder one")
        }
    }
}
