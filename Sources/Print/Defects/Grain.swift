import Foundation

/// The noise of a sensor.
enum Grain {
    /// - Parameter sigma: Standard deviation, in samples.
    static func add(to image: inout PixelImage, sigma: Double, random: inout RandomStream) {
        // A table of normal deviates (Box and Muller, 1958), read at random places: fast, and good enough to the eye.
        let size = 4096
        var table = [Int16](repeating: 0, count: size)
        for index in table.indices {
            let radius = (-2 * log(max(random.unit(), 1e-12))).squareRoot()
            table[index] = Int16((radius * Trigonometry.cosine(2 * Double.pi * random.unit()) * sigma).rounded())
        }
        let channels = image.channels
        let pixels = image.width * image.height
        image.samples.withUnsafeMutableBufferPointer { samples in
            table.withUnsafeBufferPointer { table in
                var bits: UInt64 = 0
                for pixel in 0..<pixels {
                    if pixel % 5 == 0 { bits = random.next() }
                    let noise = Int(table[Int(bits & 4095)])
                    bits >>= 12
                    for channel in 0..<channels {
                        let place = pixel * channels + channel
                        samples[place] = UInt8(clamping: Int(samples[place]) + noise)
                    }
                }
            }
        }
    }
}

/// Dirt on the glass.
enum Specks {
    static func add(to image: inout PixelImage, count: Int, random: inout RandomStream) {
        for _ in 0..<count {
            let x = random.number(0...image.width - 4)
            let y = random.number(0...image.height - 4)
            let (w, h) = (random.number(1...3), random.number(1...3))
            let ink = UInt8(image.isBilevel ? 0 : random.number(0...70))
            let shade: UInt8 = random.chance(0.8) ? ink : 255
            for row in y..<y + h {
                for place in (row * image.width + x) * image.channels..<(row * image.width + x + w) * image.channels {
                    image.samples[place] = shade
                }
            }
        }
    }
}
