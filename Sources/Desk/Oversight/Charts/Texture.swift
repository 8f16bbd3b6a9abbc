/// How a part of a chart is filled: told apart by pattern as well as by colour, so that it reads in black and white.
enum Texture: String, CaseIterable, Sendable {
    case solid, stripes, dots, lines
    /// For what went wrong: done wrongly or too late, and still to be put right.
    case bad, badCross

    /// The pattern's definition, under a name that no other chart of the page has.
    func definition(in chart: String) -> String {
        let tile: (size: Int, content: String) =
            switch self {
            case .solid: (8, ##"<rect width="8" height="8" fill="#0b5d57"/>"##)
            case .stripes:
                (
                    8,
                    ##"<rect width="8" height="8" fill="#d9ebe8"/><path d="M-2 2l4-4M0 8l8-8M6 10l4-4" stroke="#0b5d57" stroke-width="2"/>"##
                )
            case .dots:
                (
                    8,
                    ##"<rect width="8" height="8" fill="#fff"/><circle cx="2" cy="2" r="1.6" fill="#0b5d57"/><circle cx="6" cy="6" r="1.6" fill="#0b5d57"/>"##
                )
            case .lines:
                (
                    6,
                    ##"<rect width="6" height="6" fill="#edf0ef"/><path d="M0 3h6" stroke="#56635f" stroke-width="1.5"/>"##
                )
            case .bad: (8, ##"<rect width="8" height="8" fill="#a3211b"/>"##)
            case .badCross:
                (
                    8,
                    ##"<rect width="8" height="8" fill="#fdeceb"/><path d="M0 0l8 8M8 0l-8 8" stroke="#a3211b" stroke-width="1.5"/>"##
                )
            }
        return "<pattern id=\"\(name(in: chart))\" width=\"\(tile.size)\" height=\"\(tile.size)\" "
            + "patternUnits=\"userSpaceOnUse\">\(tile.content)</pattern>"
    }

    func fill(in chart: String) -> String { "url(#\(name(in: chart)))" }

    private func name(in chart: String) -> String { "\(chart)-\(rawValue)" }
}
