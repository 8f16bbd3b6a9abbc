internal import Hummingbird
internal import Ledger

extension Desk {
    /// What programs ask that watch over the desk, and what pages are made of.
    var serviceRoutes: [DeskRoute] {
        [
            .get("/healthz", .everyone) { _, _ in .text("ok\n") },
            .get("/readyz", .everyone) { _, _ in
                do {
                    _ = try await ledger.accounts()
                    return .text("ready\n")
                } catch {
                    return .text("the ledger cannot be read\n", .serviceUnavailable)
                }
            },
            .get("/metrics", .everyone) { _, context in
                // Figures of an office's work are not for the whole network.
                guard context.client.isThisComputer || Access.overseers.admits(context.account) else {
                    throw HTTPError(.forbidden)
                }
                return .text(metrics.text())
            },
            .get("/static/:name", .everyone) { _, context in
                try StaticFiles.answer(context.parameters.require("name"))
            },
        ]
    }
}
