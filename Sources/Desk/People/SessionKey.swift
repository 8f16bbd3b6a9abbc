internal import Crypto
internal import Foundation

/// What a browser holds to be known again: 256 random bits. The ledger has only its digest, and the token of forms
/// comes from it, so that neither opens the session.
struct SessionKey: Hashable, Sendable {
    let text: String

    static func make() -> SessionKey {
        SessionKey(text: RandomBytes.make(32).hexadecimal)
    }

    private init(text: String) {
        self.text = text
    }

    /// Nil for anything but a key's form.
    init?(presented text: String) {
        guard text.utf8.count == 64, text.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else {
            return nil
        }
        self.text = text
    }

    /// What the ledger knows it by.
    var digest: String { Array(SHA256.hash(data: Data(text.utf8))).hexadecimal }

    /// What every form of this session carries, and no other site can know.
    var formToken: String {
        Array(HMAC<SHA256>.authenticationCode(for: Data("form".utf8), using: SymmetricKey(data: Data(text.utf8))))
            .hexadecimal
    }

    func accepts(_ presented: String) -> Bool { Secret.isSame(presented, formToken) }
}

extension [UInt8] {
    var hexadecimal: String {
        map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }
}
