internal import Foundation

/// An event as it stands in its row: what the chain is computed over.
package struct ChainedEvent {
    var sequence: Int
    /// Milliseconds since 1970.
    var at: Int64
    var kind: String
    var scan: String?
    var page: Int?
    var dossier: String?
    var item: String?
    var actor: String?
    var detail: String

    /// What stands before the first event.
    package static let beginning = String(repeating: "0", count: 64)

    /// SHA-256 over the hash of the event before and every column of this one.
    ///
    /// Each value has its length before it, so that no two rows write the same bytes.
    func hash(after previous: String) -> String {
        Self.hash(
            of: [
                String(sequence), String(at), kind, scan, page.map { String($0) }, dossier, item, actor, detail,
            ], after: previous)
    }

    /// - Parameter columns: In the order of `init(row:)`, whole numbers as their digits.
    package static func hash(of columns: [String?], after previous: String) -> String {
        let text = ([previous] + columns).map { value in value.map { "\($0.utf8.count):\($0);" } ?? "-;" }.joined()
        return ContentDigest.of(Data(text.utf8))
    }
}

extension ChainedEvent {
    /// - Throws: `LedgerError.damaged` for a value of another type.
    init(row: ResultRow) throws {
        sequence = try row.integer("sequence")
        at = Int64(try row.integer("happened_at"))
        kind = try row.text("kind")
        scan = try row.textOrNil("scan")
        page = try row.integerOrNil("page")
        dossier = try row.textOrNil("dossier")
        item = try row.textOrNil("item")
        actor = try row.textOrNil("actor")
        detail = try row.text("detail")
    }
}

extension Transaction {
    /// - Parameter time: Of the event after it, in milliseconds since 1970: on a server it is looked for in the months
    ///   about that time first.
    /// - Throws: `LedgerError.damaged` where the event is not there.
    func hash(ofEvent sequence: Int, before time: Int64) throws -> String {
        guard sequence >= 1 else { return ChainedEvent.beginning }
        let from = Month.slackStart(before: Date(milliseconds: time))
        let near = try row(
            "SELECT hash FROM events WHERE sequence = $1 AND happened_at >= \(from)", .integer(sequence)
        ) { try $0.text("hash") }
        if let near { return near }
        let hash = try row("SELECT hash FROM events WHERE sequence = $1", .integer(sequence)) { try $0.text("hash") }
        guard let hash else { throw LedgerError.damaged("event \(sequence) is not there") }
        return hash
    }

    /// Gives events that were written before there was a chain their place in it.
    func chainEvents() throws {
        var previous = ChainedEvent.beginning
        var last = 0
        while true {
            let events = try rows(
                "SELECT * FROM events WHERE sequence > $1 ORDER BY sequence LIMIT 1000", .integer(last),
                make: ChainedEvent.init)
            for event in events {
                previous = event.hash(after: previous)
                try run("UPDATE events SET hash = $2 WHERE sequence = $1", .integer(event.sequence), .text(previous))
            }
            guard let end = events.last?.sequence else { return }
            last = end
        }
    }
}
