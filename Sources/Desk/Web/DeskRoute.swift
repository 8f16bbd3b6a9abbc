internal import Hummingbird
internal import Ledger

/// One thing the desk answers to: a row of the table that the router is built from and tests go through.
struct DeskRoute: Sendable {
    typealias Handler = @Sendable (Request, DeskContext) async throws -> Response

    var method: HTTPRequest.Method
    /// In the router's form, such as `/dossiers/:id`.
    var path: String
    var access: Access
    /// Whether a form of the session has to send it: everything that changes something, but for logging in.
    var needsToken: Bool
    /// Whether its handler takes the body in as it comes, and looks for the token in it.
    var isUpload = false
    var handler: Handler

    static func get(_ path: String, _ access: Access, _ handler: @escaping Handler) -> DeskRoute {
        DeskRoute(method: .get, path: path, access: access, needsToken: false, handler: handler)
    }

    static func upload(_ path: String, _ access: Access, _ handler: @escaping Handler) -> DeskRoute {
        DeskRoute(method: .post, path: path, access: access, needsToken: true, isUpload: true, handler: handler)
    }

    static func post(
        _ path: String, _ access: Access, needsToken: Bool = true, _ handler: @escaping Handler
    ) -> DeskRoute {
        DeskRoute(method: .post, path: path, access: access, needsToken: needsToken, handler: handler)
    }
}
