package import Foundation
package import Ledger
import Routing

/// How the office numbers its dossiers: `MX1X2.Y1Y2Y3.Z1Z2-YYMMDD-AAXXXX` (TT 4/2025/TT-VPCP).
package struct DossierNumbering: Hashable, Sendable {
    /// Province, office and its part: `H49.001.02`.
    package var prefix: String
    /// The two signs before the running number: one for each desk or system that gives numbers of its own.
    package var series: String

    /// The numbers of a day in the office's time zone.
    package func series(on day: Date, in zone: TimeZone) -> NumberSeries {
        let (year, month, ofMonth) = Day(day, in: zone).components
        let date = [year % 100, month, ofMonth].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
        return NumberSeries(stem: "\(prefix)-\(date)-\(series)")
    }

    /// What is wrong with the configured texts, in words; nil where nothing is.
    static func fault(prefix: String) -> String? {
        prefix.wholeMatch(of: #/[A-Z][0-9]{2}(\.[0-9]{2,3}){1,3}/#) == nil
            ? "expected a prefix such as \"H49.001.02\": province, office, its part" : nil
    }

    static func fault(series: String) -> String? {
        series.wholeMatch(of: #/[A-Z0-9]{2}/#) == nil ? "expected two capital letters or digits, such as \"01\"" : nil
    }
}
