import ArgumentParser
import Desk
import Dossiers
import Foundation
import Ledger
import Routing

/// What every paper needs: the office, its number and date, and where it goes.
struct SheetOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The paper's number in the office's books. Default: left blank.", valueName: "number"))
    var number = ""

    @Option(help: ArgumentHelp("The day the paper is dated. Default: that of what it tells of.", valueName: "day"))
    var dated: String?

    @OptionGroup var pipeline: PipelineOptions

    @Option(name: [.short, .long], help: "The PDF file to write.")
    var output: String

    func validate() throws {
        if let dated, Day(dated) == nil {
            throw ValidationError("--dated: expected a date like 2026-11-24, not “\(dated)”")
        }
    }

    /// - Throws: `ConfigurationError`.
    func office() throws -> PaperOffice { PaperOffice(try pipeline.load()) }

    /// The date that was asked for, or another.
    func date(or moment: Date, in office: PaperOffice) -> Date {
        dated.flatMap { Day($0) }?.moment(second: 0, in: office.zone) ?? moment
    }
}

/// Which dossier of the ledger a paper is about.
struct DossierOptions: ParsableArguments {
    @Argument(help: "The dossier: its number, or its identifier as `hoso queue list` shows it.")
    var dossier: String

    @OptionGroup var ledger: LedgerOptions

    /// - Parameter applicant: what puts right what was read.
    func file(of office: PaperOffice, given applicant: ApplicantOptions? = nil) async throws -> DossierFile {
        let ledger = try await ledger.openForReading()
        return DossierFile(
            history: try await ledger.history(ofDossier: dossier), office: try await office.knowing(ledger),
            given: applicant)
    }
}

/// Who handed the dossier in, where that was not read or was read wrongly.
struct ApplicantOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Who handed it in. Default: what was read off the application.", valueName: "name"))
    var applicant: String?

    @Option(help: ArgumentHelp("The applicant's identity number.", valueName: "number"))
    var idNumber: String?

    @Option(help: "The applicant's address.")
    var address: String?

    @Option(help: "The applicant's telephone number.")
    var phone: String?

    @Option(help: "The applicant's e-mail address.")
    var email: String?

    func given(_ name: FieldName) -> String? {
        switch name {
        case .applicantName: applicant
        case .applicantIDNumber: idNumber
        case .applicantAddress: address
        case .applicantPhone: phone
        default: nil
        }
    }
}
