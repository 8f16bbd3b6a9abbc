internal import Foundation

/// Cuts a form with files (`multipart/form-data`, RFC 7578) into its parts as it comes in, however its bytes are
/// divided on the way; never more than a piece of it is held.
struct MultipartCutter {
    enum Piece: Hashable {
        /// - fileName: As the browser says; nil for a plain field.
        case begin(name: String, fileName: String?)
        case bytes([UInt8])
        case end
    }

    struct Malformed: Error {}

    private enum Place {
        /// Before the first part's boundary, or within a part.
        case body(isPart: Bool)
        /// Right behind a boundary.
        case boundary
        case head
        case over
    }

    private let delimiter: [UInt8]
    private var place = Place.body(isPart: false)
    // The first boundary has no line before it; so it is found like the others.
    private var held: [UInt8] = [13, 10]

    /// Bytes of a part's head; browsers send two short lines.
    private static let longestHead = 8_192

    /// - Parameter contentType: The request's. Nil where it is no such form.
    init?(contentType: String) {
        guard contentType.lowercased().hasPrefix("multipart/form-data"),
            let found = contentType.range(of: "boundary=", options: .caseInsensitive)
        else { return nil }
        let boundary = contentType[found.upperBound...].prefix { $0 != ";" }
            .trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
        guard (1...70).contains(boundary.utf8.count) else { return nil }
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// Whether the form came to its end.
    var isWhole: Bool { if case .over = place { true } else { false } }

    /// - Throws: `Malformed` for what is no such form.
    mutating func take(_ bytes: some Sequence<UInt8>) throws -> [Piece] {
        held += bytes
        var pieces: [Piece] = []
        while try step(&pieces) {}
        return pieces
    }

    /// - Returns: Whether more may be cut off what is held.
    private mutating func step(_ pieces: inout [Piece]) throws -> Bool {
        switch place {
        case .body(let isPart):
            let found = held.firstPlace(of: delimiter)
            // The beginning of a boundary may end what is held.
            let safe = found ?? max(0, held.count - delimiter.count + 1)
            if isPart, safe > 0 { pieces.append(.bytes(Array(held[..<safe]))) }
            held.removeFirst(safe)
            guard found != nil else { return false }
            held.removeFirst(delimiter.count)
            if isPart { pieces.append(.end) }
            place = .boundary
            return true
        case .boundary:
            guard held.count >= 2 else { return false }
            if held.starts(with: [45, 45]) {
                place = .over
            } else if held.starts(with: [13, 10]) {
                place = .head
                held.removeFirst(2)
            } else {
                throw Malformed()
            }
            return true
        case .head:
            guard let end = held.firstPlace(of: [13, 10, 13, 10]) else {
                guard held.count <= Self.longestHead else { throw Malformed() }
                return false
            }
            guard end <= Self.longestHead else { throw Malformed() }
            pieces.append(try Self.beginning(String(decoding: held[..<end], as: UTF8.self)))
            held.removeFirst(end + 4)
            place = .body(isPart: true)
            return true
        case .over:
            held = []
            return false
        }
    }

    private static func beginning(_ head: String) throws -> Piece {
        let line = head.components(separatedBy: "\r\n").first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let line, let name = parameter("name", in: line) else { throw Malformed() }
        return .begin(name: name, fileName: parameter("filename", in: line))
    }

    /// A quoted parameter, as browsers write it: quotes in it are `%22`.
    private static func parameter(_ name: String, in line: String) -> String? {
        guard let start = line.range(of: "; \(name)=\"", options: .caseInsensitive) else { return nil }
        let rest = line[start.upperBound...]
        guard let end = rest.firstIndex(of: "\"") else { return nil }
        return String(rest[..<end]).replacing("%22", with: "\"")
    }
}

extension [UInt8] {
    /// Where these bytes stand first; nil where they do not.
    ///
    /// - Complexity: O(count) for bytes that begin with one that is rare.
    fileprivate func firstPlace(of wanted: [UInt8]) -> Int? {
        guard let first = wanted.first, count >= wanted.count else { return nil }
        return withUnsafeBufferPointer { all in
            var start = 0
            let last = all.count - wanted.count
            while start <= last, let base = all.baseAddress,
                let found = memchr(base + start, Int32(first), last - start + 1)
            {
                let place = base.distance(to: found.assumingMemoryBound(to: UInt8.self))
                if wanted.indices.allSatisfy({ all[place + $0] == wanted[$0] }) { return place }
                start = place + 1
            }
            return nil
        }
    }
}
