internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Ledger
internal import NIOCore
internal import Triage

/// What became of the files of a form.
struct Upload: Sendable {
    struct Refused: Sendable {
        var name: String
        /// The key of a text.
        var problem: String
    }

    var scans: [String] = []
    var refused: [Refused] = []
}

/// Takes in the files of a form: streams each to a file aside, then into the store of scans, then into the ledger. A
/// kill on the way leaves a file in the work folder, which the next start empties, and nothing else.
struct UploadReading {
    let desk: Desk
    let actor: String
    /// Told of the token that the form carries, which has to come before any file.
    let accepts: (String) -> Bool

    private static let longestField = 4_096
    private static let mostFiles = 100

    private struct Arriving {
        var name: String
        var file: URL
        var handle: FileHandle
        var bytes = 0
        var head: [UInt8] = []
        var problem: String?
    }

    /// - Throws: `StalePage` where no token came before the first file; `HTTPError` for what is no such form;
    ///   `LedgerError` where store or ledger cannot be used.
    func read(_ request: Request, isTokenKnown: Bool) async throws -> Upload {
        guard var cutter = MultipartCutter(contentType: request.headers[.contentType] ?? "") else {
            throw HTTPError(.unsupportedMediaType)
        }
        let folder = URL(filePath: desk.run.workspace, directoryHint: .isDirectory).appending(path: "uploads")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var upload = Upload()
        var isAllowed = isTokenKnown
        var field: (name: String, bytes: [UInt8])?
        var arriving: Arriving?
        defer {
            if let arriving {
                try? arriving.handle.close()
                try? FileManager.default.removeItem(at: arriving.file)
            }
        }
        do {
            for try await buffer in request.body {
                for piece in try cutter.take(buffer.readableBytesView) {
                    switch piece {
                    case .begin(_, let fileName?):
                        guard isAllowed else { throw StalePage() }
                        arriving = try Self.begin(fileName, in: folder, isTooMany: upload.scans.count >= Self.mostFiles)
                    case .begin(let name, nil): field = (name, [])
                    case .bytes(let bytes):
                        if arriving != nil {
                            try take(bytes, into: &arriving)
                        } else if let known = field {
                            guard known.bytes.count + bytes.count <= Self.longestField else {
                                throw HTTPError(.contentTooLarge)
                            }
                            field?.bytes += bytes
                        }
                    case .end:
                        if let done = arriving {
                            arriving = nil
                            try await settle(done, into: &upload)
                        } else if let known = field, known.name == "token" {
                            isAllowed = isAllowed || accepts(String(decoding: known.bytes, as: UTF8.self))
                        }
                        field = nil
                    }
                }
            }
        } catch is MultipartCutter.Malformed {
            throw HTTPError(.badRequest)
        }
        guard cutter.isWhole, isAllowed else { throw isAllowed ? HTTPError(.badRequest) : StalePage() as any Error }
        return upload
    }

    private static func begin(_ name: String, in folder: URL, isTooMany: Bool) throws -> Arriving {
        let file = folder.appending(path: UUID().uuidString)
        guard
            FileManager.default.createFile(
                atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: file.path)
        else {
            throw LedgerError.unavailable("files cannot be kept in \(folder.path): is the disk full?")
        }
        return Arriving(
            name: UploadName.cleaned(name), file: file, handle: handle, problem: isTooMany ? "upload_many" : nil)
    }

    private func take(_ bytes: [UInt8], into arriving: inout Arriving?) throws {
        guard var file = arriving, file.problem == nil else {
            // What is refused is read to its end and dropped: browsers listen only then.
            arriving?.bytes += bytes.count
            return
        }
        if file.head.count < ScanKind.headLength { file.head += bytes.prefix(ScanKind.headLength - file.head.count) }
        file.bytes += bytes.count
        if file.bytes > desk.pipeline.limits.bytesPerFile {
            file.problem = "upload_large"
        } else if file.head.count == ScanKind.headLength, ScanKind(head: file.head) == nil {
            file.problem = "upload_kind"
        } else {
            try file.handle.write(contentsOf: bytes)
        }
        arriving = file
    }

    private func settle(_ file: Arriving, into upload: inout Upload) async throws {
        defer { try? FileManager.default.removeItem(at: file.file) }
        try file.handle.close()
        // A form whose field for files was left empty sends one of no bytes.
        guard file.bytes > 0 else { return }
        if let problem = file.problem ?? (ScanKind(head: file.head) == nil ? "upload_kind" : nil) {
            upload.refused.append(.init(name: file.name, problem: problem))
            return
        }
        let blob = try await desk.blobs.put(file.file)
        let arrived = ArrivedFile(
            digest: blob.digest, name: file.name, bytes: blob.bytes, path: "desk:\(actor)/\(file.name)")
        let registration = try await desk.ledger.register(
            arrived, urgency: .desk, by: actor, now: desk.clock())
        upload.scans.append(registration.scan.id)
    }
}
