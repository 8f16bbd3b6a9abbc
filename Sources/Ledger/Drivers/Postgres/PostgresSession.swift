internal import Dispatch
internal import Foundation

/// One connection with a thread of its own, made anew where it was lost.
actor PostgresSession {
    enum Kind {
        case write, claim, read
    }

    /// How one try of a transaction ended.
    enum Attempt<Value: Sendable>: Sendable {
        case done(Value)
        /// Nothing was written, and another try would end the same way.
        case failed(any Error)
        /// Nothing was written; another try may do better.
        case again(PostgresFault)
        /// The connection was lost while the server was told to commit.
        case unknown(Value, transaction: String)
    }

    /// What became of a transaction.
    enum Fate: Sendable {
        case committed, rolledBack, open
    }

    private let address: PostgresAddress
    private let clock: ServerClock
    private let executor = SessionExecutor()
    private var connection: PostgresConnection?
    /// What a bulk has counted so far; nil where none is open.
    private var bulk: PendingTallies?

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(_ address: PostgresAddress, clock: ServerClock) {
        self.address = address
        self.clock = clock
    }

    /// - Throws: `PostgresFault` where there is no connection to be had.
    func connect() throws { _ = try connected() }

    /// Runs `body` in a transaction, once.
    func attempt<Value: Sendable>(_ kind: Kind, _ body: @Sendable (Transaction) throws -> Value) -> Attempt<Value> {
        if let bulk { return inBulk(bulk, body) }
        do {
            let connection = try connected()
            let number = try connection.begin(kind)
            let transaction = Transaction(connection)
            let value = try body(transaction)
            if kind == .write { try transaction.writeTallies() }
            return try commit(connection, value, transaction: number)
        } catch {
            return abandon(error)
        }
    }

    private func commit<Value: Sendable>(
        _ connection: PostgresConnection, _ value: Value, transaction: String?
    ) throws -> Attempt<Value> {
        do {
            guard try connection.commit() else {
                return .failed(LedgerError.damaged("a transaction went on after a statement had failed"))
            }
            return .done(value)
        } catch let fault as PostgresFault where fault.isLost {
            guard let transaction else { throw fault }
            self.connection = nil
            return .unknown(value, transaction: transaction)
        }
    }

    private func abandon<Value: Sendable>(_ error: any Error) -> Attempt<Value> {
        let fault = error as? PostgresFault
        do {
            if fault?.isLost != true { try connection?.command("ROLLBACK") }
        } catch {
            connection = nil
        }
        guard let fault else { return .failed(error) }
        if fault.isLost { connection = nil }
        return fault.isPassing ? .again(fault) : .failed(fault)
    }

    /// What became of a transaction whose end was not heard of.
    ///
    /// - Throws: `PostgresFault`.
    func fate(of transaction: String) throws -> Fate {
        do {
            switch try connected().answer("SELECT pg_xact_status('\(transaction)'::xid8)") {
            case "committed": return .committed
            case "in progress": return .open
            default: return .rolledBack
            }
        } catch let fault as PostgresFault {
            if fault.isLost { connection = nil }
            // A server that took over has not come to that number yet: what had it went down with the old one.
            if fault.kind == .refused(state: "22023", constraint: nil) { return .rolledBack }
            throw fault
        }
    }

    // MARK: A bulk

    /// - Throws: `PostgresFault`.
    func beginBulk() throws {
        let connection = try connected()
        _ = try connection.begin(.write)
        // Whoever fills a ledger may be slow to find the next thing to write.
        try connection.command("SET LOCAL idle_in_transaction_session_timeout = 0")
        bulk = PendingTallies()
    }

    /// - Throws: `PostgresFault`; then nothing of the bulk is written.
    func endBulk() throws {
        guard let bulk, let connection else { throw PostgresFault(kind: .lost) }
        self.bulk = nil
        try Transaction(connection, pending: bulk).writeTallies()
        guard try connection.commit() else { throw PostgresFault(kind: .lost) }
    }

    private func inBulk<Value: Sendable>(
        _ pending: PendingTallies, _ body: @Sendable (Transaction) throws -> Value
    ) -> Attempt<Value> {
        guard let connection else { return .failed(PostgresFault(kind: .lost)) }
        do {
            return .done(try body(Transaction(connection, pending: pending)))
        } catch {
            if (error as? PostgresFault)?.isLost == true { self.connection = nil }
            return .failed(error)
        }
    }

    private func connected() throws -> PostgresConnection {
        if let connection { return connection }
        let fresh = try PostgresConnection(address, clock: clock)
        connection = fresh
        return fresh
    }
}

extension PostgresConnection {
    /// Begins a transaction.
    ///
    /// A writer waits for the one before it to end: the lock is the schema's, and goes with the transaction.
    /// - Returns: The transaction's number, for a writer: by it the server can be asked later what became of it.
    fileprivate func begin(_ kind: PostgresSession.Kind) throws -> String? {
        switch kind {
        case .read:
            try command("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            return nil
        case .claim:
            try command("BEGIN ISOLATION LEVEL READ COMMITTED")
            return nil
        case .write:
            return try answer(
                """
                BEGIN ISOLATION LEVEL READ COMMITTED;
                SELECT pg_advisory_xact_lock(hashtext('hoso ledger ' || current_schema()));
                SELECT CAST(pg_current_xact_id() AS TEXT)
                """)
        }
    }
}

/// A thread of its own: libpq blocks the one it is called on.
private final class SessionExecutor: SerialExecutor {
    private let queue = DispatchQueue(label: "ledger session")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { [self] in job.runSynchronously(on: asUnownedSerialExecutor()) }
    }
}
