import Dispatch
import Foundation

/// HTTP through libcurl, one request at a time, on a thread that is not the cooperative pool's.
///
/// As many requests at once as there are clients.
package actor WebClient {
    private let executor: WebExecutor
    private let handle: CurlHandle

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    package init() throws(WebFailure) {
        executor = WebExecutor()
        handle = try CurlHandle()
    }

    /// Asks and waits for the answer, whatever its status.
    ///
    /// - Throws: `WebFailure` where there was none within the limits.
    package func send(_ request: WebRequest, within limits: WebLimits) throws(WebFailure) -> WebAnswer {
        try handle.send(request, within: limits)
    }
}

/// A queue of its own: libcurl blocks the thread it is called on.
private final class WebExecutor: SerialExecutor {
    private let queue = DispatchQueue(label: "web client")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { [self] in job.runSynchronously(on: asUnownedSerialExecutor()) }
    }
}
