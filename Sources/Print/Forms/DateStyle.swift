/// How someone writes a date.
enum DateStyle: Sendable {
    case slashed
    case unpadded
    case dashed
    case dotted
    case inWords

    static let shares: [(item: DateStyle, weight: Double)] = [
        (.slashed, 60), (.unpadded, 14), (.dashed, 10), (.dotted, 4), (.inWords, 12),
    ]

    func text(_ day: Day) -> String {
        switch self {
        case .slashed: day.slashed
        case .unpadded: "\(day.day)/\(day.month)/\(day.year)"
        case .dashed: "\(Day.two(day.day))-\(Day.two(day.month))-\(day.year)"
        case .dotted: "\(Day.two(day.day)).\(Day.two(day.month)).\(day.year)"
        case .inWords:
            // Decree 30/2020 pads days below ten and the months January and February only.
            "ngày \(Day.two(day.day)) tháng \(day.month < 3 ? Day.two(day.month) : String(day.month)) năm \(day.year)"
        }
    }
}
