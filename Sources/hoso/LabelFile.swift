import Dossiers
import Foundation

/// A file of JSON lines, gzipped or not.
struct LabelFile {
    struct Unusable: Error, CustomStringConvertible {
        var description: String
    }

    var path: String

    /// A text to predict: what a label file has, with the label left out or not.
    struct Text: Decodable {
        var text: String
    }

    /// - Throws: `Unusable`, with the number of the first line that is wrong and none of its text.
    func labelledTexts() throws -> [LabeledText] {
        var result: [LabeledText] = []
        try lines(as: LabeledText.self, form: #"{"text": "…", "label": "…"}"#) { members in
            members["text"].flatMap { text in
                members["label"].map { LabeledText(text: text, label: $0, family: members["family"]) }
            }
        } each: {
            result.append($0)
        }
        return result
    }

    /// Hands over one text after the other, so that none but the file itself is held.
    func texts(_ each: (String) throws -> Void) throws {
        try lines(as: Text.self, form: #"{"text": "…"}"#) {
            $0["text"].map(Text.init)
        } each: {
            try each($0.text)
        }
    }

    /// - Parameter quick: What a flat object of strings says; anything else is left to the general decoder.
    private func lines<Line: Decodable>(
        as type: Line.Type, form: String, quick: ([String: String]) -> Line?, each: (Line) throws -> Void
    ) throws {
        let decoder = JSONDecoder()
        try contents().withUnsafeBytes { bytes in
            var start = 0
            var number = 0
            while start < bytes.count {
                let end =
                    bytes.baseAddress.flatMap { base in
                        memchr(base + start, 0x0A, bytes.count - start).map { UnsafeRawPointer($0) - base }
                    } ?? bytes.count
                defer { start = end + 1 }
                number += 1
                let line = UnsafeBufferPointer(rebasing: bytes.bindMemory(to: UInt8.self)[start..<end])
                guard line.contains(where: { $0 > 0x20 }) else { continue }
                let value = LabelLine.strings(of: line).flatMap(quick) ?? (try? decoder.decode(type, from: Data(line)))
                guard let value else {
                    throw Unusable(description: "\(path):\(number): expected one JSON object a line: \(form)")
                }
                try each(value)
            }
        }
    }

    private func contents() throws -> Data {
        guard let data = FileManager.default.contents(atPath: path) else {
            let exists = FileManager.default.fileExists(atPath: path)
            throw Unusable(description: "\(path): \(exists ? "cannot be read; check its permissions" : "no such file")")
        }
        return data.starts(with: [0x1F, 0x8B]) ? try unzipped() : data
    }

    private func unzipped() throws -> Data {
        let gzip = Process()
        gzip.executableURL = URL(filePath: "/usr/bin/env")
        gzip.arguments = ["gzip", "-dc", "--", path]
        let output = Pipe()
        gzip.standardOutput = output
        gzip.standardError = FileHandle.nullDevice
        try gzip.run()
        var data = Data()
        while let piece = try output.fileHandleForReading.read(upToCount: 1 << 20), !piece.isEmpty {
            data.append(piece)
            if data.count > Self.limit {
                gzip.terminate()
                throw Unusable(description: "\(path): larger than \(Self.limit >> 20) MiB unzipped; split the file")
            }
        }
        gzip.waitUntilExit()
        guard gzip.terminationStatus == 0 else {
            throw Unusable(description: "\(path): not a whole gzip file; fetch it again")
        }
        return data
    }

    /// Bytes.
    private static let limit = 1 << 30
}
