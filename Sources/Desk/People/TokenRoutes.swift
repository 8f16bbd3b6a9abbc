internal import Foundation
internal import Hummingbird
internal import Ledger
internal import Routing
internal import Triage

extension Desk {
    /// The administrator's page of tokens: what programs come with.
    var tokenRoutes: [DeskRoute] {
        let administrators = Access.roles([.administrator])
        return [
            .get("/tokens", administrators) { request, context in try await tokensPage(request, context) },
            .post("/tokens", administrators, issueToken),
            .post("/tokens/:token/revoke", administrators) { _, context in
                try await ledger.revokeToken(
                    context.parameters.require("token"), by: context.account?.name, now: clock())
                return .redirect(to: "/tokens")
            },
        ]
    }

    private struct TokensContent: Sendable {
        struct Row: Sendable {
            var id: String
            var account: String
            var purpose: String
            var state: String
            var until: String
            var used: String
            var isOpen: Bool
        }

        struct Choice: Sendable {
            var value: String
            var label: String
            var isChosen: Bool
        }

        var problem: String?
        /// A token that was just made: shown this once.
        var made: String?
        var rows: [Row]
        var accounts: [Choice]
        var purpose: String
        var until: String
    }

    private func tokensPage(
        _ request: Request, _ context: DeskContext, problem: String? = nil, made: String? = nil
    ) async throws -> Response {
        let t = Texts.all(in: context.language)
        let now = clock()
        let accounts = try await ledger.accounts().filter { $0.closedAt == nil }
        let usualEnd = Day(number: today.number + ProgramKey.usualDays)
        let content = TokensContent(
            problem: problem.flatMap { t[$0] }, made: made,
            rows: try await ledger.tokens().map { token in
                let state =
                    token.revokedAt != nil ? "token_revoked" : token.isValid(at: now) ? "account_open" : "token_over"
                return TokensContent.Row(
                    id: String(token.digest.prefix(ProgramKey.shownDigits)), account: token.account,
                    purpose: token.purpose, state: t[state] ?? "", until: day(token.endsAt.addingTimeInterval(-1)),
                    used: token.usedAt.map(moment) ?? "", isOpen: token.isValid(at: now))
            },
            accounts: accounts.map { account in
                let role = t["role_\(account.role.rawValue)"] ?? ""
                return .init(
                    value: account.name, label: "\(account.name) · \(role)",
                    isChosen: account.name == context.form?["account"])
            },
            purpose: problem == nil ? "" : context.form?["purpose"] ?? "",
            until: context.form?["until"] ?? usualEnd.description)
        return try page(
            "tokens", title: "tokens", content, request, context, status: problem == nil ? .ok : .unprocessableContent)
    }

    private func issueToken(_ request: Request, _ context: DeskContext) async throws -> Response {
        guard let purpose = context.form?["purpose"], purpose.count <= 100, let account = context.form?["account"]
        else { return try await tokensPage(request, context, problem: "problem_purpose") }
        guard let last = context.form?["until"].flatMap({ Day($0) }), last >= today else {
            return try await tokensPage(request, context, problem: "problem_until")
        }
        let key = ProgramKey.make()
        try await ledger.issueToken(
            key.digest, of: account, for: purpose, by: context.account?.name, now: clock(),
            until: OfficeDay.start(of: last.number + 1))
        // Shown in the answer itself: nothing keeps it.
        return try await tokensPage(request, context, made: key.text)
    }
}
