/// Out of focus by about a pixel: a 1-2-1 filter along rows and columns.
enum Blur {
    static func apply(to image: inout PixelImage) {
        pass(&image, step: image.channels, from: image.channels)
        pass(&image, step: image.width * image.channels, from: image.width * image.channels)
    }

    private static func pass(_ image: inout PixelImage, step: Int, from start: Int) {
        let source = image.samples
        let end = source.count - start
        guard end > start else { return }
        source.withUnsafeBufferPointer { source in
            image.samples.withUnsafeMutableBufferPointer { out in
                for place in start..<end {
                    out[place] = UInt8(
                        (Int(source[place - step]) + 2 * Int(source[place]) + Int(source[place + step])) >> 2)
                }
            }
        }
    }
}
