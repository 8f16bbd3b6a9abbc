/// Turns a page as drawn into a page as scanned.
struct Scanner {
    let profile: ScannerProfile
    /// One scanner scans a whole dossier in colour or not.
    let isColor: Bool
    /// Quarter turns clockwise that the paper lay askew by.
    let quarters: Int

    init(profile: ScannerProfile, random: inout RandomStream) {
        self.profile = profile
        let share =
            switch profile {
            case .clean: 0.5
            case .phone: 1.0
            case .fax: 0.0
            default: 0.35
            }
        isColor = random.chance(share)
        quarters =
            switch profile {
            case .upsideDown: 2
            case .sideways: random.chance(0.5) ? 1 : 3
            default: 0
            }
    }

    func scan(_ page: PixelImage, random: inout RandomStream) -> PixelImage {
        var image = isColor ? page : page.gray()
        switch profile {
        case .clean:
            image = Warp.tilted(image, degrees: random.number(-0.25...0.25), background: 255)
            Grain.add(to: &image, sigma: 2.5, random: &random)
        case .office, .upsideDown, .sideways:
            image = Warp.tilted(image, degrees: random.number(-1.5...1.5), background: 253)
            Tone(black: random.number(18.0...40.0), white: random.number(244.0...253.0), gamma: 1).apply(to: &image)
            Grain.add(to: &image, sigma: random.number(3.0...7.0), random: &random)
            Specks.add(to: &image, count: random.number(10...70), random: &random)
        case .poor:
            image = Warp.tilted(image, degrees: random.number(-3.0...3.0), background: 246)
            for _ in 0..<random.number(1...2) { Blur.apply(to: &image) }
            let tone = Tone(
                black: random.number(55.0...95.0), white: random.number(205.0...238.0),
                gamma: random.number(0.85...1.15))
            tone.apply(to: &image)
            Shade.edge(&image, random: &random)
            Grain.add(to: &image, sigma: random.number(6.0...12.0), random: &random)
            Specks.add(to: &image, count: random.number(120...500), random: &random)
        case .fax:
            image = Warp.tilted(image, degrees: random.number(-1.0...1.0), background: 255)
            Grain.add(to: &image, sigma: random.number(14.0...26.0), random: &random)
            Threshold.apply(to: &image, level: random.number(135...180))
            image.isBilevel = true
            Specks.add(to: &image, count: random.number(100...600), random: &random)
        case .phone: image = Photograph.take(image, random: &random)
        }
        return image.turned(quarters: quarters)
    }
}
