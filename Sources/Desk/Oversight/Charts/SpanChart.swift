internal import Foundation

/// Stretches of time from a median over the 90th to the 99th percentile, on a scale on which each step is ten times
/// the last: milliseconds of a machine and days of an office in one picture.
struct SpanChart: Sendable {
    struct Span: Hashable, Sendable {
        var label: String
        /// Seconds, each not before the last.
        var median: Double
        var ninetieth: Double
        var ninetyNinth: Double
    }

    var title: String
    var spans: [Span]
    /// A time in words.
    var words: @Sendable (Double) -> String

    private static let shortest = 0.01
    private static let longest = 8_640_000.0
    /// What is written below the scale.
    private static let marks = [0.01, 1, 60, 3_600, 86_400, 864_000]

    func picture(_ name: String) -> String {
        var drawing = ChartDrawing(name)
        drawing.advance(4)
        let top = drawing.height
        let rows = spans.prefix(BarChart.most)
        for mark in Self.marks {
            let x = ChartDrawing.number(place(mark))
            drawing.add("<path d=\"M\(x) \(top)v\(rows.count * 44 + 4)\" stroke=\"#d5dcd9\"/>")
        }
        for span in rows { draw(span, &drawing) }
        drawing.advance(18)
        for mark in Self.marks {
            let anchor = mark == Self.marks.first ? "start" : "middle"
            drawing.write(
                words(mark), x: Int(place(mark)), y: drawing.height, "text-anchor=\"\(anchor)\" class=\"scale\"")
        }
        drawing.advance(6)
        return drawing.picture(title: title, description: description)
    }

    private func draw(_ span: Span, _ drawing: inout ChartDrawing) {
        drawing.advance(18)
        drawing.write(ChartDrawing.short(span.label, 40), x: 0, y: drawing.height)
        drawing.write(inWords(span), x: ChartDrawing.width, y: drawing.height, #"text-anchor="end""#)
        drawing.advance(6)
        let (start, middle, end) = (place(span.median), place(span.ninetieth), place(span.ninetyNinth))
        drawing.box(
            x: start, y: drawing.height + 3, width: max(middle - start, 1), height: 10,
            fill: Texture.stripes.fill(in: drawing.name), saying: "\(span.label): \(inWords(span))")
        drawing.add(
            "<path d=\"M\(ChartDrawing.number(middle)) \(drawing.height + 8)H\(ChartDrawing.number(end))\" "
                + "stroke=\"#1b2421\" stroke-width=\"1.5\"/>")
        drawing.add(
            "<path d=\"M\(ChartDrawing.number(end)) \(drawing.height + 3)v10\" stroke=\"#1b2421\" stroke-width=\"1.5\"/>"
        )
        drawing.add(
            "<circle cx=\"\(ChartDrawing.number(start))\" cy=\"\(drawing.height + 8)\" r=\"5\" fill=\"#0b5d57\"/>")
        drawing.advance(20)
    }

    private func inWords(_ span: Span) -> String {
        [span.median, span.ninetieth, span.ninetyNinth].map(words).joined(separator: " · ")
    }

    private func place(_ seconds: Double) -> Double {
        let share = log(max(seconds, Self.shortest) / Self.shortest) / log(Self.longest / Self.shortest)
        return 6 + min(share, 1) * Double(ChartDrawing.width - 12)
    }

    private var description: String {
        spans.prefix(BarChart.most).map { "\($0.label): \(inWords($0))" }.joined(separator: "; ")
    }
}
