/// Uneven light.
enum Shade {
    /// A dark band along one side, as from a lid that was not shut.
    static func edge(_ image: inout PixelImage, random: inout RandomStream) {
        guard random.chance(0.6) else { return }
        let size = image.width
        let width = Double(size) * random.number(0.02...0.08)
        let depth = random.number(60.0...150.0) / 255
        let isLeft = random.chance(0.5)
        let factors = (0..<size).map { x -> Double in
            let distance = Double(isLeft ? x : size - 1 - x)
            return distance > width ? 1 : 1 - depth * (1 - distance / width)
        }
        dim(&image, columns: factors, rows: [Double](repeating: 1, count: image.height))
    }

    /// Multiplies every pixel with the factors of its column and its row, 0…1.
    static func dim(_ image: inout PixelImage, columns: [Double], rows: [Double]) {
        let channels = image.channels
        let width = image.width
        let columns = columns.map { Int($0 * 256) }
        let rows = rows.map { Int($0 * 256) }
        image.samples.withUnsafeMutableBufferPointer { samples in
            for y in rows.indices {
                var place = y * width * channels
                for x in 0..<width {
                    let factor = columns[x] * rows[y]
                    for _ in 0..<channels {
                        samples[place] = UInt8((Int(samples[place]) * factor) >> 16)
                        place += 1
                    }
                }
            }
        }
    }
}
