import Dossiers

/// Dates as forms write them: `06/08/2026`, `6-8-2026`, `ngày 06 tháng 8 năm 2026`.
package enum FormDate {
    /// ISO 8601 (`2026-08-06`); nil where the text holds no full date of the calendar between 1900 and 2099.
    ///
    /// - Parameter mendingOnes: Whether days and months that begin with a seven are taken for ones read as sevens. In a
    ///   code such a date is damaged, and in a letterhead it may be a pen's: there it stays none.
    package static func iso(in text: String, mendingOnes: Bool = false) -> String? {
        let numbers = groups(of: withWholeMonth(text)).map {
            mendingOnes || $0.count == 4 ? withUprightOnes($0) : $0
        }
        for start in numbers.indices where start + 2 < numbers.count {
            let (day, month, year) = (numbers[start], numbers[start + 1], numbers[start + 2])
            guard day.count <= 2, month.count <= 2, year.count == 4,
                let d = Int(day), let m = Int(month), let y = Int(year), isDate(day: d, month: m, year: y)
            else { continue }
            return "\(y)-\(m < 10 ? "0" : "")\(m)-\(d < 10 ? "0" : "")\(d)"
        }
        return nil
    }

    /// A month that was read in two: `28-1 1-2011` holds no first of January.
    private static func withWholeMonth(_ text: String) -> String {
        // Asked of every word of a dossier: most have no one before a space.
        guard text.holds("1 ") else { return text }
        return text.replacing(#/(\d{1,2})([-\/.])(1) ([0-2])\2(\d{4})/#) { found in
            "\(found.1)\(found.2)\(found.3)\(found.4)\(found.2)\(found.5)"
        }
    }

    /// No year, and no day or month of two digits, begins with a seven, but a slanted one looks like it.
    private static func withUprightOnes(_ number: String) -> String {
        let isSlanted = number.hasPrefix("7") && number.count == 2 || number.hasPrefix("79") && number.count == 4
        return isSlanted ? "1" + number.dropFirst() : number
    }

    /// Whether the text holds ones that were read as sevens, and sevens that may be such ones.
    package static func isDoubtful(_ text: String) -> Bool {
        let read = groups(of: text)
        let upright = read.map(withUprightOnes)
        return read != upright && upright.contains { $0.contains("7") }
    }

    /// `tháng` before a month, one letter of it misread: `thúng`, `thảng`. Folded letters.
    static func isMonthWord(_ letters: String) -> Bool {
        let word = Array("thang".utf8)
        return letters.hasPrefix("th") && EditDistance.between(word, Array(letters.utf8)[...], limit: 1) <= 1
    }

    private static func isDate(day: Int, month: Int, year: Int) -> Bool {
        guard (1900...2099).contains(year), (1...12).contains(month), day >= 1 else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return day <= days[month - 1]
    }

    /// Runs of digits; letters misread for digits count where digits stand beside them.
    private static func groups(of text: String) -> [String] {
        text.split(whereSeparator: { " /⁄-.,:;()".contains($0) })
            .map { Digits.read(String($0)) }
            .compactMap { $0 }
    }
}
