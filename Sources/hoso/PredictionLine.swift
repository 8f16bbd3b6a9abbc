import Classification
import Dossiers
import Foundation

/// A prediction as one JSON object in one line; keys in order.
enum PredictionLine {
    /// - Parameter text: What was predicted, where its words for and against are to be named with their places:
    ///   `offset` and `length` in characters as Unicode counts scalars, from 0; absent where they stand in no one place.
    static func bytes(of prediction: Prediction, explaining text: String? = nil) -> [UInt8] {
        var line: [UInt8] = []
        line.reserveCapacity(512)
        line.append(contentsOf: #"{"alternatives":["#.utf8)
        for (place, alternative) in prediction.alternatives.enumerated() {
            if place > 0 { line.append(UInt8(ascii: ",")) }
            line.append(contentsOf: #"{"label":"#.utf8)
            append(alternative.label, to: &line)
            line.append(contentsOf: #","probability":"#.utf8)
            append(alternative.probability, to: &line)
            line.append(UInt8(ascii: "}"))
        }
        line.append(contentsOf: #"],"because":["#.utf8)
        for (place, words) in prediction.because.enumerated() {
            if place > 0 { line.append(UInt8(ascii: ",")) }
            append(words, to: &line)
        }
        line.append(contentsOf: #"],"label":"#.utf8)
        append(prediction.label, to: &line)
        line.append(contentsOf: #","probability":"#.utf8)
        append(prediction.probability, to: &line)
        if let text { append(prediction.weighed, in: text, to: &line) }
        line.append(UInt8(ascii: "}"))
        return line
    }

    private static func append(_ weighed: [Prediction.WeighedWords], in text: String, to line: inout [UInt8]) {
        let offsets = WordOffsets(text)
        line.append(contentsOf: #","reasons":["#.utf8)
        for (place, words) in weighed.enumerated() {
            if place > 0 { line.append(UInt8(ascii: ",")) }
            line.append(UInt8(ascii: "{"))
            if let found = offsets.range(of: words.text) {
                line.append(contentsOf: #""length":\#(found.count),"offset":\#(found.lowerBound),"#.utf8)
            }
            line.append(contentsOf: #""text":"#.utf8)
            append(words.text, to: &line)
            line.append(contentsOf: #","weight":\#(words.weight)}"#.utf8)
        }
        line.append(UInt8(ascii: "]"))
    }

    /// 0…1, which Swift writes as JSON does.
    private static func append(_ probability: Double, to line: inout [UInt8]) {
        line.append(contentsOf: "\(probability)".utf8)
    }

    private static func append(_ text: String, to line: inout [UInt8]) {
        line.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                line.append(UInt8(ascii: "\\"))
                line.append(byte)
            case 0..<0x20: line.append(contentsOf: String(format: "\\u%04x", Int(byte)).utf8)
            default: line.append(byte)
            }
        }
        line.append(UInt8(ascii: "\""))
    }
}
