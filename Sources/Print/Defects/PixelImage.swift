/// Pixels in memory: rows from the top, samples 0 (black) … 255.
package struct PixelImage: Hashable, Sendable {
    package let width: Int
    package let height: Int
    /// 1 (gray) or 3 (red, green, blue).
    package let channels: Int
    /// Dots per inch.
    package var resolution: Int
    /// Every gray sample is 0 or 255.
    package var isBilevel = false
    package var samples: [UInt8]

    package init(width: Int, height: Int, channels: Int, resolution: Int, fill: UInt8) {
        self.width = width
        self.height = height
        self.channels = channels
        self.resolution = resolution
        samples = [UInt8](repeating: fill, count: width * height * channels)
    }
}

extension PixelImage {
    /// Rec. 601 luma; what is gray already stays as it is.
    func gray() -> PixelImage {
        guard channels == 3 else { return self }
        var result = PixelImage(width: width, height: height, channels: 1, resolution: resolution, fill: 0)
        let count = width * height
        samples.withUnsafeBufferPointer { source in
            result.samples.withUnsafeMutableBufferPointer { target in
                for index in 0..<count {
                    let red = Int(source[index * 3])
                    let green = Int(source[index * 3 + 1])
                    let blue = Int(source[index * 3 + 2])
                    target[index] = UInt8((red * 299 + green * 587 + blue * 114) / 1000)
                }
            }
        }
        return result
    }

    /// Turned clockwise by quarters of a full turn.
    func turned(quarters: Int) -> PixelImage {
        let quarters = ((quarters % 4) + 4) % 4
        guard quarters > 0 else { return self }
        let swaps = quarters % 2 == 1
        var result = PixelImage(
            width: swaps ? height : width, height: swaps ? width : height, channels: channels, resolution: resolution,
            fill: 0)
        result.isBilevel = isBilevel
        let (w, h, c) = (width, height, channels)
        let target = result.width
        samples.withUnsafeBufferPointer { source in
            result.samples.withUnsafeMutableBufferPointer { out in
                for y in 0..<h {
                    for x in 0..<w {
                        let place =
                            switch quarters {
                            case 1: x * target + (h - 1 - y)
                            case 2: (h - 1 - y) * target + (w - 1 - x)
                            default: (w - 1 - x) * target + y
                            }
                        for channel in 0..<c { out[place * c + channel] = source[(y * w + x) * c + channel] }
                    }
                }
            }
        }
        return result
    }
}
