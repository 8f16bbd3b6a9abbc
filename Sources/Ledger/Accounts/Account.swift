package import Foundation

/// A person who works at the desk.
package struct Account: Hashable, Sendable {
    package enum Role: String, CaseIterable, Sendable {
        /// Takes dossiers in.
        case reception
        /// Works on the dossiers of one unit.
        case unit
        /// Sees everything, judges samples, reads reports.
        case supervisor
        /// The same, and looks after the accounts.
        case administrator
    }

    /// What the person logs in with; events name it.
    package var name: String
    package var role: Role
    /// Whose dossiers a unit's account sees; nil for every other role.
    package var unit: String?
    /// After how many passwords in a row that were wrong it stands.
    package var failures: Int
    /// No password is looked at before.
    package var lockedUntil: Date?
    package var addedAt: Date
    /// Since when it is nobody's any more.
    package var closedAt: Date?
    /// Whether some password opens it.
    package var hasPassword: Bool

    /// In place of what a password is checked against.
    static let noPassword = "-"

    /// Letters and digits without marks, and `.`, `-`, `_`: what is typed the same on every keyboard.
    package static func isName(_ text: String) -> Bool {
        let marks = Set(".-_".unicodeScalars)
        guard (1...40).contains(text.unicodeScalars.count), let first = text.unicodeScalars.first else { return false }
        return !marks.contains(first)
            && text.unicodeScalars.allSatisfy { scalar in
                marks.contains(scalar)
                    || (scalar.isASCII && (scalar.properties.isLowercase || scalar.properties.numericType != nil))
            }
    }
}

/// Someone who is logged in.
package struct Session: Hashable, Sendable {
    package var account: Account
    package var startedAt: Date
    package var endsAt: Date
}

extension Account {
    init(row: ResultRow) throws {
        name = try row.text("name")
        role = try row.word("role")
        unit = try row.textOrNil("unit")
        failures = try row.integer("failures")
        lockedUntil = try row.timeOrNil("locked_until")
        addedAt = try row.time("added_at")
        closedAt = try row.timeOrNil("closed_at")
        hasPassword = try row.text("password") != Self.noPassword
    }
}
