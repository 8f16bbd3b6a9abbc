internal import Foundation
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOSSL

/// Connections that begin with TLS, each by the certificate that is in service when it begins.
struct CertifiedChannel: ServerChildChannel {
    let base: HTTP1Channel
    let certificate: CertificateKeeper
    let clock: @Sendable () -> Date

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
        channel.eventLoop.makeCompletedFuture {
            let context = certificate.current(now: clock()) { fault in
                logger.error("the renewed certificate is not taken, the one before goes on: \(fault)")
            }
            try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
        }.flatMap {
            base.setup(channel: channel, logger: logger)
        }
    }

    func handle(value: HTTP1Channel.Value, logger: Logger) async {
        await base.handle(value: value, logger: logger)
    }
}

extension HTTPServerBuilder {
    /// HTTP over TLS by a certificate that may be renewed meanwhile; plain where there is none.
    static func desk(_ certificate: CertificateKeeper?, clock: @escaping @Sendable () -> Date) -> HTTPServerBuilder {
        // Connections on which nothing is asked end, so that nobody holds all that there are; answers that go on do not.
        let patience = HTTP1Channel.Configuration(idleTimeout: .seconds(120))
        guard let certificate else { return .http1(configuration: patience) }
        return HTTPServerBuilder { responder in
            CertifiedChannel(
                base: HTTP1Channel(responder: responder, configuration: patience), certificate: certificate,
                clock: clock)
        }
    }
}
