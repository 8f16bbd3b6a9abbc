internal import Crypto
package import Foundation

/// Signs messages so that their receiver knows from whom they are, that nothing was changed, and how old they are.
///
/// HMAC-SHA256 over `id.timestamp.body`, after the Standard Webhooks specification (standardwebhooks.com): an old message
/// that is sent again is known by its timestamp, and within the timestamp's tolerance by its id.
package struct MessageSignature: Sendable {
    /// One, or several while a secret is being replaced: the message is signed with each.
    private let keys: [SymmetricKey]

    /// The least length of a secret, in bytes.
    package static let leastBytes = 24

    /// Nil where there is no secret, or one is too short.
    package init?(secrets: [[UInt8]]) {
        guard !secrets.isEmpty, secrets.allSatisfy({ $0.count >= Self.leastBytes }) else { return nil }
        keys = secrets.map { SymmetricKey(data: $0) }
    }

    /// What goes along with a message.
    ///
    /// - Parameter id: the same for every attempt to deliver the message; without points.
    package func headers(id: String, at time: Date, body: [UInt8]) -> [(name: String, value: String)] {
        let seconds = String(Int(time.timeIntervalSince1970.rounded(.down)))
        let signed = Array("\(id).\(seconds).".utf8) + body
        let signatures = keys.map { key in
            "v1," + Data(HMAC<SHA256>.authenticationCode(for: signed, using: key)).base64EncodedString()
        }
        return [
            ("webhook-id", id), ("webhook-timestamp", seconds),
            ("webhook-signature", signatures.joined(separator: " ")),
        ]
    }
}
