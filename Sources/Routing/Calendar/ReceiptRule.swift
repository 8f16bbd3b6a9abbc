/// Until when a day's receipts belong to that day, in a period. Data, because decrees change it.
///
/// Not the rule for handing a dossier on inside the office (after 15:00: the next morning), which
/// moves no due date.
package struct ReceiptRule: Hashable, Sendable {
    /// First day of the period; it lasts until the next rule's.
    package var from: Day
    /// What is to be solved the same day and comes in later than this is due on the next working
    /// day. Seconds after midnight, local time.
    package var sameDayUntil: Int
    /// Anything that comes in later than this counts as received when the next working day opens.
    /// Seconds after midnight, local time.
    package var countsUntil: Int

    package init(from: Day, sameDayUntil: Int, countsUntil: Int) {
        self.from = from
        self.sameDayUntil = sameDayUntil
        self.countsUntil = countsUntil
    }
}
