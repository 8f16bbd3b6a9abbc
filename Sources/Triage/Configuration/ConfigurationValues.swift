import Dossiers
import Routing

/// The kinds of value that several configuration files share.
extension YAMLMap {
    func integer(_ key: String, default fallback: Int, in range: ClosedRange<Int>) -> Int {
        let value = integer(key, default: fallback)
        if !range.contains(value) {
            report("“\(key)” should be \(range.lowerBound) to \(range.upperBound)", at: key)
        }
        return value
    }

    func number(_ key: String, default fallback: Double, in range: ClosedRange<Double>) -> Double {
        let value = number(key, default: fallback)
        if !range.contains(value) {
            report("“\(key)” should be \(range.lowerBound) to \(range.upperBound)", at: key)
        }
        return value
    }

    /// A date such as `2026-11-24`.
    func day(_ key: String) -> Day? {
        text(key).flatMap { text in
            let day = Day(text)
            if day == nil { report("“\(key)” should be a date like 2026-11-24", at: key) }
            return day
        }
    }

    /// A time of day such as `15:00`, in seconds after midnight.
    func clockTime(_ key: String) -> Int? {
        text(key).flatMap { text in
            let seconds = ClockTime.seconds(text)
            if seconds == nil { report("“\(key)” should be a time of day like \"15:00\"", at: key) }
            return seconds
        }
    }

    /// One of an enumeration's raw values.
    func choice<Choice: RawRepresentable & CaseIterable>(_ key: String) -> Choice? where Choice.RawValue == String {
        text(key).flatMap { text in
            let choice = Choice(rawValue: text)
            if choice == nil {
                let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
                report("“\(key)” should be one of \(known)", at: key)
            }
            return choice
        }
    }

    /// A national procedure code such as `1.001193`.
    func procedureCode(_ key: String) -> String? {
        text(key).flatMap { text in
            if ProcedureCode.isWellFormed(text) { return text }
            report("“\(key)” should be a procedure code like \"1.001193\"", at: key)
            return nil
        }
    }

    /// A span such as `3 working-days`; nil where the key is absent.
    func timeLimit(_ key: String) -> TimeLimit? {
        guard has(key), let text = text(key) else { return nil }
        if let limit = TimeLimit(configured: text) { return limit }
        report(
            "“\(key)” should be a number of working-days or calendar-days (whole) or working-hours, such as "
                + "“3 working-days”", at: key)
        return nil
    }
}

/// National codes of procedures: one digit, a point, six digits.
enum ProcedureCode {
    static func isWellFormed(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.count == 8
            && bytes.enumerated().allSatisfy { position, byte in
                position == 1 ? byte == UInt8(ascii: ".") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            }
    }
}

extension TimeLimit {
    /// Reads `3 working-days`; `1 working-day` does as well.
    init?(configured text: String) {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let amount = Double(parts[0]), amount > 0, amount <= 2_000,
            let unit = Unit(rawValue: parts[1].hasSuffix("s") ? String(parts[1]) : parts[1] + "s"),
            unit == .workingHours || amount == amount.rounded()
        else { return nil }
        self.init(amount: amount, unit: unit)
    }
}
