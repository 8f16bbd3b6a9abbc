import Dossiers
import Testing

@testable import Reading

/// The numbers are invented; their check digits are right.
struct MachineReadableRowTests {
    private static let document = "IDVNM0930470641001093047064<<2"
    private static let holder = "9301054M3301052VNM<<<<<<<<<<<8"

    private func text(_ readings: String...) -> String? { MachineReadableRow(readings: readings)?.text }

    @Test(arguments: [
        (document, document), ("1DVNMO930470641001093047064<<2", document),
        ("I1DVNM093O470641001093047064<<2", document),
        (holder, holder), ("93O1054M33O1052VNM<<<<«<<<<<8", holder),
        ("9301054M3301052VNM<<<ccce<cK<c", "9301054M3301052VNM<<<<<<<<<<<<"),
        ("CH1U<<TRUNG<VINH<<<<<<<ccc#c", "CHIU<<TRUNG<VINH<<<<<<<<<<<<<<"),
        ("DANG<<THANH<DAT<<<<<<<ccKcce", "DANG<<THANH<DAT<<<<<<<<<<<<<<<"),
    ])
    func row_hasDigitsAndLettersInTheirPlaces(read: String, meant: String) {
        #expect(text(read) == meant)
    }

    @Test func readingWhoseCheckDigitsAreRight_isBelieved() {
        #expect(text("IDVNM0930470641001693047064<<2", Self.document) == Self.document)
        #expect(MachineReadableRow(readings: ["9301654M3301052VNM<<<<<<<<<<<<"])?.isChecked == false)
    }

    /// A digit too many, one too few on either side, and one misread in the first copy.
    @Test(arguments: [
        "IDVNM09304706415001093047064<<2", "IDVNM093047641001093047064<<2", "IDVNM093047064100109304706<<2",
        "IDVNM0930478641001093047064<<2",
    ])
    func numberThatIsDamagedInOnePlace_isTakenFromTheOther(read: String) {
        #expect(MachineReadableRow(readings: [read]) == MachineReadableRow(readings: [Self.document]))
    }

    @Test(arguments: [
        "", "................................", "Ngày, tháng, năm / Date, month, year",
        "<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<",
    ])
    func whatIsNoRow_isNone(read: String) {
        #expect(text(read) == nil)
    }

    @Test func rowsOfAZone_areThoseWithFillersAndTheOneAbove() {
        func line(_ text: String, y: Int, x: Int = 100) -> TextLine {
            TextLine(words: [Word(text: text, confidence: 0.9, box: PixelBox(x: x, y: y, width: 900, height: 30))])
        }
        let page = [
            line("CỤC TRƯỞNG", y: 0, x: 300), line("T000194400410214612040-4", y: 100),
            line("8565119M4565112VNM<<<<<<", y: 160),
            line("CHIU<<TRUNG<VINH<<<<<<<<", y: 220),
        ]
        #expect(MachineReadableRow.rows(of: page) == [1, 2, 3])
        #expect(MachineReadableRow.rows(of: Array(page.prefix(2))).isEmpty)
    }
}
