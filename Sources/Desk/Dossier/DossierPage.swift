internal import Dossiers
internal import Foundation
internal import Hummingbird
internal import Ledger
internal import Routing
internal import Triage

/// Makes the page of a dossier out of what the ledger knows.
struct DossierPage {
    let desk: Desk
    let sheet: DossierSheet
    let account: Account?
    let language: Language
    /// What a person has keyed in and could not be taken; empty on a fresh page.
    var keyed: [FieldName: String] = [:]
    var chosen: String?
    var query = ""

    var t: [String: String] { Texts.all(in: language) }
    var result: DossierResult? { sheet.result }

    /// Pages shown one below the other; a longer dossier's others are a click away.
    private static let pagesShown = 12
    /// From here on a second place bore the value out.
    private static let sureConfidence = 0.9
    /// What every receipt tells, read or not.
    private static let wanted: [FieldName] = [
        .applicantName, .applicantIDNumber, .applicantPhone, .applicantAddress,
    ]

    func content(pages: [PageRecord]) -> DossierContent {
        let recognized = Dictionary(
            pages.map { ($0.number, $0.recognized) }, uniquingKeysWith: { first, _ in first })
        let sheets = sheet.pages.map { sheetContent($0, recognized[$0] ?? nil) }
        let choices = choices()
        let fields = fields(recognized)
        return DossierContent(
            id: sheet.id, heading: heading, source: sheet.scan.name, number: sheet.number, problem: nil,
            reason: reason, standing: standing, isDecided: sheet.confirmation != nil,
            scan: DossierRights.deciders.admits(account) ? sheet.scan.id : nil,
            sheets: Array(sheets.prefix(Self.pagesShown)), farPages: Array(sheets.dropFirst(Self.pagesShown)),
            choices: choices, found: found(besides: choices), query: query,
            fields: fields.filter { $0.level != "absent" || Self.wanted.map(\.rawValue).contains($0.name) },
            others: fields.filter { $0.level == "absent" && !Self.wanted.map(\.rawValue).contains($0.name) },
            outlook: outlook, items: sheet.items.map(item), units: units,
            canDecide: DossierRights.canDecide(account, on: sheet),
            canDismiss: DossierRights.canDecide(account, on: sheet) && sheet.items.isEmpty,
            canPrint: DossierRights.deciders.admits(account) && !sheet.items.isEmpty,
            isReview: false, order: "", waiting: 0)
    }

    private var heading: String {
        if let name = result?.procedure?.name, sheet.confirmation?.outcome != .dismissed { return name }
        return t["dossier_unknown"] ?? ""
    }

    private var reason: String? {
        guard let result, sheet.confirmation == nil, result.decision != .auto else { return nil }
        return ReasonTexts.text(result.reason, in: language)
    }

    private var standing: String? {
        if sheet.isReplaced { return t["dossier_replaced"] }
        guard let confirmation = sheet.confirmation else {
            return result == nil ? t["dossier_reading"] : nil
        }
        let what = confirmation.outcome == .confirmed ? "dossier_confirmed" : "dossier_dismissed"
        return "\(t[what] ?? "") · \(confirmation.actor), \(desk.moment(confirmation.at))"
    }

    // MARK: The scan

    private func sheetContent(_ number: Int, _ page: RecognizedPage?) -> DossierContent.Sheet {
        let boxes = (result?.fields ?? []).filter { $0.page == number && $0.box.width > 0 }.map { field in
            DossierContent.Sheet.Box(
                id: boxID(field), field: field.name.rawValue, label: label(field.name), x: field.box.x - 4,
                y: field.box.y - 4, width: field.box.width + 8, height: field.box.height + 8)
        }
        return DossierContent.Sheet(
            number: number, picture: picture(number), thumbnail: picture(number) + "?size=thumbnail",
            width: page?.width, height: page?.height, boxes: page == nil ? [] : boxes,
            isBlank: page?.content == .blank)
    }

    private func picture(_ number: Int) -> String { "/dossiers/\(sheet.id)/pages/\(number)" }

    private func boxID(_ field: ExtractedField) -> String { "box-\(field.name.rawValue)" }

    // MARK: Fields

    private func label(_ name: FieldName) -> String { t["field_\(name.rawValue)"] ?? name.rawValue }

    /// What is to be keyed in first, then what is doubtful, then what is sure, then what was not found.
    private func fields(_ pages: [Int: RecognizedPage?]) -> [DossierContent.Field] {
        let read = FieldName.allCases.compactMap { name in result?.fields.first { $0.name == name } }
        let open = read.filter { $0.value == nil }
        let doubtful = read.filter { $0.value != nil && $0.confidence < Self.sureConfidence }
            .sorted { $0.confidence < $1.confidence }
        let sure = read.filter { $0.value != nil && $0.confidence >= Self.sureConfidence }
        let named = Set(read.map(\.name))
        return open.map { field($0, "empty", pages) } + doubtful.map { field($0, "doubtful", pages) }
            + sure.map { field($0, "sure", pages) }
            + (Self.wanted + FieldName.allCases.filter { !Self.wanted.contains($0) })
            .filter { !named.contains($0) }.map(absent)
    }

