/// What the page of a dossier is filled with.
struct DossierContent: Sendable {
    /// A page of the scan with what was read off it.
    struct Sheet: Sendable {
        struct Box: Sendable {
            var id: String
            var field: String
            var label: String
            var x: Int
            var y: Int
            var width: Int
            var height: Int
        }

        var number: Int
        var picture: String
        var thumbnail: String
        /// Pixels of the page as boxes are given; nil for a page that was not read.
        var width: Int?
        var height: Int?
        var boxes: [Box]
        var isBlank: Bool
    }

    struct Choice: Sendable {
        var code: String
        var name: String
        var likelihood: String
        var isChosen: Bool
        /// A digit that chooses it; nil for what was searched for.
        var key: Int?
        var because: String?
    }

    struct Field: Sendable {
        /// The piece of the scan that it was read from.
        struct Piece: Sendable {
            var picture: String
            /// x, y, width and height of the piece.
            var view: String
            var width: Int
            var height: Int
        }

        var name: String
        var label: String
        var value: String
        /// `doubtful`, `empty`, `sure` or `absent`: how the page marks it.
        var level: String
        /// In words; nil where nothing is to be said.
        var note: String?
        var page: Int?
        var boxID: String?
        var piece: Piece?
        var mode: String
    }

    struct Item: Sendable {
        struct Move: Sendable {
            var move: String
            var label: String
        }

        var id: String
        var unit: String
        var state: String
        var left: String
        var urgency: String
        var due: String
        var officer: String?
        var isOwn: Bool
        var moves: [Move]
        var canReturn: Bool
        var canPause: Bool
        var canHandOver: Bool
    }

    struct Unit: Sendable {
        var id: String
        var name: String
    }

    var id: String
    var heading: String
    var source: String
    var number: String?
    var problem: String?
    /// Why a person looks.
    var reason: String?
    /// What has been said of it.
    var standing: String?
    var isDecided: Bool
    var scan: String?
    var sheets: [Sheet]
    var farPages: [Sheet]
    var choices: [Choice]
    var found: [Choice]
    var query: String
    var fields: [Field]
    var others: [Field]
    var outlook: Outlook?
    var items: [Item]
    var units: [Unit]
    var canDecide: Bool
    var canDismiss: Bool
    var canPrint: Bool
    /// Where the person came from, and how to go on there.
    var isReview: Bool
    var order: String
    var waiting: Int
}

/// What comes of a procedure: who deals with the dossier, until when, with which papers.
struct Outlook: Sendable {
    struct Paper: Sendable {
        var name: String
        var standing: String
        var label: String
        var pages: String?
    }

    var unit: String
    var due: String
    /// Why it goes nowhere; nil where it does.
    var problem: String?
    var papers: [Paper]
    var missing: Int
    // Stored, because templates see nothing else.
    var hasPapers: Bool

    init(unit: String, due: String, problem: String?, papers: [Paper]) {
        self.unit = unit
        self.due = due
        self.problem = problem
        self.papers = papers
        missing = papers.filter { $0.standing == "missing" }.count
        hasPapers = !papers.isEmpty
    }
}
