package import Hummingbird
internal import HummingbirdCore
package import Logging
internal import NIOCore

/// Where the desk listens cannot be had.
package struct AddressUnavailable: Error, CustomStringConvertible {
    package var address: ListenAddress

    package var description: String {
        "\(address) cannot be listened on: another program has it, or it is not this computer's; choose another with "
            + "--listen"
    }
}

extension Desk {
    /// The desk as an application: to run, or to be tried without a socket.
    package func application(
        logger: Logger, onListening: @escaping @Sendable (ListenAddress) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        let host = settings.address.host
        return Application(
            router: router(),
            server: .desk(settings.certificate, clock: clock),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: settings.address.port), backlog: 512),
            onServerRunning: { channel in
                await onListening(ListenAddress(host: host, port: channel.localAddress?.port ?? 0))
            },
            logger: logger)
    }

    /// Serves until it is told to stop (SIGTERM, SIGINT), then finishes what it is answering.
    ///
    /// - Throws: `AddressUnavailable`.
    package func serve(
        logger: Logger, onListening: @escaping @Sendable (ListenAddress) async -> Void
    ) async throws {
        do {
            try await application(logger: logger, onListening: onListening).runService()
        } catch is IOError {
            throw AddressUnavailable(address: settings.address)
        }
    }
}
