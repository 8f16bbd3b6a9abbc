internal import Dossiers
internal import Foundation
internal import Hummingbird
internal import Insight
internal import Ledger
internal import Routing
internal import Triage

extension Desk {
    private struct TodayContent: Sendable {
        struct Stat: Sendable {
            var label: String
            var value: String
            /// Where more is to be read; nil for nowhere.
            var path: String?
            var isBad = false
        }

        struct Unit: Sendable {
            var name: String
            var figures: [String]
        }

        var day: String
        var stats: [Stat]
        var picture: String?
        var units: [Unit]
        var hasLate: Bool
        var late: [ItemRow]
        var hasMoreLate: Bool
    }

    /// How the office stands: what came in today, what is to be done, what is late.
    func todayPage(_ request: Request, _ context: DeskContext) async throws -> Response {
        let t = Texts.all(in: context.language)
        let figures = Figures(language: context.language)
        let source = ReportQuestion(.sla, today: today).source(in: self)
        var single = source
        single.period = ReportPeriod(day: today)
        let lines = try await DeadlineReport(from: single).lines
        let volume = try await VolumeReport(from: single).lines
        let ahead = try await ReportKind.dueSoon.tables(from: ReportQuestion(.dueSoon, today: today).source(in: self))
        let start = OfficeDay.start(of: today.number)
        let late = try await ledger.runningItems(due: .distantPast..<start, limit: Self.lateOnFirstPage + 1)
        let dueToday = try await DueSoonReport(from: single).lines.filter { $0.due == today }
            .reduce(0) { $0 + $1.items }
        let waiting = try await ledger.countWaitingForPerson()

        let sum = { (part: KeyPath<VolumeReport.Line, Int>) in volume.reduce(0) { $0 + $1[keyPath: part] } }
        let stock = { (part: KeyPath<DeadlineReport.Line, Int>) in lines.reduce(0) { $0 + $1[keyPath: part] } }
        let received = sum(\.counter) + sum(\.online) + sum(\.post)
        let stats: [(key: String, value: Int, path: String?, isBad: Bool)] = [
            ("today_received", received, nil, false), ("today_auto", sum(\.auto), "/reports/volume", false),
            ("today_review", sum(\.review) + sum(\.quarantined), nil, false),
            ("today_waiting_person", waiting, nil, false), ("today_open", stock(\.open), "/reports/sla", false),
            ("today_due", dueToday, "/late#today", false),
            ("today_late", stock(\.overdue), "/late", stock(\.overdue) > 0),
            ("today_supplement", stock(\.waiting), nil, false), ("today_done", sum(\.done), nil, false),
            ("today_handed_over", sum(\.handedOver), nil, false),
        ]
        let content = TodayContent(
            day: figures.day(today),
            stats: stats.map {
                .init(label: t[$0.key] ?? "", value: figures.count($0.value), path: $0.path, isBad: $0.isBad)
            },
            picture: ahead.first.flatMap { ReportCharts(figures: figures, texts: t).pictures(of: $0).first },
            units: lines.map { line in
                .init(
                    name: line.key.unit.map { $0.isEmpty ? t["nobody"] ?? "" : unitName($0) } ?? "",
                    figures: [line.received, line.open, line.waiting, line.overdue].map(figures.count))
            },
            hasLate: !late.isEmpty, late: late.prefix(Self.lateOnFirstPage).map { itemRow($0, context) },
            hasMoreLate: late.count > Self.lateOnFirstPage)
        return try page("today", title: "home", content, request, context)
    }

    private static let lateOnFirstPage = 10
}
