internal import Foundation
internal import WebClient

/// The ledger of several machines: a PostgreSQL server, 13 or newer.
///
/// One connection writes, because writers wait for each other anyway; a few others read and claim. A transaction that
/// goes down with its connection is run again as a whole; where the connection went while it was being committed, the
/// server is asked first what became of it, so that nothing is done twice.
final class PostgresDriver: LedgerDriver {
    private let writer: PostgresPool
    private let others: PostgresPool
    private let writing: PostgresSession
    private let clock: ServerClock
    private let listener: PostgresListener
    private let place: String
    /// How long a server that is away is waited for.
    private let patience: Duration
    private let isInBulk = BulkWriting()

    /// Connections beside the one that writes.
    private static let readers = 3
    private static let plan = RetryPlan(first: 0.05, longest: 3, attempts: .max)

    /// - Throws: `LedgerError` where there is no connection to be had.
    init(
        _ address: PostgresAddress, patience: Duration = .seconds(60), leasesByServer: Bool = true
    ) async throws {
        place = address.place
        self.patience = patience
        listener = PostgresListener(address)
        let clock = ServerClock(isForLeases: leasesByServer)
        self.clock = clock
        writing = PostgresSession(address, clock: clock)
        writer = PostgresPool([writing])
        others = PostgresPool((0..<Self.readers).map { _ in PostgresSession(address, clock: clock) })
        do {
            try await writing.connect()
        } catch let fault as PostgresFault {
            throw LedgerError(fault, at: place)
        }
    }

    var now: Date { clock.now }

    /// One channel for each ledger of a database.
    static let channel = "'hoso_' || current_schema()"
    static let announcing = "SELECT 1 AS told FROM pg_notify(\(channel), '')"

    /// Only news: where it cannot be told, others find out by looking.
    func announce() async {
        try? await claim { _ = try $0.row(Self.announcing) { _ in } }
    }

    func waitForNews() async { await listener.wait(atMost: .seconds(1)) }

    /// Nil where there is no ledger yet.
    ///
    /// - Throws: `LedgerError.unavailable` where there is half of one.
    func schemaVersion() async throws -> Int? {
        try await read { [place] transaction in
            guard try !transaction.isBeingFilled() else {
                throw LedgerError.unavailable(
                    "a ledger is being carried over to \(place): finish it with `hoso migrate` first")
            }
            let isThere = try transaction.row(
                "SELECT CASE WHEN to_regclass('migrations') IS NULL THEN 0 ELSE 1 END AS found"
            ) { try $0.flag("found") }
            return isThere == true ? try transaction.schemaVersion() : nil
        }
    }

    func write<Result: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> Result) async throws -> Result {
        try await carryOut(.write, with: writer, body)
    }

    func claim<Result: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> Result) async throws -> Result {
        try await carryOut(.claim, with: isInBulk.isOpen ? writer : others, body)
    }

    func read<Result: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> Result) async throws -> Result {
        try await carryOut(.read, with: isInBulk.isOpen ? writer : others, body)
    }

    func beginBulk() async throws {
        do {
            try await writing.beginBulk()
        } catch let fault as PostgresFault {
            throw LedgerError(fault, at: place)
        }
        isInBulk.open()
    }

    func endBulk() async throws {
        isInBulk.close()
        do {
            try await writing.endBulk()
        } catch let fault as PostgresFault {
            throw LedgerError(fault, at: place)
        }
    }

    /// In a task of its own: whoever is cancelled still gets recorded what it did.
    private func carryOut<Result: Sendable>(
        _ kind: PostgresSession.Kind, with pool: PostgresPool,
        _ body: @escaping @Sendable (Transaction) throws -> Result
    ) async throws -> Result {
        try await Task { [self] in
            var wait = Wait(patience: patience)
            while true {
                switch await pool.lend({ await $0.attempt(kind, body) }) {
                case .done(let result): return result
                case .failed(let fault as PostgresFault): throw LedgerError(fault, at: place)
                case .failed(let error): throw error
                case .again(let fault): try await wait.again(after: fault, at: place)
                case .unknown(let result, let transaction):
                    if try await isCommitted(transaction, with: pool, &wait) { return result }
                }
            }
        }.value
    }

    /// Waits until the server can tell.
    private func isCommitted(_ transaction: String, with pool: PostgresPool, _ wait: inout Wait) async throws -> Bool {
        while true {
            let answer: Result<PostgresSession.Fate, PostgresFault> = await pool.lend { session in
                do {
                    return .success(try await session.fate(of: transaction))
                } catch {
                    return .failure(error as? PostgresFault ?? PostgresFault(kind: .lost))
                }
            }
            switch answer {
            case .success(.committed): return true
            case .success(.rolledBack): return false
            case .success(.open): try await wait.again(after: PostgresFault(kind: .lost), at: place)
            case .failure(let fault): try await wait.again(after: fault, at: place)
            }
        }
    }

    /// The pauses between the tries of one transaction.
    private struct Wait {
        let patience: Duration
        let end: ContinuousClock.Instant
        var tries = 0

        init(patience: Duration) {
            self.patience = patience
            end = .now + patience
        }

        mutating func again(after fault: PostgresFault, at place: String) async throws {
            guard ContinuousClock.now < end else {
                guard fault.isLost else { throw LedgerError(fault, at: place) }
                throw LedgerError.busy(
                    "the ledger's server \(place) has been away for \(patience.components.seconds) s: "
                        + "try again when it is up")
            }
            tries += 1
            let pause = PostgresDriver.plan.wait(after: tries, chance: .random(in: 0...1)) ?? 0
            try await Task.sleep(for: .seconds(pause))
        }
    }
}
