internal import Dossiers
internal import Ledger
internal import Triage

/// A scan and its dossiers.
struct ScanObject: Described {
    struct Dossier: Described {
        var dossier: String
        var pages: [Int]
        var state: String

        static let schema = Schema.object([
            .must("dossier", .text()), .must("pages", .list(.integer()), "1-based in the scan."),
            .must("state", .word(["split", "triaged"])),
        ])
    }

    var scan: String
    var name: String
    var state: String
    var reason: String?
    var pages: Int?
    var read: Int
    var done: Bool
    var received: String
    var dossiers: [Dossier]

    init(_ progress: ScanProgress, _ dossiers: [DossierRecord]) {
        scan = progress.scan.id
        name = progress.scan.name
        state = progress.scan.state.rawValue
        reason = progress.scan.reason
        pages = progress.scan.pageCount
        read = progress.read
        done = progress.isDone
        received = LocalTime.text(progress.scan.receivedAt)
        self.dossiers = dossiers.map { Dossier(dossier: $0.id, pages: $0.pages, state: $0.state.rawValue) }
    }

    static let schema = Schema.named(
        "Scan",
        .object([
            .must("scan", .text()), .must("name", .text()), .must("state", .words(ScanRecord.State.self)),
            .may("reason", .text(), "Why it could not be opened."), .may("pages", .integer(), "Absent until counted."),
            .must("read", .integer(), "Pages that are settled."),
            .must("done", .flag, "Nothing more happens by itself."),
            .must("received", .time), .must("dossiers", .list(Dossier.schema)),
        ]))
}

/// What became of the files that were sent.
struct UploadObject: Described {
    struct Taken: Described {
        var scan: String
        var new: Bool

        static let schema = Schema.object([
            .must("scan", .text()), .must("new", .flag, "False where the same bytes were there already."),
        ])
    }

    struct Refused: Described {
        var file: Int
        var problem: String

        static let schema = Schema.object([
            .must("file", .integer(), "Its place among the files, from 1."),
            .must("problem", .words(UploadProblem.self)),
        ])
    }

    var scans: [Taken]
    var refused: [Refused]

    init(_ upload: Upload) {
        scans = upload.scans.map { Taken(scan: $0.id, new: $0.isNew) }
        refused = upload.refused.map { Refused(file: $0.place, problem: $0.problem.rawValue) }
    }

    static let schema = Schema.named(
        "Upload",
        .object([.must("scans", .list(Taken.schema)), .must("refused", .list(Refused.schema))]))
}

/// How far a scan has come, as it happens.
struct ProgressObject: Described, Equatable {
    struct Suggestion: Described, Equatable {
        var from: String
        var code: String?
        var name: String?
        var probability: Double?
        var fields: [String: String]

        static let schema = Schema.object([
            .must("from", .word(["title-zone", "first-page"]), "How much of the page was read."),
            .may("code", .text()), .may("name", .text()), .may("probability", .number),
            .must("fields", .map(.text()), "Values read so far, by their names."),
        ])
    }

    var scan: String
    var state: String
    var read: Int
    var pages: Int?
    var suggestion: Suggestion?
    var done: Bool
    var dossiers: [String]

    init(_ progress: ScanProgress, dossiers: [String]) {
        scan = progress.scan.id
        state = progress.scan.state.rawValue
        read = progress.read
        pages = progress.scan.pageCount
        suggestion = progress.suggestion.map { suggestion in
            Suggestion(
                from: suggestion.source.rawValue, code: suggestion.procedure?.code, name: suggestion.procedure?.name,
                probability: suggestion.procedure?.probability,
                fields: Dictionary(
                    suggestion.fields.compactMap { field in field.value.map { (field.name.rawValue, $0) } }
                ) { first, _ in first })
        }
        done = progress.isDone
        self.dossiers = dossiers
    }

    static let schema = Schema.named(
        "Progress",
        .object([
            .must("scan", .text()), .must("state", .words(ScanRecord.State.self)), .must("read", .integer()),
            .may("pages", .integer()), .may("suggestion", Suggestion.schema), .must("done", .flag, "The last event."),
            .must("dossiers", .list(.text()), "Filled once it is done."),
        ]))
}
