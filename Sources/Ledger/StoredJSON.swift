internal import Foundation

/// Values kept as JSON text, keys sorted and times in milliseconds, so that the same value is the same text.
enum StoredJSON {
    static func text(of value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .millisecondsSince1970
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// - Throws: `LedgerError.damaged`, which names `place` and quotes nothing of the text.
    static func value<Value: Decodable>(_ type: Value.Type, in text: String, of place: String) throws -> Value {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .millisecondsSince1970
        do {
            return try decoder.decode(type, from: Data(text.utf8))
        } catch {
            throw LedgerError.damaged("\(place) holds no \(type)")
        }
    }
}
