/// The numbers of one office and day: `H49.001.02-261125-01`, and a running number after it.
///
/// The state's form since 25 January 2026 (TT 4/2025/TT-VPCP) is `MX1X2.Y1Y2Y3.Z1Z2-YYMMDD-AAXXXX`.
package struct NumberSeries: Hashable, Sendable {
    /// All of a number but its running part.
    package var stem: String

    package init(stem: String) {
        self.stem = stem
    }

    /// The number in four digits; more where a day has more than 9,999 dossiers.
    func text(_ number: Int) -> String {
        let digits = String(number)
        return stem + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

extension Transaction {
    /// A dossier with a receipt in it has that receipt's code for its number, unless another dossier has it already.
    func keepCode(_ code: String, of dossier: String) throws {
        guard try !isTaken(code) else { return }
        try run("UPDATE dossiers SET number = $2 WHERE id = $1 AND number IS NULL", .text(dossier), .text(code))
    }

    private func isTaken(_ number: String) throws -> Bool {
        try row("SELECT id FROM dossiers WHERE number = $1", .text(number)) { try $0.text("id") } != nil
    }

    /// Gives a dossier its number, unless it has one.
    ///
    /// The series' row stays locked until the transaction ends, so numbers have neither gaps nor doubles: one that
    /// is rolled back is given to the next, and one that a receipt has given is passed over.
    func number(_ dossier: String, from series: NumberSeries) throws {
        let isNumbered = try row(
            "SELECT number FROM dossiers WHERE id = $1 AND number IS NOT NULL", .text(dossier)
        ) { try $0.text("number") }
        guard isNumbered == nil else { return }
        var number = series.text(try next(of: series))
        while try isTaken(number) { number = series.text(try next(of: series)) }
        try run("UPDATE dossiers SET number = $2 WHERE id = $1", .text(dossier), .text(number))
        try remember([number], of: dossier)
    }

    private func next(of series: NumberSeries) throws -> Int {
        let last = try row(
            """
            INSERT INTO number_series (series, last) VALUES ($1, 1)
            ON CONFLICT (series) DO UPDATE SET last = number_series.last + 1 RETURNING last
            """,
            .text(series.stem)
        ) { try $0.integer("last") }
        guard let last else { throw LedgerError.damaged("the numbers of \(series.stem) cannot be counted") }
        return last
    }
}
