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
    package var signs: PageSigns

    package init(number: Int, state: State, signs: PageSigns = PageSigns()) {
        self.number = number
        self.state = state
        self.signs = signs
    }
}

/// What on a page speaks of where dossiers begin.
package struct PageSigns: Hashable, Sendable {
    /// The dossier's code on its receipt (mã hồ sơ).
    package var receiptCode: String?
    /// Bears a code that the office puts on the first page of each dossier.
    package var isMarkedFirst = false
    /// Why it may be a separator sheet although it cannot be told for sure, in words that follow "page 3 …".
    package var suspicion: String?
    /// The title of a form with which dossiers begin, letters and digits only, folded.
    package var openingTitle: String?
    /// As printed on the page.
    package var printedNumber: Int?
    package var paper: PaperSize?

    package init() {}
}

/// A sheet's sides, whichever way it was scanned.
package struct PaperSize: Hashable, Sendable {
    /// Inches.
    package var short: Double
    package var long: Double

    package init(width: Double, height: Double) {
        short = min(width, height)
        long = max(width, height)
    }

    /// Scanners cut a little differently from sheet to sheet.
    func differs(from other: PaperSize) -> Bool {
        func apart(_ one: Double, _ two: Double) -> Bool { abs(one - two) > 0.12 * max(one, two) }
        return apart(short, other.short) || apart(long, other.long)
    }
}
