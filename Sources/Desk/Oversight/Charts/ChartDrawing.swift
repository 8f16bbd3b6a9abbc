internal import Foundation

/// The picture's frame: what a screen reader says of it, and its parts.
struct ChartDrawing {
    /// Units of the picture's own width; browsers scale it.
    static let width = 560

    let name: String
    private(set) var height = 0
    private var parts: [String] = []

    /// - Parameter name: No other chart of the page has it.
    init(_ name: String) {
        self.name = name
    }

    mutating func advance(_ step: Int) {
        height += step
    }

    mutating func add(_ part: String) {
        parts.append(part)
    }

    /// A line of writing; `y` is its base line.
    mutating func write(_ text: String, x: Int, y: Int, _ attributes: String = "") {
        add("<text x=\"\(x)\" y=\"\(y)\"\(attributes.isEmpty ? "" : " \(attributes)")>\(Self.escaped(text))</text>")
    }

    /// - Parameter fill: A colour, or a texture's.
    mutating func box(x: Double, y: Int, width: Double, height: Int, fill: String, saying text: String? = nil) {
        let title = text.map { "<title>\(Self.escaped($0))</title>" } ?? ""
        add(
            "<rect x=\"\(Self.number(x))\" y=\"\(y)\" width=\"\(Self.number(width))\" height=\"\(height)\" "
                + "fill=\"\(fill)\" stroke=\"#1b2421\" stroke-width=\"0.6\">\(title)</rect>")
    }

    /// - Parameters:
    ///   - title: What it shows.
    ///   - description: The figures in words.
    func picture(title: String, description: String) -> String {
        let textures = Texture.allCases.filter { texture in parts.contains { $0.contains(texture.fill(in: name)) } }
        return """
            <svg class="chart" role="img" aria-labelledby="\(name)-title \(name)-text" viewBox="0 0 \(Self.width) \(height)" \
            xmlns="http://www.w3.org/2000/svg"><title id="\(name)-title">\(Self.escaped(title))</title>\
            <desc id="\(name)-text">\(Self.escaped(description))</desc>\
            <defs>\(textures.map { $0.definition(in: name) }.joined())</defs>\(parts.joined(separator: "\n"))</svg>
            """
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }

    static func number(_ value: Double) -> String { String(format: "%.1f", value) }

    /// As much of a text as stands in so many letters.
    static func short(_ text: String, _ letters: Int) -> String {
        text.count <= letters ? text : text.prefix(letters - 1).trimmingCharacters(in: .whitespaces) + "…"
    }
}
