package import Foundation
package import Ledger

/// What an officer decided and the citizen is told in writing.
package struct CitizenNotice: Hashable, Sendable {
    package var item: String
    package var at: Date
    /// In the officer's words; empty where nobody wrote it down.
    package var reason: String
    /// What has to be added or put right, for a supplement.
    package var papers: [String] = []
    /// The due dates before and after, where it was put off.
    package var promised: Date?
    package var newDue: Date?
}

extension DossierHistory {
    /// The last time that the citizen was asked for a supplement.
    package var supplementAsked: CitizenNotice? {
        last(.itemPaused) { $0.detail["why"] == PauseReason.supplement.rawValue }
    }

    /// The last time that the due date was put off.
    package var extended: CitizenNotice? { last(.itemDueChanged) { $0.detail["why"] == "extension" } }

    /// That the dossier was not taken on.
    package var refused: CitizenNotice? { last(.itemRefused) { !wasAccepted($0) } }

    /// That the work on it was stopped, by the office or because the citizen took it back.
    package var stopped: CitizenNotice? {
        last(.itemRefused, wasAccepted) ?? last(.itemWithdrawn, wasAccepted)
    }

    /// Whether a unit had taken the item on before an event.
    private func wasAccepted(_ event: LedgerEvent) -> Bool {
        events.contains { $0.kind == .itemAccepted && $0.item == event.item && $0.sequence < event.sequence }
    }

    private func last(_ kind: LedgerEvent.Kind, _ isMeant: (LedgerEvent) -> Bool) -> CitizenNotice? {
        events.last { $0.kind == kind && $0.item != nil && isMeant($0) }.map { event in
            var notice = CitizenNotice(item: event.item ?? "", at: event.at, reason: event.detail["reason"] ?? "")
            notice.papers = event.detail["papers"]?.split(separator: "\n").map(String.init) ?? []
            notice.promised = Self.time(event.detail["from"])
            notice.newDue = Self.time(event.detail["to"])
            return notice
        }
    }

    private static func time(_ milliseconds: String?) -> Date? {
        milliseconds.flatMap(Double.init).map { Date(timeIntervalSince1970: $0 / 1000) }
    }
}
