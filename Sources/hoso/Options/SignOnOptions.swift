import ArgumentParser
import Desk
import Foundation

/// The office's single sign-on, where it has one.
struct SignOnOptions: ParsableArguments {
    @Option(
        name: .customLong("sign-on-issuer"),
        help: ArgumentHelp(
            """
            Let people log in by the office's single sign-on (OpenID Connect): the provider, letter by letter as it calls \
            itself. Who may come is said by hoso account.
            """, valueName: "url"))
    var issuer: String?

    @Option(
        name: .customLong("sign-on-client"),
        help: ArgumentHelp("What the desk is called at the provider.", valueName: "id"))
    var client: String?

    @Option(
        name: .customLong("sign-on-secret-file"),
        help: ArgumentHelp(
            "A file with the desk's secret at the provider. Default: $HOSO_SIGN_ON_SECRET, else none.",
            valueName: "file"))
    var secretFile: String?

    @Option(
        name: .customLong("sign-on-claim"),
        help: ArgumentHelp(
            "What of the provider's word about people hoso account names: \(SignOnSettings.usualClaim), email, oid, …",
            valueName: "name"))
    var claim = SignOnSettings.usualClaim

    @Option(
        name: .customLong("public-address"),
        help: ArgumentHelp(
            """
            The desk as browsers reach it, such as https://hoso.example; with \(SignOnSettings.callbackPath) behind it, \
            this is what the provider is to be told as the address to come back to.
            """, valueName: "url"))
    var desk: String?

    func validate() throws {
        guard issuer != nil else {
            guard client == nil, secretFile == nil, claim == SignOnSettings.usualClaim, desk == nil else {
                throw ValidationError("a single sign-on needs --sign-on-issuer, its address")
            }
            return
        }
        guard client != nil, desk != nil else {
            throw ValidationError("--sign-on-issuer needs --sign-on-client and --public-address")
        }
        _ = try settings(secret: nil)
    }

    /// Nil where there is none.
    ///
    /// - Throws: `ValidationError` for what cannot be used.
    func settings() throws -> SignOnSettings? { try settings(secret: secret()) }

    private func settings(secret: String?) throws -> SignOnSettings? {
        guard let issuer, let client, let desk else { return nil }
        guard var settings = SignOnSettings(issuer: issuer, client: client, secret: secret, desk: desk) else {
            throw ValidationError(
                "--sign-on-issuer and --public-address should be https://…, or http:// on this computer: names and keys "
                    + "pass by them")
        }
        settings.claim = claim
        return settings
    }

    private func secret() throws -> String? {
        guard let secretFile else {
            return ProcessInfo.processInfo.environment["HOSO_SIGN_ON_SECRET"].flatMap { $0.isEmpty ? nil : $0 }
        }
        guard let data = FileManager.default.contents(atPath: secretFile) else {
            throw ValidationError("--sign-on-secret-file: \(secretFile) cannot be read")
        }
        let text = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else { throw ValidationError("--sign-on-secret-file: \(secretFile) is empty") }
        return text
    }
}
