internal import Foundation
internal import Hummingbird
internal import Ledger
internal import Routing
internal import Synchronization
internal import Triage

/// What the last look through the whole chain of events found, and when; kept until the desk stops.
final class ChainWatch: Sendable {
    struct Finding: Sendable {
        var audit: EventAudit
        var at: Date
    }

    private let finding = Mutex<Finding?>(nil)
    private let running = Mutex(false)

    var last: Finding? { finding.withLock { $0 } }

    /// One look at a time: it reads every event.
    ///
    /// - Returns: False where a look is under way already.
    func look(_ ledger: Ledger, now: Date) async throws -> Bool {
        let mayRun = running.withLock { isRunning in
            if isRunning { return false }
            isRunning = true
            return true
        }
        guard mayRun else { return false }
        defer { running.withLock { $0 = false } }
        // What was sound the last time must be there still: a chain written anew since is found out.
        let known = last.flatMap { $0.audit.fault == nil ? (sequence: $0.audit.sound, hash: $0.audit.head) : nil }
        let audit = try await ledger.auditEvents(known: known.flatMap { $0.sequence > 0 ? $0 : nil })
        finding.withLock { $0 = Finding(audit: audit, at: now) }
        return true
    }
}

extension Desk {
    /// What has happened, who did it, and whether it still stands as it was written.
    var eventLogRoutes: [DeskRoute] {
        [
            .get("/log", .overseers, logPage),
            .post("/log/check", .overseers) { _, _ in
                _ = try await chain.look(ledger, now: clock())
                return .redirect(to: "/log")
            },
        ]
    }

    private struct LogContent: Sendable {
        struct Pair: Sendable {
            var name: String
            var value: String
        }

        struct Row: Sendable {
            var number: String
            var at: String
            var kind: String
            /// The dossier that it is about, as a link of the log; nil for none.
            var dossier: String?
            var scan: String?
            var page: String?
            var actor: String?
            var detail: [Pair]
        }

        var kinds: [ReportContent.Choice]
        var dossier: String
        var actor: String
        var rows: [Row]
        /// Nil on the last page.
        var older: String?
        var newest: String?
        var checked: String?
        var head: String?
        var fault: String?
    }

    private static let rowsOfLog = 100
    private func logPage(_ request: Request, _ context: DeskContext) async throws -> Response {
        let t = Texts.all(in: context.language)
        let figures = Figures(language: context.language)
        let query = request.uri.queryParameters
        // Forms send a space as a plus, which no number and no name has.
        let text = { (name: String) -> String? in
            query.get(name)?.replacing("+", with: " ").trimmingCharacters(in: .whitespaces).nonEmpty
        }
        let filter = EventFilter(
            kind: text("kind").flatMap(LedgerEvent.Kind.init(rawValue:)), dossier: text("dossier"),
            actor: text("actor"))
        let before = query["before"].flatMap { Int($0) }
        let events = try await ledger.events(filter, before: before, limit: Self.rowsOfLog + 1)
        let shown = events.prefix(Self.rowsOfLog)
        let here = Self.path(of: filter)
        let finding = chain.last
        let content = LogContent(
            kinds: LedgerEvent.Kind.allCases.filter { $0 != .other }.map {
                .init(value: $0.rawValue, label: t["event_\($0.rawValue)"] ?? $0.rawValue, isChosen: $0 == filter.kind)
            },
            dossier: filter.dossier ?? "", actor: filter.actor ?? "", rows: shown.map { row($0, figures, t) },
            older: events.count > Self.rowsOfLog ? shown.last.map { "\(here)before=\($0.sequence)" } : nil,
            newest: before == nil ? nil : here,
            checked: finding.map { finding in
                "\(figures.count(finding.audit.sound)) \(t["log_sound"] ?? "") "
                    + figures.moment(finding.at, in: pipeline.router.calendar.timeZone)
            },
            head: finding.map { "\($0.audit.sound):\($0.audit.head)" },
            fault: finding?.audit.fault.map {
                "\(t["log_fault_\($0.kind.rawValue)"] ?? "") \(figures.count($0.sequence))"
            })
        return try page("log", title: "log", content, request, context)
    }

    private func row(_ event: LedgerEvent, _ figures: Figures, _ t: [String: String]) -> LogContent.Row {
        let detail = event.shownDetail.sorted { $0.key < $1.key }
        return LogContent.Row(
            number: String(event.sequence), at: figures.moment(event.at, in: pipeline.router.calendar.timeZone),
            kind: t["event_\(event.word)"] ?? event.word, dossier: event.dossier, scan: event.scan,
            page: event.page.map(String.init), actor: event.actor,
            detail: detail.map {
                .init(name: t["detail_\($0.key)"] ?? $0.key, value: value($0.value, of: $0.key, figures))
            })
    }

    /// Times stand in events as milliseconds.
    private func value(_ text: String, of name: String, _ figures: Figures) -> String {
        guard ["due", "statutory", "registered", "from", "to"].contains(name), text.count >= 12,
            let milliseconds = Double(text)
        else { return text }
        return figures.moment(
            Date(timeIntervalSince1970: milliseconds / 1_000), in: pipeline.router.calendar.timeZone)
    }

    /// The log with a filter, ready for one more parameter.
    private static func path(of filter: EventFilter) -> String {
        let escape = { (text: String) in text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }
        let parts = [
            filter.kind.map { "kind=\($0.rawValue)&" }, filter.dossier.map { "dossier=\(escape($0))&" },
            filter.actor.map { "actor=\(escape($0))&" },
        ]
        return "/log?" + parts.compactMap { $0 }.joined()
    }
}

extension LedgerEvent {
    /// What officers wrote in their own words stands with the dossier, not in a list of all that happened.
    var shownDetail: [String: String] { detail.filter { $0.key != "reason" && $0.key != "papers" } }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
