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
                let item = try await ledger.queueItem(context.parameters.require("item"))
                // Another unit's is answered like one that is not there.
                guard item.unit == account.unit else { throw HTTPError(.notFound) }
                guard try await make(move, of: item, by: account.name, context.form) else {
                    return .redirect(to: "/dossiers/\(item.dossier)#moves")
                }
                return .redirect(to: "/queue")
            },
        ]
    }

    /// - Returns: False where the officer has to say more first: nothing was done then.
    private func make(
        _ move: OfficerMove, of item: QueueItem, by actor: String, _ form: FormFields?
    ) async throws -> Bool {
        let now = clock()
        switch move {
        case .accept:
            let series = pipeline.numbering?.series(on: now, in: pipeline.router.calendar.timeZone)
            _ = try await ledger.accept(item.id, by: actor, series: series, now: now)
        case .pause:
            let papers = (form?["papers"] ?? "").split(separator: "\n").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            _ = try await ledger.pause(
                item.id, for: .supplement, by: actor, reason: form?["reason"], papers: papers.filter { !$0.isEmpty },
                now: now)
        case .resume:
            _ = try await ledger.resume(item.id, by: actor, now: now) { [pipeline] in
                try pipeline.dates(of: $0, after: $1)
            }
        case .complete: _ = try await ledger.complete(item.id, by: actor, now: now)
        case .handOver:
            let satisfaction = form?["satisfaction"].flatMap { Int($0) }.flatMap { (1...5).contains($0) ? $0 : nil }
            _ = try await ledger.handOver(
                item.id, by: actor, satisfaction: satisfaction, complaint: form?["complaint"] == "yes", now: now)
        case .return:
            guard let reason = form?["reason"] else { return false }
            let unit = form?["to"].flatMap { pipeline.router.units[$0]?.id }
            let procedure = form?["procedure"].flatMap { pipeline.catalogue[$0]?.code }
            _ = try await ledger.return(
                item.id, by: actor, reason: reason, to: unit, procedure: procedure, now: now)
        }
        return true
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
        let name = pipeline.router.units[unit]?.name ?? unit
        return try page("queue", title: "queue", QueueContent(unit: name, rows: rows), request, context)
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
