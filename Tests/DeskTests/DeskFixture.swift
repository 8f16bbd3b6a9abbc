import Desk
import Foundation
import Hummingbird
import HummingbirdTesting
import Ledger
import Logging
import Synchronization
import Triage

/// A desk over an empty ledger in a folder of its own, with an account of each role and a clock that tests turn.
final class DeskFixture: Sendable {
    let folder: URL
    let ledger: Ledger
    let run: TriageRun
    let desk: Desk
    let clock = Clock()
    /// Dossiers made so far.
    let scanned = Mutex(0)

    /// 2026-08-06T02:00:00Z.
    static let morning = Date(timeIntervalSince1970: 1_785_981_600)
    static let password = "một hai ba bốn"
    static let roles: [Account.Role] = Account.Role.allCases

    /// - Parameters:
    ///   - change: Made to the office that all tests share.
    ///   - settings: What is changed of how the desk is served.
    init(
        _ change: (inout Pipeline) -> Void = { _ in }, settings: (inout DeskSettings) -> Void = { _ in }
    ) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
        ledger = try await Ledger.open(at: folder.appending(path: "ledger.sqlite"), now: Self.morning)
        var (pipeline, understanding) = try Self.office.get()
        change(&pipeline)
        let clock = clock
        run = TriageRun(
            pipeline: pipeline, understanding: understanding, ledger: ledger,
            blobs: try FolderBlobStore(in: folder.appending(path: "blobs")),
            launcher: ReaderLauncher(executable: Self.program, settings: pipeline.readerSettings), jobs: 1,
            workspace: folder.appending(path: "work").path, receivedAt: nil, urgency: .desk, clock: { clock.now },
            onProgress: { _ in })
        var served = DeskSettings(address: .standard, isSecure: false)
        settings(&served)
        desk = try Desk(run, settings: served, clock: { clock.now })
        // One hash for all: it is made to be slow.
        let hash = try PasswordHash(of: Self.password, salt: [UInt8](0..<16))
        for role in Self.roles {
            try await ledger.addAccount(
                role.rawValue, role: role, unit: role == .unit ? "van-phong" : nil, password: hash.text, by: nil,
                now: Self.morning)
        }
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The office that all tests share, read once. Its dossiers are judged by the catalogue alone: no test here is
    /// about what a model knows.
    private static let office = Result {
        let pipeline = try PipelineFile.load(root.appending(path: "Pipelines/commune.yaml"))
        let model = try pipeline.catalogueModel(name: "catalogue", version: "1")
        return (pipeline, try pipeline.understanding(with: .catalogue(model)))
    }

    /// The built `hoso`, beside the test bundle.
    static let program: String = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(filePath: tests).deletingLastPathComponent().appending(path: "hoso").path
    }()

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Asks the desk as browsers do, without a socket unless it is to be a real one.
    func visit(
        _ way: TestingSetup = .router, _ body: @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        var logger = Logger(label: "desk-tests")
        logger.logLevel = .critical
        try await desk.application(logger: logger).test(way, body)
    }
}

/// A clock that stands until it is turned.
final class Clock: Sendable {
    private let time = Mutex(DeskFixture.morning)

    var now: Date { time.withLock { $0 } }

    func turn(by seconds: TimeInterval) {
        time.withLock { $0 += seconds }
    }
}
