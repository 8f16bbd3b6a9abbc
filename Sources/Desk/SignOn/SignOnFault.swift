internal import WebClient

/// Why the single sign-on let nobody in. Nothing of a person or of a token is in the texts: they stand in the log.
enum SignOnFault: Error, Hashable, CustomStringConvertible {
    /// The provider cannot be asked.
    case away(WebFailure)
    /// It answered one of its addresses with this status.
    case refused(String, Int)
    /// The code that a browser came back with counts no longer, or never did.
    case spent
    /// What it says of itself is not as OpenID Connect has it, or of another provider.
    case unsound(String)
    /// The token is none of this provider for this desk at this moment.
    case untrue(String)

    var description: String {
        switch self {
        case .away(let failure): "the single sign-on cannot be asked: \(failure)"
        case .refused(let place, 401):
            "the single sign-on's \(place) answered 401: are --sign-on-client and its secret those that it knows?"
        case .refused(let place, let status): "the single sign-on's \(place) answered \(status)"
        case .spent: "the single sign-on knows nothing of the code that a browser came back with"
        case .unsound(let what): "what the single sign-on says of itself cannot be used: \(what)"
        case .untrue(let what): "the single sign-on's token is refused: \(what)"
        }
    }
}
