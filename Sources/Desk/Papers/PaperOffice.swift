package import Dossiers
package import Foundation
package import Ledger
package import Print
package import Routing
package import Triage

/// How an office puts on paper what its pipeline and ledger hold.
package struct PaperOffice: Sendable {
    package let pipeline: Pipeline

    package init(_ pipeline: Pipeline) {
        self.pipeline = pipeline
    }

    package var zone: TimeZone { pipeline.router.calendar.timeZone }

    package func head(number: String, date: Date?, letterhead: Letterhead? = nil) -> PaperHead {
        let letterhead = letterhead ?? pipeline.letterhead
        return PaperHead(
            superior: letterhead.superior, office: letterhead.office, symbol: letterhead.symbol,
            locality: letterhead.locality, number: number, date: time(date))
    }

    package func time(_ moment: Date?) -> PaperTime? {
        moment.map { moment in
            let day = Day(moment, in: zone)
            let minutes = Int(moment.timeIntervalSince(day.moment(second: 0, in: zone))) / 60
            let (year, month, ofMonth) = day.components
            return PaperTime(year: year, month: month, day: ofMonth, hour: minutes / 60, minute: minutes % 60)
        }
    }

    /// A unit that is no longer in the table is named by its identifier: papers of old dossiers still tell it.
    ///
    /// - Parameter moment: When it bore the name; nil for now.
    package func unitName(_ id: String, at moment: Date? = nil) -> String {
        pipeline.router.units.unit(id, on: Day(moment ?? Date(), in: zone))?.name ?? id
    }

    /// With the units as the ledger's reorganisations have made them.
    package func knowing(_ ledger: Ledger) async throws -> PaperOffice {
        PaperOffice(try await pipeline.reorganized(in: ledger))
    }

    package func procedureName(_ code: String?, _ name: String?) -> String {
        guard let code else { return "" }
        let known = pipeline.catalogue[code]?.name ?? name ?? ""
        return known.isEmpty ? code : "\(known) (\(code))"
    }

    /// A procedure's limit as a receipt words it; empty where there is none.
    package func limit(of code: String?, through channel: Channel, at place: Place, received: Date?) -> String {
        guard let procedure = code.flatMap({ pipeline.catalogue[$0] }), let received,
            let deadline = try? pipeline.router.deadline(
                of: procedure, at: place, received: received, channel: channel
            ).get()
        else { return "" }
        let amount = deadline.limit.amount
        let digits = amount == amount.rounded() ? String(Int(amount)) : String(amount).replacing(".", with: ",")
        let number = digits.count == 1 ? "0" + digits : digits
        return switch deadline.limit.unit {
        case .workingDays: "\(number) ngày làm việc"
        case .calendarDays: "\(number) ngày"
        case .workingHours: "\(number) giờ làm việc"
        }
    }

    /// When an item's stages should be over.
    package func stageEnds(of item: QueueItem) -> [StageBudget.Stage: Date] {
        guard let procedure = item.procedureCode.flatMap({ pipeline.catalogue[$0] }), let due = item.due,
            var deadline = try? pipeline.router.deadline(
                of: procedure, at: pipeline.place, received: item.registeredAt,
                channel: item.channel ?? pipeline.channel
            ).get()
        else { return [:] }
        deadline.due = due
        let ends =
            (try? pipeline.stages.ends(
                of: deadline, isSameDay: procedure.isSameDay, in: pipeline.router.calendar)) ?? []
        return Dictionary(ends.map { ($0.stage, $0.end) }) { first, _ in first }
    }
}
