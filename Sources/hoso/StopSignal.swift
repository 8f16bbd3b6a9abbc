import Dispatch
import Foundation
import Synchronization

/// Whether a person or the system asked this process to end: the first signal asks, the second ends it at once.
final class StopSignal {
    /// What may be looked at from anywhere.
    final class Asked: Sendable {
        fileprivate let flag = Atomic(false)

        var isAsked: Bool { flag.load(ordering: .relaxed) }
    }

    let asked = Asked()
    // Held because a source that nobody holds hears nothing.
    private let sources: [any DispatchSourceSignal]

    init() {
        let asked = asked
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                guard asked.flag.exchange(true, ordering: .relaxed) else { return }
                Foundation.exit(130)
            }
            source.resume()
            return source
        }
    }

    var isAsked: Bool { asked.isAsked }

    /// As the first signal does.
    func ask() { asked.flag.store(true, ordering: .relaxed) }

    /// Sleeps, but not on when asked to stop.
    func sleep(seconds: Double) async throws {
        let end = ContinuousClock.now + .seconds(seconds)
        while !isAsked, ContinuousClock.now < end {
            try await Task.sleep(for: min(.milliseconds(100), end - ContinuousClock.now))
        }
    }
}
