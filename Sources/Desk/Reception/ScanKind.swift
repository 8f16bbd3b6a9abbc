/// The kinds of files that readers read, told by their first bytes: what a file is called says nothing.
enum ScanKind: String, CaseIterable, Sendable {
    case pdf, jpeg, png, tiff, webp, bmp, gif, jp2

    /// Bytes that tell.
    static let headLength = 1_024

    /// Nil for anything else.
    init?(head: [UInt8]) {
        let found = Self.allCases.first { kind in
            switch kind {
            // Junk of up to 1 KiB before the header is common and allowed.
            case .pdf: head.prefix(Self.headLength).contains(Array("%PDF-".utf8))
            case .jpeg: head.starts(with: [0xff, 0xd8, 0xff])
            case .png: head.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
            case .tiff: head.starts(with: [0x49, 0x49, 0x2a, 0]) || head.starts(with: [0x4d, 0x4d, 0, 0x2a])
            case .webp: head.starts(with: Array("RIFF".utf8)) && head.dropFirst(8).starts(with: Array("WEBP".utf8))
            case .bmp: head.starts(with: Array("BM".utf8)) && head.count > 26
            case .gif: head.starts(with: Array("GIF8".utf8))
            case .jp2: head.starts(with: [0, 0, 0, 0x0c, 0x6a, 0x50, 0x20, 0x20])
            }
        }
        guard let found else { return nil }
        self = found
    }
}

/// What a file that is put in is called from then on.
enum UploadName {
    private static let longest = 120

    /// The name without folders and without what no name needs; never empty.
    static func cleaned(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let plain = String(
            String.UnicodeScalarView(
                last.unicodeScalars.filter { scalar in
                    switch scalar.properties.generalCategory {
                    // Control signs, and those that turn the direction of what follows.
                    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
                    default: true
                    }
                }))
        let trimmed = plain.prefix(longest).drop { $0 == "." || $0.isWhitespace }
        return trimmed.isEmpty ? "scan" : String(trimmed)
    }
}
