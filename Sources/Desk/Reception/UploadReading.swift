internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Ledger
internal import NIOCore
internal import Triage

/// What became of the files that were put in.
struct Upload: Sendable {
    struct Taken: Sendable {
        var id: String
        /// False where the same bytes were there already.
        var isNew: Bool
    }

    struct Refused: Sendable {
        var name: String
        /// Among the files, from 1.
        var place: Int
        var problem: UploadProblem
    }

    var scans: [Taken] = []
    var refused: [Refused] = []
}

/// Takes in what is put in: streams each file aside, then into the store of scans, then into the ledger. A kill on the
/// way leaves a file in the work folder, which the next start empties, and nothing else.
struct UploadReading {
    let desk: Desk
    let actor: String
    /// Told of the token that a form carries, which has to come before any file.
    var accepts: (String) -> Bool = { _ in false }

    private static let longestField = 4_096
    private static let mostFiles = 100

    private var most: Int { desk.pipeline.limits.bytesPerFile }

    private func folder() throws -> URL {
        let folder = URL(filePath: desk.run.workspace, directoryHint: .isDirectory).appending(path: "uploads")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    /// One file: the whole body.
    ///
    /// - Throws: `HTTPError` for a body that breaks off; `LedgerError` where store or ledger cannot be used.
    func readFile(_ request: Request, named name: String) async throws -> Upload {
        var upload = Upload()
        var arriving = try ArrivingFile(name, place: 1, in: try folder())
        do {
            for try await buffer in request.body { try arriving.take(Array(buffer.readableBytesView), most: most) }
        } catch {
            arriving.drop()
            throw Self.known(error)
        }
        try await settle(arriving, into: &upload)
        return upload
    }

    /// The files of a form.
    ///
    /// - Throws: `StalePage` where no token came before the first file; `HTTPError` for what is no such form;
    ///   `LedgerError` where store or ledger cannot be used.
    func read(_ request: Request, isTokenKnown: Bool) async throws -> Upload {
        guard var cutter = MultipartCutter(contentType: request.headers[.contentType] ?? "") else {
            throw HTTPError(.unsupportedMediaType)
        }
        let folder = try folder()
        var upload = Upload()
        var isAllowed = isTokenKnown
        var field: (name: String, bytes: [UInt8])?
        var arriving: ArrivingFile?
        var files = 0
        defer { arriving?.drop() }
        do {
            for try await buffer in request.body {
                for piece in try cutter.take(buffer.readableBytesView) {
                    switch piece {
                    case .begin(_, let fileName?):
                        guard isAllowed else { throw StalePage() }
                        files += 1
                        arriving = try ArrivingFile(
                            fileName, place: files, in: folder,
                            problem: upload.scans.count >= Self.mostFiles ? .many : nil)
                    case .begin(let name, nil): field = (name, [])
                    case .bytes(let bytes):
                        if arriving != nil {
                            try arriving?.take(bytes, most: most)
                        } else if let known = field {
                            guard known.bytes.count + bytes.count <= Self.longestField else {
                                throw HTTPError(.contentTooLarge)
                            }
                            field?.bytes += bytes
                        }
                    case .end:
                        if let done = arriving {
                            arriving = nil
                            do { try await settle(done, into: &upload) } catch { throw StoreTrouble(error: error) }
                        } else if let known = field, known.name == "token" {
                            isAllowed = isAllowed || accepts(String(decoding: known.bytes, as: UTF8.self))
                        }
                        field = nil
                    }
                }
            }
        } catch {
            throw Self.known(error)
        }
        guard cutter.isWhole, isAllowed else { throw isAllowed ? HTTPError(.badRequest) : StalePage() as any Error }
        return upload
    }

    /// A file that came whole, and could not be kept.
    private struct StoreTrouble: Error {
        var error: any Error
    }

    /// What no hand of ours threw is the connection's, which ended before the body did.
    private static func known(_ error: any Error) -> any Error {
        if let trouble = error as? StoreTrouble { return trouble.error }
        return error is any HTTPResponseError || error is LedgerError || error is StalePage
            ? error : HTTPError(.badRequest)
    }

    private func settle(_ file: ArrivingFile, into upload: inout Upload) async throws {
        var file = file
        // A form whose field for files was left empty sends one of no bytes.
        guard file.bytes > 0 else { return file.drop() }
        guard let registration = try await file.settle(in: desk, by: actor) else {
            upload.refused.append(.init(name: file.name, place: file.place, problem: file.problem ?? .kind))
            return
        }
        let isNew = if case .new = registration { true } else { false }
        upload.scans.append(.init(id: registration.scan.id, isNew: isNew))
    }
}
