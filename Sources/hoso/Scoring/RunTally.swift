import Dossiers
import Foundation
import Print

/// What a run's results have to be decoded for to be held against the truth.
struct CheckedResult: Decodable {
    struct Named: Decodable { var code: String }
    struct Value: Decodable {
        var value: String?
        var confidence: Double
    }

    var source: String
    var pages: [Int]
    var procedure: Named?
    var decision: String
    var fields: [String: Value]
    var papers: [PaperStanding]?
}

/// Counts over some dossiers: how a run did, by what their scans and fields are.
struct RunTally {
    var dossiers = 0
    /// Applications whose request is printed, and those named rightly.
    var printed = 0
    var printedRight = 0
    var auto = 0
    var autoWrong = 0
    /// Dossiers with no application, and those that went to a unit all the same.
    var strangers = 0
    var strangersAuto = 0
    /// Printed values of the truth, those found exactly, and all that were given.
    var values = 0
    var found = 0
    var given = 0
    /// Values given with a confidence above 0.9, and those of them that are wrong.
    var sure = 0
    var sureWrong = 0
    /// Dossiers named rightly with a list of papers, and those whose papers stand as they should.
    var lists = 0
    var listsRight = 0

    mutating func countDecision(_ result: CheckedResult, _ truth: SampleTruth) {
        dossiers += 1
        let isAuto = result.decision == "auto"
        let isRight = result.procedure?.code == truth.procedure
        guard truth.procedure != nil else {
            strangers += 1
            if isAuto { strangersAuto += 1 }
            return
        }
        if isAuto {
            auto += 1
            if !isRight { autoWrong += 1 }
        }
        // Where only strokes of a pen tell the procedure, nobody can read it.
        if truth.contents.contains(where: \.decides) {
            printed += 1
            if isRight { printedRight += 1 }
        }
    }

    /// - Parameter name: Count this field only; nil counts all.
    mutating func countFields(_ result: CheckedResult, _ truth: SampleTruth, only name: String? = nil) {
        let byHand = Set(truth.handwrittenFields)
        for (field, value) in truth.fields where !byHand.contains(field) && (name ?? field) == field {
            values += 1
            if result.fields[field]?.value?.precomposedStringWithCanonicalMapping == value { found += 1 }
        }
        for (field, reading) in result.fields where (name ?? field) == field {
            guard let value = reading.value else { continue }
            // What stands there by hand is not known to the truth; a card's code may well give it.
            if byHand.contains(field), truth.fields[field] == nil { continue }
            given += 1
            guard reading.confidence > Self.sureConfidence else { continue }
            sure += 1
            if value.precomposedStringWithCanonicalMapping != truth.fields[field] { sureWrong += 1 }
        }
    }

    mutating func countPapers(_ result: CheckedResult, expected: [PaperStanding]) {
        guard !expected.isEmpty else { return }
        lists += 1
        if (result.papers ?? []).map(\.standing) == expected.map(\.standing) { listsRight += 1 }
    }

    private static let sureConfidence = 0.9

    static func share(_ part: Int, _ whole: Int) -> String {
        whole == 0 ? "-" : String(format: "%.3f", Double(part) / Double(whole))
    }
}
