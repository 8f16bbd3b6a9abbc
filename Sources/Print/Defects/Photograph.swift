/// A page photographed with a telephone, lying on a table.
enum Photograph {
    static func take(_ page: PixelImage, random: inout RandomStream) -> PixelImage {
        let (pw, ph) = (Double(page.width), Double(page.height))
        let margin = random.number(0.03...0.09)
        let width = Int(pw * (1 + 2 * margin))
        let height = Int(ph * (1 + 2 * margin))
        // The picture's resolution is a guess, as it is for every photograph.
        var photo = PixelImage(width: width, height: height, channels: 3, resolution: page.resolution, fill: 0)
        table(&photo, random: &random)
        Warp.draw(lit(page, random: &random), through: view(page, photo, margin, &random), on: &photo)
        shadow(&photo, random: &random)
        if random.chance(0.5) { Blur.apply(to: &photo) }
        Grain.add(to: &photo, sigma: random.number(2.5...6.0), random: &random)
        return photo
    }

    /// From the photograph's pixels to the page's.
    private static func view(
        _ page: PixelImage, _ photo: PixelImage, _ margin: Double, _ random: inout RandomStream
    ) -> Projection {
        let (pw, ph) = (Double(page.width), Double(page.height))
        func off(_ size: Double) -> Double { size * random.number(-0.035...0.035) }
        // Where the photograph's corners would lie on the page.
        let (mx, my) = (pw * margin, ph * margin)
        let corners = [
            (x: -mx + off(pw), y: -my + off(ph)), (x: pw + mx + off(pw), y: -my + off(ph)),
            (x: pw + mx + off(pw), y: ph + my + off(ph)), (x: -mx + off(pw), y: ph + my + off(ph)),
        ]
        var map = Projection(unitSquareTo: corners)
        let (w, h) = (Double(photo.width), Double(photo.height))
        map.a /= w
        map.d /= w
        map.g /= w
        map.b /= h
        map.e /= h
        map.h /= h
        return map
    }

    /// Paper under a lamp: not white, and of the lamp's colour.
    private static func lit(_ page: PixelImage, random: inout RandomStream) -> PixelImage {
        var result = page
        let black = random.number(25.0...55.0)
        let whites = [random.number(212.0...244.0), random.number(208.0...238.0), random.number(188.0...232.0)]
        let tables = whites.map { white in (0..<256).map { UInt8(black + (white - black) * Double($0) / 255) } }
        result.samples.withUnsafeMutableBufferPointer { samples in
            for place in stride(from: 0, to: samples.count - 2, by: 3) {
                samples[place] = tables[0][Int(samples[place])]
                samples[place + 1] = tables[1][Int(samples[place + 1])]
                samples[place + 2] = tables[2][Int(samples[place + 2])]
            }
        }
        return result
    }

    private static func table(_ photo: inout PixelImage, random: inout RandomStream) {
        let base = [random.number(70...150), random.number(50...110), random.number(30...90)]
        let (width, height) = (photo.width, photo.height)
        let veins = (0..<height).map { _ in random.number(-9...9) }
        photo.samples.withUnsafeMutableBufferPointer { samples in
            for y in 0..<height {
                for x in 0..<width {
                    // The grain of wood runs slightly downhill.
                    let vein = veins[(y + x / 37) % height]
                    for channel in 0..<3 {
                        samples[(y * width + x) * 3 + channel] = UInt8(clamping: base[channel] + vein)
                    }
                }
            }
        }
    }

    /// Light falls off to one side and to one end.
    private static func shadow(_ photo: inout PixelImage, random: inout RandomStream) {
        func ramp(_ count: Int, _ depth: Double, _ isReversed: Bool) -> [Double] {
            (0..<count).map { place in
                let along = Double(place) / Double(count)
                return 1 - depth * (isReversed ? 1 - along : along)
            }
        }
        let columns = ramp(photo.width, random.number(0.05...0.38), random.chance(0.5))
        let rows = ramp(photo.height, random.number(0.0...0.3), random.chance(0.5))
        Shade.dim(&photo, columns: columns, rows: rows)
    }
}
