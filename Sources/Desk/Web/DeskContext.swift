internal import Hummingbird
internal import Ledger
internal import NIOCore

/// What is known of a request while it is answered.
struct DeskContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Where it comes from; nil in tests without a socket.
    let address: String?
    /// What the browser presented, whether or not it opens a session.
    var key: SessionKey?
    /// Nil for somebody who is not logged in.
    var session: Session?
    var language = Language.vietnamese
    /// Whether the session's token came with the request; an upload may still have it in its body.
    var isTokenKnown = false
    /// What a form sent; nil for what scripts send.
    var form: FormFields?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        address = source.channel.remoteAddress?.ipAddress
    }

    /// Without a socket too: that is a test in this process.
    var isFromThisComputer: Bool { address.map { $0 == "::1" || $0.hasPrefix("127.") } ?? true }

    var account: Account? { session?.account }
}
