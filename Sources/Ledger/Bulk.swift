extension Ledger {
    /// Gathers the writes of `work` into transactions of their own making, for filling a ledger with what is already
    /// known elsewhere: the same operations, the same rows, but the disk is waited for once.
    ///
    /// An error leaves everything that `work` wrote unwritten, and the ledger fit for nothing but to be let go.
    package func inBulk(_ work: () async throws -> Void) async throws {
        try await driver.beginBulk()
        try await work()
        try await driver.endBulk()
    }
}
