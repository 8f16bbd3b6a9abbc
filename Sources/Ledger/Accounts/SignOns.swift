package import Foundation

/// By whom an account is opened at the office's single sign-on.
package struct SignOn: Hashable, Sendable {
    package var account: String
    /// What the person is called there, as an administrator invited them.
    package var identity: String
    /// Since when it is one person's there; nil before they came for the first time.
    package var boundAt: Date?

    /// Up to 200 letters on one line.
    package static func isIdentity(_ text: String) -> Bool {
        (1...200).contains(text.count) && text == text.trimmingCharacters(in: .whitespacesAndNewlines)
            && !text.contains(where: \.isNewline)
    }
}

/// Somebody whom the single sign-on vouches for.
package struct SignedOnPerson: Hashable, Sendable {
    /// Who vouches, and whom they mean: never given to another person, unlike names.
    package var issuer: String
    package var subject: String
    /// What they are called there; nil where nothing that can be trusted says so.
    package var identity: String?

    package init(issuer: String, subject: String, identity: String?) {
        self.issuer = issuer
        self.subject = subject
        self.identity = identity
    }
}

extension Ledger {
    /// Lets a person of the single sign-on open an account; whoever could before no longer can.
    ///
    /// - Throws: `LedgerError.unknown` where there is no such open account, `illegalMove` where the person has another.
    package func invite(_ identity: String, as account: String, by actor: String?, now: Date) async throws {
        try await driver.write { transaction in
            guard let known = try transaction.account(account), known.closedAt == nil else {
                throw LedgerError.unknown("there is no open account \(account)")
            }
            try transaction.invite(identity, as: account, at: now)
            try transaction.run("DELETE FROM sessions WHERE account = $1", .text(account))
            try transaction.append(
                .accountChanged, at: now, actor: actor, detail: ["account": account, "what": "sign-on invited"])
        }
    }

    /// Closes an account to the single sign-on, and ends its sessions.
    package func endSignOn(of account: String, by actor: String?, now: Date) async throws {
        try await driver.write { transaction in
            guard try transaction.run("DELETE FROM sign_ons WHERE account = $1", .text(account)) == 1 else {
                throw LedgerError.unknown("no account \(account) is opened by the single sign-on")
            }
            try transaction.run("DELETE FROM sessions WHERE account = $1", .text(account))
            try transaction.append(
                .accountChanged, at: now, actor: actor, detail: ["account": account, "what": "sign-on ended"])
        }
    }

    /// Which accounts are opened by the single sign-on, by their names.
    package func signOns() async throws -> [String: SignOn] {
        let all = try await driver.read { transaction in
            try transaction.rows("SELECT * FROM sign_ons", make: SignOn.init)
        }
        return Dictionary(uniqueKeysWithValues: all.map { ($0.account, $0) })
    }

    /// The open account of somebody; nil where there is none. Whoever first comes with an identity that was invited is its
    /// person from then on.
    package func account(of person: SignedOnPerson, now: Date) async throws -> Account? {
        try await driver.write { transaction in
            let bound = try transaction.row(
                """
                SELECT a.* FROM sign_ons s JOIN accounts a ON a.name = s.account
                WHERE s.issuer = $1 AND s.subject = $2 AND a.closed_at IS NULL
                """,
                .text(person.issuer), .text(person.subject), make: Account.init)
            if let bound { return bound }
            guard let identity = person.identity else { return nil }
            let invited = try transaction.row(
                """
                SELECT a.* FROM sign_ons s JOIN accounts a ON a.name = s.account
                WHERE s.identity = $1 AND s.subject IS NULL AND a.closed_at IS NULL
                """,
                .text(identity), make: Account.init)
            guard let invited else { return nil }
            try transaction.run(
                "UPDATE sign_ons SET issuer = $2, subject = $3, bound_at = $4 WHERE account = $1",
                .text(invited.name), .text(person.issuer), .text(person.subject), .time(now))
            try transaction.append(
                .accountChanged, at: now, actor: invited.name,
                detail: ["account": invited.name, "what": "sign-on bound"])
            return invited
        }
    }
}

extension Transaction {
    func invite(_ identity: String, as account: String, at now: Date) throws {
        let other = try row(
            "SELECT account FROM sign_ons WHERE identity = $1 AND account <> $2", .text(identity), .text(account)
        ) { try $0.text("account") }
        if let other {
            throw LedgerError.illegalMove("that person opens the account \(other) already: end that first")
        }
        try run("DELETE FROM sign_ons WHERE account = $1", .text(account))
        try run(
            "INSERT INTO sign_ons (account, identity, invited_at) VALUES ($1, $2, $3)", .text(account),
            .text(identity), .time(now))
    }
}

extension SignOn {
    init(row: ResultRow) throws {
        account = try row.text("account")
        identity = try row.text("identity")
        boundAt = try row.timeOrNil("bound_at")
    }
}
