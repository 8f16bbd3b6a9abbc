internal import Dossiers
internal import Foundation
internal import Hummingbird
internal import Ledger
internal import Triage

extension Desk {
    /// Pages of a dossier as pictures, and the words on them.
    var pictureRoutes: [DeskRoute] {
        [
            .get("/dossiers/:id/pages/:page", DossierRights.readers) { request, context in
                let sheet = try await sheet(context)
                let size: PagePictures.Size =
                    request.uri.queryParameters["size"] == "thumbnail" ? .thumbnail : .page
                let page = try page(of: sheet.pages, context)
                return try await picture(ofPage: page, of: sheet.scan, size)
            },
            .get("/dossiers/:id/words/:page", DossierRights.readers) { _, context in
                let sheet = try await sheet(context)
                let page = try page(of: sheet.pages, context)
                let read = try await ledger.pages(of: sheet.scan.id, page...page).first?.recognized
                let words = read?.lines.flatMap(\.words) ?? []
                return try .json(WordList(words: words.map(WordList.Place.init)))
            },
        ]
    }

    private struct WordList: Encodable {
        struct Place: Encodable {
            var text: String
            var box: PixelBox

            init(_ word: Word) {
                text = word.text
                box = word.box
            }
        }

        var words: [Place]
    }

    /// - Throws: `HTTPError` for a page that does not lie in the dossier.
    private func page(of pages: [Int], _ context: DeskContext) throws -> Int {
        guard let page = Int(try context.parameters.require("page")), pages.contains(page) else {
            throw HTTPError(.notFound)
        }
        return page
    }

    /// A page as a picture. This process never decodes it: it hands out a file that a reader made.
    func picture(ofPage page: Int, of scan: ScanRecord, _ size: PagePictures.Size) async throws -> Response {
        let known = try await ledger.pages(of: scan.id, page...page).first
        if let known, PagePictures.isWithheld(known) { throw HTTPError(.notFound) }
        let read = known?.recognized
        do {
            let file = try await pictures.picture(
                .init(digest: scan.digest, page: page, recognized: read, size: size))
            let bytes = try await Self.bytes(of: file)
            return .made(bytes, "image/jpeg")
        } catch is ScanFile.Unreadable {
            // Nobody can be shown it, and asking again gives the same.
            throw HTTPError(.notFound)
        }
    }

    /// Some hundred kilobytes, written by ourselves.
    @concurrent private static func bytes(of file: URL) async throws -> [UInt8] {
        Array(try Data(contentsOf: file))
    }
}
