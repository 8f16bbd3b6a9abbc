/// How well a page was read, told by its words: the share of those that no Vietnamese word looks like.
package enum ReadingBand: String, Codable, CaseIterable, Sendable {
    case clear
    case fair
    case poor

    /// Print that was read well has a hundredth of such words, pages filled in by hand more than six.
    package init(of text: String) { self.init(oddShare: RequestFeatures.oddShare(of: TextZones(text))) }

    /// - Parameter oddShare: See `RequestFeatures.oddShare`.
    init(oddShare: Double) {
        switch oddShare {
        case ..<0.02: self = .clear
        case ..<0.06: self = .fair
        default: self = .poor
        }
    }
}
