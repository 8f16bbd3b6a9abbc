import Foundation

/// One of the papers of a one-stop desk: forms 01 to 07 of Circular 03/2025/TT-VPCP.
package protocol OfficialPaper: Sendable {
    /// Lying on its long side.
    var isWide: Bool { get }

    func compose(on composer: PaperComposer) throws(PrintFailure)
}

extension OfficialPaper {
    package var isWide: Bool { false }

    /// Writes it as a PDF file with embedded fonts: aside first, so that no half a paper ever lies there.
    package func write(to path: String) throws(PrintFailure) {
        let aside = path + ".part"
        defer { unlink(aside) }
        do throws(PrintFailure) {
            try Press.alone { () throws(PrintFailure) in
                let composer = try PaperComposer(path: aside, isWide: isWide)
                try compose(on: composer)
                try composer.finish(path: aside)
            }
        } catch .cannotWrite {
            throw PrintFailure.cannotWrite(path)
        }
        guard rename(aside, path) == 0 else { throw PrintFailure.cannotWrite(path) }
    }
}

/// Whose dossier a paper is about, and what is asked for; empty where it is to be written in by hand.
package struct PaperSubject: Sendable {
    /// The dossier's code (mã hồ sơ).
    package var code: String
    package var applicant: String
    package var idNumber: String
    package var address: String
    package var phone: String
    package var email: String
    /// The procedure by name and code.
    package var procedure: String

    package init(
        code: String, applicant: String = "", idNumber: String = "", address: String = "", phone: String = "",
        email: String = "", procedure: String
    ) {
        self.code = code
        self.applicant = applicant
        self.idNumber = idNumber
        self.address = address
        self.phone = phone
        self.email = email
        self.procedure = procedure
    }
}
