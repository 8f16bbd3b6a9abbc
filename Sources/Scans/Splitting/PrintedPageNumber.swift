package import Dossiers

/// The page number that is printed in a page's margin.
package enum PrintedPageNumber {
    /// Of the page's height, from either end.
    private static let margin = 0.1

    /// `3`, `- 3 -`, `3/7`, `Trang 3`, `Trang 3/7`, alone on a line at the top or the bottom. Nil where there is none.
    package static func find(on page: RecognizedPage) -> Int? {
        let top = Int(Self.margin * Double(page.height))
        let numbers = page.lines.compactMap { line -> Int? in
            guard let box = line.box, box.bottom <= top || box.y >= page.height - top else { return nil }
            return number(in: line.text)
        }
        return numbers.last
    }

    static func number(in line: String) -> Int? {
        let form = /\W*(?:(?:trang|page)\s*)?(\d{1,3})(?:\s*\/\s*\d{1,3})?\W*/.ignoresCase()
        return line.wholeMatch(of: form).flatMap { Int($0.1) }
    }
}
