import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Synchronization

@testable import Desk

/// A provider of a single sign-on that signs by hand, and as wrongly as a test wants.
final class MadeProvider: Sendable {
    /// What a test does to a token before it is signed.
    typealias Mischief = @Sendable (inout MadeToken) -> Void

    private struct State {
        var key = P256.Signing.PrivateKey()
        var name = "first"
        var waiting: [String: (query: [String: String], claims: [String: JSONValue])] = [:]
        var mischief: Mischief = { _ in }
        var description: @Sendable (inout [String: JSONValue]) -> Void = { _ in }
        var codes = 0
        /// How often its keys were asked for.
        var looks = 0
    }

    private let state = Mutex(State())
    private let clock: Clock

    static let client = "hoso desk"
    static let secret = "a secret: with+signs&"

    init(clock: Clock) {
        self.clock = clock
    }

    /// Serves at an address of its own while something is done.
    func serve(_ body: @escaping @Sendable (_ issuer: String) async throws -> Void) async throws {
        var logger = Logger(label: "provider")
        logger.logLevel = .critical
        let router = Router()
        router.get("/.well-known/openid-configuration") { request, _ in
            try self.described(at: request.head.authority ?? "")
        }
        router.get("/keys") { _, _ in try self.published() }
        router.post("/token") { request, _ in
            var request = request
            let form = try await FormFields(of: &request)
            return try self.redeem(form, request.headers[.authorization], at: request.head.authority ?? "")
        }
        try await Application(router: router, logger: logger).test(.live) { client in
            try await body("http://localhost:\(client.port ?? 0)")
        }
    }

    func settings(_ issuer: String) -> SignOnSettings? {
        SignOnSettings(issuer: issuer, client: Self.client, secret: Self.secret, desk: "https://desk.example")
    }

    func doWrong(_ mischief: @escaping Mischief) { state.withLock { $0.mischief = mischief } }

    func describeItself(_ change: @escaping @Sendable (inout [String: JSONValue]) -> Void) {
        state.withLock { $0.description = change }
    }

    var looks: Int { state.withLock { $0.looks } }

    /// Signs with another key from here on.
    func takeAnotherKey() {
        state.withLock {
            $0.key = P256.Signing.PrivateKey()
            $0.name = "second"
        }
    }

    /// A person logs in where the desk sent them, and is sent back with what is returned: a path of the desk.
    func letIn(_ entrance: String, as subject: String, called name: String, _ claims: [String: JSONValue] = [:])
        throws -> String
    {
        guard let items = URLComponents(string: entrance)?.queryItems else { throw DeskFixture.Missing() }
        let query = Dictionary(items.map { ($0.name, $0.value ?? "") }) { first, _ in first }
        let code = state.withLock { state in
            state.codes += 1
            let said: [String: JSONValue] = ["sub": .text(subject), "preferred_username": .text(name)]
            state.waiting["code \(state.codes)"] = (query, said.merging(claims) { $1 })
            return "code%20\(state.codes)"
        }
        return "/sign-on/callback?code=\(code)&state=\(query["state"] ?? "")"
    }

    private func described(at authority: String) throws -> Response {
        let issuer = "http://\(authority)"
        var members: [String: JSONValue] = [
            "issuer": .text(issuer), "authorization_endpoint": .text("\(issuer)/authorize?tenant=a%20b"),
            "token_endpoint": .text("\(issuer)/token"), "jwks_uri": .text("\(issuer)/keys"),
        ]
        state.withLock { $0.description(&members) }
        return try .json(JSONValue.object(members))
    }

    private func published() throws -> Response {
        let (key, name) = state.withLock { state in
            state.looks += 1
            return (state.key.publicKey.x963Representation, state.name)
        }
        let point = Array(key)
        let own: JSONValue = [
            "kty": "EC", "crv": "P-256", "use": "sig", "kid": .text(name),
            "x": .text(Base64URL.text(Array(point[1...32]))), "y": .text(Base64URL.text(Array(point[33...64]))),
        ]
        // Kinds that the desk does not know, or that are for something else, are among those of real providers.
        return try .json(
            ["keys": [["kty": "oct", "k": "AAAA"], ["kty": "RSA", "use": "enc", "n": "AQAB", "e": "AQAB"], own]]
                as JSONValue)
    }

    private func redeem(_ form: FormFields, _ authorization: String?, at authority: String) throws -> Response {
        let pair = Data("\(Self.escaped(Self.client)):\(Self.escaped(Self.secret))".utf8).base64EncodedString()
        let (waiting, mischief, key, name) = state.withLock { state in
            (state.waiting.removeValue(forKey: form["code"] ?? ""), state.mischief, state.key, state.name)
        }
        guard let waiting, authorization == "Basic \(pair)", form["grant_type"] == "authorization_code",
            form["redirect_uri"] == waiting.query["redirect_uri"],
            let verifier = form["code_verifier"], waiting.query["code_challenge_method"] == "S256",
            Base64URL.text(Array(SHA256.hash(data: Data(verifier.utf8)))) == waiting.query["code_challenge"]
        else { return try .json(["error": "invalid_grant"] as JSONValue, .badRequest) }
        let now = Int(clock.now.timeIntervalSince1970)
        let claims: [String: JSONValue] = [
            "iss": .text("http://\(authority)"), "aud": .text(Self.client), "iat": .integer(now),
            "exp": .integer(now + 300), "nonce": .text(waiting.query["nonce"] ?? ""),
        ]
        var token = MadeToken(name: name, key: key, claims: claims.merging(waiting.claims) { $1 })
        mischief(&token)
        return try .json(
            [
                "access_token": "x", "token_type": "Bearer", "expires_in": 300,
                "id_token": .text(try token.text()),
            ] as JSONValue)
    }

    static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(CharacterSet(charactersIn: "-._~")))
            ?? ""
    }
}

/// A JSON Web Token, before it is signed.
struct MadeToken {
    var head: [String: JSONValue]
    var claims: [String: JSONValue]
    var key: P256.Signing.PrivateKey
    /// In place of a true signature.
    var seal: [UInt8]?

    init(name: String, key: P256.Signing.PrivateKey, claims: [String: JSONValue]) {
        head = ["alg": "ES256", "typ": "JWT", "kid": .text(name)]
        self.claims = claims
        self.key = key
    }

    func text() throws -> String {
        let parts = try [head, claims].map { Base64URL.text(Array(try JSONEncoder().encode($0))) }
        let signed = parts.joined(separator: ".")
        let seal = try self.seal ?? Array(key.signature(for: Data(signed.utf8)).rawRepresentation)
        return "\(signed).\(Base64URL.text(seal))"
    }
}
