internal import Dossiers
internal import Foundation
internal import Hummingbird
internal import Ledger
internal import Routing
internal import Triage

extension Desk {
    /// The administrator's page of accounts.
    var accountRoutes: [DeskRoute] {
        let administrators = Access.roles([.administrator])
        return [
            .get("/accounts", administrators) { request, context in
                try await accountsPage(request, context)
            },
            .post("/accounts", administrators, addAccount),
            .post("/accounts/:name/close", administrators) { request, context in
                let name = try context.parameters.require("name")
                guard name != context.account?.name else {
                    return try await accountsPage(request, context, problem: "problem_self")
                }
                try await ledger.closeAccount(name, by: context.account?.name, now: clock())
                return .redirect(to: "/accounts")
            },
        ]
    }

    private struct AccountsContent: Sendable {
        struct Row: Sendable {
            var name: String
            var role: String
            var unit: String
            var state: String
            /// How the person shows who they are.
            var ways: String
            var added: String
            var isOpen: Bool
        }

        struct Choice: Sendable {
            var value: String
            var label: String
        }

        var problem: String?
        var rows: [Row]
        var roles: [Choice]
        var units: [Choice]
        /// Whether the office has a single sign-on, in whose place passwords need not be.
        var hasSignOn: Bool
    }

    private func accountsPage(
        _ request: Request, _ context: DeskContext, problem: String? = nil
    ) async throws -> Response {
        let t = Texts.all(in: context.language)
        let now = clock()
        let signOns = try await ledger.signOns()
        let rows = try await ledger.accounts().map { account in
            let isLocked = account.lockedUntil.map { $0 > now } ?? false
            let state = account.closedAt != nil ? "account_closed" : isLocked ? "account_locked" : "account_open"
            return AccountsContent.Row(
                name: account.name, role: t["role_\(account.role.rawValue)"] ?? "",
                unit: account.unit.map(wholeUnitName) ?? "", state: t[state] ?? "",
                ways: account.closedAt == nil ? Self.ways(of: account, signOns[account.name], t) : "",
                added: day(account.addedAt), isOpen: account.closedAt == nil)
        }
        let content = AccountsContent(
            problem: problem.flatMap { t[$0] }, rows: rows,
            roles: Account.Role.allCases.map { .init(value: $0.rawValue, label: t["role_\($0.rawValue)"] ?? "") },
            units: standingUnits.map { .init(value: $0.id, label: $0.name) }, hasSignOn: provider != nil)
        return try page(
            "accounts", title: "accounts", content, request, context,
            status: problem == nil ? .ok : .unprocessableContent)
    }

    private static func ways(of account: Account, _ signOn: SignOn?, _ t: [String: String]) -> String {
        var ways: [String] = []
        if account.hasPassword { ways.append(t["by_password"] ?? "") }
        if let signOn {
            ways.append("\(t[signOn.boundAt == nil ? "by_sign_on_invited" : "by_sign_on"] ?? ""): \(signOn.identity)")
        }
        return ways.isEmpty ? t["by_nothing"] ?? "" : ways.joined(separator: "; ")
    }

    /// `Phòng A → Phòng B` where the unit is no longer and another has its work.
    private func wholeUnitName(_ id: String) -> String {
        let present = presentUnit(of: id)
        return present == id ? unitName(id) : "\(unitName(id)) → \(unitName(present))"
    }

    private func addAccount(_ request: Request, _ context: DeskContext) async throws -> Response {
        guard let name = context.form?["name"], Account.isName(name),
            let role = context.form?["role"].flatMap(Account.Role.init(rawValue:))
        else { return try await accountsPage(request, context, problem: "problem_name") }
        let identity = provider == nil ? nil : context.form?["identity"]
        let password = context.form?.exactly("password").flatMap { $0.isEmpty ? nil : $0 }
        guard identity.map(SignOn.isIdentity) ?? (password != nil || provider == nil) else {
            return try await accountsPage(request, context, problem: "problem_way_in")
        }
        guard password.map({ $0.count >= PasswordHash.leastLength }) ?? (identity != nil) else {
            return try await accountsPage(request, context, problem: "problem_password")
        }
        let unit = role == .unit ? context.form?["unit"] : nil
        guard role != .unit || standingUnits.contains(where: { $0.id == unit }) else {
            return try await accountsPage(request, context, problem: "problem_unit")
        }
        let others = try await ledger.signOns().values
        guard !others.contains(where: { $0.identity == identity }) else {
            return try await accountsPage(request, context, problem: "problem_identity")
        }
        var hash: PasswordHash?
        if let password { hash = try await passwords.hash(password) }
        do {
            try await ledger.addAccount(
                name, role: role, unit: unit, password: hash?.text, signOn: identity, by: context.account?.name,
                now: clock())
        } catch LedgerError.illegalMove {
            return try await accountsPage(request, context, problem: "problem_taken")
        }
        return .redirect(to: "/accounts")
    }

    /// The office's day, as people write it.
    func day(_ time: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = pipeline.router.calendar.timeZone
        let parts = calendar.dateComponents([.day, .month, .year], from: time)
        let two = { (number: Int?) in (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
        return "\(two(parts.day))/\(two(parts.month))/\(parts.year ?? 0)"
    }
}
