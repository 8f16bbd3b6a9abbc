package import Dossiers

/// What the splitter needs to know of a page.
package struct PageOutline: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        case read
        case blank
        case separator
        case quarantined
    }

    /// 1-based in the source file.
    package var number: Int
    package var state: State

    package init(number: Int, state: State) {
        self.number = number
        self.state = state
    }
}

/// Cuts a batch into dossiers at its separator sheets. Every page ends up in a dossier, or is a separator,
/// or is a blank that lies beside pages which are.
package struct BatchSplitter: Sendable {
    /// Texts of codes that make a page a separator sheet, such as `PATCHT`.
    package var separators: Set<String>

    package init(separators: Set<String>) {
        self.separators = separators
    }

    package func state(of page: RecognizedPage) -> PageOutline.State {
        if page.codes.contains(where: { separators.contains($0.text) }) { return .separator }
        return page.content == .blank ? .blank : .read
    }

    /// The pages of each dossier, in order. Blank pages are left out where a dossier has others; where a file holds
    /// nothing else they make one dossier of their own, since a person should see why.
    package func dossiers(of pages: [PageOutline]) -> [[Int]] {
        let inOrder = pages.sorted { $0.number < $1.number }
        let parts = inOrder.split { $0.state == .separator }
            .map { part in part.filter { $0.state != .blank }.map(\.number) }
            .filter { !$0.isEmpty }
        return parts.isEmpty && !inOrder.isEmpty ? [inOrder.map(\.number)] : parts
    }
}