    private func field(
        _ field: ExtractedField, _ level: String, _ pages: [Int: RecognizedPage?]
    ) -> DossierContent.Field {
        let isPlaced = field.box.width > 0
        var piece: DossierContent.Field.Piece?
        if level != "sure", isPlaced, let page = pages[field.page] ?? nil {
            let box = field.box
            piece = .init(
                picture: picture(field.page),
                view: "\(box.x - 12) \(box.y - 10) \(box.width + 24) \(box.height + 20)", width: page.width,
                height: page.height)
        }
        let note: String? =
            if field.isHandwritten, field.value == nil { t["field_handwritten"] } else if level == "doubtful" {
                "\(t["field_doubtful"] ?? "") (\(Likelihood.text(field.confidence)))"
            } else { nil }
        return DossierContent.Field(
            name: field.name.rawValue, label: label(field.name), value: keyed[field.name] ?? shown(field) ?? "",
            level: level, note: note, page: isPlaced ? field.page : nil, boxID: isPlaced ? boxID(field) : nil,
            piece: piece, mode: Self.mode(field.name))
    }

    private func absent(_ name: FieldName) -> DossierContent.Field {
        DossierContent.Field(
            name: name.rawValue, label: label(name), value: keyed[name] ?? "", level: "absent", note: nil, page: nil,
            boxID: nil, piece: nil, mode: Self.mode(name))
    }

    private func shown(_ field: ExtractedField) -> String? {
        field.value.map { field.name.isDate ? DateWriting.asPeopleWrite($0) : $0 }
    }

    /// What a phone's keyboard shows.
    private static func mode(_ name: FieldName) -> String {
        switch name {
        case .applicantIDNumber: "numeric"
        case .applicantPhone: "tel"
        default: "text"
        }
    }

    // MARK: The procedure

    private func choices() -> [DossierContent.Choice] {
        guard let proposed = result?.procedure else { return [] }
        let selected = chosen ?? proposed.code
        let first = DossierContent.Choice(
            code: proposed.code, name: proposed.name, likelihood: Likelihood.text(proposed.probability),
            isChosen: selected == proposed.code, key: 1,
            because: proposed.because.isEmpty ? nil : proposed.because.prefix(6).joined(separator: " · "))
        let others = proposed.alternatives.prefix(4).enumerated().compactMap { index, other in
            desk.pipeline.catalogue[other.code].map { known in
                DossierContent.Choice(
                    code: known.code, name: known.name, likelihood: Likelihood.text(other.probability),
                    isChosen: selected == known.code, key: index + 2, because: nil)
            }
        }
        return [first] + others
    }

    private func found(besides choices: [DossierContent.Choice]) -> [DossierContent.Choice] {
        let shown = Set(choices.map(\.code))
        var procedures = desk.procedures.find(query, limit: 12)
        if let chosen, !shown.contains(chosen), let known = desk.pipeline.catalogue[chosen],
            !procedures.contains(where: { $0.code == chosen })
        {
            procedures.insert(known, at: 0)
        }
        return procedures.filter { !shown.contains($0.code) }.map {
            DossierContent.Choice(
                code: $0.code, name: $0.name, likelihood: $0.field, isChosen: chosen == $0.code, key: nil, because: nil)
        }
    }

    private var outlook: Outlook? {
        guard let result, result.procedure != nil else { return nil }
        let unit = result.unit.map(desk.unitName)
        return Outlook(
            unit: unit ?? "", due: result.due.map(desk.moment) ?? t["left_none"] ?? "",
            problem: unit == nil ? t["outlook_no_unit"] : nil, papers: result.papers.map { paper($0, t) })
    }

    // MARK: The units' work

    private func item(_ item: QueueItem) -> DossierContent.Item {
        let (left, urgency) = desk.left(of: item, t)
        let isOwn = account?.role == .unit && account?.unit == desk.holder(of: item)
        return DossierContent.Item(
            id: item.id, unit: desk.unitName(item.unit), state: t["state_\(item.state.rawValue)"] ?? "", left: left,
            urgency: urgency, due: item.due.map(desk.moment) ?? "", officer: item.officer, isOwn: isOwn,
            moves: isOwn
                ? OfficerMove.all(from: item.state).filter { ![.pause, .handOver].contains($0) }.map {
                    .init(move: $0.rawValue, label: t["move_\($0.rawValue)"] ?? "")
                } : [],
            canReturn: isOwn && [.proposed, .accepted].contains(item.state),
            canPause: isOwn && item.state == .accepted, canHandOver: isOwn && item.state == .completed)
    }

    private var units: [DossierContent.Unit] {
        guard account?.role == .unit else { return [] }
        return desk.standingUnits.filter { $0.id != account?.unit }
            .map { .init(id: $0.id, name: $0.name) }
    }
}

/// A paper of the list, in words.
func paper(_ standing: PaperStanding, _ t: [String: String]) -> Outlook.Paper {
    Outlook.Paper(
        name: standing.name, standing: standing.standing.rawValue,
        label: t["paper_\(standing.standing.rawValue)"] ?? "",
        pages: standing.pages.isEmpty ? nil : standing.pages.map(String.init).joined(separator: ", "))
}

/// Probabilities as people are shown them.
enum Likelihood {
    static func text(_ probability: Double) -> String {
        switch probability {
        case 0.995...: "> 99 %"
        case ..<0.01: "< 1 %"
        default: "\(Int(probability * 100)) %"
        }
    }
}
