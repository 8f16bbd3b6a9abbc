/// Who writes a paper, and when: the two headings above it, its number, place and date.
package struct PaperHead: Sendable {
    /// The authority above the office, as it writes itself.
    package var superior: String
    package var office: String
    /// What follows a number of the office: `TTPVHCC`.
    package var symbol: String
    /// As it stands before a date: `Tiên Yên`.
    package var locality: String
    /// The paper's number; empty where it is given by hand.
    package var number: String
    /// Nil where it is dated by hand.
    package var date: PaperTime?

    package init(
        superior: String, office: String, symbol: String, locality: String, number: String = "", date: PaperTime?
    ) {
        self.superior = superior
        self.office = office
        self.symbol = symbol
        self.locality = locality
        self.number = number
        self.date = date
    }
}

extension PaperComposer {
    /// Decree 30/2020, annex I: the office on the left with a rule under a third of it, the nation and its motto on the
    /// right with a rule as wide as the motto; below them the number, and place and date in italics.
    ///
    /// - Parameters:
    ///   - kind: of the paper, behind the slash of its number.
    ///   - hasSymbol: whether the office's symbol follows.
    func head(_ head: PaperHead, kind: String, hasSymbol: Bool = true) throws(PrintFailure) {
        // The nation's name in 12 points is 250 wide, and stands on one line.
        let middle = width > height ? left + (right - left) * 0.45 : right - 262
        let (office, nation) = (left - 18...middle - 4, middle...right + 6)
        let top = y
        var below = top
        below += try balance(head.superior.uppercased(), in: office, at: below)
        below += try balance(head.office.uppercased(), in: office, at: below, isBold: true)
        let (officeMiddle, third) = ((office.lowerBound + office.upperBound) / 2, 33.0)
        rule(from: officeMiddle - third, to: officeMiddle + third, at: below + 3)
        var beside = top
        beside += try draw(
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", in: nation, at: beside, size: 12, isBold: true, alignment: .center)
        beside += try draw(
            "Độc lập - Tự do - Hạnh phúc", in: nation, at: beside, size: 13, isBold: true, alignment: .center)
        let nationMiddle = (nation.lowerBound + nation.upperBound) / 2
        rule(from: nationMiddle - 81, to: nationMiddle + 81, at: beside + 3)
        y = max(below, beside) + 10
        let date = "\(head.locality), \(PaperTime.words(head.date))"
        let number = head.number.isEmpty ? "........" : head.number
        let used = try draw(
            PaperLine("Số: \(number)/\(kind)\(hasSymbol ? "-" + head.symbol : "")"), in: office, at: y,
            alignment: .center)
        y += max(used, try draw(PaperLine(date), in: nation, at: y, isItalic: true, alignment: .center)) + 14
    }

    /// A name in the middle, its rows of about one length, so that no word is left alone.
    private func balance(
        _ text: String, in range: ClosedRange<Double>, at top: Double, isBold: Bool = false
    ) throws(PrintFailure) -> Double {
        func rows(in width: Double) throws(PrintFailure) -> Int {
            try lines(of: text, width: width, size: 12, isBold: isBold).count
        }
        let (middle, whole) = ((range.lowerBound + range.upperBound) / 2, range.upperBound - range.lowerBound)
        let count = try rows(in: whole)
        var width = whole
        while width > whole / 2, try rows(in: width - 6) == count { width -= 6 }
        return try draw(
            PaperLine(text), in: middle - width / 2...middle + width / 2, at: top, size: 12, isBold: isBold,
            alignment: .center)
    }

    func title(_ lines: [String], in range: ClosedRange<Double>? = nil) throws(PrintFailure) {
        for line in lines {
            try flow(PaperLine(line), alignment: .center, isBold: true, size: 14, in: range)
        }
        y += 8
    }

    /// Places to sign, side by side; a single one stands on the right.
    func signatures(_ signers: [Signer]) throws(PrintFailure) {
        try makeRoom(130)
        y += 14
        let middle = (left + right) / 2
        let places = signers.count == 1 ? [middle...right] : [left...middle, middle...right]
        for (signer, place) in zip(signers, places) {
            let below = try draw(PaperLine(signer.title), in: place, at: y, isBold: true, alignment: .center)
            try draw(PaperLine("(Ký và ghi rõ họ tên)"), in: place, at: y + below, isItalic: true, alignment: .center)
            if !signer.name.isEmpty {
                try draw(PaperLine(signer.name), in: place, at: y + 90, isBold: true, alignment: .center)
            }
        }
        y += 112
    }

    struct Signer {
        var title: String
        /// Empty where it is written by hand.
        var name = ""
    }
}
