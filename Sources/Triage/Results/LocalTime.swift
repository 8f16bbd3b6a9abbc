package import Foundation

/// Times as people in the office write them: Vietnam's, with the offset.
package enum LocalTime {
    package static func text(_ time: Date) -> String { style.format(time) }

    private static let style = Date.ISO8601FormatStyle(
        dateTimeSeparator: .standard, timeZoneSeparator: .colon,
        timeZone: TimeZone(secondsFromGMT: 7 * 3600) ?? .gmt)
}
