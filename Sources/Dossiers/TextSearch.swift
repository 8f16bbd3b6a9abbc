extension String {
    /// Whether another text stands in it, byte for byte: for folded texts and plain letters, of which thousands are asked
    /// a dossier. `contains` goes by characters, which takes many times as long.
    package func holds(_ other: String) -> Bool {
        var (text, part) = (self, other)
        return text.withUTF8 { bytes in
            part.withUTF8 { part in
                guard !part.isEmpty, part.count <= bytes.count else { return part.isEmpty }
                return (0...(bytes.count - part.count)).contains { start in
                    bytes[start] == part[0] && bytes[start..<(start + part.count)].elementsEqual(part)
                }
            }
        }
    }
}
