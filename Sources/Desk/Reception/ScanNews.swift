internal import Foundation
internal import Synchronization
internal import Triage

/// Hands what triage tells to the browsers that wait for it. The ledger is the truth: what is lost here is looked up.
final class ScanNews: Sendable {
    fileprivate struct State {
        var listeners: [String: [UUID: AsyncStream<Void>.Continuation]] = [:]
        var suggestions: [String: TriageEvent.Suggestion] = [:]
        /// In the order in which they came, to forget the oldest.
        var order: [String] = []
    }

    private let state = Mutex(State())

    /// Scans whose suggestion is remembered for a browser that comes late.
    private static let kept = 200

    func tell(_ event: TriageEvent) {
        state.withLock { state in
            switch event {
            case .suggested(let scan, _, let suggestion):
                if state.suggestions.updateValue(suggestion, forKey: scan) == nil { state.order.append(scan) }
                if state.order.count > Self.kept { state.suggestions[state.order.removeFirst()] = nil }
                state.wake(scan)
            case .pageRead(let scan, _, _): state.wake(scan)
            // The event does not say of which scan: whoever waits looks.
            case .decided: for scan in state.listeners.keys { state.wake(scan) }
            }
        }
    }

    func suggestion(of scan: String) -> TriageEvent.Suggestion? {
        state.withLock { $0.suggestions[scan] }
    }

    /// News of a scan, and at least one a second, so that what other processes did is seen too.
    func stream(of scan: String) -> AsyncStream<Void> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let id = UUID()
            state.withLock { $0.listeners[scan, default: [:]][id] = continuation }
            let ticking = Task {
                while !Task.isCancelled {
                    continuation.yield()
                    try? await Task.sleep(for: .seconds(1))
                }
            }
            continuation.onTermination = { [self] _ in
                ticking.cancel()
                state.withLock { state in
                    state.listeners[scan]?[id] = nil
                    if state.listeners[scan]?.isEmpty == true { state.listeners[scan] = nil }
                }
            }
        }
    }
}

extension ScanNews.State {
    fileprivate func wake(_ scan: String) {
        for listener in listeners[scan, default: [:]].values { listener.yield() }
    }
}
