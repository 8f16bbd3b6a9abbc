internal import Insight
internal import Ledger

/// The ledger's reports, by the names of `hoso report`.
enum ReportKind: String, CaseIterable, Sendable {
    case sla
    case dueSoon = "due-soon"
    case accuracy, volume, time, satisfaction, service
    /// The state's periodic report, II.06a.
    case form

    /// By what its figures are kept apart where nobody says.
    var usualDimensions: Set<ReportDimension> {
        switch self {
        case .accuracy, .time: []
        default: [.unit]
        }
    }

    /// By what they may be.
    var dimensions: [ReportDimension] {
        switch self {
        case .accuracy: []
        case .dueSoon, .form: [.unit, .field, .procedure]
        default: [.unit, .field, .procedure, .month]
        }
    }

    /// Whether it looks ahead from today, and not at a period.
    var looksAhead: Bool { self == .dueSoon }

    func tables(from source: ReportSource) async throws -> [ReportTable] {
        switch self {
        case .sla: [try await source.deadlineTable()]
        case .dueSoon: [try await source.dueSoonTable()]
        case .accuracy: try await source.accuracyTables()
        case .volume: [try await source.volumeTable()]
        case .time: [try await source.timeTable()]
        case .satisfaction: [try await source.satisfactionTable()]
        case .service: [try await source.serviceTable()]
        case .form: [try await source.periodicFormTable()]
        }
    }
}
