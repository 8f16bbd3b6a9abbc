/// A stretch of a working day in which the office works, such as 7:00–11:30.
package struct OfficeHours: Hashable, Sendable {
    /// Seconds after midnight, local time.
    package var open: Int
    package var close: Int

    /// Nil unless `0 ≤ open < close ≤ 24 h`.
    package init?(open: Int, close: Int) {
        guard open >= 0, open < close, close <= 86_400 else { return nil }
        self.open = open
        self.close = close
    }
}

/// A time of day, to the minute.
package enum ClockTime {
    /// Seconds after midnight of `7:00` or `15:30`; nil for anything else.
    package static func seconds(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
            let hour = Int(parts[0]), let minute = Int(parts[1]),
            (0...24).contains(hour), (0...59).contains(minute), hour < 24 || minute == 0
        else { return nil }
        return hour * 3_600 + minute * 60
    }

    /// `15:30`.
    package static func text(_ seconds: Int) -> String {
        let (hour, minute) = (seconds / 3_600, seconds % 3_600 / 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
}
