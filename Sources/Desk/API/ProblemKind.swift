/// Why a program does not get what it asks for. Names and statuses are part of the interface.
enum ProblemKind: String, CaseIterable, Sendable {
    case badRequest = "bad-request"
    case unauthorized
    case forbidden
    case notFound = "not-found"
    case movedOn = "moved-on"
    case changed
    case tooLarge = "too-large"
    case wrongType = "wrong-type"
    case unprocessable
    case tooMany = "too-many-requests"
    case failed
    case busy

    var status: Int {
        switch self {
        case .badRequest: 400
        case .unauthorized: 401
        case .forbidden: 403
        case .notFound: 404
        case .movedOn: 409
        case .changed: 412
        case .tooLarge: 413
        case .wrongType: 415
        case .unprocessable: 422
        case .tooMany: 429
        case .failed: 500
        case .busy: 503
        }
    }

    var title: String {
        switch self {
        case .badRequest: "The request is not as described"
        case .unauthorized: "A valid token is needed"
        case .forbidden: "The token's account may not do this"
        case .notFound: "There is no such thing, or not for this account"
        case .movedOn: "What it is about has moved on"
        case .changed: "It was changed since it was read"
        case .tooLarge: "Too many bytes"
        case .wrongType: "Another content type is needed"
        case .unprocessable: "Understood, but it cannot be done so"
        case .tooMany: "Too many requests"
        case .failed: "An error in the program"
        case .busy: "Not just now"
        }
    }

    /// What to do about it.
    var help: String {
        switch self {
        case .badRequest: "`errors` says what is wrong where; send it as the description has it."
        case .unauthorized:
            "Send `Authorization: Bearer TOKEN`. The token may be past its end, taken back, or its account closed."
        case .forbidden: "Use a token of an account whose role may do this."
        case .notFound:
            "Look the identifier up again. Other units' dossiers are answered like those that are not there."
        case .movedOn: "Read it again and decide anew; do not repeat the request."
        case .changed: "Read it again, decide anew, and send the new ETag."
        case .tooLarge: "Send less at once."
        case .wrongType: "Send the content type that the description names."
        case .unprocessable: "`errors` or `detail` says what does not fit."
        case .tooMany: "Wait as many seconds as Retry-After says."
        case .failed: "Report it with the number in `detail`; the log has it under that number."
        case .busy: "Try again after as many seconds as Retry-After says."
        }
    }

    /// Relative to the desk's address, where it is explained.
    var type: String { "\(APIRoute.root)/problems/\(rawValue)" }
}
