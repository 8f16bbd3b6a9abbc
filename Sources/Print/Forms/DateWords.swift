/// Dates and amounts in Vietnamese words.
enum DateWords {
    /// `Ngày mười lăm tháng ba năm hai nghìn không trăm hai mươi sáu`
    static func words(_ day: Day) -> String {
        "Ngày \(day.day <= 10 ? "mùng " : "")\(words(day.day)) tháng \(month(day.month)) năm \(words(day.year))"
    }

    /// A whole number up to the billions, as it is read out.
    static func words(_ number: Int) -> String {
        guard number > 0 else { return "không" }
        let scales = ["", " nghìn", " triệu", " tỷ"]
        var groups: [Int] = []
        var rest = number
        while rest > 0 {
            groups.append(rest % 1000)
            rest /= 1000
        }
        var parts: [String] = []
        for index in groups.indices.reversed() where groups[index] > 0 {
            let isFirst = index == groups.count - 1
            parts.append(hundreds(groups[index], isFirst: isFirst) + (index < scales.count ? scales[index] : ""))
        }
        return parts.joined(separator: " ")
    }

    private static let units = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]

    private static func month(_ number: Int) -> String {
        switch number {
        case 1: "giêng"
        case 4: "tư"
        default: words(number)
        }
    }

    private static func hundreds(_ number: Int, isFirst: Bool) -> String {
        let hundred = number / 100
        let ten = number / 10 % 10
        let unit = number % 10
        var parts: [String] = []
        if hundred > 0 || !isFirst { parts.append(units[hundred] + " trăm") }
        if ten == 0, unit > 0, !parts.isEmpty { parts.append("linh") }
        if ten == 1 { parts.append("mười") }
        if ten > 1 { parts.append(units[ten] + " mươi") }
        if unit > 0 {
            switch (unit, ten) {
            case (1, 2...): parts.append("mốt")
            case (5, 1...): parts.append("lăm")
            default: parts.append(units[unit])
            }
        }
        return parts.joined(separator: " ")
    }
}
