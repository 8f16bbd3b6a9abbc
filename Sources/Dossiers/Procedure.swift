/// How a citizen hands a dossier in (kênh nộp hồ sơ).
package enum Channel: String, Codable, CaseIterable, Hashable, Sendable {
    case counter
    case online
    case post
}

/// A span of an administrative procedure's time limit.
package struct TimeLimit: Codable, Hashable, Sendable {
    package enum Unit: String, Codable, Sendable {
        case workingDays = "working-days"
        case calendarDays = "calendar-days"
        case workingHours = "working-hours"
    }

    package var amount: Double
    package var unit: Unit

    package init(amount: Double, unit: Unit) {
        self.amount = amount
        self.unit = unit
    }
}

/// An administrative procedure (thủ tục hành chính) of the national catalogue.
package struct Procedure: Hashable, Sendable {
    /// The national code, such as `1.001193`.
    package var code: String
    package var name: String
    /// The field of administration (lĩnh vực), such as `Hộ tịch`.
    package var field: String
    /// The limit where no channel has its own; nil where the catalogue gives none.
    package var timeLimit: TimeLimit?
    package var timeLimitByChannel: [Channel: TimeLimit]
    /// Due on the day of receipt; what is received after the cut-off is due on the next working day.
    package var isSameDay: Bool
    /// Days added in mountainous, island and difficult communes, in the unit of the limit.
    package var extraDaysInDifficultPlaces: Int
    /// Units that solve it, first the one that leads; empty where the field of administration decides.
    package var units: [String]
    /// Papers the citizen hands in, as the catalogue lists them: advice, never a reason to refuse.
    package var papers: [String]
    /// Complaints and denunciations: only the unit that leads may see the dossier.
    package var isRestricted: Bool
    /// What of this entry is not verified, in words; nil where all is.
    package var doubt: String?

    package init(
        code: String, name: String, field: String, timeLimit: TimeLimit?,
        timeLimitByChannel: [Channel: TimeLimit] = [:], isSameDay: Bool = false, extraDaysInDifficultPlaces: Int = 0,
        units: [String] = [], papers: [String] = [], isRestricted: Bool = false, doubt: String? = nil
    ) {
        self.code = code
        self.name = name
        self.field = field
        self.timeLimit = timeLimit
        self.timeLimitByChannel = timeLimitByChannel
        self.isSameDay = isSameDay
        self.extraDaysInDifficultPlaces = extraDaysInDifficultPlaces
        self.units = units
        self.papers = papers
        self.isRestricted = isRestricted
        self.doubt = doubt
    }
}

/// A unit competent for procedures (cơ quan, đơn vị có thẩm quyền).
package struct Unit: Codable, Hashable, Sendable {
    /// Stable and printable: `van-phong`.
    package var id: String
    package var name: String

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}
