internal import Foundation
internal import Ledger
internal import Triage

/// Why a file is not taken in.
enum UploadProblem: String, CaseIterable, Sendable {
    /// None of the kinds that readers read.
    case kind
    case large
    /// More files than one upload may have.
    case many

    /// What a person is told.
    var text: String { "upload_\(rawValue)" }
}

/// A file on its way in: written aside as it comes, and looked at while it does.
struct ArrivingFile {
    let name: String
    /// Among the files of an upload, from 1.
    let place: Int
    private let file: URL
    private let handle: FileHandle
    private(set) var bytes = 0
    private var head: [UInt8] = []
    private(set) var problem: UploadProblem?

    /// - Throws: `LedgerError.unavailable` where nothing can be kept aside.
    init(_ name: String, place: Int, in folder: URL, problem: UploadProblem? = nil) throws {
        let file = folder.appending(path: UUID().uuidString)
        guard
            FileManager.default.createFile(
                atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: file.path)
        else {
            throw Self.full(folder)
        }
        self.name = UploadName.cleaned(name)
        self.place = place
        self.file = file
        self.handle = handle
        self.problem = problem
    }

    private static func full(_ folder: URL) -> LedgerError {
        .unavailable("files cannot be kept in \(folder.path): is the disk full?")
    }

    /// - Parameter most: Bytes a file may have.
    /// - Throws: `LedgerError.unavailable` where nothing can be kept aside.
    mutating func take(_ more: [UInt8], most: Int) throws {
        // What is refused is read to its end and dropped: browsers listen only then.
        bytes += more.count
        guard problem == nil else { return }
        if head.count < ScanKind.headLength { head += more.prefix(ScanKind.headLength - head.count) }
        if bytes > most {
            problem = .large
        } else if head.count == ScanKind.headLength, ScanKind(head: head) == nil {
            problem = .kind
        } else {
            do { try handle.write(contentsOf: more) } catch { throw Self.full(file.deletingLastPathComponent()) }
        }
    }

    func drop() {
        try? handle.close()
        try? FileManager.default.removeItem(at: file)
    }

    /// The whole file goes into the store of scans, then into the ledger.
    ///
    /// - Returns: Nil where it is refused.
    mutating func settle(in desk: Desk, by actor: String) async throws -> Registration? {
        defer { drop() }
        do { try handle.close() } catch { throw Self.full(file.deletingLastPathComponent()) }
        problem = problem ?? (ScanKind(head: head) == nil ? .kind : nil)
        guard problem == nil else { return nil }
        let blob = try await desk.blobs.put(file)
        let arrived = ArrivedFile(digest: blob.digest, name: name, bytes: blob.bytes, path: "desk:\(actor)/\(name)")
        return try await desk.ledger.register(arrived, urgency: .desk, by: actor, now: desk.clock())
    }
}
