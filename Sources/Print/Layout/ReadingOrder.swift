/// Puts stretches of text into rows: top to bottom, and left to right in a row.
enum ReadingOrder {
    /// Baselines that are closer than this, in points, are one row.
    static let tolerance = 4.0

    static func lines(of fragments: [PageComposer.Fragment]) -> [String] {
        let sorted = fragments.enumerated().sorted {
            ($0.element.baseline, $0.offset) < ($1.element.baseline, $1.offset)
        }.map(\.element)
        var rows: [[PageComposer.Fragment]] = []
        for fragment in sorted {
            if let first = rows.last?.first, fragment.baseline - first.baseline < tolerance {
                rows[rows.count - 1].append(fragment)
            } else {
                rows.append([fragment])
            }
        }
        return rows.map { row in row.sorted { $0.x < $1.x }.map(\.text).joined(separator: " ") }
    }
}
