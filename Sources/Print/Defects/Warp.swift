/// Where each pixel of a new picture comes from in the old one.
struct Projection {
    // x' = (a x + b y + c) / (g x + h y + 1), y' = (d x + e y + f) / (g x + h y + 1)
    var a = 1.0
    var b = 0.0
    var c = 0.0
    var d = 0.0
    var e = 1.0
    var f = 0.0
    var g = 0.0
    var h = 0.0

    /// The projection that takes the unit square's corners to four points, clockwise from the top left.
    ///
    /// Heckbert, "Fundamentals of Texture Mapping and Image Warping", 1989, section 2.2.3.
    init(unitSquareTo points: [(x: Double, y: Double)]) {
        let (p0, p1, p2, p3) = (points[0], points[1], points[2], points[3])
        let (dx1, dx2, dx3) = (p1.x - p2.x, p3.x - p2.x, p0.x - p1.x + p2.x - p3.x)
        let (dy1, dy2, dy3) = (p1.y - p2.y, p3.y - p2.y, p0.y - p1.y + p2.y - p3.y)
        let determinant = dx1 * dy2 - dx2 * dy1
        g = (dx3 * dy2 - dx2 * dy3) / determinant
        h = (dx1 * dy3 - dx3 * dy1) / determinant
        a = p1.x - p0.x + g * p1.x
        b = p3.x - p0.x + h * p3.x
        c = p0.x
        d = p1.y - p0.y + g * p1.y
        e = p3.y - p0.y + h * p3.y
        f = p0.y
    }

    init() {}
}

enum Warp {
    /// Turned about the middle, clockwise; what comes in at the edges is the background.
    static func tilted(_ image: PixelImage, degrees: Double, background: UInt8) -> PixelImage {
        let angle = degrees * Double.pi / 180
        let (sine, cosine) = (Trigonometry.sine(angle), Trigonometry.cosine(angle))
        let (mx, my) = (Double(image.width) / 2, Double(image.height) / 2)
        var map = Projection()
        map.a = cosine
        map.b = sine
        map.c = mx - cosine * mx - sine * my
        map.d = -sine
        map.e = cosine
        map.f = my + sine * mx - cosine * my
        var result = PixelImage(
            width: image.width, height: image.height, channels: image.channels, resolution: image.resolution,
            fill: background)
        draw(image, through: map, on: &result)
        return result
    }

    /// Draws a picture on another; each pixel of the target is looked up bilinearly, and what has no source stays.
    static func draw(_ image: PixelImage, through map: Projection, on target: inout PixelImage) {
        let (w, h, channels) = (image.width, image.height, image.channels)
        let (tw, th) = (target.width, target.height)
        image.samples.withUnsafeBufferPointer { source in
            target.samples.withUnsafeMutableBufferPointer { out in
                for y in 0..<th {
                    var nx = map.b * Double(y) + map.c
                    var ny = map.e * Double(y) + map.f
                    var n = map.h * Double(y) + 1
                    var place = y * tw * channels
                    for _ in 0..<tw {
                        let scale = 1 / n
                        let (sx, sy) = (nx * scale, ny * scale)
                        if sx >= 0, sy >= 0, sx < Double(w - 1), sy < Double(h - 1) {
                            let (ix, iy) = (Int(sx), Int(sy))
                            let fx = Int((sx - Double(ix)) * 256)
                            let fy = Int((sy - Double(iy)) * 256)
                            let start = (iy * w + ix) * channels
                            let below = start + w * channels
                            for channel in 0..<channels {
                                let p = start + channel
                                let q = below + channel
                                let top = Int(source[p]) * (256 - fx) + Int(source[p + channels]) * fx
                                let bottom = Int(source[q]) * (256 - fx) + Int(source[q + channels]) * fx
                                out[place + channel] = UInt8((top * (256 - fy) + bottom * fy) >> 16)
                            }
                        }
                        nx += map.a
                        ny += map.d
                        n += map.g
                        place += channels
                    }
                }
            }
        }
    }
}
