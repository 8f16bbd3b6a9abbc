package import Foundation

extension Ledger {
    /// Adds an account.
    ///
    /// - Parameters:
    ///   - password: What the password will be checked against, never the password itself; nil for an account that no
    ///     password opens.
    ///   - identity: What the person is called at the single sign-on; nil where it does not open the account.
    ///   - actor: Who adds it; nil for the first one, at the command line.
    /// - Throws: `LedgerError.illegalMove` where the name or the identity is taken.
    package func addAccount(
        _ name: String, role: Account.Role, unit: String?, password: String?, signOn identity: String? = nil,
        by actor: String?, now: Date
    ) async throws {
        try await driver.write { transaction in
            guard try transaction.account(name) == nil else {
                throw LedgerError.illegalMove("there is an account \(name) already: choose another name")
            }
            try transaction.run(
                """
                INSERT INTO accounts (name, role, unit, password, failures, added_at) VALUES ($1, $2, $3, $4, 0, $5)
                """,
                .text(name), .text(role.rawValue), .text(unit), .text(password ?? Account.noPassword), .time(now))
            if let identity { try transaction.invite(identity, as: name, at: now) }
            try transaction.append(
                .accountAdded, at: now, actor: actor, detail: ["account": name, "role": role.rawValue])
        }
    }

    /// Gives an account another password, unlocks it, and ends its sessions.
    package func setPassword(of name: String, to password: String, by actor: String?, now: Date) async throws {
        try await driver.write { transaction in
            let changed = try transaction.run(
                "UPDATE accounts SET password = $2, failures = 0, locked_until = NULL WHERE name = $1 AND closed_at IS NULL",
                .text(name), .text(password))
            guard changed == 1 else { throw LedgerError.unknown("there is no open account \(name)") }
            try transaction.run("DELETE FROM sessions WHERE account = $1", .text(name))
            try transaction.append(
                .accountChanged, at: now, actor: actor, detail: ["account": name, "what": "password"])
        }
    }

    /// Closes an account for good; its name stays taken, because events name it.
    package func closeAccount(_ name: String, by actor: String?, now: Date) async throws {
        try await driver.write { transaction in
            let changed = try transaction.run(
                "UPDATE accounts SET closed_at = $2 WHERE name = $1 AND closed_at IS NULL", .text(name), .time(now))
            guard changed == 1 else { throw LedgerError.unknown("there is no open account \(name)") }
            try transaction.run("DELETE FROM sessions WHERE account = $1", .text(name))
            // Whoever it was may be given another account.
            try transaction.run("DELETE FROM sign_ons WHERE account = $1", .text(name))
            try transaction.run(
                "UPDATE tokens SET revoked_at = $2 WHERE account = $1 AND revoked_at IS NULL", .text(name), .time(now))
            try transaction.append(.accountChanged, at: now, actor: actor, detail: ["account": name, "what": "closed"])
        }
    }

    /// Every account, closed ones last.
    package func accounts() async throws -> [Account] {
        try await driver.read { transaction in
            try transaction.rows(
                "SELECT * FROM accounts ORDER BY CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END, name",
                make: Account.init)
        }
    }

    /// An open account and what its password is checked against; nil where there is none, or no password opens it.
    package func credentials(of name: String) async throws -> (account: Account, password: String)? {
        try await driver.read { transaction in
            try transaction.row(
                "SELECT * FROM accounts WHERE name = $1 AND closed_at IS NULL AND password <> $2", .text(name),
                .text(Account.noPassword)
            ) { (try Account(row: $0), try $0.text("password")) }
        }
    }

    /// Counts a wrong password.
    ///
    /// - Parameter lock: How many seconds the account is locked after so many failures in a row; 0 for not at all.
    package func countFailure(
        of name: String, now: Date, lock: @escaping @Sendable (_ failures: Int) -> TimeInterval
    ) async throws {
        try await driver.write { transaction in
            let failures = try transaction.row(
                "UPDATE accounts SET failures = failures + 1 WHERE name = $1 RETURNING failures", .text(name)
            ) { try $0.integer("failures") }
            guard let failures else { return }
            let seconds = lock(failures)
            if seconds > 0 {
                try transaction.run(
                    "UPDATE accounts SET locked_until = $2 WHERE name = $1", .text(name),
                    .time(now.addingTimeInterval(seconds)))
            }
            try transaction.append(
                .sessionRefused, at: now, detail: ["account": name, "failures": String(failures)])
        }
    }
}

extension Transaction {
    func account(_ name: String) throws -> Account? {
        try row("SELECT * FROM accounts WHERE name = $1", .text(name), make: Account.init)
    }
}
