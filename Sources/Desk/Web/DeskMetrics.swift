internal import Foundation
internal import Synchronization

/// What the desk counts of itself: nothing personal, no addresses, no names.
final class DeskMetrics: Sendable {
    private struct Key: Hashable {
        var route: String
        var status: Int
    }

    private struct Figures {
        var requests: [Key: Int] = [:]
        var seconds = 0.0
    }

    private let figures = Mutex(Figures())

    /// - Parameter route: The path's form, never the path itself, so that nobody can make up new ones.
    func count(_ route: String, status: Int, seconds: Double) {
        figures.withLock {
            $0.requests[Key(route: route, status: status), default: 0] += 1
            $0.seconds += seconds
        }
    }

    /// In the text format of Prometheus.
    func text() -> String {
        let figures = figures.withLock { $0 }
        var lines = [
            "# HELP hoso_desk_requests_total Requests answered.", "# TYPE hoso_desk_requests_total counter",
        ]
        lines += figures.requests
            .map { "hoso_desk_requests_total{route=\"\($0.key.route)\",status=\"\($0.key.status)\"} \($0.value)" }
            .sorted()
        lines += [
            "# HELP hoso_desk_request_seconds_total Time taken to answer them.",
            "# TYPE hoso_desk_request_seconds_total counter",
            "hoso_desk_request_seconds_total \(figures.seconds)",
        ]
        return lines.joined(separator: "\n") + "\n"
    }
}
