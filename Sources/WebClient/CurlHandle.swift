internal import CCurl
internal import Foundation

/// One easy handle of libcurl; used by one thread at a time.
///
/// Every request has a connection of its own: on a kept one, a server that answers twice would have its second answer
/// taken for that of the next request.
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
        // An empty one keeps libcurl from waiting for leave to send the body.
        for header in request.headers + [("Expect", "")] {
            headers = curl_slist_append(
                headers, header.value.isEmpty ? "\(header.name):" : "\(header.name): \(header.value)")
        }
        _ = hoso_curl_set_list(curl, CURLOPT_HTTPHEADER, headers)
        let receiver = AnswerBody(limit: limits.bytes)
        let result = request.body.withUnsafeBytes { body -> CURLcode in
            if request.method == .post {
                _ = hoso_curl_set_long(curl, CURLOPT_POST, 1)
                _ = hoso_curl_set_long(curl, CURLOPT_POSTFIELDSIZE, body.count)
                // Borrowed by libcurl until the request is done, which is in this closure.
                _ = hoso_curl_set_context(
                    curl, CURLOPT_POSTFIELDS, UnsafeMutableRawPointer(mutating: body.baseAddress))
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
            status: hoso_curl_status(curl), retryAfter: wait > 0 ? wait : nil, body: receiver.bytes,
            isCut: receiver.isCut)
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
        _ = hoso_curl_set_long(curl, CURLOPT_FRESH_CONNECT, 1)
        _ = hoso_curl_set_long(curl, CURLOPT_FORBID_REUSE, 1)
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
