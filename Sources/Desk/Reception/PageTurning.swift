internal import Dossiers
internal import Foundation
internal import Hummingbird
internal import Ledger
internal import Triage

/// A page that cannot be read otherwise than it was.
struct UnturnedPage: Error {}

extension Desk {
    /// Reads a page again, a quarter turn further; its dossier is understood anew.
    ///
    /// - Parameter page: Its number as a path has it.
    /// - Throws: `HTTPError` for no page of the scan; `UnturnedPage`; `LedgerError.illegalMove` where a person or a unit
    ///   has its dossier already.
    func turn(_ page: String, of scan: ScanRecord, by actor: String) async throws {
        guard let number = Int(page), let page = try await ledger.pages(of: scan.id, number...number).first else {
            throw HTTPError(.notFound)
        }
        guard !PagePictures.isWithheld(page) else { throw UnturnedPage() }
        do {
            let turned = ((page.recognized?.turned ?? 0) + 90) % 360
            let read = try await pictures.read(number, of: scan.digest, turned: turned)
            guard read.turned == turned else { throw UnturnedPage() }
            try await ledger.replaceReading(of: scan.id, by: read, actor: actor, now: clock())
        } catch is ScanFile.Unreadable {
            throw UnturnedPage()
        }
    }
}
