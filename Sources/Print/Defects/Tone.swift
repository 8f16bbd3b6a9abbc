import Foundation

/// How dark ink and how light paper come out.
struct Tone {
    /// Samples, 0…255.
    var black: Double
    var white: Double
    var gamma: Double

    func apply(to image: inout PixelImage) {
        let table = (0..<256).map { level -> UInt8 in
            UInt8(clamping: Int((black + (white - black) * pow(Double(level) / 255, gamma)).rounded()))
        }
        image.samples.withUnsafeMutableBufferPointer { samples in
            for index in samples.indices { samples[index] = table[Int(samples[index])] }
        }
    }
}

/// Black or white, nothing between.
enum Threshold {
    static func apply(to image: inout PixelImage, level: Int) {
        let level = UInt8(clamping: level)
        image.samples.withUnsafeMutableBufferPointer { samples in
            for index in samples.indices { samples[index] = samples[index] < level ? 0 : 255 }
        }
    }
}
