internal import Dossiers
internal import Ledger

/// How a person divides the pages of a scan.
enum Division {
    /// The dossiers that begin with the pages that were marked. Sheets between dossiers stay out of them; so do blank
    /// pages, unless they lay in a dossier before or were added by hand.
    static func drafts(
        pages: [Int: PageRecord.State], inDossiers: Set<Int>, starts: Set<Int>, added: Set<Int> = []
    ) -> [[Int]] {
        var drafts: [[Int]] = []
        for (number, state) in pages.sorted(by: { $0.key < $1.key }) {
            let hasContent = state == .read || state == .quarantined
            guard hasContent || inDossiers.contains(number) || added.contains(number) else { continue }
            if drafts.isEmpty || starts.contains(number) {
                drafts.append([number])
            } else {
                drafts[drafts.count - 1].append(number)
            }
        }
        return drafts
    }
}

extension Desk {
    /// Divides a scan into the dossiers that begin with some of its pages.
    ///
    /// - Parameter added: Which blank pages are to lie in the dossier before them.
    /// - Throws: `LedgerError.illegalMove` where a person or a unit has one of its dossiers already.
    func divide(
        _ scan: ScanRecord, starts: (Int) -> Bool, added: (Int) -> Bool, by actor: String
    ) async throws {
        let pages = try await ledger.pages(of: scan.id, withText: false)
        let dossiers = try await ledger.dossiers(of: scan.id)
        let drafts = Division.drafts(
            pages: Dictionary(uniqueKeysWithValues: pages.map { ($0.number, $0.state) }),
            inDossiers: Set(dossiers.flatMap(\.pages)), starts: Set(pages.map(\.number).filter(starts)),
            added: Set(pages.map(\.number).filter(added)))
        _ = try await ledger.divide(scan.id, into: drafts, by: actor, now: clock())
    }
}

/// A scan's pages as a strip, each dossier a stretch of it.
struct ScanStrip {
    let desk: Desk
    let scan: ScanRecord
    let dossiers: [DossierRecord]
    let pages: [PageRecord]
    let language: Language

    func content() async throws -> ScanContent {
        let t = Texts.all(in: language)
        let isDone = scan.state == .triaged || scan.state == .quarantined
        var stretches: [ScanContent.Stretch] = []
        for dossier in dossiers {
            let sheet = try await desk.ledger.sheet(of: dossier.id)
            stretches.append(
                .init(
                    dossier: dossier.id, heading: sheet.result?.procedure?.name ?? t["dossier_unknown"] ?? "",
                    state: Self.state(of: sheet, t),
                    pages: dossier.pages.compactMap { tile($0, first: dossier.pages.first ?? 0) }))
        }
        let members = Set(dossiers.flatMap(\.pages))
        let aside = pages.filter { !members.contains($0.number) && $0.state.isSettled }
        return ScanContent(
            id: scan.id, name: scan.name, state: t["scan_\(scan.state.rawValue)"] ?? "", isDone: isDone,
            read: pages.filter(\.state.isSettled).count, count: scan.pageCount, problem: nil, suggestion: nil,
            stretches: isDone ? stretches : [], aside: isDone ? aside.compactMap { tile($0.number, first: 0) } : [],
            asideCount: aside.isEmpty ? nil : aside.count, blankCount: pages.filter { $0.state == .blank }.count,
            separatorCount: pages.filter { $0.state == .separator }.count,
            firstPicture: scan.pageCount == nil ? nil : "/scans/\(scan.id)/pages/1",
            canDivide: scan.state == .triaged && (scan.pageCount ?? 0) > 1)
    }

    private func tile(_ number: Int, first: Int) -> ScanContent.Tile? {
        pages.first { $0.number == number }.map { page in
            ScanContent.Tile(
                number: number, picture: "/scans/\(scan.id)/pages/\(number)",
                thumbnail: "/scans/\(scan.id)/pages/\(number)?size=thumbnail", isStart: number == first,
                isBlank: page.state == .blank, isSeparator: page.state == .separator,
                isUnreadable: page.state == .quarantined)
        }
    }

    private static func state(of sheet: DossierSheet, _ t: [String: String]) -> String {
        if let confirmation = sheet.confirmation {
            return t[confirmation.outcome == .confirmed ? "dossier_confirmed" : "dossier_dismissed"] ?? ""
        }
        switch sheet.result?.decision {
        case .auto: return t["dossier_auto"] ?? ""
        case .review, .quarantined: return t["review"] ?? ""
        case nil: return t["dossier_reading"] ?? ""
        }
    }
}

/// What the page of a scan is filled with.
struct ScanContent: Sendable {
    struct Tile: Sendable {
        var number: Int
        var picture: String
        var thumbnail: String
        var isStart: Bool
        var isBlank: Bool
        var isSeparator: Bool
        var isUnreadable: Bool
    }

    struct Stretch: Sendable {
        var dossier: String
        var heading: String
        var state: String
        var pages: [Tile]
    }

    var id: String
    var name: String
    var state: String
    var isDone: Bool
    var read: Int
    /// Nil until they are counted.
    var count: Int?
    var problem: String?
    var suggestion: Suggested?
    var stretches: [Stretch]
    /// Pages in no dossier.
    var aside: [Tile]
    /// Nil for none.
    var asideCount: Int?
    var blankCount: Int
    var separatorCount: Int
    var firstPicture: String?
    var canDivide: Bool
}
