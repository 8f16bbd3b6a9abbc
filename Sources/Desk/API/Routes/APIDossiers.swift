internal import Crypto
internal import Dossiers
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Ledger
internal import Routing
internal import Triage

extension APIRoute {
    /// Dossiers to look at.
    static let dossiers: [APIRoute] = [
        .get(
            "/dossiers/:id", DossierRights.readers, "dossier",
            "A dossier: pages, procedures that it may be, fields, papers, where it stands. The look is an event.",
            Answer(.json(DossierObject.schema), "The dossier, with an ETag."), problems: []
        ) { desk, _, context in
            try DossierView(try await desk.dossierObject(try await desk.sheet(context), context)).response
        },
        .get(
            "/dossiers/:id/history", DossierRights.readers, "dossierHistory",
            "What has happened to a dossier, the oldest first; who looked at it, for supervisors only.",
            Answer(.json(HistoryObject.schema), "Its events.")
        ) { desk, _, context in
            let sheet = try await desk.sheet(context)
            let looks: Set<LedgerEvent.Kind> = [.dossierViewed, .receiptPrinted]
            let events = try await desk.ledger.events(ofDossier: sheet.id).filter {
                context.account?.role == .supervisor || !looks.contains($0.kind)
            }
            return try .json(HistoryObject(rows: events.map(EventObject.init)))
        },
        .get(
            "/dossiers/:id/prospect", DossierRights.deciders, "prospect",
            "What would come of another procedure: unit, date, papers.",
            parameters: [Parameter(name: "procedure", schema: .text(most: 40), note: "Its code.", isRequired: true)],
            Answer(.json(ProspectObject.schema), "What would come of it."), problems: [.unprocessable]
        ) { desk, request, context in
            let code = FormFields(request.uri.query ?? "")["procedure"] ?? ""
            try desk.requireProcedure(code)
            return try .json(ProspectObject(try await desk.prospect(of: desk.sheet(context), as: code)))
        },
        .get(
            "/dossiers/:id/pages/:page/picture", DossierRights.readers, "pagePicture",
            "A page as a picture, upright as the boxes of fields are given.",
            parameters: [.pictureSize],
            Answer(.bytes(type: "image/jpeg"), "The picture.")
        ) { desk, request, context in
            return try await desk.pagePicture(request.pictureSize, context)
        },
        .get(
            "/dossiers/:id/pages/:page/words", DossierRights.readers, "pageWords", "The words on a page.",
            Answer(.json(WordList.schema), "In the order in which they are read.")
        ) { desk, _, context in
            try .json(try await desk.pageWords(context))
        },
        .get(
            "/dossiers/:id/receipt", DossierRights.deciders, "receipt",
            "The receipt for the citizen, of a dossier that a unit has. The print is an event.",
            Answer(.bytes(type: "application/pdf"), "The receipt.")
        ) { desk, _, context in
            .made(try await desk.receipt(context), "application/pdf")
        },
    ]
}

private struct HistoryObject: Described {
    var rows: [EventObject]

    static let schema = Schema.object([.must("rows", .list(EventObject.schema))])
}

extension WordList: Described {
    static let schema = Schema.object([
        .must(
            "words",
            .list(
                .object([.must("text", .text()), .must("box", .list(.integer(), count: 4...4), "x, y, width, height.")])
            ))
    ])
}

/// A dossier on its way out, and what it is known by until it changes.
struct DossierView {
    let response: Response
    let tag: String

    init(_ object: DossierObject) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        tag = "\"" + Array(SHA256.hash(data: try encoder.encode(object))).hexadecimal.prefix(32) + "\""
        var response = try Response.json(object)
        response.headers[.eTag] = tag
        self.response = response
    }
}

extension Desk {
    func dossierObject(_ sheet: DossierSheet, _ context: DeskContext) async throws -> DossierObject {
        let pages: [PageRecord] =
            if let first = sheet.pages.first, let last = sheet.pages.last {
                try await ledger.pages(of: sheet.scan.id, first...last)
            } else { [] }
        let returned =
            sheet.items.contains { $0.state == .returned } ? try await ledger.returnReason(of: sheet.id) : nil
        return DossierObject(sheet, pages: pages, returned: returned, for: try context.known(), in: pipeline)
    }

    /// - Throws: `Problem` for a code that the catalogue does not have.
    func requireProcedure(_ code: String) throws {
        guard pipeline.catalogue[code] != nil else {
            throw Problem(
                .unprocessable, errors: [SchemaFault(at: "procedure", problem: "is no code of the catalogue")])
        }
    }
}
