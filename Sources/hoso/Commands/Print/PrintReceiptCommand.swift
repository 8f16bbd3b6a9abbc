import ArgumentParser
import Desk
import Dossiers
import Foundation
import Ledger
import Print
import Routing
import Triage

/// `hoso print receipt`
struct PrintReceiptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt",
        abstract: "A dossier's receipt (giấy tiếp nhận hồ sơ và hẹn trả kết quả, form 01) with its code as QR.",
        discussion: """
            Of a dossier of the ledger, or, with --dossier and --procedure, of one that was not scanned yet: laid on top \
            of it when it is scanned, the receipt separates it from others and gives it its code.
            What is not known is left to be written in by hand.
            """)

    @Argument(
        help: ArgumentHelp(
            "A dossier of the ledger: its number, or its identifier as `hoso queue list` shows it.",
            valueName: "dossier-in-ledger"))
    var known: String?

    @Option(help: ArgumentHelp("The code (mã hồ sơ) of a dossier that is not in the ledger.", valueName: "code"))
    var dossier: String?

    @Option(help: ArgumentHelp("The procedure's national code, such as 1.001193.", valueName: "code"))
    var procedure: String?

    @Option(help: ArgumentHelp("When the dossier was received. Default: the ledger's, or now.", valueName: "time"))
    var received: String?

    @Option(help: "How it was handed in: counter, online or post. Default: the ledger's, or the pipeline's.")
    var channel: Channel?

    @Option(help: ArgumentHelp("Where it was received, by the place's code. Default: the pipeline's.", valueName: "id"))
    var place: String?

    @OptionGroup var applicant: ApplicantOptions

    @Option(
        name: .customLong("paper"),
        help: "A paper of the dossier; may be given several times. Default: those that were found in it.")
    var papers: [String] = []

    @Option(help: ArgumentHelp("Where or how the result is fetched.", valueName: "where"))
    var delivery = ""

    @Option(help: ArgumentHelp("The register's volume (quyển số).", valueName: "number"))
    var volume = ""

    @Option(help: ArgumentHelp("The running number in the register (số thứ tự).", valueName: "number"))
    var entry = ""

    @OptionGroup var sheet: SheetOptions

    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        guard (known == nil) != (dossier == nil) else {
            throw ValidationError(
                "name a dossier of the ledger, or the code of one that is not in it with --dossier and --procedure")
        }
        guard let dossier else { return }
        if ReceiptCode.dossier(in: ReceiptCode.text(for: dossier)) != dossier {
            throw ValidationError("--dossier takes a code of 1 to 64 letters, without spaces around it")
        }
        if procedure == nil { throw ValidationError("--dossier needs --procedure, the procedure's national code") }
    }

    func run() async throws {
        try await reporting {
            let office = try sheet.office()
            let moment = try received.map { text in
                let calendar = office.pipeline.router.calendar
                guard let moment = ReceiptTime.parse(text, in: calendar.timeZone, opening: calendar.opening) else {
                    throw ValidationError("--received should be a time like \(ReceiptTime.forms)")
                }
                return moment
            }
            let place = try place.map(office.pipeline.router.place) ?? office.pipeline.place
            let paper =
                if let known { try await paper(of: known, office, at: place, received: moment) } else {
                    try unscanned(office, at: place, received: moment ?? Date())
                }
            try paper.write(to: sheet.output)
        }
    }

    private func paper(
        of name: String, _ office: PaperOffice, at place: Place, received moment: Date?
    ) async throws -> ReceiptPaper {
        let file = DossierFile(
            history: try await ledger.openForReading().history(ofDossier: name), office: office, given: applicant)
        var subject = file.subject
        if let procedure { subject.procedure = try procedureName(procedure, office) }
        let received = moment ?? file.leader?.registeredAt
        let found = file.history.result.papers.filter { $0.standing == .present }.map(\.name)
        // Papers that nobody knows by sight may lie there as well.
        let more = file.history.result.papers.contains { $0.standing == .unknown } ? ["", ""] : []
        file.remind(of: .applicant)
        return paper(
            office, subject, papers: found + more, code: procedure ?? file.procedureCode,
            channel: channel ?? file.leader?.channel, at: place, received: received,
            due: procedure == nil && moment == nil ? file.leader?.due : nil)
    }

    private func unscanned(_ office: PaperOffice, at place: Place, received: Date) throws -> ReceiptPaper {
        let subject = PaperSubject(
            code: dossier ?? "", applicant: applicant.applicant ?? "", idNumber: applicant.idNumber ?? "",
            address: applicant.address ?? "", phone: applicant.phone ?? "", email: applicant.email ?? "",
            procedure: try procedureName(procedure ?? "", office))
        return paper(
            office, subject, papers: [], code: procedure, channel: channel, at: place, received: received, due: nil)
    }

    private func paper(
        _ office: PaperOffice, _ subject: PaperSubject, papers found: [String], code: String?, channel: Channel?,
        at place: Place, received: Date?, due: Date?
    ) -> ReceiptPaper {
        let channel = channel ?? office.pipeline.channel
        let date = received.map { sheet.date(or: $0, in: office) }
        return ReceiptPaper(
            head: office.head(
                number: sheet.number, date: date,
                letterhead: place == office.pipeline.place ? nil : Letterhead(of: place)),
            subject: subject, papers: papers.isEmpty ? found : papers,
            limit: office.limit(of: code, through: channel, at: place, received: received),
            received: office.time(received),
            due: office.time(due ?? promised(code, office, at: place, received: received, channel: channel)),
            delivery: delivery, register: (volume, entry))
    }

    /// Without a limit the officer agrees on a day, and writes it in.
    private func promised(
        _ code: String?, _ office: PaperOffice, at place: Place, received: Date?, channel: Channel
    ) -> Date? {
        guard let received, let procedure = code.flatMap({ office.pipeline.catalogue[$0] }) else { return nil }
        return try? office.pipeline.router.promise(of: procedure, at: place, received: received, channel: channel).due
    }

    /// - Throws: `RoutingError` for a code that is not in the catalogue.
    private func procedureName(_ code: String, _ office: PaperOffice) throws -> String {
        let procedure = try office.pipeline.router.procedure(code)
        return office.procedureName(procedure.code, procedure.name)
    }
}
