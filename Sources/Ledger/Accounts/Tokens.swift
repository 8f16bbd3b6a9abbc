package import Foundation

/// What a program comes with in place of a password; the ledger knows its digest only.
package struct Token: Hashable, Sendable {
    package var digest: String
    package var account: String
    /// What it is for, in words of whoever asked for it.
    package var purpose: String
    package var issuedAt: Date
    package var endsAt: Date
    /// To the hour; nil for never.
    package var usedAt: Date?
    package var revokedAt: Date?

    package func isValid(at now: Date) -> Bool { revokedAt == nil && endsAt > now }
}

extension Ledger {
    /// Lets a program do what an account may.
    ///
    /// - Parameter digest: The SHA-256 of what the program is given, in hexadecimal.
    /// - Throws: `LedgerError.unknown` where there is no such open account.
    package func issueToken(
        _ digest: String, of account: String, for purpose: String, by actor: String?, now: Date, until end: Date
    ) async throws {
        try await driver.write { transaction in
            guard let known = try transaction.account(account), known.closedAt == nil else {
                throw LedgerError.unknown("there is no open account \(account)")
            }
            try transaction.run(
                "INSERT INTO tokens (digest, account, purpose, issued_at, ends_at) VALUES ($1, $2, $3, $4, $5)",
                .text(digest), .text(account), .text(purpose), .time(now), .time(end))
            try transaction.append(.tokenIssued, at: now, actor: actor, detail: Self.detail(account, digest))
        }
    }

    /// Takes a token back.
    ///
    /// - Parameter name: The beginning of its digest, as lists show it.
    /// - Throws: `LedgerError.unknown` where no valid token, or more than one, begins so.
    package func revokeToken(_ name: String, by actor: String?, now: Date) async throws {
        try await driver.write { transaction in
            let found = try transaction.rows(
                "SELECT * FROM tokens WHERE digest >= $1 AND digest < $2 AND revoked_at IS NULL", .text(name),
                .text(name + "g"), make: Token.init)
            guard let token = found.first, found.count == 1, name.count >= 8 else {
                throw LedgerError.unknown("no token that can be taken back is called “\(name)”")
            }
            try transaction.run(
                "UPDATE tokens SET revoked_at = $2 WHERE digest = $1", .text(token.digest), .time(now))
            try transaction.append(
                .tokenRevoked, at: now, actor: actor, detail: Self.detail(token.account, token.digest))
        }
    }

    /// Every token, the newest first; of one account, or of all.
    package func tokens(of account: String? = nil) async throws -> [Token] {
        try await driver.read { transaction in
            try transaction.rows(
                "SELECT * FROM tokens ORDER BY issued_at DESC, digest", make: Token.init
            ).filter { account == nil || $0.account == account }
        }
    }

    /// The open account that a program comes for; nil where the token is unknown, taken back or past its end.
    package func account(byToken digest: String, now: Date) async throws -> (account: Account, until: Date)? {
        let found = try await driver.read { transaction in
            try transaction.row(
                """
                SELECT a.*, t.ends_at, t.used_at FROM tokens t JOIN accounts a ON a.name = t.account
                WHERE t.digest = $1 AND t.ends_at > $2 AND t.revoked_at IS NULL AND a.closed_at IS NULL
                """,
                .text(digest), .time(now)
            ) { (account: try Account(row: $0), until: try $0.time("ends_at"), used: try $0.timeOrNil("used_at")) }
        }
        guard let found else { return nil }
        // Not at every request: a write waits for the disk.
        if found.used.map({ now.timeIntervalSince($0) >= 3_600 }) ?? true {
            _ = try await driver.write { transaction in
                try transaction.run("UPDATE tokens SET used_at = $2 WHERE digest = $1", .text(digest), .time(now))
            }
        }
        return (found.account, found.until)
    }

    private static func detail(_ account: String, _ digest: String) -> [String: String] {
        ["account": account, "token": String(digest.prefix(12))]
    }
}

extension Token {
    init(row: ResultRow) throws {
        digest = try row.text("digest")
        account = try row.text("account")
        purpose = try row.text("purpose")
        issuedAt = try row.time("issued_at")
        endsAt = try row.time("ends_at")
        usedAt = try row.timeOrNil("used_at")
        revokedAt = try row.timeOrNil("revoked_at")
    }
}
