package import Foundation

/// What is asked of a web server.
package struct WebRequest: Sendable {
    package enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case head = "HEAD"
        case delete = "DELETE"
    }

    package var method: Method
    package var url: URL
    /// In the order in which they are sent; names and values without line breaks.
    package var headers: [(name: String, value: String)]
    /// Of POST and PUT only.
    package var body: [UInt8]
    /// Whose signature the request carries; nil for none.
    package var signer: RequestSigner?

    package init(
        _ method: Method, _ url: URL, headers: [(name: String, value: String)] = [], body: [UInt8] = [],
        signer: RequestSigner? = nil
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.signer = signer
    }
}

/// Who signs requests to a store that speaks S3: AWS Signature Version 4, computed by libcurl.
///
/// libcurl 7.88 signs the query as it stands, so its parameters have to be sorted and encoded already, and the body's hash
/// is taken from the header `x-amz-content-sha256`. The time is this host's: a given `X-Amz-Date` would be sent twice.
package struct RequestSigner: Hashable, Sendable {
    package var key: String
    package var secret: String
    package var region: String

    package init(key: String, secret: String, region: String) {
        self.key = key
        self.secret = secret
        self.region = region
    }
}

/// What one request may cost.
package struct WebLimits: Hashable, Sendable {
    /// Until the connection stands.
    package var secondsToConnect: Double
    /// From the first look-up of the name to the last byte of the answer.
    package var seconds: Double
    /// Of the answer's body; what comes after is not waited for.
    package var bytes: Int
    package var redirects: Int
    /// Whether the connection is kept for the client's next request. Not with a server that is not trusted: an answer
    /// too many would be taken for that of the next request.
    package var keepsConnection: Bool
    /// After so long without a byte in either direction the connection counts as broken; nil for `seconds`.
    package var stalledSeconds: Double?
    /// A file of certificates to trust; nil for the system's.
    package var authorities: String?

    package init(
        secondsToConnect: Double = 5, seconds: Double, bytes: Int, redirects: Int = 0, keepsConnection: Bool = false,
        stalledSeconds: Double? = nil, authorities: String? = nil
    ) {
        self.stalledSeconds = stalledSeconds
        self.keepsConnection = keepsConnection
        self.authorities = authorities
        self.secondsToConnect = secondsToConnect
        self.seconds = seconds
        self.bytes = bytes
        self.redirects = redirects
    }
}

/// What a web server said.
package struct WebAnswer: Hashable, Sendable {
    package var status: Int
    /// Seconds after which the server wants to be asked again; nil where it says nothing of it.
    package var retryAfter: Int?
    /// By their names in small letters.
    package var headers: [String: String]
    package var body: [UInt8]
    /// The body was longer than the limit, and is cut.
    package var isCut: Bool

    package var isSuccess: Bool { (200..<300).contains(status) }
}

/// Why there is no answer. The texts name neither the address nor anything that was sent.
package enum WebFailure: Error, Hashable, Sendable, CustomStringConvertible {
    case badAddress
    /// The name is not known, or nobody listens there.
    case unreachable
    case tookTooLong
    /// The certificate is not trusted, or the two sides have no common ground.
    case notSecure
    /// The connection was cut, or what came is not HTTP.
    case brokenOff
    case tooManyRedirects
    /// libcurl's own code, for what has no name here.
    case other(Int)

    package var description: String {
        switch self {
        case .badAddress: "the address is not one of http or https"
        case .unreachable: "nobody answers at the address"
        case .tookTooLong: "there was no answer in time"
        case .notSecure: "the server's certificate is not trusted, or no secure connection could be agreed on"
        case .brokenOff: "the connection was broken off before the answer was whole"
        case .tooManyRedirects: "the server sends the request on elsewhere"
        case .other(let code): "libcurl failed with its code \(code)"
        }
    }
}
