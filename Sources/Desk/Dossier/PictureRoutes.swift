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
                try await pagePicture(
                    request.pictureSize, context)
            },
            .get("/dossiers/:id/words/:page", DossierRights.readers) { _, context in
                try .json(try await pageWords(context))
            },
        ]
    }

    /// The page of a path, as a picture.
    func pagePicture(_ size: PagePictures.Size, _ context: DeskContext) async throws -> Response {
        let sheet = try await sheet(context)
        return try await picture(ofPage: page(of: sheet.pages, context), of: sheet.scan, size)
    }

    /// What was read on the page of a path.
    func pageWords(_ context: DeskContext) async throws -> WordList {
        let sheet = try await sheet(context)
        let page = try page(of: sheet.pages, context)
        let read = try await ledger.pages(of: sheet.scan.id, page...page).first?.recognized
        return WordList(words: (read?.lines.flatMap(\.words) ?? []).map(WordList.Place.init))
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

/// The words on a page, and where they stand.
struct WordList: Encodable, Sendable {
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

extension Request {
    /// How large a picture is wanted.
    var pictureSize: PagePictures.Size {
        uri.queryParameters["size"].flatMap { PagePictures.Size(rawValue: String($0)) } ?? .page
    }
}
