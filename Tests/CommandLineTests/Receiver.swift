import Foundation
import Subprocess
import SystemPackage

/// A unit's system on this machine, which keeps one effect a message: Tests/CommandLineTests/Receiver/receiver.py.
struct Receiver: Sendable {
    enum Mode: String {
        case sound
        /// Fails, hangs and ends as a whole before and after the effect, answers twice, breaks off.
        case faulty
        /// Will not have any message.
        case refusing
    }

    static let secret = "whsec_" + Data("a secret of the tests, 32 bytes.".utf8).base64EncodedString()

    let port: Int
    let folder: TemporaryFolder

    /// How many messages have come so far, those among them that came again.
    var arrivals: Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: folder.path("arrivals"))
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }

    /// Runs one as long as `body` works with it; one that ends is started again on the same port.
    static func with<Result: Sendable>(
        _ mode: Mode, in folder: TemporaryFolder, _ body: @escaping @Sendable (Receiver) async throws -> Result
    ) async throws -> Result {
        let port = try freePort()
        return try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask {
                while !Task.isCancelled {
                    _ = try? await Subprocess.run(
                        .name("python3"),
                        arguments: [script, String(port), folder.url.path, secret, mode.rawValue],
                        input: .none, output: .discarded, error: .discarded)
                }
                return nil
            }
            group.addTask {
                while !canConnect(to: port) { try await Task.sleep(for: .milliseconds(20)) }
                return try await body(Receiver(port: port, folder: folder))
            }
            defer { group.cancelAll() }
            while let result = try await group.next() {
                if let result { return result }
            }
            throw CancellationError()
        }
    }

    private static let script = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Receiver/receiver.py").path

    private static func canConnect(to port: Int) -> Bool {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        return withLocalAddress(port) { connect(socket, $0, $1) } == 0
    }

    /// A port that nobody listened on a moment ago.
    private static func freePort() throws -> Int {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var port = 0
        let found = withLocalAddress(0) { address, length in
            var length = length
            guard bind(socket, address, length) == 0, getsockname(socket, address, &length) == 0 else { return false }
            port = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                Int(UInt16(bigEndian: $0.pointee.sin_port))
            }
            return true
        }
        guard found else { throw CocoaError(.fileReadUnknown) }
        return port
    }

    private static func withLocalAddress<Result>(
        _ port: Int, _ body: (UnsafeMutablePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        return withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
        }
    }
}
