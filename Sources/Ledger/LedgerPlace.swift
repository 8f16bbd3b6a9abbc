package import Foundation

/// Where a ledger is kept.
package enum LedgerPlace: Hashable, Sendable {
    /// One SQLite file, for one writing process at a time.
    case file(URL)
    /// A PostgreSQL server, for any number of processes on any number of hosts.
    case server(PostgresAddress, leases: LeaseTime = .byServer)

    /// By whose clock leases run.
    package enum LeaseTime: Hashable, Sendable {
        case byServer
        /// The operations' own times: for tests, whose time stands still.
        case asTold
    }
}
