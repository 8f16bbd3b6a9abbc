internal import Foundation

/// A table that grows without end, and on a server lies in parts of one month each.
///
/// PostgreSQL wants the column that tells the month in every unique key of the whole table. Three tables have it there:
/// identifiers are ULIDs, so a month is a range of them, and keys, references and statements stay as they are. Of the
/// events the time tells the month, and their number is no time; so each part has the number for its key, and across the
/// parts it is given once because the counter it comes from never goes back.
struct MonthlyTable: Sendable {
    enum Key: Sendable {
        /// A ULID.
        case identifier
        /// Milliseconds since 1970.
        case time
    }

    let name: String
    /// The column that tells the month.
    let column: String
    let key: Key
    /// A primary key that only each part can have; nil where the whole table has one.
    var partsKey: String?
    /// Whether rows are written once and never changed.
    var isWrittenOnce = false

    static let all = [
        MonthlyTable(name: "pages", column: "scan", key: .identifier),
        MonthlyTable(name: "fields", column: "dossier", key: .identifier),
        MonthlyTable(name: "decisions", column: "dossier", key: .identifier, isWrittenOnce: true),
        MonthlyTable(name: "events", column: "happened_at", key: .time, partsKey: "sequence", isWrittenOnce: true),
    ]

    /// What lies in no month that was made: kept all the same.
    var rest: String { "\(name)_rest" }

    func part(of month: Month) -> String { "\(name)_\(month.text)" }

    /// What was there before the table was divided, up to the end of a month.
    func past(through month: Month) -> String { "\(name)_until_\(month.text)" }

    /// The least value of its column in a month, as SQL.
    func bound(_ month: Month) -> String {
        switch key {
        case .identifier: "'\(DossierID.least(at: month.start))'"
        case .time: "\(month.start.milliseconds)"
        }
    }
}
