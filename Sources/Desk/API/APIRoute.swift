internal import Hummingbird
internal import Ledger
internal import Triage

/// One thing the desk answers programs: a row of the table that the router, the description and the tests are made of.
struct APIRoute: Sendable {
    typealias Handler = @Sendable (Desk, Request, DeskContext) async throws -> Response

    /// Where everything for programs stands.
    static let root = "/api/v1"

    /// Behind the question mark of an address.
    struct Parameter: Sendable {
        var name: String
        var schema: Schema
        var note: String
        var isRequired = false

        static let pictureSize = Parameter(
            name: "size", schema: .words(PagePictures.Size.self), note: "`page` where it is left out.")
    }

    enum Body: Sendable {
        case json(Schema)
        /// A scan's bytes, or a form of files.
        case scan
    }

    enum Content: Sendable {
        case json(Schema)
        /// Server-sent events, each of this.
        case events(Schema)
        case bytes(type: String)
        case none
    }

    struct Answer: Sendable {
        var status: Int
        var content: Content
        var note: String

        init(_ content: Content, _ note: String, status: Int = 200) {
            self.status = status
            self.content = content
            self.note = note
        }
    }

    var method: HTTPRequest.Method
    /// In the router's form, such as `/api/v1/dossiers/:id`.
    var path: String
    var access: Access
    /// What programs' libraries call it: `confirmDossier`.
    var name: String
    /// For people, one line.
    var summary: String
    var parameters: [Parameter] = []
    /// Header fields that it looks at.
    var fields: [Parameter] = []
    var body: Body?
    var answers: [Answer]
    /// Beside those that any route may have.
    var problems: Set<ProblemKind> = []
    var handler: Handler

    static func get(
        _ path: String, _ access: Access, _ name: String, _ summary: String, parameters: [Parameter] = [],
        _ answer: Answer, problems: Set<ProblemKind> = [], _ handler: @escaping Handler
    ) -> APIRoute {
        APIRoute(
            method: .get, path: root + path, access: access, name: name, summary: summary, parameters: parameters,
            answers: [answer], problems: problems, handler: handler)
    }

    static func post(
        _ path: String, _ access: Access, _ name: String, _ summary: String, fields: [Parameter] = [],
        body: Body? = nil, _ answers: [Answer], problems: Set<ProblemKind> = [], _ handler: @escaping Handler
    ) -> APIRoute {
        APIRoute(
            method: .post, path: root + path, access: access, name: name, summary: summary, fields: fields,
            body: body, answers: answers, problems: problems, handler: handler)
    }

    /// Every problem that it may answer with.
    var allProblems: Set<ProblemKind> {
        var all = problems.union([.badRequest, .tooMany, .failed, .busy])
        if access != .everyone { all.insert(.unauthorized) }
        if access != .everyone, access != .people { all.insert(.forbidden) }
        if path.contains(":") { all.insert(.notFound) }
        if body != nil { all.formUnion([.tooLarge, .wrongType]) }
        if method == .post, path.contains(":") { all.insert(.movedOn) }
        return all
    }

    /// Method and path, as `GET /api/v1/units`.
    var title: String { "\(method.rawValue) \(path)" }

    /// - Throws: `Problem` for what is not described.
    func check(_ given: Parameters) throws {
        var faults: [SchemaFault] = []
        for (name, text) in given {
            guard let parameter = parameters.first(where: { $0.name == name }) else {
                faults.append(SchemaFault(at: "", problem: "has a parameter that is not described"))
                continue
            }
            guard let value = parameter.schema.value(of: String(text)) else {
                faults += parameter.schema.faults(in: .null, at: parameter.name)
                continue
            }
            faults += parameter.schema.faults(in: value, at: parameter.name)
        }
        faults += parameters.filter { $0.isRequired && given[Substring($0.name)] == nil }
            .map { SchemaFault(at: $0.name, problem: "is missing") }
        guard faults.isEmpty else { throw Problem(.badRequest, errors: faults) }
    }
}
