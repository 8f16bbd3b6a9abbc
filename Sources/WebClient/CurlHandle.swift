internal import CCurl
internal import Foundation

/// One easy handle of libcurl; used by one thread at a time.
///
/// A request has a connection of its own unless its limits say otherwise: on a kept one, a server that answers twice
/// would have its second answer taken for that of the next request.
struct CurlHandle: ~Copyable {
    private let curl: UnsafeMutableRawPointer

    /// Once a process, before the first handle.
    private static let isStarted = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// - Throws: `WebFailure` where there is no memory for it.
    init() throws(WebFailure) {
        guard Self.isStarted, let curl = curl_easy_init() else {
            throw .other(Int(CURLE_OUT_OF_MEMORY.rawValue))
        }
        self.curl = curl
    }

    deinit { curl_easy_cleanup(curl) }

    func send(_ request: WebRequest, within limits: WebLimits) throws(WebFailure) -> WebAnswer {
        guard ["http", "https"].contains(request.url.scheme?.lowercased()) else { throw .badAddress }
        curl_easy_reset(curl)
        set(limits)
        _ = hoso_curl_set_text(curl, CURLOPT_URL, request.url.absoluteString)
        var headers: UnsafeMutablePointer<curl_slist>?
        defer { curl_slist_free_all(headers) }
        // An empty one keeps libcurl from waiting for leave to send the body; but it would be signed, and not be sent.
        for header in request.headers + (request.signer == nil ? [("Expect", "")] : []) {
            headers = curl_slist_append(
                headers, header.value.isEmpty ? "\(header.name):" : "\(header.name): \(header.value)")
        }
        _ = hoso_curl_set_list(curl, CURLOPT_HTTPHEADER, headers)
        if let signer = request.signer { sign(as: signer) }
        let receiver = AnswerBody(limit: limits.bytes)
        let result = request.body.withUnsafeBytes { body -> CURLcode in
            switch request.method {
            case .get: break
            case .head: _ = hoso_curl_set_long(curl, CURLOPT_NOBODY, 1)
            case .delete: _ = hoso_curl_set_text(curl, CURLOPT_CUSTOMREQUEST, request.method.rawValue)
            case .post, .put:
                _ = hoso_curl_set_long(curl, CURLOPT_POST, 1)
                if request.method == .put { _ = hoso_curl_set_text(curl, CURLOPT_CUSTOMREQUEST, "PUT") }
                _ = hoso_curl_set_long(curl, CURLOPT_POSTFIELDSIZE, body.count)
                if let start = body.baseAddress, !body.isEmpty {
                    // Borrowed by libcurl until the request is done, which is in this closure.
                    _ = hoso_curl_set_context(curl, CURLOPT_POSTFIELDS, UnsafeMutableRawPointer(mutating: start))
                } else {
                    // Without any libcurl would read the body from the standard input.
                    _ = hoso_curl_set_text(curl, CURLOPT_COPYPOSTFIELDS, "")
                }
            }
            return withExtendedLifetime(receiver) {
                _ = hoso_curl_set_context(
                    curl, CURLOPT_WRITEDATA, Unmanaged.passUnretained(receiver).toOpaque())
                return curl_easy_perform(curl)
            }
        }
        let wasCutByUs = result == CURLE_WRITE_ERROR && receiver.isCut
        guard result == CURLE_OK || wasCutByUs else { throw WebFailure(result) }
        let wait = Int(hoso_curl_retry_after(curl))
        return WebAnswer(
            status: hoso_curl_status(curl), retryAfter: wait > 0 ? wait : nil, headers: headersOfAnswer,
            body: receiver.bytes, isCut: receiver.isCut)
    }

    private var headersOfAnswer: [String: String] {
        let headers = AnswerHeaders()
        withExtendedLifetime(headers) {
            hoso_curl_each_header(curl, AnswerHeaders.visit, Unmanaged.passUnretained(headers).toOpaque())
        }
        return headers.values
    }

