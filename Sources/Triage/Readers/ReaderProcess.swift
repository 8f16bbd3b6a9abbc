import Dossiers
import Foundation
internal import Subprocess

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// How to start reader processes: `hoso` starts itself again.
package struct ReaderLauncher: Sendable {
    /// The `hoso` executable.
    package var executable: String
    package var settings: ReaderSettings

    package init(executable: String, settings: ReaderSettings) {
        self.executable = executable
        self.settings = settings
    }

    /// Runs a reader process for as long as `body` works with it, then ends it.
    ///
    /// - Throws: `ReaderFailure` when it cannot be started; whatever `body` throws.
    package func withReader<Result: Sendable>(
        _ body: (ReaderProcess) async throws -> Result
    ) async throws -> Result {
        let settings = try JSONEncoder().encode(settings)
        let outcome = try await Subprocess.run(
            .path(FilePath(executable)),
            arguments: ["reader", String(decoding: settings, as: UTF8.self)],
            // Before it starts: these are read while libraries are loaded. A page's pictures are of some ten megabytes
            // each: memory that every step gives back to the system and asks for again is cleared anew each time.
            environment: .inherit.updating([
                "OMP_THREAD_LIMIT": "1", "MALLOC_MMAP_THRESHOLD_": "33554432", "MALLOC_TRIM_THRESHOLD_": "67108864",
            ]),
            input: .inputWriter, output: .sequence, error: .discarded
        ) { execution in
            let reader = ReaderProcess(
                processIdentifier: execution.processIdentifier.value, limit: self.settings.secondsPerPage,
                writer: execution.standardInputWriter, output: execution.standardOutput)
            // Reaped only after `body`: until then the identifier is this process's own and safe to signal.
            defer { reader.kill() }
            try await reader.awaitReady()
            return try await body(reader)
        }
        return outcome.takeClosureResult()
    }
}

/// Why a reader gave no answer. Its page is tried again by another reader, or quarantined.
package enum ReaderFailure: Error, Hashable, Sendable, CustomStringConvertible {
    case died
    case tookTooLong(seconds: Double)
    case cannotStart(reason: String)

    package var description: String { reason }

    package var reason: String {
        switch self {
        case .died: "the reader process died on this page"
        case .tookTooLong(let seconds): "reading this page took longer than \(Int(seconds)) s"
        case .cannotStart(let reason): reason
        }
    }
}

/// One reader process, seen from its parent. One request at a time.
package final class ReaderProcess: Sendable {
    package let processIdentifier: Int32
    private let limit: Double
    private let writer: StandardInputWriter
    private let replies: ReplyStream

    init(processIdentifier: Int32, limit: Double, writer: StandardInputWriter, output: SubprocessOutputSequence) {
        self.processIdentifier = processIdentifier
        self.limit = limit
        self.writer = writer
        replies = ReplyStream(output)
    }

    func awaitReady() async throws(ReaderFailure) {
        switch await withinLimit({ await self.replies.next() }) {
        case .some(.some(.ready)): return
        case .some(.some(.refused(let reason))): throw .cannotStart(reason: reason)
        default: throw .cannotStart(reason: "the reader process did not start")
        }
    }

    /// - Throws: `died` or `tookTooLong`; the reader is of no use afterwards.
    package func ask(_ request: ReaderRequest) async throws(ReaderFailure) -> ReaderReply {
        guard let bytes = try? Frame.bytes(of: request) else { throw .died }
        let reply = await withinLimit {
            guard (try? await self.writer.write(bytes)) != nil else { return ReaderReply?.none }
            return await self.replies.next()
        }
        switch reply {
        case nil: throw .tookTooLong(seconds: limit)
        case .some(nil): throw .died
        case .some(let reply?): return reply
        }
    }

    func kill() {
        Foundation.kill(processIdentifier, SIGKILL)
    }

    /// Nil when the time is up; the process is killed then, which also ends the work that was waiting for it.
    private func withinLimit<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) async -> Value? {
        await withTaskGroup(of: Value?.self) { group in
            group.addTask { await work() }
            group.addTask {
                try? await Task.sleep(for: .seconds(self.limit))
                return nil
            }
            let first = await group.next() ?? nil
            if first == nil { self.kill() }
            group.cancelAll()
            return first
        }
    }
}

/// Cuts a reader's stdout into replies.
private actor ReplyStream {
    private var iterator: SubprocessOutputSequence.Iterator
    private var buffered: [UInt8] = []

    init(_ output: SubprocessOutputSequence) {
        iterator = output.makeAsyncIterator()
    }

    /// Nil when the reader has ended or sent something that is no reply.
    func next() async -> ReaderReply? {
        guard let head = await take(4), let length = Frame.length(of: head), let body = await take(length) else {
            return nil
        }
        return try? JSONDecoder().decode(ReaderReply.self, from: Data(body))
    }

    private func take(_ count: Int) async -> [UInt8]? {
        while buffered.count < count {
            var iterator = iterator
            guard let buffer = try? await iterator.next() else { return nil }
            self.iterator = iterator
            buffer.withUnsafeBytes { buffered.append(contentsOf: $0) }
        }
        defer { buffered.removeFirst(count) }
        return Array(buffered.prefix(count))
    }
}
