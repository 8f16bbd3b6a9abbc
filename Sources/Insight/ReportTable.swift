internal import Routing

/// A report as rows and columns, for a terminal, a spreadsheet or a program.
package struct ReportTable: Hashable, Sendable {
    package enum Value: Hashable, Sendable {
        case text(String)
        case count(Int)
        /// 0…1.
        case share(Double)
        case seconds(Double)
        case number(Double)
        /// There is no such figure: a share of nothing.
        case nothing
    }

    package struct Column: Hashable, Sendable {
        /// For programs: `on_time`.
        package var key: String
        /// For people: `ON TIME`.
        package var title: String

        package init(_ key: String, _ title: String? = nil) {
            self.key = key
            self.title = title ?? key.uppercased().map { $0 == "_" ? " " : String($0) }.joined()
        }
    }

    /// For programs, where a report has several tables: `confusions`.
    package var name: String
    package var columns: [Column]
    package var rows: [[Value]]
    /// What one must know to read it.
    package var notes: [String]

    package init(_ name: String, _ columns: [Column], rows: [[Value]], notes: [String] = []) {
        self.name = name
        self.columns = columns
        self.rows = rows
        self.notes = notes
    }
}

extension ReportTable.Value {
    static func share(_ value: Double?) -> Self { value.map { .share($0) } ?? .nothing }
    static func number(_ value: Double?) -> Self { value.map { .number($0) } ?? .nothing }
}

/// The columns that say what a line is about.
struct KeyColumns {
    var dimensions: Set<ReportDimension>
    var directory: ReportDirectory

    var columns: [ReportTable.Column] {
        ReportDimension.allCases.filter(dimensions.contains).flatMap { dimension in
            dimension == .unit || dimension == .procedure
                ? [ReportTable.Column(dimension.rawValue), ReportTable.Column("\(dimension.rawValue)_name", "NAME")]
                : [ReportTable.Column(dimension.rawValue)]
        }
    }

    func values(_ key: ReportKey) -> [ReportTable.Value] {
        ReportDimension.allCases.filter(dimensions.contains).flatMap { dimension -> [ReportTable.Value] in
            switch dimension {
            case .unit: named(key.unit, directory.unitName)
            case .procedure: named(key.procedure, directory.procedureName)
            case .field: [key.field.flatMap { $0.isEmpty ? nil : .text($0) } ?? .nothing]
            case .month: [key.month.map { .text(String($0.description.prefix(7))) } ?? .nothing]
            }
        }
    }

    private func named(_ id: String?, _ name: (String) -> String?) -> [ReportTable.Value] {
        guard let id, !id.isEmpty else { return [.nothing, .nothing] }
        return [.text(id), name(id).map { .text($0) } ?? .nothing]
    }
}
