import Foundation
import Ledger
import Triage

/// Messages of the outbox for a terminal.
enum DeliveryTable {
    static func lines(_ deliveries: [Delivery]) -> [String] {
        TextTable.lines(
            [["MESSAGE", "EVENT", "STATE", "TRIES", "WHEN", "PROBLEM"]]
                + deliveries.map { delivery in
                    [
                        delivery.id, delivery.kind.rawValue, delivery.state.rawValue, String(delivery.tries),
                        LocalTime.text(delivery.settledAt ?? delivery.dueAt), TextTable.cell(delivery.problem ?? "-"),
                    ]
                })
    }

    static func lines(_ attempts: [RecordedAttempt]) -> [String] {
        TextTable.lines(
            [["ATTEMPT", "SECONDS", "STATUS", "PROBLEM"]]
                + attempts.map { attempt in
                    [
                        LocalTime.text(attempt.at), String(format: "%.2f", attempt.seconds),
                        attempt.status.map(String.init) ?? "-", TextTable.cell(attempt.problem ?? "-"),
                    ]
                })
    }
}

/// A message as `hoso deliveries list --json` prints it, and `show --json` with its attempts.
struct DeliveryRow: Encodable {
    struct Attempt: Encodable {
        let at: String
        let seconds: Double
        let status: Int?
        let problem: String?
    }

    let message: String
    let unit: String
    let event: String
    let item: String
    let dossier: String
    let state: String
    let tries: Int
    /// When the next attempt is due.
    let due: String?
    /// When it was delivered or given up.
    let settled: String?
    let written: String
    let problem: String?
    let attempts: [Attempt]?

    init(_ delivery: Delivery, attempts: [RecordedAttempt]? = nil) {
        message = delivery.id
        unit = delivery.unit
        event = delivery.kind.rawValue
        item = delivery.item
        dossier = delivery.dossier
        state = delivery.state.rawValue
        tries = delivery.tries
        due = delivery.state == .waiting ? LocalTime.text(delivery.dueAt) : nil
        settled = delivery.settledAt.map(LocalTime.text)
        written = LocalTime.text(delivery.writtenAt)
        problem = delivery.problem
        self.attempts = attempts?.map {
            Attempt(at: LocalTime.text($0.at), seconds: $0.seconds, status: $0.status, problem: $0.problem)
        }
    }
}
