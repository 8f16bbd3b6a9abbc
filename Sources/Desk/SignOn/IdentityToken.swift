internal import Foundation
internal import JWTKit
internal import Ledger

/// What a provider says of a person, signed (OpenID Connect Core 1.0, section 3.1.3.7).
struct IdentityToken: Sendable {
    private let claims: [String: JSONValue]

    /// What has to hold of a token, besides its signature.
    struct Expectation: Sendable {
        var issuer: String
        var client: String
        var nonce: String
        var now: Date

        /// Seconds by which the provider's clock and this one's may differ.
        static let tolerance: TimeInterval = 120
    }

    /// Algorithms by which only the provider can sign: none of those whose key the desk would share.
    private static let algorithms: Set = [
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA",
    ]

    /// What a token's head names of its signature.
    struct Head: Hashable {
        var algorithm: String
        var key: String?

        init(of token: String) throws(SignOnFault) {
            guard let part = token.split(separator: ".", omittingEmptySubsequences: false).first,
                let bytes = Base64URL.bytes(String(part)),
                case .object(let fields)? = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)),
                case .text(let algorithm)? = fields["alg"]
            else { throw .untrue("it is no JSON Web Token") }
            guard IdentityToken.algorithms.contains(algorithm) else {
                throw .untrue("it is signed by an algorithm that proves nothing")
            }
            // What is critical and not understood makes a token void (RFC 7515, section 4.1.11).
            guard fields["crit"] == nil else { throw .untrue("it asks for more than is understood") }
            self.algorithm = algorithm
            if case .text(let key)? = fields["kid"] { self.key = key }
        }
    }

    /// - Parameter keys: Of the provider, those that may have signed it.
    /// - Throws: `SignOnFault.untrue` for any token but one of this provider, for this desk, this attempt and this moment.
    init(_ token: String, keys: [JWK], expecting expected: Expectation) async throws(SignOnFault) {
        claims = try await Self.signed(token, keys).values
        guard text("iss") == expected.issuer else { throw .untrue("another provider issued it") }
        let audience: [JSONValue] =
            switch claims["aud"] {
            case .list(let all)?: all
            case let one?: [one]
            case nil: []
            }
        guard audience.contains(.text(expected.client)) else { throw .untrue("it is meant for another than the desk") }
        guard audience.count == 1 || claims["azp"] != nil else {
            throw .untrue("it does not say for whom it was issued")
        }
        guard claims["azp"].map({ $0 == .text(expected.client) }) ?? true else {
            throw .untrue("it was issued for another than the desk")
        }
        guard let end = time("exp"), expected.now.timeIntervalSince(end) < Expectation.tolerance else {
            throw .untrue("it is over")
        }
        guard let begin = time("iat"), begin.timeIntervalSince(expected.now) < Expectation.tolerance else {
            throw .untrue("it is from the future; is this computer's clock right?")
        }
        guard text("nonce") == expected.nonce else { throw .untrue("it belongs to another attempt") }
        guard let subject = text("sub"), subject.utf8.count <= 255 else { throw .untrue("it names nobody") }
    }

    /// Whom it names.
    ///
    /// - Parameter claim: By which invitations know people.
    func person(by claim: String) -> SignedOnPerson {
        var identity = text(claim)
        // An address that anybody could have claimed is nobody's.
        if claim == "email", claims["email_verified"] != .flag(true) { identity = nil }
        return SignedOnPerson(issuer: text("iss") ?? "", subject: text("sub") ?? "", identity: identity)
    }

    private func text(_ claim: String) -> String? {
        guard case .text(let text)? = claims[claim], !text.isEmpty else { return nil }
        return text
    }

    private func time(_ claim: String) -> Date? {
        switch claims[claim] {
        case .integer(let seconds)?: Date(timeIntervalSince1970: TimeInterval(seconds))
        case .number(let seconds)?: Date(timeIntervalSince1970: seconds)
        default: nil
        }
    }

    private static func signed(_ token: String, _ keys: [JWK]) async throws(SignOnFault) -> Claims {
        let head = try Head(of: token)
        for key in keys {
            // A key that says for what it is used is used for nothing else.
            guard key.algorithm.map({ $0.rawValue == head.algorithm }) ?? true else { continue }
            var key = key
            // The collection knows keys by name only; alone in it, this one needs none of its own.
            key.keyIdentifier = "only"
            let collection = JWTKeyCollection()
            if (try? await collection.add(jwk: key, isDefault: true)) != nil,
                let claims = try? await collection.verify(token, as: Claims.self)
            {
                return claims
            }
        }
        throw .untrue("none of the provider's keys signed it")
    }

    /// Looked at here, with the desk's clock, and not by the library.
    private struct Claims: JWTPayload {
        var values: [String: JSONValue]

        init(from decoder: any Decoder) throws {
            values = try decoder.singleValueContainer().decode([String: JSONValue].self)
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(values)
        }

        func verify(using algorithm: some JWTAlgorithm) {}
    }
}
