internal import Dossiers
internal import Foundation

/// How an item stands, as far as the tallies must know to count its next event. It follows from the item's events.
struct ItemStanding: Hashable {
    enum Phase: String {
        case proposed, accepted, paused, completed, returned
    }

    var place: TallyPlace
    var channel: Channel
    var received: Int
    var phase: Phase
    /// Since when it has been in that phase, milliseconds since 1970.
    var since: Int64
    /// Milliseconds in an officer's hands.
    var worked: Int64 = 0
    /// The day on which the promise is due; nil for none.
    var due: Int?
    var pausedFor: String?
}

/// What one event adds to the tallies.
struct TallyChange {
    struct Count: Hashable {
        var day: Int
        var place: TallyPlace
        var measure: Measure
    }

    struct Duration: Hashable {
        var day: Int
        var place: TallyPlace
        var stage: DossierStage
        var bucket: Int
    }

    struct Move: Hashable {
        var day: Int
        var received: Int
        var from: String
        var to: String
        var procedure: String
        var channel: Channel
    }

    struct Pair: Hashable {
        var day: Int
        var kind: TallyPair.Kind
        var first: String
        var second: String
    }

    var counts: [Count: Int] = [:]
    var durations: [Duration: Int] = [:]
    var moves: [Move: Int] = [:]
    var pairs: [Pair: Int] = [:]

    mutating func count(_ measure: Measure, _ amount: Int = 1, on day: Int, _ place: TallyPlace) {
        counts[Count(day: day, place: place, measure: measure), default: 0] += amount
    }

    mutating func take(_ milliseconds: Int64, for stage: DossierStage, on day: Int, _ place: TallyPlace) {
        let bucket = DurationHistogram.bucket(of: milliseconds)
        durations[Duration(day: day, place: place, stage: stage, bucket: bucket), default: 0] += 1
    }

    mutating func pair(_ kind: TallyPair.Kind, _ first: String, _ second: String, on day: Int) {
        pairs[Pair(day: day, kind: kind, first: first, second: second), default: 0] += 1
    }

    mutating func add(_ other: TallyChange) {
        counts.merge(other.counts, uniquingKeysWith: +)
        durations.merge(other.durations, uniquingKeysWith: +)
        moves.merge(other.moves, uniquingKeysWith: +)
        pairs.merge(other.pairs, uniquingKeysWith: +)
    }
}

/// Two things that belong together, counted: which procedure was mistaken for which, and the like.
package struct TallyPair: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// The procedure that was proposed, and the one an officer put in its place.
        case corrected
        /// The procedure that was decided alone, and what a supervisor found who did not know it.
        case audited
        /// What the machine suggested, empty for nothing, and the procedure that a person confirmed: the same, mostly.
        case confirmed
        /// The unit that gave an item back, and the one it should have gone to; empty where nobody said.
        case misrouted
        /// Why a person looks, numbers left out; nothing beside it.
        case review
        /// The model that named a procedure, and how sure it was: see `ConfidenceStep`.
        case confidence
    }

    package var day: Int
    package var kind: Kind
    package var first: String
    package var second: String
    package var count: Int
}
