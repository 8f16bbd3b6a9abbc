internal import Crypto
internal import Foundation

/// One way to the provider and back. The browser keeps its key; what the provider is given comes from it, so that nobody
/// who sees the one makes the other, and what comes back belongs to the browser that set out.
struct SignOnAttempt: Hashable, Sendable {
    private let key: SessionKey
    /// Where the person wanted to go.
    let next: String

    static let cookie = "hoso_sign_on"
    /// Seconds within which a person has to be back.
    static let seconds = 600

    static func make(next: String?) -> SignOnAttempt {
        SignOnAttempt(key: .make(), next: LocalPath.checked(next) ?? "/")
    }

    private init(key: SessionKey, next: String) {
        self.key = key
        self.next = next
    }

    /// Nil for anything but what `text` gave.
    init?(presented text: String) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let key = SessionKey(presented: String(parts[0])),
            let path = Base64URL.bytes(String(parts[1])),
            let next = LocalPath.checked(String(decoding: path, as: UTF8.self))
        else { return nil }
        self.init(key: key, next: next)
    }

    /// What the cookie holds.
    var text: String { "\(key.text).\(Base64URL.text(Array(next.utf8)))" }

    /// What has to come back with the answer.
    var state: String { derived("state") }

    /// What has to stand in the token.
    var nonce: String { derived("nonce") }

    /// What only who set out can show when the answer is turned in (RFC 7636).
    var verifier: String { derived("verifier") }

    var challenge: String { Base64URL.text(Array(SHA256.hash(data: Data(verifier.utf8)))) }

    private func derived(_ purpose: String) -> String {
        Base64URL.text(
            Array(
                HMAC<SHA256>.authenticationCode(
                    for: Data("sign-on \(purpose)".utf8), using: SymmetricKey(data: Data(key.text.utf8)))))
    }
}

/// Base64 for addresses, without filling (RFC 4648, section 5).
enum Base64URL {
    static func text(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Nil for anything else.
    static func bytes(_ text: String) -> [UInt8]? {
        guard !text.contains(where: { "+/=".contains($0) }) else { return nil }
        let filling = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        return Data(
            base64Encoded: text.replacing("-", with: "+").replacing("_", with: "/") + filling
        ).map(Array.init)
    }
}
