/// A moment on a paper, in the office's own time.
package struct PaperTime: Hashable, Sendable {
    package var year: Int
    package var month: Int
    package var day: Int
    package var hour: Int
    package var minute: Int

    package init(year: Int, month: Int, day: Int, hour: Int, minute: Int) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
    }

    /// Decree 30/2020: a nought before days under ten and before January and February only.
    var words: String { Self.words(self) }

    /// `08/01/2026`, for tables.
    package var short: String { "\(Day.two(day))/\(Day.two(month))/\(year)" }

    /// `14:30 08/01/2026`, within a text.
    package var inLine: String { "\(clock) \(short)" }

    var clock: String { "\(Day.two(hour)):\(Day.two(minute))" }

    /// `ngày 08 tháng 01 năm 2026`; dots for none.
    static func words(_ time: PaperTime?) -> String {
        guard let time else { return "ngày ....... tháng ....... năm ............" }
        let month = time.month < 3 ? Day.two(time.month) : String(time.month)
        return "ngày \(Day.two(time.day)) tháng \(month) năm \(time.year)"
    }

    /// `14 giờ 30 phút, ngày …`; dots for none.
    static func clockWords(_ time: PaperTime?) -> String {
        let clock = time.map { "\(Day.two($0.hour)) giờ \(Day.two($0.minute)) phút" } ?? "....... giờ ....... phút"
        return "\(clock), \(words(time))"
    }

    /// The time above the day; empty for none.
    static func cell(_ time: PaperTime?) -> String { time.map { "\($0.clock)\n\($0.short)" } ?? "" }
}
