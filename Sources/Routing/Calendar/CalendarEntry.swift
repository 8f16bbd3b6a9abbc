/// A day on which the calendar departs from the plain week.
package struct CalendarEntry: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case holiday
        /// A day off for a holiday that fell on a weekend (nghỉ bù).
        case compensation
        /// A working day swapped for a weekend day (hoán đổi).
        case swappedOff = "swap-off"
        /// A weekend day worked for one that was swapped (làm bù).
        case swappedWork = "swap-work"
        /// The office works the first stretch of its hours only.
        case halfDay = "half-day"

        package var isWorking: Bool { self == .swappedWork || self == .halfDay }
    }

    /// How well an entry is known.
    package enum Standing: String, CaseIterable, Hashable, Sendable {
        case verified
        /// Follows from the law; the year's official schedule was not seen.
        case computed
        case fromMemory = "from-memory"
        /// A proposal or a guess: it is kept, shown as a doubt, and not applied.
        case unverified

        package var isApplied: Bool { self != .unverified }
    }

    package var day: Day
    package var kind: Kind
    package var name: String
    package var standing: Standing

    package init(day: Day, kind: Kind, name: String, standing: Standing) {
        self.day = day
        self.kind = kind
        self.name = name
        self.standing = standing
    }
}
