/// Bars below their names, each of one or several parts, all on one scale that begins at 0.
struct BarChart: Sendable {
    struct Series: Hashable, Sendable {
        var name: String
        var texture: Texture
    }

    struct Bar: Hashable, Sendable {
        var label: String
        /// One for each series; not below 0.
        var values: [Double]

        var sum: Double { values.reduce(0, +) }
    }

    /// More bars than a page has room for tell less than the table below them.
    static let most = 30

    var title: String
    var series: [Series]
    var bars: [Bar]
    /// What the whole width stands for; nil for the longest bar.
    var whole: Double?
    /// A value in words.
    var words: @Sendable (Double) -> String

    /// - Parameter name: No other chart of the page has it.
    func picture(_ name: String) -> String {
        var drawing = ChartDrawing(name)
        drawing.advance(4)
        if series.count > 1 { drawKey(&drawing) }
        let longest = whole ?? max(bars.map(\.sum).max() ?? 0, 1e-9)
        for bar in bars.prefix(Self.most) { draw(bar, longest, &drawing) }
        drawing.advance(4)
        return drawing.picture(title: title, description: description)
    }

    /// What the textures mean.
    private func drawKey(_ drawing: inout ChartDrawing) {
        var x = 0
        drawing.advance(16)
        for part in series {
            let width = 24 + part.name.count * 8 + 18
            if x > 0, x + width > ChartDrawing.width {
                x = 0
                drawing.advance(22)
            }
            drawing.box(
                x: Double(x) + 0.5, y: drawing.height - 12, width: 16, height: 14,
                fill: part.texture.fill(in: drawing.name))
            drawing.write(part.name, x: x + 22, y: drawing.height)
            x += width
        }
        drawing.advance(12)
    }

    private func draw(_ bar: Bar, _ longest: Double, _ drawing: inout ChartDrawing) {
        drawing.advance(18)
        drawing.write(ChartDrawing.short(bar.label, 58), x: 0, y: drawing.height)
        drawing.write(words(bar.sum), x: ChartDrawing.width, y: drawing.height, #"text-anchor="end" font-weight="600""#)
        drawing.advance(6)
        var x = 0.5
        for (part, value) in zip(series, bar.values) where value > 0 {
            let width = min(value / longest, 1) * Double(ChartDrawing.width - 1)
            drawing.box(
                x: x, y: drawing.height, width: width, height: 16, fill: part.texture.fill(in: drawing.name),
                saying: "\(bar.label) – \(part.name): \(words(value))")
            x += width
        }
        if bar.sum == 0 { drawing.add("<path d=\"M0.5 \(drawing.height)v16\" stroke=\"#56635f\"/>") }
        drawing.advance(22)
    }

    private var description: String {
        bars.prefix(Self.most).map { bar in
            guard series.count > 1 else { return "\(bar.label): \(words(bar.sum))" }
            let parts = zip(series, bar.values).map { "\($0.name) \(words($1))" }
            return "\(bar.label): \(parts.joined(separator: ", "))"
        }.joined(separator: "; ")
    }
}
