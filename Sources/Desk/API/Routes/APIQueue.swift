internal import Dossiers
internal import Foundation
internal import Hummingbird
internal import Ledger
internal import Routing
internal import Triage

extension APIRoute {
    /// A unit's own dossiers, and what its officers do with them. Every move names the state it starts from, so a
    /// repeated request is refused and does nothing twice.
    static let queue: [APIRoute] = [
        .get(
            "/queue", officers, "queue", "The unit's own dossiers, the nearest deadline first.",
            parameters: [
                Parameter(
                    name: "state", schema: .words(QueueItem.State.self),
                    note: "Only these; what is proposed, accepted, paused or completed where it is left out."),
                RowsObject<QueueRow>.limit, Cursor.parameter,
            ], Answer(.json(RowsObject<QueueRow>.schema), "Its items.")
        ) { desk, request, context in
            let state = request.uri.queryParameters["state"].flatMap { QueueItem.State(rawValue: String($0)) }
            let limit = RowsObject<QueueRow>.limit(of: request)
            let items = try await desk.ledger.queue(
                of: try context.known().unit ?? "", state.map { [$0] } ?? [.proposed, .accepted, .paused, .completed],
                after: try Cursor.place(of: request), limit: limit + 1)
            return try .json(RowsObject(items, limit: limit, place: QueuePlace.init, row: QueueRow.init))
        },
        .get(
            "/queue/:item", officers, "queueItem", "An item of the unit.",
            Answer(.json(QueueRow.schema), "The item.")
        ) { desk, _, context in
            try .json(QueueRow(try await desk.ownItem(context.parameters.require("item"), of: try context.known())))
        },
        move("accept", "acceptItem", "Takes a proposed dossier on; it gets its number.") { _, _, _ in .accept },
        move("complete", "completeItem", "Says that an accepted dossier's result is there.") { _, _, _ in .complete },
        move("resume", "resumeItem", "The supplement is there: the clock runs again.") { _, _, _ in .resume },
        move(
            "pause", "askForSupplement", "Asks the citizen for papers that are missing: the clock stands.",
            Supplement.schema
        ) { _, _, context in
            let asked: Supplement = try context.sent()
            let papers = try (asked.papers ?? []).enumerated().map { index, paper in
                try Wording.said(paper, at: "papers[\(index)]").split(whereSeparator: \.isNewline).joined(
                    separator: " ")
            }
            return .pause(reason: try Wording.said(asked.reason, at: "reason"), papers: papers)
        },
        move(
            "return", "returnItem",
            "Gives a dossier back that is not the unit's: to the right unit, or to a person who finds it.",
            GivingBack.schema
        ) { desk, item, context in
            let asked: GivingBack = try context.sent()
            if let unit = asked.to, unit == item.unit || !desk.standingUnits.contains(where: { $0.id == unit }) {
                throw Problem(.unprocessable, errors: [SchemaFault(at: "to", problem: "is no other unit of today")])
            }
            if let code = asked.procedure { try desk.requireProcedure(code) }
            return .return(
                reason: try Wording.said(asked.reason, at: "reason"), to: asked.to, procedure: asked.procedure)
        },
        move(
            "hand-over", "handItemOver", "Says that the citizen has the result of a completed dossier.",
            HandingOver.schema
        ) { _, _, context in
            let asked: HandingOver = try context.sent()
            return .handOver(satisfaction: asked.satisfaction, complaint: asked.complaint ?? false)
        },
    ]

    private static let officers = Access.roles([.unit])

    /// - Parameter action: What is done, by what the program sent.
    private static func move(
        _ move: String, _ name: String, _ summary: String, _ sent: Schema? = nil,
        _ action: @escaping @Sendable (Desk, QueueItem, DeskContext) throws -> OfficerAction
    ) -> APIRoute {
        .post(
            "/queue/:item/\(move)", officers, name, summary, body: sent.map { .json($0) },
            [Answer(.json(QueueRow.schema), "The item as it stands now.")],
            problems: sent == nil ? [] : [.unprocessable]
        ) { desk, _, context in
            let account = try context.known()
            let item = try await desk.ownItem(context.parameters.require("item"), of: account)
            return try .json(
                QueueRow(try await desk.make(try action(desk, item, context), of: item, by: account.name)))
        }
    }

    private struct Supplement: Decodable {
        var reason: String
        var papers: [String]?

        static let schema = Schema.object([
            .must("reason", .text(most: 2_000), "What the citizen is told."),
            .may("papers", .list(.text(most: 500), count: 0...100), "What has to be added or put right."),
        ])
    }

    private struct GivingBack: Decodable {
        var reason: String
        var to: String?
        var procedure: String?

        static let schema = Schema.object([
            .must("reason", .text(most: 2_000)), .may("to", .text(most: 100), "The right unit, where you know it."),
            .may("procedure", .text(most: 40), "The right procedure's code, where that was the mistake."),
        ])
    }

    private struct HandingOver: Decodable {
        var satisfaction: Int?
        var complaint: Bool?

        static let schema = Schema.object([
            .may("satisfaction", .integer(1...5), "1 (not at all) to 5 (very); left out where nobody asked."),
            .may("complaint", .flag),
        ])
    }
}
