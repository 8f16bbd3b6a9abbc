internal import Dossiers
internal import Foundation
internal import Routing
internal import Triage

extension Desk {
    /// The office's day and time, as people write it: `06/08/2026 17:00`.
    func moment(_ time: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = pipeline.router.calendar.timeZone
        let parts = calendar.dateComponents([.hour, .minute], from: time)
        let two = { (number: Int?) in (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
        return "\(day(time)) \(two(parts.hour)):\(two(parts.minute))"
    }
}
