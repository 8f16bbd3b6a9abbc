package import Dossiers

/// The procedures an office deals with, by their national code.
package struct Catalogue: Sendable {
    /// By code.
    package let procedures: [Procedure]
    private let positions: [String: Int]

    /// Of two with one code the first is kept; the reader of catalogue files reports the second.
    package init(_ procedures: [Procedure]) {
        var seen: Set<String> = []
        self.procedures = procedures.filter { seen.insert($0.code).inserted }.sorted { $0.code < $1.code }
        positions = Dictionary(
            uniqueKeysWithValues: self.procedures.enumerated().map { ($0.element.code, $0.offset) })
    }

    package subscript(code: String) -> Procedure? { positions[code].map { procedures[$0] } }

    /// The fields of administration that occur, in alphabetical order.
    package var fields: [String] { Set(procedures.map(\.field)).sorted() }
}

extension Procedure {
    /// The limit of a channel, or the one for all.
    package func timeLimit(through channel: Channel) -> TimeLimit? { timeLimitByChannel[channel] ?? timeLimit }
}
