package import Foundation

/// How a stored picture is to be turned and mirrored before it is looked at (Exif 2.3, tag 0x0112).
package enum ExifOrientation: Int, Sendable {
    case upright = 1
    case mirrored
    case upsideDown
    case flipped
    /// Mirrored at the diagonal from top left.
    case transposed
    /// To be turned by a quarter to the right.
    case turnRight
    /// Mirrored at the diagonal from top right.
    case transversed
    case turnLeft

    package var liesOnItsSide: Bool { rawValue >= 5 }
}

/// What a JPEG file says of its picture before the picture begins (ITU T.81, annex B).
package struct JPEGHeader: Hashable, Sendable {
    /// Pixels as stored.
    package var width = 0
    package var height = 0
    /// 1 gray, 3 colour, 4 ink.
    package var components = 0
    /// Adobe's programs store ink inverted, and leave their marker.
    package var isAdobe = false
    package var orientation = ExifOrientation.upright

    /// Nil for a file that is no JPEG, or that ends before its frame.
    package init?(path: String) {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        // Profiles and previews of cameras come first; a frame behind more than this is none of a scan's.
        guard let head = try? file.read(upToCount: 4 << 20) else { return nil }
        self.init(head)
    }

    package init?(_ data: Data) {
        let bytes = [UInt8](data)
        guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
        var place = 2
        while let segment = Segment(at: place, in: bytes) {
            switch segment.marker {
            case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
                guard segment.body.count >= 6 else { return nil }
                let body = Array(segment.body)
                height = Int(body[1]) << 8 | Int(body[2])
                width = Int(body[3]) << 8 | Int(body[4])
                components = Int(body[5])
                return
            case 0xEE: isAdobe = isAdobe || segment.body.starts(with: Array("Adobe".utf8))
            case 0xE1: orientation = Self.orientation(inExif: Array(segment.body)) ?? orientation
            default: break
            }
            place = segment.end
        }
        return nil
    }

    private struct Segment {
        var marker: UInt8
        var body: ArraySlice<UInt8>
        var end: Int

        init?(at start: Int, in bytes: [UInt8]) {
            var place = start
            // Fill bytes may stand before a marker.
            while place + 1 < bytes.count, bytes[place] == 0xFF, bytes[place + 1] == 0xFF { place += 1 }
            guard place + 4 <= bytes.count, bytes[place] == 0xFF else { return nil }
            let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
            guard length >= 2, place + 2 + length <= bytes.count else { return nil }
            marker = bytes[place + 1]
            body = bytes[(place + 4)..<(place + 2 + length)]
            end = place + 2 + length
        }
    }

    /// Of the first directory of the TIFF that Exif is.
    private static func orientation(inExif body: [UInt8]) -> ExifOrientation? {
        guard body.starts(with: Array("Exif\0\0".utf8)), body.count >= 14 else { return nil }
        let tiff = Array(body[6...])
        let isBigEndian = tiff[0] == 0x4D
        func number(at place: Int, bytes: Int) -> Int? {
            guard place >= 0, place + bytes <= tiff.count else { return nil }
            let part = tiff[place..<(place + bytes)]
            return (isBigEndian ? Array(part) : part.reversed()).reduce(0) { $0 << 8 | Int($1) }
        }
        guard let directory = number(at: 4, bytes: 4), let count = number(at: directory, bytes: 2) else { return nil }
        for entry in 0..<count {
            let place = directory + 2 + 12 * entry
            guard let tag = number(at: place, bytes: 2) else { return nil }
            if tag == 0x0112 { return number(at: place + 8, bytes: 2).flatMap(ExifOrientation.init) }
        }
        return nil
    }
}
