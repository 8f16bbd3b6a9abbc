internal import Dossiers
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Ledger
internal import Routing
internal import Triage

extension APIRoute {
    /// What people say of dossiers.
    static let decisions: [APIRoute] = [
        .post(
            "/dossiers/:id/confirm", DossierRights.deciders, "confirmDossier",
            """
            Says what a dossier is, and what its fields are: it gets its number and goes into its unit's queue. What \
            differs from what was read is a label. Fields that are left out stay as they were read.
            """,
            fields: [ifMatch], body: .json(Confirming.schema),
            [Answer(.json(DossierObject.schema), "The dossier as it stands now.")],
            problems: [.unprocessable, .changed]
        ) { desk, request, context in
            let sheet = try await desk.unchanged(request, context)
            let asked: Confirming = try context.sent()
            try desk.requireProcedure(asked.procedure)
            try await desk.confirm(
                sheet, as: asked.procedure, try asked.keyed(pages: sheet.pages), by: try context.known())
            return try DossierView(try await desk.dossierObject(try await desk.sheet(context), context)).response
        },
        .post(
            "/dossiers/:id/dismiss", DossierRights.deciders, "dismissDossier",
            "Says that it is nothing to work on: no dossier, or to be scanned again.", fields: [ifMatch],
            body: .json(Dismissing.schema), [Answer(.json(DossierObject.schema), "The dossier as it stands now.")],
            problems: [.changed]
        ) { desk, request, context in
            let sheet = try await desk.unchanged(request, context)
            let asked: Dismissing = try context.sent()
            try await desk.ledger.dismiss(
                sheet.id, reason: try Wording.said(asked.reason, at: "reason"), by: try context.known().name,
                now: desk.clock())
            return try DossierView(try await desk.dossierObject(try await desk.sheet(context), context)).response
        },
    ]

    private static let ifMatch = Parameter(
        name: "If-Match", schema: .text(most: 100),
        note: "The ETag of the dossier as it was read: refused with 412 where it has changed since.")
}

/// Why it is taken off.
private struct Dismissing: Decodable {
    var reason: String

    static let schema = Schema.object([.must("reason", .text(most: 1_000), "In your words, nothing off the page.")])
}

/// What a person says of a dossier.
private struct Confirming: Decodable {
    struct Field: Decodable {
        var value: String?
        var page: Int?
        var box: PixelBox?
    }

    var procedure: String
    var fields: [String: Field]?

    static let schema = Schema.object([
        .must("procedure", .text(most: 40), "Its code."),
        .may(
            "fields",
            .object(
                FieldName.allCases.map { name in
                    .may(
                        name.rawValue,
                        .object([
                            .must(
                                "value", .nullable(.text(most: KeyedFields.longest)),
                                "Null where the paper has none. Dates as 2026-08-06."),
                            .may("page", .integer(1...1_000_000), "Where it stands."),
                            .may("box", .list(.integer(0...100_000), count: 4...4), "x, y, width, height."),
                        ]))
                })),
    ])

    /// - Throws: `Problem` for a place that is none of the dossier.
    func keyed(pages: [Int]) throws -> [FieldName: KeyedField] {
        var keyed: [FieldName: KeyedField] = [:]
        for name in FieldName.allCases {
            guard let field = fields?[name.rawValue] else { continue }
            if let page = field.page, !pages.contains(page) {
                throw Problem(
                    .unprocessable,
                    errors: [SchemaFault(at: "fields.\(name.rawValue).page", problem: "is no page of this dossier")])
            }
            guard (field.page == nil) == (field.box == nil) else {
                throw Problem(
                    .unprocessable,
                    errors: [SchemaFault(at: "fields.\(name.rawValue)", problem: "needs page and box, or neither")])
            }
            var one = KeyedFields.field(name, field.value)
            one.page = field.page
            one.box = field.box
            keyed[name] = one
        }
        return keyed
    }
}

extension Desk {
    /// The dossier of a path, if it is still as the program has read it.
    ///
    /// - Throws: `Problem` where it is not.
    fileprivate func unchanged(_ request: Request, _ context: DeskContext) async throws -> DossierSheet {
        let sheet = try await sheet(context)
        guard let tags = request.headers[.ifMatch], tags != "*" else { return sheet }
        let tag = try DossierView(try await dossierObject(sheet, context)).tag
        guard tags.split(separator: ",").contains(where: { $0.trimmingCharacters(in: .whitespaces) == tag }) else {
            throw Problem(.changed)
        }
        return sheet
    }
}

/// Words that people write and citizens may read.
enum Wording {
    /// - Throws: `Problem` where they say nothing.
    static func said(_ text: String, at place: String) throws -> String {
        let said = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !said.isEmpty else {
            throw Problem(.badRequest, errors: [SchemaFault(at: place, problem: "should say something")])
        }
        return said
    }
}
