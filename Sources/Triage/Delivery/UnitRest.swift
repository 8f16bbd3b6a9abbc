import Foundation
import WebClient

/// Which units' systems are left alone for a while, because several messages running had no answer from them.
///
/// Otherwise one system that hangs would take up everybody's time, and each of its messages would use up its attempts
/// while it is down.
struct UnitRest {
    /// So many silences running.
    static let patience = 5

    private var silences: [String: Int] = [:]
    private var ends: [String: Date] = [:]

    mutating func note(silence: Bool, of unit: String, plan: RetryPlan, now: Date, chance: Double) {
        guard silence else {
            silences[unit] = nil
            ends[unit] = nil
            return
        }
        let count = silences[unit, default: 0] + 1
        silences[unit] = count
        guard count >= Self.patience else { return }
        var plan = plan
        plan.attempts = .max
        ends[unit] = now.addingTimeInterval(plan.wait(after: count - Self.patience + 1, chance: chance) ?? 0)
    }

    func isResting(_ unit: String, now: Date) -> Bool { ends[unit].map { now < $0 } ?? false }

    /// When a unit may be asked again, if it is left alone.
    func end(of unit: String) -> Date? { ends[unit] }
}
