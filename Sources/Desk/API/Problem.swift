internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Insight
internal import Ledger
internal import Routing
internal import Triage

/// A problem as programs are told of it (RFC 9457). Identifiers, kinds and places only: nothing that was sent or read.
struct Problem: Error, Sendable {
    var kind: ProblemKind
    var detail: String?
    var errors: [SchemaFault] = []
    /// Seconds.
    var retryAfter: Int?

    init(_ kind: ProblemKind, _ detail: String? = nil, errors: [SchemaFault] = [], retryAfter: Int? = nil) {
        self.kind = kind
        self.detail = detail
        self.errors = errors
        self.retryAfter = retryAfter
    }

    /// What an error is to a program.
    ///
    /// - Parameter number: What the log knows the request by.
    init(_ error: any Error, number: String) {
        switch error {
        case let problem as Problem: self = problem
        case let fault as ReportQuestion.Fault:
            let text = Texts.text(fault.key, in: .english)
            self.init(.badRequest, errors: [SchemaFault(at: fault.parameter, problem: text)])
        case let error as LedgerError:
            switch error {
            case .unknown: self.init(.notFound)
            case .illegalMove(let text): self.init(.movedOn, text)
            case .staleClaim: self.init(.movedOn)
            case .busy: self.init(.busy, retryAfter: 1)
            default: self.init(.failed, number)
            }
        // What the catalogue does not have was refused before.
        case is RoutingError: self.init(.unprocessable, "no unit is competent for this procedure here")
        case is UnturnedPage: self.init(.unprocessable, "the page cannot be read so")
        case is ReaderFailure: self.init(.busy, "no reader process is to be had", retryAfter: 5)
        case let error as any HTTPResponseError: self.init(Self.kind(of: error.status.code))
        default: self.init(.failed, number)
        }
    }

    private static func kind(of status: Int) -> ProblemKind {
        // Where a method is not allowed, the path is there with another one only.
        status == 405 ? .notFound : ProblemKind.allCases.first { $0.status == status } ?? .failed
    }

    func response(hadToken: Bool) throws -> Response {
        var response = try Response.json(
            ProblemObject(self), HTTPResponse.Status(code: kind.status))
        response.headers[.contentType] = "application/problem+json"
        if let retryAfter { response.headers[.retryAfter] = String(retryAfter) }
        if kind == .unauthorized {
            response.headers[.wwwAuthenticate] =
                hadToken ? "Bearer realm=\"hoso\", error=\"invalid_token\"" : "Bearer realm=\"hoso\""
        }
        return response
    }
}

struct ProblemObject: Described {
    var type: String
    var title: String
    var status: Int
    var detail: String?
    var errors: [SchemaFault]?

    init(_ problem: Problem) {
        type = problem.kind.type
        title = problem.kind.title
        status = problem.kind.status
        detail = problem.detail
        errors = problem.errors.isEmpty ? nil : Array(problem.errors.prefix(Schema.mostFaults))
    }

    static let schema = Schema.named(
        "Problem",
        .object([
            .must("type", .text(), "Stable; relative to the desk's address."), .must("title", .text()),
            .must("status", .integer(400...599)), .may("detail", .text()),
            .may(
                "errors",
                .list(
                    .object([
                        .must("at", .text(), "The member or parameter; empty for the whole."),
                        .must("problem", .text()),
                    ]))),
        ]))
}
