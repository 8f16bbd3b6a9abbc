import Classification
import Dossiers
internal import Ledger
import Scans

extension PageOutline {
    /// What a page of the ledger says of where dossiers begin.
    init(_ page: PageRecord, marks: SheetMarks) {
        let state: State =
            switch page.state {
            case .blank: .blank
            case .separator: .separator
            case .quarantined: .quarantined
            case .read, .pending, .reading: .read
            }
        let signs = state == .read ? page.recognized.map { PageSigns(of: $0, marks: marks) } : nil
        self.init(number: page.number, state: state, signs: signs ?? PageSigns())
    }
}

extension PageSigns {
    init(of page: RecognizedPage, marks: SheetMarks) {
        self.init()
        receiptCode = page.codes.lazy.compactMap { ReceiptCode.dossier(in: $0.text) }.first
        isMarkedFirst = marks.marksFirst(page)
        suspicion = marks.suspicion(of: page)
        openingTitle = Self.openingTitle(of: page)
        printedNumber = PrintedPageNumber.find(on: page)
        let resolution = Double(max(page.resolution, 1))
        paper = PaperSize(width: Double(page.width) / resolution, height: Double(page.height) / resolution)
    }

    /// Titles of what citizens ask with, and of the receipt they are given; folded.
    private static let openings = [
        "don", "to khai", "giay de nghi", "phieu yeu cau", "ban dang ky", "giay tiep nhan ho so va hen tra",
    ]

    private static func openingTitle(of page: RecognizedPage) -> String? {
        let title = TextZones(page.text).title
        let words = title.map { $0.folded.split { !$0.isLetter }.joined(separator: " ") }
        guard
            let first = words.prefix(2).firstIndex(where: { line in
                openings.contains { line.hasPrefix($0 + " ") || line == $0 }
            })
        else { return nil }
        return title[first...].joined(separator: " ").lettersFolded
    }
}
