import Foundation

/// A file that was not taken in, in the shape of a result without a dossier.
struct RefusalObject: Encodable {
    let dossier: String? = nil
    var source: String
    let pages: [Int] = []
    let decision = "quarantined"
    var reason: String

    private enum CodingKeys: String, CodingKey {
        case dossier, source, pages, decision, reason
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: CodingKeys.self)
        try object.encodeNil(forKey: .dossier)
        try object.encode(source, forKey: .source)
        try object.encode(pages, forKey: .pages)
        try object.encode(decision, forKey: .decision)
        try object.encode(reason, forKey: .reason)
    }
}

enum JSONLine {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
