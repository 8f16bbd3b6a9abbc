package import Foundation

/// How a result stands to its due date, by days alone (Biểu II.06a): done on the due date is on time, whatever the hour.
package enum Timeliness: String, CaseIterable, Hashable, Sendable {
    /// Trước hạn.
    case before
    /// Đúng hạn; also what has no due date.
    case onTime = "on-time"
    /// Quá hạn.
    case late

    package init(done: Date, due: Date?, in zone: TimeZone) {
        guard let due else {
            self = .onTime
            return
        }
        let (end, last) = (Day(done, in: zone), Day(due, in: zone))
        self = end < last ? .before : end == last ? .onTime : .late
    }
}
