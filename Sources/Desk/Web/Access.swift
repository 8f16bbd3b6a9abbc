internal import Ledger

/// Who may use a route.
enum Access: Hashable, Sendable {
    /// Also somebody who is not logged in.
    case everyone
    case roles(Set<Account.Role>)

    /// Whoever is logged in.
    static let people = Access.roles(Set(Account.Role.allCases))
    static let overseers = Access.roles([.supervisor, .administrator])

    func admits(_ account: Account?) -> Bool {
        switch self {
        case .everyone: true
        case .roles(let roles): account.map { roles.contains($0.role) } ?? false
        }
    }
}
