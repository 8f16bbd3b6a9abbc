internal import Dossiers
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Ledger
internal import NIOCore
internal import Triage

/// How far a scan has come.
struct ScanProgress: Sendable {
    var scan: ScanRecord
    /// Pages that are settled.
    var read: Int
    /// Nil where nothing is suggested yet, or any more.
    var suggestion: TriageEvent.Suggestion?

    var isDone: Bool { scan.state == .triaged || scan.state == .quarantined }
}

extension Desk {
    func progress(of id: String) async throws -> ScanProgress {
        let scan = try await ledger.scan(id)
        let pages = scan.pageCount == nil ? [] : try await ledger.pages(of: id, withText: false)
        return ScanProgress(
            scan: scan, read: pages.filter(\.state.isSettled).count, suggestion: news.suggestion(of: id))
    }

    /// Tells of a scan as it happens, by server-sent events, until it is done or the desk ends. Who listens asks again
    /// where the connection ends.
    ///
    /// - Parameters:
    ///   - onEnd: Called once, when nothing more is told.
    ///   - words: What is said of it; what has been said already is not said again.
    func telling<Words: Encodable & Equatable & Sendable>(
        of scan: String, onEnd: @escaping @Sendable () -> Void = {},
        _ words: @escaping @Sendable (ScanProgress) async throws -> Words
    ) -> Response {
        let lines = AsyncStream<ByteBuffer> { continuation in
            let telling = Task {
                var last: Words?
                for await _ in news.stream(of: scan) {
                    guard !settings.isStopAsked(), let progress = try? await progress(of: scan),
                        let now = try? await words(progress)
                    else { break }
                    // A comment keeps the way open, and tells this side when nobody listens any more.
                    var text = ": here\n\n"
                    if now != last, let json = try? JSONEncoder().encode(now) {
                        text = "data: \(String(decoding: json, as: UTF8.self))\n\n"
                    }
                    continuation.yield(ByteBuffer(string: text))
                    last = now
                    if progress.isDone { break }
                }
                continuation.finish()
            }
            continuation.onTermination = { _ in
                telling.cancel()
                onEnd()
            }
        }
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream; charset=utf-8"],
            body: ResponseBody(asyncSequence: lines))
    }
}
