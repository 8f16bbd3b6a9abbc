internal import Dossiers
internal import Foundation
internal import Ledger
internal import Routing
internal import Triage

/// A dossier as programs see it: what was read, what people said, and where it stands.
struct DossierObject: Described {
    struct Page: Described {
        /// 1-based in the scan.
        var page: Int
        var state: String
        /// Pixels, of which boxes are given; absent for a page that was not read.
        var width: Int?
        var height: Int?
        var resolution: Int?

        static let schema = Schema.object([
            .must("page", .integer(1...1_000_000), "1-based in the scan."),
            .must("state", .words(PageRecord.State.self)),
            .may("width", .integer(), "Pixels of the upright page, in which boxes are given."),
            .may("height", .integer()), .may("resolution", .integer(), "Pixels to the inch."),
        ])
    }

    struct Said: Described {
        var outcome: String
        var at: String
        var by: String
        var procedure: String?
        var reason: String?

        static let schema = Schema.object([
            .must("outcome", .word(["confirmed", "dismissed"])), .must("at", .time), .must("by", .text()),
            .may("procedure", .text()), .may("reason", .text()),
        ])
    }

    /// A procedure that it may be.
    struct Candidate: Described {
        var code: String
        var name: String
        var probability: Double

        static let schema = Schema.object([
            .must("code", .text()), .must("name", .text()), .must("probability", .number, "0 to 1."),
        ])
    }

    var dossier: String
    var number: String?
    var scan: String
    var source: String
    var pages: [Page]
    var decision: String?
    var reason: String?
    var candidates: [Candidate]
    var because: [String]
    var unit: String?
    var due: String?
    var fields: [String: FieldObject]
    var documents: [DossierResult.Document]
    var papers: [PaperStanding]
    var model: String?
    var said: Said?
    var items: [QueueRow]
    var returned: String?
    var replaced: Bool
    var confirmable: Bool

    /// - Parameter returned: The officer's words, where a unit gave it back.
    init(_ sheet: DossierSheet, pages: [PageRecord], returned: String?, for account: Account, in pipeline: Pipeline) {
        let result = sheet.result
        let known = Dictionary(pages.map { ($0.number, $0) }) { first, _ in first }
        dossier = sheet.id
        number = sheet.number
        scan = sheet.scan.id
        source = sheet.scan.name
        self.pages = sheet.pages.map { number in
            let page = known[number]
            return Page(
                page: number, state: (page?.state ?? .pending).rawValue, width: page?.recognized?.width,
                height: page?.recognized?.height, resolution: page?.recognized?.resolution)
        }
        decision = result?.decision.rawValue
        reason = result?.reason
        candidates = result?.procedure.map { Self.candidates($0, in: pipeline) } ?? []
        because = result?.procedure?.because ?? []
        unit = result?.unit
        due = result?.due.map(LocalTime.text)
        fields = FieldObject.byName(result?.fields ?? [])
        documents = result?.documents ?? []
        papers = result?.papers ?? []
        model = result?.model
        said = sheet.confirmation.map {
            Said(
                outcome: $0.outcome.rawValue, at: LocalTime.text($0.at), by: $0.actor, procedure: $0.procedureCode,
                reason: $0.reason)
        }
        items = sheet.items.map(QueueRow.init)
        self.returned = returned
        replaced = sheet.isReplaced
        confirmable = DossierRights.canDecide(account, on: sheet)
    }

    private static func candidates(
        _ procedure: DossierResult.ProposedProcedure, in pipeline: Pipeline
    ) -> [Candidate] {
        [Candidate(code: procedure.code, name: procedure.name, probability: procedure.probability)]
            + procedure.alternatives.compactMap { other in
                pipeline.catalogue[other.code].map {
                    Candidate(code: $0.code, name: $0.name, probability: other.probability)
                }
            }
    }

    static let schema = Schema.named(
        "Dossier",
        .object([
            .must("dossier", .text()), .may("number", .text(), "Mã số hồ sơ, once it has one."), .must("scan", .text()),
            .must("source", .text(), "The scan file's name."), .must("pages", .list(Page.schema)),
            .may("decision", .word(["auto", "review", "quarantined"]), "Absent until it is understood."),
            .may("reason", .text(), "Why it was decided so, in English."),
            .must("candidates", .list(Candidate.schema), "The likeliest first; after a confirmation the person's."),
            .must("because", .list(.text()), "The words that carried the first candidate."),
            .may("unit", .text(), "The leading unit."), .may("due", .time),
            .must("fields", .map(FieldObject.schema), "By their names, such as `applicant.name`."),
            .must(
                "documents",
                .list(.object([.must("type", .text()), .must("pages", .list(.integer()))]))),
            .must("papers", .list(PaperStanding.schema), "The procedure's list: advice."), .may("model", .text()),
            .may("said", Said.schema, "What a person last said of it."),
            .must("items", .list(QueueRow.schema), "One for each unit that works on it, the leading one first."),
            .may("returned", .text(), "Why a unit gave it back, in the officer's words."),
            .must("replaced", .flag, "Whether its pages were given to other dossiers."),
            .must("confirmable", .flag, "Whether this account can say now what it is."),
        ]))
}

extension FieldObject: Described {
    static let schema = Schema.named(
        "Field",
        .object([
            .must("value", .nullable(.text()), "Null for what stands there and could not be read."),
            .may("handwritten", .flag), .must("confidence", .number, "0 to 1."),
            .must("page", .integer(), "1-based in the scan."),
            .must("box", .list(.integer(), count: 4...4), "x, y, width, height in pixels; zeros for nowhere."),
        ]))
}

extension PaperStanding: Described {
    static let schema = Schema.object([
        .must("name", .text()), .must("standing", .word(["present", "missing", "shown", "if-applicable", "unknown"])),
        .must("pages", .list(.integer())),
    ])
}

extension QueueRow: Described {
    static let schema = Schema.named(
        "Item",
        .object([
            .must("item", .text()), .must("dossier", .text()), .must("unit", .text()),
            .must("state", .words(QueueItem.State.self)), .may("due", .time, "What the office promised."),
            .may("statutory", .time, "What the law allows."), .must("opened", .time), .must("received", .time),
            .may("number", .text()), .may("officer", .text(), "Who accepted it."),
            .may("waits", .words(PauseReason.self), "What a paused item waits for."),
            .may("procedure", .object([.must("code", .text()), .may("name", .text())])),
            .must("source", .text(), "The scan file's name."), .must("pages", .list(.integer())),
        ]))
}
