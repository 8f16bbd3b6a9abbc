import ArgumentParser
import Desk
import Dossiers
import Foundation
import Insight
import Ledger
import Print
import Routing
import Triage

/// `hoso print register`
struct PrintRegisterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract:
            "The register of a period (sổ theo dõi hồ sơ, form 07): the dossiers that were handed in, a row each.",
        discussion: "Who handed in a complaint or a denunciation is left out: only the unit that leads may see it.")

    @OptionGroup var days: PeriodOptions

    @OptionGroup var sheet: SheetOptions

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        try await reporting {
            let ledger = try await ledger.openForReading()
            let office = try await sheet.office().knowing(ledger)
            let now = Date()
            let period = try days.period(now: now)
            let start = period.from.moment(second: 0, in: office.zone)
            let end = period.to.next.moment(second: 0, in: office.zone)
            let entries = try await ledger.registerEntries(from: start, before: end)
            guard let from = office.time(start), let to = office.time(period.to.moment(second: 0, in: office.zone))
            else { return }
            if entries.isEmpty {
                Console.complain("hoso: nothing was handed in from \(period.from) to \(period.to)")
            }
            try DossierRegister(
                head: office.head(number: sheet.number, date: sheet.date(or: now, in: office)), from: from, to: to,
                rows: entries.map { Self.row($0, office) }
            ).write(to: sheet.output)
        }
    }

    private static func row(_ entry: RegisterEntry, _ office: PaperOffice) -> DossierRegister.Row {
        let isRestricted = entry.procedureCode.flatMap { office.pipeline.catalogue[$0] }?.isRestricted ?? false
        func value(_ name: FieldName) -> String {
            let field = entry.fields.filter { $0.name == name && $0.value != nil }
                .max { $0.confidence < $1.confidence }
            guard let field, field.confidence >= DossierFile.leastConfidence else { return "" }
            return field.value ?? ""
        }
        let contact = [value(.applicantAddress), value(.applicantPhone)].filter { !$0.isEmpty }
        return DossierRegister.Row(
            code: entry.number ?? "",
            procedure: office.procedureName(entry.procedureCode, entry.procedureName),
            applicant: isRestricted ? "(không công khai)" : value(.applicantName),
            address: isRestricted ? "" : contact.joined(separator: "\n"), unit: office.unitName(entry.unit),
            received: office.time(entry.registeredAt), due: office.time(entry.due),
            handedOver: office.time(entry.handedOverAt), delivery: "")
    }
}
