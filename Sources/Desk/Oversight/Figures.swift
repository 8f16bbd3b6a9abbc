internal import Foundation
internal import Routing

/// Numbers, times and days as people write them in a language.
struct Figures: Sendable {
    var language: Language

    private var isVietnamese: Bool { language == .vietnamese }

    /// `12.345` or `12,345`.
    func count(_ number: Int) -> String {
        let digits = String(abs(number))
        var groups: [Substring] = []
        var rest = digits[...]
        while rest.count > 3 {
            groups.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        groups.insert(rest, at: 0)
        return (number < 0 ? "−" : "") + groups.joined(separator: isVietnamese ? "." : ",")
    }

    /// `97,5 %`.
    func share(_ value: Double) -> String { decimal(value * 100, 1) + " %" }

    func number(_ value: Double) -> String { decimal(value, 2) }

    /// How likely something is by chance; small ones matter.
    func chance(_ value: Double) -> String { value < 0.0001 ? "< " + decimal(0.0001, 4) : decimal(value, 4) }

    func duration(_ seconds: Double) -> String {
        switch seconds {
        case ..<0.9995: decimal(seconds * 1_000, 0) + " ms"
        case ..<60: trimmed(seconds) + (isVietnamese ? " giây" : " s")
        case ..<3_600: trimmed(seconds / 60) + (isVietnamese ? " phút" : " min")
        case ..<86_400: trimmed(seconds / 3_600) + (isVietnamese ? " giờ" : " h")
        default: trimmed(seconds / 86_400) + (isVietnamese ? " ngày" : " days")
        }
    }

    /// `06/08/2026`, in both languages: the office has one way to write a day.
    func day(_ day: Day) -> String {
        let parts = day.components
        return String(format: "%02d/%02d/%d", parts.day, parts.month, parts.year)
    }

    /// `06/08/2026 09:15`.
    func moment(_ time: Date, in zone: TimeZone) -> String {
        let day = Day(time, in: zone)
        let second = Int(time.timeIntervalSince(day.moment(second: 0, in: zone)))
        return self.day(day) + String(format: " %02d:%02d", second / 3_600, second / 60 % 60)
    }

    private func trimmed(_ value: Double) -> String {
        decimal(value, value < 10 && value != value.rounded() ? 1 : 0)
    }

    private func decimal(_ value: Double, _ places: Int) -> String {
        let text = String(format: "%.\(places)f", value)
        return isVietnamese ? text.replacing(".", with: ",") : text
    }
}