    private func sign(as signer: RequestSigner) {
        _ = hoso_curl_set_text(curl, CURLOPT_AWS_SIGV4, "aws:amz:\(signer.region):s3")
        // Apart, because a key may hold the colon that would part them.
        _ = hoso_curl_set_text(curl, CURLOPT_USERNAME, signer.key)
        _ = hoso_curl_set_text(curl, CURLOPT_PASSWORD, signer.secret)
    }

    private func set(_ limits: WebLimits) {
        let milliseconds = { (seconds: Double) in Int((seconds * 1000).rounded(.up)) }
        // Without signals: libcurl's time-outs would otherwise interrupt whatever thread they meet.
        _ = hoso_curl_set_long(curl, CURLOPT_NOSIGNAL, 1)
        _ = hoso_curl_set_text(curl, CURLOPT_PROTOCOLS_STR, "http,https")
        _ = hoso_curl_set_text(curl, CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
        _ = hoso_curl_set_long(curl, CURLOPT_CONNECTTIMEOUT_MS, milliseconds(limits.secondsToConnect))
        _ = hoso_curl_set_long(curl, CURLOPT_TIMEOUT_MS, milliseconds(limits.seconds))
        _ = hoso_curl_set_long(curl, CURLOPT_FOLLOWLOCATION, limits.redirects > 0 ? 1 : 0)
        _ = hoso_curl_set_long(curl, CURLOPT_MAXREDIRS, limits.redirects)
        _ = hoso_curl_set_long(curl, CURLOPT_FRESH_CONNECT, limits.keepsConnection ? 0 : 1)
        _ = hoso_curl_set_long(curl, CURLOPT_FORBID_REUSE, limits.keepsConnection ? 0 : 1)
        if let seconds = limits.stalledSeconds {
            _ = hoso_curl_set_long(curl, CURLOPT_LOW_SPEED_LIMIT, 1)
            _ = hoso_curl_set_long(curl, CURLOPT_LOW_SPEED_TIME, Int(seconds.rounded(.up)))
        }
        if let file = limits.authorities { _ = hoso_curl_set_text(curl, CURLOPT_CAINFO, file) }
        _ = hoso_curl_set_receiver(curl, CURLOPT_WRITEFUNCTION, AnswerBody.receive)
    }
}

/// Gathers an answer's body up to a limit, and then breaks off.
private final class AnswerBody {
    private let limit: Int
    private(set) var bytes: [UInt8] = []
    private(set) var isCut = false

    init(limit: Int) {
        self.limit = limit
    }

    static let receive: hoso_curl_receiver = { data, size, count, context in
        guard let data, let context else { return 0 }
        let body = Unmanaged<AnswerBody>.fromOpaque(context).takeUnretainedValue()
        let length = size * count
        let room = max(0, body.limit - body.bytes.count)
        data.withMemoryRebound(to: UInt8.self, capacity: length) { start in
            body.bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: min(room, length)))
        }
        body.isCut = length > room
        return body.isCut ? 0 : length
    }
}

/// Gathers an answer's headers; of one that comes twice the last.
private final class AnswerHeaders {
    private(set) var values: [String: String] = [:]

    static let visit: hoso_curl_header_visitor = { name, value, context in
        guard let name, let value, let context else { return }
        let headers = Unmanaged<AnswerHeaders>.fromOpaque(context).takeUnretainedValue()
        headers.values[String(cString: name).lowercased()] = String(cString: value)
    }
}

extension WebFailure {
    fileprivate init(_ code: CURLcode) {
        self =
            switch code {
            case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .badAddress
            case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT: .unreachable
            case CURLE_OPERATION_TIMEDOUT: .tookTooLong
            case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE,
                CURLE_SSL_CERTPROBLEM,
                CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR:
                .notSecure
            case CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_PARTIAL_FILE, CURLE_WEIRD_SERVER_REPLY,
                CURLE_HTTP2, CURLE_HTTP2_STREAM:
                .brokenOff
            case CURLE_TOO_MANY_REDIRECTS: .tooManyRedirects
            default: .other(Int(code.rawValue))
            }
    }
}
