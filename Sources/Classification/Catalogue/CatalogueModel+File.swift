package import Foundation

/// A file of a catalogue's model: its entries in words, and what was confirmed in whole numbers.
extension CatalogueModel {
    static let magic = Array("HOSOCATL".utf8)
    private static let envelope = ModelEnvelope(magic: magic, formatVersion: 1)

    package static func isOne(_ data: Data) -> Bool { data.starts(with: magic) }

    package func fileContents() -> Data {
        var writer = ByteWriter()
        writer.write(name)
        writer.write(version)
        writer.write(entries.count)
        for entry in entries {
            [entry.code, entry.name, entry.field].forEach { writer.write($0) }
            for list in [entry.papers, entry.formTitles] {
                writer.write(list.count)
                list.forEach { writer.write($0) }
            }
            writer.write(confirmed.texts[entry.code] ?? 0)
        }
        let places = Dictionary(entries.enumerated().map { ($0.element.code, $0.offset) }) { first, _ in first }
        writer.write(confirmed.holding.count)
        for (key, pages) in confirmed.holding.sorted(by: { $0.key < $1.key }) {
            writer.write(fixed: key)
            writer.write(pages.count)
            for (place, count) in pages.map({ (places[$0.key] ?? 0, $0.value) }).sorted(by: { $0.0 < $1.0 }) {
                writer.write(place)
                writer.write(count)
            }
        }
        return Self.envelope.sealed(writer.bytes)
    }

    /// - Throws: `ModelError.damaged` for anything that `fileContents` did not write just so.
    package init(fileContents data: Data) throws {
        var reader = ByteReader(try Self.envelope.opened(data))
        let name = try reader.readText()
        let version = try reader.readText()
        var entries: [CatalogueEntry] = []
        var texts: [String: UInt32] = [:]
        for _ in 0..<(try reader.readCount()) {
            var entry = CatalogueEntry(
                code: try reader.readText(), name: try reader.readText(), field: try reader.readText(), papers: [])
            entry.papers = try (0..<(try reader.readCount())).map { _ in try reader.readText() }
            entry.formTitles = try (0..<(try reader.readCount())).map { _ in try reader.readText() }
            let count = UInt32(try reader.readNumber(below: Int(UInt32.max)))
            if count > 0 { texts[entry.code] = count }
            entries.append(entry)
        }
        var holding: [UInt64: [String: UInt32]] = [:]
        for _ in 0..<(try reader.readCount()) {
            let key = try reader.readFixed()
            var pages: [String: UInt32] = [:]
            for _ in 0..<(try reader.readCount()) {
                let place = try reader.readNumber(below: entries.count)
                pages[entries[place].code] = UInt32(try reader.readNumber(below: Int(UInt32.max)))
            }
            holding[key] = pages
        }
        guard reader.isAtEnd, !entries.isEmpty else { throw ModelError.damaged("it holds other things than a model") }
        self.init(
            name: name, version: version, entries: entries,
            confirmed: ConfirmedCounts(texts: texts, holding: holding))
    }
}
