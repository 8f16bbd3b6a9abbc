internal import Foundation
internal import Synchronization
internal import WebClient

/// Asks a store that speaks S3, again where another try may do better.
final class S3Client: Sendable {
    let place: S3Place
    private let clients: [WebClient]
    private let turn = Mutex(0)
    private let patience: Duration
    private let limits: WebLimits

    /// Bytes of one request's or answer's body.
    static let part = 16 << 20
    private static let clientCount = 4
    private static let plan = RetryPlan(first: 0.2, longest: 5, attempts: .max)

    /// What a request that succeeded, or asked for something that is not there, was answered.
    enum Answer: Sendable {
        case found(WebAnswer)
        case missing
        /// It was to be made only where it was not there.
        case alreadyThere
        /// It is there, but has no such bytes.
        case outOfRange
    }

    /// - Parameter patience: How long a store that is away is waited for.
    /// - Throws: `LedgerError`.
    init(_ place: S3Place, patience: Duration) throws {
        self.place = place
        self.patience = patience
        limits = WebLimits(
            seconds: 600, bytes: Self.part + 65_536, keepsConnection: true, stalledSeconds: 20,
            authorities: place.authorities)
        do {
            clients = try (0..<Self.clientCount).map { _ in try WebClient() }
        } catch {
            throw LedgerError.unavailable("the blob store cannot be asked: \(error)")
        }
    }

    /// - Parameter key: Nil for the bucket itself.
    /// - Throws: `LedgerError.busy` where the store stays away; `.unavailable` where it refuses.
    func send(
        _ method: WebRequest.Method, _ key: String?, query: [(name: String, value: String)] = [],
        headers: [(name: String, value: String)] = [], body: [UInt8] = [], bodyDigest: String? = nil
    ) async throws -> Answer {
        guard let url = place.url(key, query) else {
            throw LedgerError.unavailable("the blob store's address is not one of http or https")
        }
        let digest = bodyDigest ?? ContentDigest.of(Data(body))
        let end = ContinuousClock.now + patience
        var tries = 0
        while true {
            let problem: Problem
            do {
                let request = WebRequest(
                    method, url, headers: signed(headers, digest: digest), body: body, signer: place.signer)
                let answer = try await nextClient().send(request, within: limits)
                switch verdict(on: answer, to: method) {
                case .success(let answer): return answer
                case .failure(let found): problem = found
                }
            } catch {
                problem = Problem(failure: error)
            }
            guard problem.isPassing else { throw problem.error(at: place) }
            guard ContinuousClock.now < end else { throw problem.lastError(after: patience) }
            tries += 1
            let pause = Self.plan.wait(after: tries, wish: problem.wish, chance: .random(in: 0...1)) ?? 0
            try await Task.sleep(for: .seconds(pause))
        }
    }

    private func nextClient() -> WebClient {
        clients[
            turn.withLock { turn in
                turn = (turn + 1) % clients.count
                return turn
            }]
    }

    private func signed(
        _ headers: [(name: String, value: String)], digest: String
    ) -> [(name: String, value: String)] {
        headers + [("x-amz-content-sha256", digest)]
            + (place.sessionToken.map { [("x-amz-security-token", $0)] } ?? [])
    }

    private func verdict(on answer: WebAnswer, to method: WebRequest.Method) -> Result<Answer, Problem> {
        // A long job is answered with 200 before it has failed. What is got is a scan, and is not looked into.
        let isDone = answer.isSuccess && (method != .post || S3Text.first("Error", in: answer.body) == nil)
        if isDone { return .success(.found(answer)) }
        let code = S3Text.first("Code", in: answer.body)
        switch answer.status {
        case 404 where code != "NoSuchBucket": return .success(.missing)
        case 412: return .success(.alreadyThere)
        case 416: return .success(.outOfRange)
        default: return .failure(Problem(status: answer.status, code: code, retryAfter: answer.retryAfter))
        }
    }
}

extension S3Client {
    /// Why a request came to nothing. The store's own message is not handed on.
    struct Problem: Error {
        var status: Int
        /// The store's word for it.
        var code: String?
        var failure: WebFailure?
        /// Seconds that the store wants to be left alone.
        var wish: Double

        init(status: Int, code: String?, retryAfter: Int?) {
            self.status = status
            // Words of the protocol only; anything else is not for a log.
            self.code = code.flatMap { $0.wholeMatch(of: #/[A-Za-z]{1,60}/#) == nil ? nil : $0 }
            wish = Double(retryAfter ?? 0)
        }

        init(failure: WebFailure) {
            self.init(status: 0, code: nil, retryAfter: nil)
            self.failure = failure
        }

        var isPassing: Bool {
            if let failure {
                switch failure {
                case .unreachable, .tookTooLong, .brokenOff: return true
                case .badAddress, .notSecure, .tooManyRedirects, .other: return false
                }
            }
            if ["RequestTimeout", "InternalError", "SlowDown", "ServiceUnavailable"].contains(code) { return true }
            return status == 408 || status == 409 || status == 429 || (status >= 500 && status != 501)
        }

        private var words: String {
            failure.map { "\($0)" } ?? "it answers \(status)" + (code.map { " (\($0))" } ?? "")
        }

        func lastError(after patience: Duration) -> LedgerError {
            .busy(
                "the blob store has been away for \(patience.components.seconds) s (\(words)): try again when it is up")
        }

        func error(at place: S3Place) -> LedgerError {
            switch code {
            case "NoSuchBucket": .unavailable("there is no bucket \(place.bucket): make it, or correct --blobs")
            case "SignatureDoesNotMatch", "InvalidAccessKeyId", "InvalidToken", "ExpiredToken":
                .unavailable(
                    "the blob store does not take the key (\(code ?? "")): check AWS_ACCESS_KEY_ID and its secret")
            case "RequestTimeTooSkewed":
                .unavailable("this host's clock and the blob store's are more than a quarter of an hour apart: set it")
            case "AuthorizationHeaderMalformed", "PermanentRedirect":
                .unavailable("bucket \(place.bucket) is in another region than \(place.signer.region): set AWS_REGION")
            case "AccessDenied":
                .unavailable(
                    "the key may not do that in bucket \(place.bucket): it needs to list, get and put objects in it")
            default: .unavailable("the blob store cannot be used: \(words)")
            }
        }
    }
}

/// What little there is to read in a store's XML.
enum S3Text {
    /// The first element's text; nil where there is none.
    static func first(_ element: String, in body: [UInt8]) -> String? {
        let text = String(decoding: body.prefix(65_536), as: UTF8.self)
        guard let start = text.range(of: "<\(element)>"),
            let end = text.range(of: "</\(element)>", range: start.upperBound..<text.endIndex)
        else { return nil }
        return String(text[start.upperBound..<end.lowerBound])
            .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&apos;", with: "'").replacing("&amp;", with: "&")
    }
}
