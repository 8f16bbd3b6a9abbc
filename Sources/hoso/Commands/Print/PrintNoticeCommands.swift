import ArgumentParser
import Desk
import Dossiers
import Foundation
import Insight
import Ledger
import Print

/// `hoso print supplement`
struct PrintSupplementCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "supplement",
        abstract: "The request for a supplement (phiếu yêu cầu bổ sung, hoàn thiện hồ sơ, form 02).",
        discussion: """
            Of a dossier that was paused for a supplement: the papers and the reason are those given to `hoso queue \
            pause --for supplement`.
            """)

    @OptionGroup var dossier: DossierOptions

    @OptionGroup var applicant: ApplicantOptions

    @Option(
        name: .customLong("paper"),
        help: "A paper to add or put right; may be given several times. Default: those the ledger holds.")
    var papers: [String] = []

    @Flag(help: "Lists the papers that were not found in the dossier: advice, to be checked before signing.")
    var missing = false

    @Option(help: ArgumentHelp("Whom the citizen asks.", valueName: "name"))
    var contact = ""

    @Option(help: ArgumentHelp("That person's telephone number.", valueName: "number"))
    var contactPhone = ""

    @OptionGroup var sheet: SheetOptions

    func validate() throws {
        guard papers.isEmpty || !missing else { throw ValidationError("--paper or --missing, not both") }
    }

    func run() async throws {
        try await reporting {
            let office = try sheet.office()
            let file = try await dossier.file(of: office, given: applicant)
            let notice = try file.require(
                file.history.supplementAsked,
                "was never paused for a supplement: `hoso queue pause ITEM --for supplement` first")
            file.remind(of: [.applicantName, .applicantAddress, .applicantPhone])
            let listed = missing ? file.history.result.missing : papers.isEmpty ? notice.papers : papers
            if listed.isEmpty { Console.complain("hoso: left to be written in: the papers to add") }
            try SupplementRequest(
                head: office.head(number: sheet.number, date: sheet.date(or: notice.at, in: office)),
                subject: file.subject, papers: listed, reason: notice.reason, contact: contact,
                contactPhone: contactPhone
            ).write(to: sheet.output)
        }
    }
}

/// `hoso print refusal`
struct PrintRefusalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refusal",
        abstract: "That a dossier was not taken on (phiếu từ chối tiếp nhận giải quyết hồ sơ, form 03), and why.")

    @OptionGroup var dossier: DossierOptions

    @OptionGroup var applicant: ApplicantOptions

    @OptionGroup var sheet: SheetOptions

    func run() async throws {
        try await reporting {
            let office = try sheet.office()
            let file = try await dossier.file(of: office, given: applicant)
            let notice = try file.require(
                file.history.refused,
                file.history.stopped == nil
                    ? "was not refused: an officer does that with `hoso queue refuse`"
                    : "was taken on before work on it was stopped: `hoso print stop` is its paper")
            file.remind(of: .applicant)
            try RefusalNotice(
                head: office.head(number: sheet.number, date: sheet.date(or: notice.at, in: office)),
                subject: file.subject, reason: notice.reason
            ).write(to: sheet.output)
        }
    }
}

/// `hoso print stop`
struct PrintStopCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop",
        abstract: "That work on a dossier was stopped (thông báo dừng giải quyết hồ sơ, form 05), and why.",
        discussion: "Title and number of the form are the circular's; the wording of its text is unverified.")

    @OptionGroup var dossier: DossierOptions

    @OptionGroup var applicant: ApplicantOptions

    @OptionGroup var sheet: SheetOptions

    func run() async throws {
        try await reporting {
            let office = try sheet.office()
            let file = try await dossier.file(of: office, given: applicant)
            let notice = try file.require(
                file.history.stopped,
                file.history.refused == nil
                    ? "was not stopped: an officer does that with `hoso queue refuse` or `withdraw`"
                    : "was refused before anybody took it on: `hoso print refusal` is its paper")
            file.remind(of: [.applicantName])
            try StopNotice(
                head: office.head(number: sheet.number, date: sheet.date(or: notice.at, in: office)),
                subject: file.subject, received: office.time(file.item(notice.item)?.registeredAt),
                reason: notice.reason
            ).write(to: sheet.output)
        }
    }
}

/// `hoso print apology`
struct PrintApologyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apology",
        abstract: "An apology and a new date (phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết, form 04).",
        discussion: "Of a dossier that was put off: dates and reason are those of `hoso queue extend`.")

    @OptionGroup var dossier: DossierOptions

    @OptionGroup var applicant: ApplicantOptions

    @OptionGroup var sheet: SheetOptions

    func run() async throws {
        try await reporting {
            let office = try sheet.office()
            let file = try await dossier.file(of: office, given: applicant)
            let notice = try file.require(
                file.history.extended, "was not put off: an officer does that with `hoso queue extend`")
            file.remind(of: [.applicantName, .applicantIDNumber])
            let item = file.item(notice.item)
            try ApologyNotice(
                head: office.head(number: sheet.number, date: sheet.date(or: notice.at, in: office)),
                subject: file.subject, unit: item.map { file.office.unitName($0.unit) } ?? "",
                received: office.time(item?.registeredAt), promised: office.time(notice.promised),
                reason: notice.reason, newDue: office.time(notice.newDue)
            ).write(to: sheet.output)
        }
    }
}
