package import Foundation

/// A model file: eight bytes that say what it is, the format's version, a checksum, and the model.
///
/// Its bytes follow from the counts and settings alone: labels and features stand in their own order,
/// not in the order of learning, and what is counted zero times is left out.
extension Model {
    private static let envelope = ModelEnvelope(magic: Array("HOSOMODL".utf8), formatVersion: 3)
    /// The format before: one threshold however well a page was read.
    private static let envelopeBefore = ModelEnvelope(magic: envelope.magic, formatVersion: 2)

    package func fileContents() -> Data {
        var writer = ByteWriter()
        writer.write(name)
        writer.write(version)
        settings.write(to: &writer)

        let order = labels.items.indices
            .filter { $0 < counts.totals.count && counts.totals[$0].texts > 0 }
            .sorted { labels.items[$0] < labels.items[$1] }
        var place = [Int](repeating: 0, count: labels.items.count)
        writer.write(order.count)
        for (position, label) in order.enumerated() {
            place[label] = position
            writer.write(labels.items[label].label)
            writer.write(labels.items[label].family == nil ? 0 : 1)
            writer.write(labels.items[label].family ?? "")
            writer.write(counts.totals[label].texts)
            writer.write(counts.totals[label].mass)
        }

        let features = counts.entries.indices.filter { !counts.entries[$0].isEmpty }
            .sorted { vocabulary.features[$0] < vocabulary.features[$1] }
        writer.write(features.count)
        var previous: [UInt8] = []
        for feature in features {
            let text = Array(vocabulary.features[feature].text.utf8)
            let shared = zip(previous, text).prefix { $0 == $1 }.count
            writer.write(shared)
            writer.write(text.count - shared)
            text.dropFirst(shared).forEach { writer.append($0) }
            previous = text
            writer.write(counts.entries[feature].count)
            var last = 0
            for entry in counts.entries[feature].sorted(by: { place[Int($0.label)] < place[Int($1.label)] }) {
                writer.write(place[Int(entry.label)] - last)
                last = place[Int(entry.label)]
                writer.write(entry.texts)
                writer.write(entry.mass)
            }
        }

        return Self.envelope.sealed(writer.bytes)
    }

    /// - Throws: `ModelError.damaged` for anything that `fileContents` did not write just so.
    package init(fileContents data: Data) throws {
        let isOfTheFormatBefore = data.dropFirst(8).first == Self.envelopeBefore.formatVersion
        var reader = ByteReader(try (isOfTheFormatBefore ? Self.envelopeBefore : Self.envelope).opened(data))
        let name = try reader.readText()
        let version = try reader.readText()
        let settings = try ModelSettings(from: &reader, hasReadingBands: !isOfTheFormatBefore)
        var items: [LabelIndex.Item] = []
        var totals: [EvidenceCounts.Total] = []
        for _ in 0..<(try reader.readCount()) {
            let label = try reader.readText()
            let hasFamily = try reader.readNumber(below: 2) == 1
            let family = try reader.readText()
            items.append(LabelIndex.Item(label: label, family: hasFamily ? family : nil))
            let texts = UInt32(try reader.readNumber(below: Int(UInt32.max)))
            totals.append(EvidenceCounts.Total(texts: texts, mass: UInt64(try reader.readNumber())))
        }

        let count = try reader.readCount()
        var features: [Feature] = []
        features.reserveCapacity(count)
        var entries: [[EvidenceCounts.Entry]] = []
        entries.reserveCapacity(count)
        var text: [UInt8] = []
        for _ in 0..<count {
            text.removeLast(text.count - (try reader.readNumber(below: text.count + 1)))
            text.append(contentsOf: try reader.readBytes())
            features.append(Feature(text: String(decoding: text, as: UTF8.self)))
            var list: [EvidenceCounts.Entry] = []
            let length = try reader.readCount()
            list.reserveCapacity(length)
            var label = 0
            for _ in 0..<length {
                label += try reader.readNumber(below: items.count - label)
                let texts = UInt32(try reader.readNumber(below: Int(UInt32.max)))
                let mass = UInt64(try reader.readNumber())
                list.append(EvidenceCounts.Entry(label: Int32(label), texts: texts, mass: mass))
            }
            entries.append(list)
        }
        guard reader.isAtEnd, !features.isEmpty else { throw ModelError.damaged("it holds other things than a model") }
        self.init(
            name: name, version: version, settings: settings, labels: LabelIndex(items: items),
            vocabulary: Vocabulary(features: features), counts: EvidenceCounts(entries: entries, totals: totals))
    }
}

extension ModelSettings {
    fileprivate func write(to writer: inout ByteWriter) {
        writer.write(recipe.rawValue)
        writer.write(weighting.rawValue)
        writer.write(smoothing)
        writer.write(sharpness)
        writer.write(memberSharpness)
        for check in [familyCheck, memberCheck] {
            writer.write(check?.coefficients.count ?? 0)
            check?.coefficients.forEach { writer.write($0) }
        }
        writer.write(titles.titles.count)
        for (family, titles) in titles.titles.sorted(by: { $0.key < $1.key }) {
            writer.write(family)
            writer.write(titles.count)
            titles.forEach { writer.write($0) }
        }
        writer.write(memberLayers.count)
        for (family, layer) in memberLayers.sorted(by: { $0.key < $1.key }) {
            writer.write(family)
            layer.write(to: &writer)
        }
        for thresholds in [thresholds] + ReadingBand.allCases.map({ thresholdsByReading[$0] ?? [:] }) {
            writer.write(thresholds.count)
            for (rate, threshold) in thresholds.sorted(by: { $0.key < $1.key }) {
                writer.write(rate)
                writer.write(threshold)
            }
        }
    }

    fileprivate init(from reader: inout ByteReader, hasReadingBands: Bool) throws {
        recipe = FeatureRecipe(rawValue: UInt8(try reader.readNumber(below: 16)))
        let weighting = Weighting(rawValue: UInt8(try reader.readNumber(below: 256)))
        guard let weighting else { throw ModelError.damaged("its weighting is unknown") }
        self.weighting = weighting
        smoothing = try reader.readDouble()
        sharpness = try reader.readDouble()
        memberSharpness = try reader.readDouble()
        familyCheck = try Self.readCheck(from: &reader)
        memberCheck = try Self.readCheck(from: &reader)
        var titles: [String: [String]] = [:]
        for _ in 0..<(try reader.readCount()) {
            let family = try reader.readText()
            titles[family] = try (0..<(try reader.readCount())).map { _ in try reader.readText() }
        }
        self.titles = TitleIndex(titles: titles)
        for _ in 0..<(try reader.readCount()) {
            let family = try reader.readText()
            memberLayers[family] = try MemberLayer(from: &reader)
        }
        thresholds = try Self.readThresholds(from: &reader)
        for band in ReadingBand.allCases {
            thresholdsByReading[band] = hasReadingBands ? try Self.readThresholds(from: &reader) : thresholds
        }
    }

    private static func readThresholds(from reader: inout ByteReader) throws -> [Double: Double] {
        var thresholds: [Double: Double] = [:]
        for _ in 0..<(try reader.readCount()) { thresholds[try reader.readDouble()] = try reader.readDouble() }
        return thresholds
    }

    private static func readCheck(from reader: inout ByteReader) throws -> LogisticRegression? {
        var coefficients: [Double] = []
        for _ in 0..<(try reader.readCount()) { coefficients.append(try reader.readDouble()) }
        return coefficients.isEmpty ? nil : LogisticRegression(coefficients: coefficients)
    }
}
