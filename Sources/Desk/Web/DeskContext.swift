internal import Foundation
internal import Hummingbird
internal import Ledger
internal import NIOCore

/// What is known of a request while it is answered.
struct DeskContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who is connected; nil in tests without a socket.
    let peer: String?
    /// Whom it comes from.
    var client: ClientAddress
    /// What the browser presented, whether or not it opens a session.
    var key: SessionKey?
    /// Nil for somebody who is not logged in.
    var session: Session?
    var language = Language.vietnamese
    /// Whether the session's token came with the request; an upload may still have it in its body.
    var isTokenKnown = false
    /// What a form sent; nil for what scripts send.
    var form: FormFields?
    /// Whether it came to the door of programs, where cookies open nothing.
    var isForPrograms = false
    /// Whom a program comes for, and until when; nil for a person, and for one whose token opens nothing.
    var program: (account: Account, until: Date)?
    /// What a program sent; nil where its route takes nothing.
    var sent: SentValue?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress
        client = ClientAddress(peer: peer, headers: [:], trusted: [])
    }

    var account: Account? { session?.account ?? program?.account }
}
