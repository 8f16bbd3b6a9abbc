package import Foundation
package import WebClient

/// A unit's own system, which wants to be told what happens in the unit's queue (web hook).
package struct UnitHook: Hashable, Sendable {
    /// Where its secret is kept: never in the file that names it.
    package enum SecretPlace: Hashable, Sendable {
        case file(URL)
        /// An environment variable.
        case environment(String)
    }

    package var url: URL
    package var secret: SecretPlace
    /// Whether the message of a proposed item holds the dossier's result too, with the fields that were read.
    package var sendsResult: Bool
    /// Seconds that one attempt may take.
    package var timeout: Double
    package var retry: RetryPlan

    package init(
        url: URL, secret: SecretPlace, sendsResult: Bool = false, timeout: Double = 10, retry: RetryPlan = RetryPlan()
    ) {
        self.url = url
        self.secret = secret
        self.sendsResult = sendsResult
        self.timeout = timeout
        self.retry = retry
    }
}

/// Why a hook cannot be used; names the place of its secret, never the secret.
package struct HookProblem: Error, Hashable, Sendable, CustomStringConvertible {
    package var unit: String
    package var problem: String

    package init(unit: String, problem: String) {
        self.unit = unit
        self.problem = problem
    }

    package var description: String { "the web hook of \(unit): \(problem)" }
}
