import Dossiers
import Foundation
internal import Reading

/// The life of a reader process: takes requests on stdin, answers on stdout, ends with its parent.
package enum ReaderLoop {
    /// Exit status when the reader cannot start at all; the parent passes the reason on.
    package static let cannotStart: Int32 = 69

    /// Returns when the parent closes the pipe.
    package static func run(_ settings: ReaderSettings) throws {
        ProcessConfinement.confine(memory: settings.memory, niceness: 5)
        // Tesseract and Leptonica print to stdout when they please: the protocol gets a descriptor of its own.
        let answers = dup(STDOUT_FILENO)
        dup2(STDERR_FILENO, STDOUT_FILENO)
        let requests = Requests()
        let reader: PageReader
        do {
            reader = try PageReader(
                limits: settings.limits, album: settings.steps.map(StepAlbum.init))
        } catch {
            try send(.refused(reason: error.reason), to: answers)
            exit(cannotStart)
        }
        try send(.ready, to: answers)
        while let request = requests.next() {
            try send(answer(request, with: reader), to: answers)
        }
    }

    private static func answer(_ request: ReaderRequest, with reader: borrowing PageReader) -> ReaderReply {
        do throws(ReadingError) {
            switch request {
            case .summary(let path):
                let summary = try PictureFile(path: path).summary()
                return .summary(format: summary.format, pages: summary.pages)
            case .convert(let path, let page, let target):
                try reader.convert(try PictureFile(path: path), page: page, toTIFF: target)
                return .converted
            case .codes(let path, let page, let number):
                return .page(try reader.codes(of: try PictureFile(path: path), page: page, number: number))
            case .show(let path, let page, let pose, let longestSide, let target):
                try reader.show(
                    try PictureFile(path: path), page: page, as: pose, longestSide: longestSide, to: target)
                return .converted
            case .read(let path, let page, let number, let extent, let turned):
                return .page(
                    try reader.read(
                        try PictureFile(path: path), page: page, number: number, extent: extent, turned: turned))
            }
        } catch {
            return .refused(reason: error.reason)
        }
    }

    private static func send(_ reply: ReaderReply, to descriptor: Int32) throws {
        let bytes = try Frame.bytes(of: reply)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { exit(0) }
            sent += count
        }
    }
}

/// The requests on stdin. They are read on a thread of their own, so that the process ends at once when its
/// parent does, even in the middle of a page.
private final class Requests: Sendable {
    private let queue = RequestQueue()

    init() {
        let queue = queue
        Thread.detachNewThread {
            while let head = Self.readExactly(4), let length = Frame.length(of: head),
                let body = Self.readExactly(length)
            {
                guard let request = try? JSONDecoder().decode(ReaderRequest.self, from: Data(body)) else { break }
                queue.put(request)
            }
            // Nobody is left to hear an answer, whatever the other thread is doing.
            _exit(0)
        }
    }

    func next() -> ReaderRequest? { queue.take() }

    private static func readExactly(_ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let got = bytes.withUnsafeMutableBytes {
                read(STDIN_FILENO, $0.baseAddress?.advanced(by: filled), count - filled)
            }
            guard got > 0 else { return nil }
            filled += got
        }
        return bytes
    }
}

/// Hands requests from the reading thread to the working one.
// Unchecked because every access to `waiting` is under `condition`, which the compiler cannot see.
private final class RequestQueue: @unchecked Sendable {
    private let condition = NSCondition()
    private var waiting: [ReaderRequest] = []

    func put(_ request: ReaderRequest) {
        condition.lock()
        waiting.append(request)
        condition.signal()
        condition.unlock()
    }

    func take() -> ReaderRequest? {
        condition.lock()
        defer { condition.unlock() }
        while waiting.isEmpty { condition.wait() }
        return waiting.removeFirst()
    }
}
