internal import Foundation
internal import Hummingbird
internal import Ledger
internal import Routing
internal import Triage

extension APIRoute {
    /// What waits for a person, what is late, what was looked for, what has happened.
    static let lists: [APIRoute] = [
        .get(
            "/review", DossierRights.deciders, "review",
            "What the machine would not decide; what units gave back comes first.",
            parameters: [
                Parameter(
                    name: "order", schema: .words(Ledger.ReviewOrder.self), note: "`oldest` where it is left out."),
                RowsObject<WaitingObject>.limit, Cursor.parameter,
            ], Answer(.json(RowsObject<WaitingObject>.schema), "Dossiers.")
        ) { desk, request, _ in
            let limit = RowsObject<WaitingObject>.limit(of: request)
            let items = try await desk.waiting(
                desk.order(request.uri.queryParameters["order"].map(String.init)),
                after: try Cursor.place(of: request), limit: limit + 1)
            return try .json(RowsObject(items, limit: limit, place: ReviewListPlace.init, row: WaitingObject.init))
        },
        .get(
            "/late", .overseers, "late", "Items of any unit that are late, or due in the next days.",
            parameters: [
                Parameter(
                    name: "days", schema: .integer(0...60), note: "Days ahead; 0, only what is late, by default."),
                Parameter(name: "unit", schema: .text(most: 100), note: "Only this unit's."),
                Parameter(name: "limit", schema: .integer(1...1_000), note: "Rows at most: 300 where it is left out."),
            ], Answer(.json(LateObject.schema), "The earliest due first.")
        ) { desk, request, _ in
            let query = request.uri.queryParameters
            let limit = query["limit"].flatMap { Int($0) } ?? 300
            let days = query["days"].flatMap { Int($0) } ?? 0
            // What is due today is not late today.
            let end = OfficeDay.start(of: desk.today.number + (days == 0 ? 0 : days + 1))
            let items = try await desk.ledger.runningItems(
                due: .distantPast..<end, unit: query["unit"].map(String.init), limit: limit + 1)
            return try .json(
                LateObject(rows: items.prefix(limit).map(QueueRow.init), more: items.count > limit))
        },
        .post(
            "/search", DossierRights.readers, "search",
            """
            Finds dossiers by number, name and words, with or without tone marks; a unit finds its own. The words come in \
            the body: addresses are kept in logs. That somebody looked is an event.
            """,
            body: .json(Looking.schema), [Answer(.json(HitsObject.schema), "Dossiers.")], problems: [.unprocessable]
        ) { desk, _, context in
            let asked: Looking = try context.sent()
            guard let query = SearchQuery(asked.words) else {
                throw Problem(.unprocessable, errors: [SchemaFault(at: "words", problem: "has no word in it")])
            }
            let limit = asked.limit ?? 50
            let account = try context.known()
            let hits = try await desk.find(query, for: account, limit: limit + 1)
            return try .json(
                HitsObject(
                    rows: hits.prefix(limit).map { HitObject($0, own: desk.items(of: $0, for: account)) },
                    more: hits.count > limit))
        },
        .get(
            "/events", .overseers, "events",
            "What has happened, the newest first. Officers' own words are left out: they stand with the dossier.",
            parameters: [
                Parameter(name: "kind", schema: .words(LedgerEvent.Kind.self), note: "Only these."),
                Parameter(name: "dossier", schema: .text(most: 100), note: "Its number or identifier, or an item's."),
                Parameter(name: "actor", schema: .text(most: 100), note: "Who did it."),
                RowsObject<EventObject>.limit, Cursor.parameter,
            ], Answer(.json(RowsObject<EventObject>.schema), "Events.")
        ) { desk, request, _ in
            let asked = FormFields(request.uri.query ?? "")
            let filter = EventFilter(
                kind: asked["kind"].flatMap(LedgerEvent.Kind.init(rawValue:)), dossier: asked["dossier"],
                actor: asked["actor"])
            let limit = RowsObject<EventObject>.limit(of: request)
            let events = try await desk.ledger.events(filter, before: try Cursor.place(of: request), limit: limit + 1)
            return try .json(RowsObject(events, limit: limit, place: \.sequence, row: EventObject.init))
        },
    ]

    private struct LateObject: Described {
        var rows: [QueueRow]
        var more: Bool

        static let schema = Schema.object([.must("rows", .list(QueueRow.schema)), .must("more", .flag)])
    }

    private struct Looking: Decodable {
        var words: String
        var limit: Int?

        static let schema = Schema.object([
            .must("words", .text(most: 500)), .may("limit", .integer(1...200), "50 where it is left out."),
        ])
    }
}
