internal import Foundation
internal import JWTKit
internal import WebClient

/// The office's provider: what it says of itself, asked for when it is first needed and kept for an hour.
actor IdentityProvider {
    private let settings: SignOnSettings
    private let clock: @Sendable () -> Date
    private var known: (of: Description, at: Date)?
    private var keys: (of: [JWK], at: Date)?

    private static let secondsKept: TimeInterval = 3_600
    /// Seconds between two looks at the keys for one that is not among them: tokens are easily invented.
    private static let secondsBetweenKeys: TimeInterval = 30

    init(_ settings: SignOnSettings, clock: @escaping @Sendable () -> Date) {
        self.settings = settings
        self.clock = clock
    }

    /// Where a browser is sent to.
    func entrance(for attempt: SignOnAttempt, in language: Language) async throws(SignOnFault) -> String {
        let description = try await described()
        guard var address = URLComponents(url: description.authorization, resolvingAgainstBaseURL: false) else {
            throw .unsound("its authorization_endpoint is no address")
        }
        // What the provider's own address asks for stays.
        let own = address.percentEncodedQuery.map { $0 + "&" } ?? ""
        address.percentEncodedQuery =
            own
            + Self.form([
                ("response_type", "code"), ("client_id", settings.client), ("redirect_uri", settings.callback),
                ("scope", "openid profile email"), ("state", attempt.state), ("nonce", attempt.nonce),
                ("code_challenge", attempt.challenge), ("code_challenge_method", "S256"),
                ("ui_locales", language.rawValue),
            ])
        guard let text = address.string else { throw .unsound("its authorization_endpoint is no address") }
        return text
    }

    /// Turns in what a browser came back with.
    ///
    /// - Throws: `SignOnFault`.
    func token(for code: String, of attempt: SignOnAttempt) async throws(SignOnFault) -> IdentityToken {
        let description = try await described()
        var fields = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", settings.callback),
            ("code_verifier", attempt.verifier),
        ]
        var headers = [
            (name: "Content-Type", value: "application/x-www-form-urlencoded"),
            (name: "Accept", value: "application/json"),
        ]
        if let secret = settings.secret, description.takesBasic {
            // Both are escaped before they are joined (RFC 6749, section 2.3.1).
            let pair = "\(Self.escaped(settings.client)):\(Self.escaped(secret))"
            headers.append(("Authorization", "Basic \(Data(pair.utf8).base64EncodedString())"))
        } else {
            fields.append(("client_id", settings.client))
            if let secret = settings.secret { fields.append(("client_secret", secret)) }
        }
        let answer = try await ask(
            WebRequest(.post, description.token, headers: headers, body: Array(Self.form(fields).utf8)),
            "token endpoint")
        guard case .object(let members) = answer, case .text(let token)? = members["id_token"] else {
            throw .unsound("its token endpoint gave no id_token")
        }
        let key = try IdentityToken.Head(of: token).key
        return try await IdentityToken(
            token, keys: try await keys(named: key),
            expecting: .init(
                issuer: settings.issuer.absoluteString, client: settings.client, nonce: attempt.nonce, now: clock()))
    }

    /// OpenID Connect Discovery 1.0, section 3.
    private struct Description {
        var authorization: URL
        var token: URL
        var keys: URL
        var takesBasic: Bool

        init(_ value: JSONValue, of issuer: URL) throws(SignOnFault) {
            guard case .object(let members) = value, case .text(let name)? = members["issuer"] else {
                throw .unsound("it names no issuer")
            }
            // Another's word about itself would be taken for this one's.
            guard name == issuer.absoluteString else {
                throw .unsound("it calls itself otherwise than it was given: the two have to agree letter by letter")
            }
            authorization = try Self.address("authorization_endpoint", members)
            token = try Self.address("token_endpoint", members)
            keys = try Self.address("jwks_uri", members)
            if case .list(let ways)? = members["token_endpoint_auth_methods_supported"] {
                takesBasic = ways.contains("client_secret_basic") || !ways.contains("client_secret_post")
            } else {
                takesBasic = true
            }
        }

        private static func address(_ name: String, _ members: [String: JSONValue]) throws(SignOnFault) -> URL {
            guard case .text(let text)? = members[name], let url = URL(string: text), SignOnSettings.isProtected(url)
            else { throw .unsound("its \(name) is missing, or neither https nor on this computer") }
            return url
        }
    }

    private func described() async throws(SignOnFault) -> Description {
        if let known, clock().timeIntervalSince(known.at) < Self.secondsKept { return known.of }
        let place = settings.issuer.absoluteString
        let separator = place.hasSuffix("/") ? "" : "/"
        guard let address = URL(string: place + separator + ".well-known/openid-configuration") else {
            throw .unsound("its issuer is no address")
        }
        let value = try await ask(WebRequest(.get, address), "description")
        let description = try Description(value, of: settings.issuer)
        known = (description, clock())
        return description
    }

    /// Those that may have signed a token.
    private func keys(named name: String?) async throws(SignOnFault) -> [JWK] {
        let fits = { (key: JWK) in name == nil || key.keyIdentifier?.string == name }
        if let keys, clock().timeIntervalSince(keys.at) < Self.secondsKept {
            let fitting = keys.of.filter(fits)
            if !fitting.isEmpty || clock().timeIntervalSince(keys.at) < Self.secondsBetweenKeys { return fitting }
        }
        let value = try await ask(WebRequest(.get, try await described().keys), "keys")
        guard case .object(let members) = value, case .list(let all)? = members["keys"] else {
            throw .unsound("its jwks_uri gave no keys")
        }
        // One that is not understood, or is for something else, does not spoil the others.
        let found = all.compactMap { member -> JWK? in
            guard case .object(let fields) = member, fields["use"].map({ $0 == "sig" }) ?? true,
                let data = try? JSONEncoder().encode(member)
            else { return nil }
            return try? JSONDecoder().decode(JWK.self, from: data)
        }
        keys = (found, clock())
        return found.filter(fits)
    }

    private func ask(_ request: WebRequest, _ place: String) async throws(SignOnFault) -> JSONValue {
        let answer: WebAnswer
        do {
            answer = try await WebClient().send(request, within: WebLimits(seconds: 10, bytes: 1 << 20))
        } catch {
            throw .away(error)
        }
        let value = answer.isCut ? nil : try? JSONDecoder().decode(JSONValue.self, from: Data(answer.body))
        guard answer.isSuccess else {
            // RFC 6749, section 5.2.
            if case .object(let members)? = value, members["error"] == "invalid_grant" { throw .spent }
            throw .refused(place, answer.status)
        }
        guard let value else { throw .unsound("its \(place) gave no JSON") }
        return value
    }

    private static func form(_ fields: [(String, String)]) -> String {
        fields.map { "\($0.0)=\(escaped($0.1))" }.joined(separator: "&")
    }

    private static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .unreservedInForms) ?? ""
    }
}

extension CharacterSet {
    /// RFC 3986, section 2.3.
    fileprivate static let unreservedInForms = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
