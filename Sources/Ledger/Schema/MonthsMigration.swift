extension Migration {
    /// On a server, the tables that grow lie in parts of one month each (`MonthlyTable`). A file stays as it is.
    ///
    /// The index finds the oldest scan that is being read, before which no part of the pages has any that is open.
    static let months = Migration(
        number: 11,
        shared: "CREATE INDEX scans_reading ON scans (id) WHERE state = 'reading'",
        between: { if $0.dialect == .postgres { try $0.divideByMonth() } })
}
