/// What a page went through before it became a file.
package enum ScannerProfile: String, CaseIterable, Codable, Sendable {
    /// 300 dpi, straight.
    case clean
    /// 200 dpi, a little askew, some noise.
    case office
    /// 150 dpi, askew, soft, pale, dirty.
    case poor
    /// 200 dpi, black and white only.
    case fax
    case upsideDown = "upside-down"
    /// On its side, to the left or to the right.
    case sideways
    /// Photographed: perspective, shadow, colour cast.
    case phone

    /// Dots per inch at which a page is drawn.
    var resolution: Int {
        switch self {
        case .clean: 300
        case .office, .fax, .upsideDown, .sideways: 200
        case .poor: 150
        case .phone: 220
        }
    }

    /// 1…100, for JPEG.
    func quality(_ random: inout RandomStream) -> Int {
        switch self {
        case .clean: random.number(88...94)
        case .poor: random.number(45...65)
        case .phone: random.number(72...88)
        default: random.number(70...85)
        }
    }
}
