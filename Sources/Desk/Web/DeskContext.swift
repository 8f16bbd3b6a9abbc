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

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        address = source.channel.remoteAddress?.ipAddress
    }

    var account: Account? { session?.account }
}
