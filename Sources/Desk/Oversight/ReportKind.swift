internal import Insight
internal import Ledger

/// The ledger's reports, by the names of `hoso report`.
enum ReportKind: String, CaseIterable, Sendable {
    case sla
    case dueSoon = "due-soon"
    case accuracy, volume, time, satisfaction, service
    /// Against as many days before.
    case drift
    /// The state's periodic report, II.06a.
    case form

    /// By what its figures are kept apart where nobody says.
    var usualDimensions: Set<ReportDimension> {
        switch self {
        case .accuracy, .time, .drift: []
        default: [.unit]
        }
    }

    /// By what they may be.
    var dimensions: [ReportDimension] {
        switch self {
        case .accuracy, .drift: []
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
        case .drift:
            try await DriftReport(from: source, against: source.earlier).tables(directory: source.directory)
        case .form: [try await source.periodicFormTable()]
        }
    }
}

extension ReportSource {
    /// The same ledger in as many days before.
    var earlier: ReportSource {
        var source = self
        source.period = period.before
        return source
    }
}
