internal import Dossiers
internal import Foundation
internal import Hummingbird
internal import Ledger
internal import Routing
internal import Triage

/// What an officer can do with an item.
enum OfficerMove: String, CaseIterable, Sendable {
    case accept, pause, resume, complete
    case handOver = "hand-over"
    /// Not this unit's.
    case `return`

    /// By one button, without another word.
    static func all(from state: QueueItem.State) -> [OfficerMove] {
        switch state {
        case .proposed: [.accept]
        case .accepted: [.complete, .pause]
        case .paused: [.resume]
        case .completed: [.handOver]
        default: []
        }
    }
}

extension Desk {
    /// A unit's own dossiers, and what its officers do with them.
    var queueRoutes: [DeskRoute] {
        let officers = Access.roles([.unit])
        return [
            .get("/queue", officers, queuePage),
            .post("/queue/:item/:move", officers) { _, context in
                guard let move = OfficerMove(rawValue: try context.parameters.require("move")),
                    let account = context.account
                else { throw HTTPError(.notFound) }
                let item = try await ownItem(context.parameters.require("item"), of: account)
                guard let action = action(move, context.form) else {
                    return .redirect(to: "/dossiers/\(item.dossier)#moves")
                }
                _ = try await make(action, of: item, by: account.name)
                return .redirect(to: "/queue")
            },
        ]
    }

    /// - Returns: Nil where the officer has to say more first.
    private func action(_ move: OfficerMove, _ form: FormFields?) -> OfficerAction? {
        switch move {
        case .accept: return .accept
        case .pause:
            let papers = (form?["papers"] ?? "").split(separator: "\n").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            return .pause(reason: form?["reason"], papers: papers.filter { !$0.isEmpty })
        case .resume: return .resume
        case .complete: return .complete
        case .handOver:
            let satisfaction = form?["satisfaction"].flatMap { Int($0) }.flatMap { (1...5).contains($0) ? $0 : nil }
            return .handOver(satisfaction: satisfaction, complaint: form?["complaint"] == "yes")
        case .return:
            guard let reason = form?["reason"] else { return nil }
            let unit = form?["to"].flatMap { id in standingUnits.first { $0.id == id }?.id }
            return .return(
                reason: reason, to: unit,
                procedure: form?["procedure"].flatMap { pipeline.catalogue[$0]?.code })
        }
    }

    private struct QueueContent: Sendable {
        struct Move: Sendable {
            var item: String
            var move: String
            var label: String
        }

        struct Row: Sendable {
            var dossier: String
            var left: String
            var urgency: String
            var due: String
            var number: String
            var procedure: String
            var source: String
            var state: String
            var moves: [Move]
        }

        var unit: String
        var rows: [Row]
    }

    private func queuePage(_ request: Request, _ context: DeskContext) async throws -> Response {
        guard let unit = context.account?.unit else { throw HTTPError(.forbidden) }
        let t = Texts.all(in: context.language)
        let items = try await ledger.queue(of: unit, [.proposed, .accepted, .paused, .completed], limit: 200)
        let rows = items.map { item in
            let (left, urgency) = left(of: item, t)
            return QueueContent.Row(
                dossier: item.dossier, left: left, urgency: urgency, due: item.due.map(day) ?? "",
                number: item.number ?? "",
                procedure: item.procedureName ?? item.procedureCode ?? "", source: item.source,
                state: t["state_\(item.state.rawValue)"] ?? "",
                moves: OfficerMove.all(from: item.state).map {
                    .init(item: item.id, move: $0.rawValue, label: t["move_\($0.rawValue)"] ?? "")
                })
        }
        return try page("queue", title: "queue", QueueContent(unit: unitName(unit), rows: rows), request, context)
    }

    /// The time left in words, and the colour that goes with it.
    func left(of item: QueueItem, _ t: [String: String]) -> (String, String) {
        guard item.state != .paused else { return (t["left_paused"] ?? "", "calm") }
        guard let due = item.due else { return (t["left_none"] ?? "", "calm") }
        let now = clock()
        guard due >= now else { return (t["left_late"] ?? "", "late") }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = pipeline.router.calendar.timeZone
        let days =
            calendar.dateComponents([.day], from: calendar.startOfDay(for: now), to: calendar.startOfDay(for: due)).day
            ?? 0
        switch days {
        case 0: return (t["left_today"] ?? "", "soon")
        case 1: return (t["left_tomorrow"] ?? "", "soon")
        default: return ("\(days) \(t["left_days"] ?? "")", "calm")
        }
    }
}
