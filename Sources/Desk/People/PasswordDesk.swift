internal import Dispatch
internal import Foundation

/// Where passwords are checked: on a thread of its own, one after the other, so that a flood of log-ins costs
/// memory and cores of one check and the pages go on.
final class PasswordDesk: Sendable {
    private let queue = DispatchQueue(label: "passwords")

    /// Checked against where there is no such account, so that the time taken does not tell.
    private let nobody: PasswordHash

    init() throws {
        nobody = try PasswordHash(of: "nobody", salt: RandomBytes.make(16))
    }

    /// - Parameter hash: Nil where there is no account to check against.
    func matches(_ password: String, _ hash: PasswordHash?) async -> Bool {
        await withCheckedContinuation { continuation in
            queue.async { [nobody] in
                let isRight = (hash ?? nobody).matches(password)
                continuation.resume(returning: hash != nil && isRight)
            }
        }
    }

    func hash(_ password: String) async throws -> PasswordHash {
        try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(with: Result { try PasswordHash(of: password, salt: RandomBytes.make(16)) })
            }
        }
    }
}

/// Bytes of the system's generator.
package enum RandomBytes {
    package static func make(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}
