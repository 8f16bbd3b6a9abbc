internal import Synchronization

/// Wakes whoever waits for something to happen.
final class Bell: Sendable {
    private struct State {
        var last = 0
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    }

    private let state = Mutex(State())

    func ring() {
        let woken = state.withLock { state in
            defer { state.waiting = [:] }
            return state.waiting.values
        }
        for sleeper in woken { sleeper.resume() }
    }

    /// Returns when the bell rings, when the time is over, or when the task is cancelled.
    func wait(atMost limit: Duration) async {
        let number = state.withLock { state in
            state.last += 1
            return state.last
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                state.withLock { $0.waiting[number] = continuation }
                // Only now, so that there is somebody to wake.
                Task {
                    try? await Task.sleep(for: limit)
                    wake(number)
                }
                if Task.isCancelled { wake(number) }
            }
        } onCancel: {
            wake(number)
        }
    }

    private func wake(_ number: Int) {
        state.withLock { $0.waiting.removeValue(forKey: number) }?.resume()
    }
}
