package import Dossiers
import Foundation

/// What the QR code of a chip card says (căn cước): `number|old number|name|ddmmyyyy|sex|address|ddmmyyyy`.
package struct CardCode: Hashable, Sendable {
    package var idNumber: String
    /// Of the card before, nine digits; nil where there was none.
    package var oldNumber: String?
    package var name: String
    /// ISO 8601.
    package var dateOfBirth: String?
    package var address: String
    package var page: Int
    package var box: PixelBox

    /// Nil for any other code.
    package init?(_ code: Code, page: Int) {
        let parts = code.text.split(separator: "|", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping }
        guard (6...11).contains(parts.count), let number = IDNumber(digits: parts[0]), number.digits.count == 12,
            PersonName.length(of: parts[2].split(separator: " ").map(String.init)) > 0
        else { return nil }
        idNumber = number.digits
        oldNumber = parts[1].isEmpty ? nil : parts[1]
        name = parts[2]
        let digits = parts[3]
        dateOfBirth =
            digits.count == 8
            ? FormDate.iso(in: "\(digits.prefix(2))/\(digits.dropFirst(2).prefix(2))/\(digits.suffix(4))") : nil
        address = parts[5]
        self.page = page
        box = code.box
    }
}
