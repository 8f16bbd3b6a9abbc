internal import Dossiers
internal import Foundation
internal import Hummingbird
internal import Ledger
internal import Routing
internal import Triage

extension Desk {
    /// A dossier before a person: the scan, what was read off it, and what the person says of it.
    var dossierRoutes: [DeskRoute] {
        [
            .get("/dossiers/:id", DossierRights.readers) { request, context in
                try await dossierPage(request, context)
            },
            .get("/dossiers/:id/outlook", DossierRights.deciders, outlookPiece),
            .get("/procedures", DossierRights.readers) { request, _ in
                let query = FormFields(request.uri.query ?? "")["q"] ?? ""
                return try .json(
                    procedures.find(query, limit: 12).map {
                        FoundProcedure(code: $0.code, name: $0.name, field: $0.field)
                    })
            },
            .post("/dossiers/:id/confirm", DossierRights.deciders, confirm),
            .post("/dossiers/:id/dismiss", DossierRights.deciders) { request, context in
                let sheet = try await sheet(context)
                guard let reason = context.form?["reason"], let account = context.account else {
                    return try await dossierPage(request, context, problem: "problem_reason")
                }
                let next = try await next(after: sheet.id, context)
                try await ledger.dismiss(sheet.id, reason: reason, by: account.name, now: clock())
                return .redirect(to: next)
            },
        ]
    }

    private struct FoundProcedure: Encodable {
        var code: String
        var name: String
        var field: String
    }

    /// - Parameters:
    ///   - problem: The key of a text.
    ///   - keyed: What the person had keyed in, where it could not be taken.
    func dossierPage(
        _ request: Request, _ context: DeskContext, problem: String? = nil, keyed: [FieldName: String] = [:]
    ) async throws -> Response {
        let sheet = try await sheet(context)
        let pages =
            if let first = sheet.pages.first, let last = sheet.pages.last {
                try await ledger.pages(of: sheet.scan.id, first...last)
            } else { [PageRecord]() }
        let asked = FormFields(request.uri.query ?? "")
        var page = DossierPage(desk: self, sheet: sheet, account: context.account, language: context.language)
        page.keyed = keyed
        page.chosen = context.form?["procedure"] ?? asked["procedure"]
        page.query = asked["q"] ?? ""
        var content = page.content(pages: pages)
        content.problem = problem.map { Texts.text($0, in: context.language) }
        if let returned = sheet.items.first(where: { $0.state == .returned }) {
            let words = try await ledger.returnReason(of: sheet.id) ?? ""
            content.reason = reason("\(Ledger.returned)\(returned.unit): \(words)", context.language)
        }
        content.isReview = content.canDecide && (context.form?["from"] ?? asked["from"]) == "review"
        if content.isReview {
            content.order = order(context.form?["order"] ?? asked["order"]).rawValue
            content.waiting = try await waiting(.oldest, limit: 1_000).count
        }
        return try self.page(
            "dossier", title: content.heading, content, request, context,
            status: problem == nil ? .ok : .unprocessableContent)
    }

    /// What comes of another procedure, as a piece of the page.
    private func outlookPiece(_ request: Request, _ context: DeskContext) async throws -> Response {
        let sheet = try await sheet(context)
        let t = Texts.all(in: context.language)
        guard let code = FormFields(request.uri.query ?? "")["procedure"], pipeline.catalogue[code] != nil else {
            throw HTTPError(.notFound)
        }
        let prospect = try await prospect(of: sheet, as: code)
        let outlook = Outlook(
            unit: prospect.unit?.name ?? "", due: prospect.due.map(moment) ?? t["left_none"] ?? "",
            problem: prospect.unit == nil ? t["outlook_no_unit"] : nil, papers: prospect.papers.map { paper($0, t) })
        struct Content: Sendable {
            var outlook: Outlook
        }
        return try piece("outlook", Content(outlook: outlook), request, context)
    }

    private func confirm(_ request: Request, _ context: DeskContext) async throws -> Response {
        let sheet = try await sheet(context)
        guard let account = context.account, let form = context.form else { throw HTTPError(.unauthorized) }
        let texts = KeyedFields.texts(form)
        guard let code = form["procedure"], pipeline.catalogue[code] != nil else {
            return try await dossierPage(request, context, problem: "problem_procedure", keyed: texts)
        }
        let next = try await next(after: sheet.id, context)
        do {
            try await confirm(sheet, as: code, KeyedFields.fields(form, pages: sheet.pages), by: account)
        } catch is RoutingError {
            return try await dossierPage(request, context, problem: "outlook_no_unit", keyed: texts)
        }
        return .redirect(to: next)
    }

    /// On to the next one of the review, or to see what has become of this one.
    private func next(after dossier: String, _ context: DeskContext) async throws -> String {
        guard context.form?["from"] == "review" else { return "/dossiers/\(dossier)" }
        let order = order(context.form?["order"])
        let waiting = try await waiting(order, limit: 1_000).map(\.dossier)
        guard let next = Self.next(in: waiting, after: dossier), next != dossier else { return "/review" }
        return "/dossiers/\(next)?from=review&order=\(order.rawValue)"
    }
}

/// The fields of a dossier as its form sends them.
enum KeyedFields {
    /// Letters of a field; no paper has a longer one.
    static let longest = 500

    static func texts(_ form: FormFields) -> [FieldName: String] {
        var texts: [FieldName: String] = [:]
        for name in FieldName.allCases { texts[name] = form.exactly("f.\(name.rawValue)") }
        return texts
    }

    /// A value as it is kept.
    static func field(_ name: FieldName, _ text: String?) -> KeyedField {
        let text = text?.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
            .prefix(longest)
        return KeyedField(
            value: text.flatMap { text in
                text.isEmpty ? nil : name.isDate ? DateWriting.asStored(String(text)) : String(text)
            })
    }

    /// What was shown; a field that was left empty says that the paper has none.
    static func fields(_ form: FormFields, pages: [Int]) -> [FieldName: KeyedField] {
        var fields: [FieldName: KeyedField] = [:]
        for name in FieldName.allCases where form.exactly("f.\(name.rawValue)") != nil {
            var field = Self.field(name, form["f.\(name.rawValue)"])
            // Where the person pointed: page, x, y, width, height.
            let place = (form["p.\(name.rawValue)"] ?? "").split(separator: ",").compactMap { Int($0) }
            if place.count == 5, pages.contains(place[0]), place[1...].allSatisfy({ (0...100_000).contains($0) }) {
                field.page = place[0]
                field.box = PixelBox(x: place[1], y: place[2], width: place[3], height: place[4])
            }
            fields[name] = field
        }
        return fields
    }
}
