extension LedgerTransfer {
    /// What became of the scans' files.
    package struct CopiedBlobs: Hashable, Sendable {
        /// In the new store, whoever put them there.
        package var there = 0
        /// Not in the old store, or damaged there.
        package var lost = 0

        package init(there: Int = 0, lost: Int = 0) {
            self.there = there
            self.lost = lost
        }
    }

    /// Puts every scan's file into another store, in the order of arrival, and then the models; each is checked by its
    /// digest on the way. Those that lie in a colder store stay there.
    ///
    /// - Parameters:
    ///   - old: Where the files are.
    ///   - new: Where they are to be; what it has already is not sent again.
    ///   - onStep: Told after each portion.
    /// - Returns: Of this call and the earlier ones that it goes on from.
    package func copyBlobs(
        from old: any BlobStore, to new: any BlobStore, onStep: (Step) throws -> Void
    ) async throws -> CopiedBlobs {
        guard var line = try await target.driver.read({ try $0.transferLines() })[TransferMark.blobs] else {
            throw LedgerError.damaged("the transfer's position is lost")
        }
        // `rows` counts what is there, the second part of the position what is lost.
        var (arrival, lost) = Self.position(line.after)
        while !line.isCopied {
            let portion = try await source.driver.read { [arrival] transaction in
                try transaction.rows(
                    """
                    SELECT arrival, digest FROM scans WHERE arrival > $1 AND cooled_at IS NULL
                    ORDER BY arrival LIMIT 64
                    """, .integer(arrival)
                ) { (arrival: try $0.integer("arrival"), digest: try $0.text("digest")) }
            }
            let before = line.rows
            for scan in portion {
                if try await Self.carry(scan.digest, from: old, to: new) { line.rows += 1 } else { lost += 1 }
                arrival = scan.arrival
            }
            if portion.isEmpty {
                // The models that were learnt are blobs too, and few.
                let models = try await source.driver.read { transaction in
                    try transaction.rows("SELECT digest FROM models ORDER BY identifier") { try $0.text("digest") }
                }
                for model in models where try await !Self.carry(model, from: old, to: new) { lost += 1 }
            }
            line.after = [.integer(arrival), .integer(lost)]
            line.isCopied = portion.isEmpty
            let reached = line
            try await target.driver.write { try $0.advance(reached, from: before) }
            try onStep(Step(table: TransferMark.blobs, rows: line.rows))
        }
        return CopiedBlobs(there: line.rows, lost: lost)
    }

    private static func position(_ after: [Value]?) -> (arrival: Int, lost: Int) {
        let numbers = (after ?? []).map { value in if case .integer(let number) = value { Int(number) } else { 0 } }
        return numbers.count == 2 ? (numbers[0], numbers[1]) : (0, 0)
    }

    /// - Returns: Whether the new store has it.
    private static func carry(
        _ digest: String, from old: any BlobStore, to new: any BlobStore
    ) async throws -> Bool {
        if try await new.contains(digest) { return true }
        do {
            let file = try await old.file(of: digest)
            // What is damaged has another digest, and would be kept under that.
            guard try ContentDigest.ofFile(file) == digest else { return false }
            _ = try await new.put(file)
            await old.letGo(digest)
            await new.letGo(digest)
            return true
        } catch LedgerError.unknown {
            return false
        } catch LedgerError.damaged {
            return false
        }
    }
}
