extension MemberLayer {
    func write(to writer: inout ByteWriter) {
        writer.write(members.count)
        for member in members {
            writer.write(member.label)
            writer.write(member.family ?? "")
        }
        writer.write(keys.count)
        keys.forEach { writer.write(fixed: $0) }
        layer.intercepts.forEach { writer.write($0) }
        layer.weights.forEach { writer.write($0) }
    }

    /// - Throws: `ModelError.damaged`.
    init(from reader: inout ByteReader) throws {
        let members = try (0..<(try reader.readCount())).map { _ in
            LabelIndex.Item(label: try reader.readText(), family: try reader.readText())
        }
        let keys = try (0..<(try reader.readCount())).map { _ in try reader.readFixed() }
        guard zip(keys, keys.dropFirst()).allSatisfy({ $0 < $1 }) else {
            throw ModelError.damaged("its words are out of order")
        }
        var layer = LinearLayer(classes: members.count, features: keys.count)
        for index in layer.intercepts.indices { layer.intercepts[index] = try reader.readFloat() }
        for index in layer.weights.indices { layer.weights[index] = try reader.readFloat() }
        self.init(members: members, keys: keys, layer: layer)
    }
}
