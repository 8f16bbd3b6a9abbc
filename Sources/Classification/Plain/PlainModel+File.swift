package import Foundation

/// A file of a plain model: what it is, the format's version, a checksum, and the model. What is counted
/// zero times and has no weight is left out.
extension PlainModel {
    static let magic = Array("HOSOTEXT".utf8)
    private static let envelope = ModelEnvelope(magic: magic, formatVersion: 1)

    package static func isOne(_ data: Data) -> Bool { data.starts(with: magic) }

    package func fileContents() -> Data {
        var writer = ByteWriter()
        writer.write(name)
        writer.write(version)
        writer.write(sharpness)
        writer.write(check?.coefficients.count ?? 0)
        check?.coefficients.forEach { writer.write($0) }
        writer.write(thresholds.count)
        for (rate, threshold) in thresholds.sorted(by: { $0.key < $1.key }) {
            writer.write(rate)
            writer.write(threshold)
        }
        let known = labels.indices.filter { $0 < layer.classes || counts.labelTexts[$0] > 0 }
        writer.write(known.count)
        for label in known {
            writer.write(labels[label])
            writer.write(label < counts.labelTexts.count ? Int(counts.labelTexts[label]) : 0)
        }
        writer.write(layer.classes)
        layer.intercepts.forEach { writer.write($0) }
        writer.write(layer.features)
        let features = (0..<counts.features).filter { $0 < layer.features || counts.starts[$0] < counts.starts[$0 + 1] }
        writer.write(features.count)
        for feature in features {
            writer.write(fixed: keys.keys[feature])
            writer.write(counts.starts[feature + 1] - counts.starts[feature])
            var last = 0
            for entry in counts.starts[feature]..<counts.starts[feature + 1] {
                writer.write(Int(counts.labels[entry]) - last)
                last = Int(counts.labels[entry])
                writer.write(counts.texts[entry])
                writer.write(counts.times[entry])
            }
        }
        layer.units.forEach { writer.write($0) }
        layer.weights.forEach { writer.append(UInt8(bitPattern: $0)) }
        return Self.envelope.sealed(writer.bytes)
    }

    /// - Throws: `ModelError.damaged` for anything that `fileContents` did not write just so.
    package init(fileContents data: Data) throws {
        var reader = ByteReader(try Self.envelope.opened(data))
        let name = try reader.readText()
        let version = try reader.readText()
        let sharpness = try reader.readDouble()
        let coefficients = try (0..<(try reader.readCount())).map { _ in try reader.readDouble() }
        var thresholds: [Double: Double] = [:]
        for _ in 0..<(try reader.readCount()) { thresholds[try reader.readDouble()] = try reader.readDouble() }
        var labels: [String] = []
        var labelTexts: [UInt32] = []
        for _ in 0..<(try reader.readCount()) {
            labels.append(try reader.readText())
            labelTexts.append(UInt32(try reader.readNumber(below: Int(UInt32.max))))
        }
        let classes = try reader.readNumber(below: labels.count + 1)
        let intercepts = try (0..<classes).map { _ in try reader.readFloat() }
        let weighed = try reader.readCount()
        let count = try reader.readCount()
        guard classes > 0, weighed <= count else { throw ModelError.damaged("its parts do not fit together") }
        var words: [UInt32] = []
        words.reserveCapacity(count)
        var starts = [0]
        starts.reserveCapacity(count + 1)
        var entryLabels: [UInt16] = []
        var texts: [UInt32] = []
        var times: [UInt32] = []
        // Most features stand in one label or two.
        entryLabels.reserveCapacity(2 * count)
        texts.reserveCapacity(2 * count)
        times.reserveCapacity(2 * count)
        for _ in 0..<count {
            words.append(try reader.readFixed32())
            var label = 0
            for _ in 0..<(try reader.readCount()) {
                label += try reader.readNumber(below: labels.count - label)
                entryLabels.append(UInt16(label))
                texts.append(UInt32(try reader.readNumber(below: Int(UInt32.max))))
                times.append(UInt32(try reader.readNumber(below: Int(UInt32.max))))
            }
            starts.append(entryLabels.count)
        }
        let units = try (0..<weighed).map { _ in try reader.readFloat() }
        let weights = try reader.readBytes(count: weighed * classes).withUnsafeBytes {
            Array($0.bindMemory(to: Int8.self))
        }
        let keys = KeyTable(keys: words)
        guard keys.keys.count == count else { throw ModelError.damaged("a word stands twice") }
        guard reader.isAtEnd else { throw ModelError.damaged("it holds other things than a model") }
        self.init(
            name: name, version: version, labels: labels, keys: keys,
            counts: PlainCounts(
                starts: starts, labels: entryLabels, texts: texts, times: times, labelTexts: labelTexts),
            layer: QuantizedLayer(classes: classes, units: units, weights: weights, intercepts: intercepts))
        self.sharpness = sharpness
        check = coefficients.isEmpty ? nil : LogisticRegression(coefficients: coefficients)
        self.thresholds = thresholds
    }
}
