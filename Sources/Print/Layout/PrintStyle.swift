/// How one form is printed and filled in: faces, sizes, leaders, ink.
struct PrintStyle: Sendable {
    enum Leader: Sendable {
        case none
        /// Dots from the label to the margin, the value on top of them.
        case dotsBehind
        /// Dots only where the value leaves room.
        case dotsAfter
        case line
    }

    struct Ink: Sendable {
        var red: Double
        var green: Double
        var blue: Double

        static let black = Ink(red: 0.07, green: 0.07, blue: 0.09)
        static let blueInk = Ink(red: 0.10, green: 0.16, blue: 0.62)
        static let stampRed = Ink(red: 0.80, green: 0.10, blue: 0.12)
    }

    var face: String
    /// Points.
    var size: Double
    /// Of the size, between baselines.
    var leading: Double
    var leader: Leader
    var valueFace: String
    var valueIsItalic: Bool
    var valueIsBold: Bool
    var valueInk: Ink
    var hasPageNumbers: Bool
    /// Boxes are typed: `[X]`, `[ ]`.
    var hasTypedBoxes: Bool
    /// Points: left, top, right, bottom.
    var margins: (left: Double, top: Double, right: Double, bottom: Double)

    /// Faces that have all of Vietnamese.
    static let faces = [
        "Tinos", "Tinos", "Tinos", "Arimo", "FreeSerif", "FreeSans", "DejaVu Serif", "DejaVu Sans", "Noto Serif",
        "Noto Sans",
    ]
    static let typewriters = ["Cousine", "FreeMono", "Cousine"]

    init(random: inout RandomStream) {
        face = random.pick(Self.faces)
        size = random.number(12.0...14.0)
        // DejaVu and Noto are wider than what forms are set in.
        if face.hasPrefix("DejaVu") || face.hasPrefix("Noto") { size -= 1.5 }
        leading = random.number(1.15...1.5)
        leader = random.pick(weighted: [(.dotsBehind, 4), (.dotsAfter, 3), (.line, 1), (.none, 2)], else: .none)
        let kind = random.number(0...9)
        valueFace = kind < 3 ? random.pick(Self.typewriters) : kind < 5 ? random.pick(Self.faces) : face
        valueIsItalic = kind >= 5 && random.chance(0.35)
        valueIsBold = !valueIsItalic && random.chance(0.25)
        valueInk = random.chance(0.4) ? .blueInk : .black
        hasPageNumbers = random.chance(0.5)
        hasTypedBoxes = random.chance(0.35)
        margins = (
            random.number(70.0...92.0), random.number(46.0...62.0), random.number(42.0...58.0),
            random.number(50.0...66.0)
        )
    }
}

/// A sheet of A4, in points.
enum Paper {
    static let width = 595.28
    static let height = 841.89
}
