package import Foundation

/// The office's single sign-on: a provider that speaks OpenID Connect, and what the desk is there.
package struct SignOnSettings: Sendable {
    /// The provider, exactly as it calls itself in what it signs.
    package var issuer: URL
    /// What the desk is called at the provider.
    package var client: String
    /// Nil for a client that the provider knows no secret of.
    package var secret: String?
    /// The desk as browsers reach it, without a path.
    package var desk: URL
    /// What of the provider's word about a person an invitation names.
    package var claim = SignOnSettings.usualClaim

    /// What people are called by at most providers.
    package static let usualClaim = "preferred_username"
    /// Where the provider sends browsers back to, below the desk's address.
    package static let callbackPath = "/sign-on/callback"

    /// Nil where the provider's address is none that passwords and names may pass by: `https`, or `http` on this computer.
    ///
    /// - Parameter desk: Likewise; its path is not looked at.
    package init?(issuer: String, client: String, secret: String?, desk: String) {
        guard let issuer = URL(string: issuer), Self.isProtected(issuer), !client.isEmpty,
            var address = URLComponents(string: desk)
        else { return nil }
        address.path = ""
        address.query = nil
        address.fragment = nil
        guard let desk = address.url, Self.isProtected(desk) else { return nil }
        self.issuer = issuer
        self.client = client
        self.secret = secret
        self.desk = desk
    }

    var callback: String { desk.absoluteString + Self.callbackPath }

    /// Whether what is sent there stays between the two.
    static func isProtected(_ url: URL) -> Bool {
        guard let host = url.host(), !host.isEmpty, url.user == nil else { return false }
        switch url.scheme?.lowercased() {
        case "https": return true
        case "http": return ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host.lowercased())
        default: return false
        }
    }
}
