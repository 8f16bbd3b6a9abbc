package import Dossiers
import Foundation

/// What an identity card (căn cước) says of its holder in signs made for machines: its QR code, or the three rows of
/// letters on its back.
package struct IdentityCard: Hashable, Sendable {
    package var idNumber: String
    /// Of the card before, nine digits; nil where there was none.
    package var oldNumber: String?
    package var name: String
    /// Whether the name has its marks, as the code has it; the rows leave them out.
    package var isNameMarked: Bool
    /// ISO 8601.
    package var dateOfBirth: String?
    /// Nil where it is not said.
    package var address: String?
    package var page: Int
    package var box: PixelBox

    /// `number|old number|name|ddmmyyyy|sex|address|ddmmyyyy`; nil for any other code.
    package init?(_ code: Code, page: Int) {
        let parts = code.text.split(separator: "|", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping }
        guard (6...11).contains(parts.count), let number = IDNumber(digits: parts[0]), number.digits.count == 12,
            PersonName.length(of: parts[2].split(separator: " ").map(String.init)) > 0
        else { return nil }
        idNumber = number.digits
        oldNumber = parts[1].isEmpty ? nil : parts[1]
        name = parts[2]
        isNameMarked = true
        let digits = parts[3]
        dateOfBirth =
            digits.count == 8
            ? FormDate.iso(in: "\(digits.prefix(2))/\(digits.dropFirst(2).prefix(2))/\(digits.suffix(4))") : nil
        address = parts[5]
        self.page = page
        box = code.box
    }

    /// The rows of a page (ICAO Doc 9303, part 5): `IDVNM`, the number's last nine digits and all twelve; birth and sex;
    /// the name. Nil unless every check digit is right and the number is of that year.
    package init?(rowsOn page: RecognizedPage) {
        let rows = page.lines.compactMap { line in line.words.count == 1 ? line.words[0] : nil }
        guard let top = rows.firstIndex(where: { $0.text.hasPrefix("IDVNM") }), rows.count > top + 2 else { return nil }
        let (first, second, third) = (rows[top].text, rows[top + 1].text, rows[top + 2].text)
        guard let document = first.wholeMatch(of: #/IDVNM(\d{9})(\d)(\d{12})<<(\d)/#),
            let holder = second.prefixMatch(of: #/(\d{2})(\d{2})(\d{2})(\d)[MF<](\d{6})(\d)VNM/#),
            document.3.hasSuffix(document.1), CheckDigit.of(document.1) == document.2,
            CheckDigit.of(document.3) == document.4,
            CheckDigit.of("\(holder.1)\(holder.2)\(holder.3)") == holder.4, CheckDigit.of(holder.5) == holder.6,
            let number = IDNumber(digits: String(document.3)), let year = number.birthYear,
            year % 100 == Int(holder.1), third.contains("<<")
        else { return nil }
        idNumber = number.digits
        oldNumber = nil
        name = third.split(separator: "<").joined(separator: " ")
        isNameMarked = false
        dateOfBirth = FormDate.iso(in: "\(holder.3)/\(holder.2)/\(year)")
        address = nil
        self.page = page.number
        box = rows[top].box.union(rows[top + 1].box).union(rows[top + 2].box)
    }
}
