import Foundation
import Routing

/// The moment a dossier was received, as people write it.
enum ReceiptTime {
    static let forms = "2026-11-24, 2026-11-24T14:30, “2026-11-24 14:30”, or with an offset, 2026-11-24T14:30:00+07:00"

    /// Nil for anything else. A time without an offset is local to the zone; a date alone is the
    /// opening of that day.
    static func parse(_ text: String, in zone: TimeZone, opening: Int) -> Date? {
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "T" || $0 == "t" || $0 == " " }
        guard let day = parts.first.flatMap({ Day(String($0)) }) else { return nil }
        guard parts.count == 2 else { return day.moment(second: opening, in: zone) }
        guard let match = parts[1].wholeMatch(of: #/(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|z|[+-]\d{2}:?\d{2})?/#),
            let hour = Int(match.1), let minute = Int(match.2), let second = Int(match.3 ?? "0"),
            hour < 24, minute < 60, second < 60
        else { return nil }
        let ofDay = hour * 3_600 + minute * 60 + second
        guard let offset = match.4 else { return day.moment(second: ofDay, in: zone) }
        guard let seconds = offsetSeconds(String(offset)), let fixed = TimeZone(secondsFromGMT: seconds) else {
            return nil
        }
        return day.moment(second: ofDay, in: fixed)
    }

    /// Seconds east of Greenwich of `Z`, `+07:00` or `+0700`.
    private static func offsetSeconds(_ text: String) -> Int? {
        if text.uppercased() == "Z" { return 0 }
        let digits = text.dropFirst().filter(\.isNumber).compactMap(\.wholeNumberValue)
        guard digits.count == 4 else { return nil }
        let (hours, minutes) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
        guard hours <= 14, minutes < 60 else { return nil }
        return (text.hasPrefix("-") ? -1 : 1) * (hours * 3_600 + minutes * 60)
    }
}
