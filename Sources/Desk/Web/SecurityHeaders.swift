internal import HTTPTypes
internal import Hummingbird

/// What every answer tells the browser to refuse.
enum SecurityHeaders {
    /// Nothing from outside, nothing inline, no frame.
    private static let policy = """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
        form-action 'self'; base-uri 'none'; frame-ancestors 'none'
        """

    static func add(to headers: inout HTTPFields, isSecure: Bool) {
        set("Content-Security-Policy", policy, in: &headers)
        set("X-Content-Type-Options", "nosniff", in: &headers)
        set("X-Frame-Options", "DENY", in: &headers)
        // Forms say where they come from only if something of the address may be told to the desk itself.
        set("Referrer-Policy", "same-origin", in: &headers)
        set("Cross-Origin-Opener-Policy", "same-origin", in: &headers)
        set("Cross-Origin-Resource-Policy", "same-origin", in: &headers)
        set("Permissions-Policy", "camera=(), microphone=(), geolocation=()", in: &headers)
        if isSecure { set("Strict-Transport-Security", "max-age=31536000", in: &headers) }
        // Citizens' papers stay out of the browser's store.
        if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
    }

    private static func set(_ name: String, _ value: String, in headers: inout HTTPFields) {
        guard let name = HTTPField.Name(name) else { return }
        headers[name] = value
    }
}
