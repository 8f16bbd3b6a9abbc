internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Ledger
internal import Logging

/// A form from a page of another session, or from another site.
struct StalePage: Error {}

extension Desk {
    private struct Content: Sendable {
        var help: String
        /// What the log knows the request by; nil where the person can help themselves.
        var number: String?
    }

    /// The page that says what went wrong. Nothing of the error itself is shown: only its kind.
    func failure(_ error: any Error, _ request: Request, _ context: DeskContext) -> Response {
        let (status, key) = Self.kind(of: error)
        if status.code >= 500 {
            // The kind of error, never its text, which may quote what was asked for.
            context.logger.error("a request failed", metadata: ["error": "\(type(of: error))"])
        }
        let content = Content(
            help: Texts.text("\(key)_help", in: context.language), number: status.code == 500 ? context.id : nil)
        return (try? page("error", title: key, content, request, context, status: status))
            ?? .text(Texts.text(key, in: context.language), status)
    }

    private static func kind(of error: any Error) -> (HTTPResponse.Status, String) {
        switch error {
        case is StalePage: return (.forbidden, "error_stale")
        case let error as LedgerError:
            switch error {
            case .unknown: return (.notFound, "error_not_found")
            case .illegalMove, .staleClaim: return (.conflict, "error_moved")
            case .busy: return (.serviceUnavailable, "error_busy")
            default: return (.internalServerError, "error_other")
            }
        case let error as any HTTPResponseError:
            switch error.status.code {
            case 401, 403: return (error.status, "error_forbidden")
            case 404, 405: return (.notFound, "error_not_found")
            case 413: return (error.status, "error_large")
            default: return (error.status, "error_other")
            }
        default: return (.internalServerError, "error_other")
        }
    }
}
