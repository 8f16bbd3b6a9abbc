import Foundation

/// The QR code on a dossier's receipt (giấy tiếp nhận hồ sơ và hẹn trả kết quả).
package enum ReceiptCode {
    /// What `hoso print receipt` puts in front of the dossier's code.
    package static let prefix = "HOSO:REC:1:"

    package static func text(for dossier: String) -> String { prefix + dossier }

    /// The dossier's code in the text of a QR code: after our own prefix anything, alone or as the last part of an
    /// address only what has the form of the state's dossier codes. Nil for any other code.
    package static func dossier(in text: String) -> String? {
        if text.hasPrefix(prefix) {
            let code = text.dropFirst(prefix.count).trimmingCharacters(in: .whitespacesAndNewlines)
            return code.isEmpty || code.count > 64 ? nil : code
        }
        let last = text.split { "/=?&".contains($0) }.last.map(String.init) ?? text
        return isStateCode(last.trimmingCharacters(in: .whitespacesAndNewlines)) ? last : nil
    }

    /// Circular 01/2018/TT-VPCP (`000.00.19.H49-260806-0001`, `H49.14-240823-0001`) and 4/2025/TT-VPCP
    /// (`H49.001.02-260806-AA0001`): an agency, a day as yymmdd, a running number.
    package static func isStateCode(_ text: String) -> Bool {
        let form = /(?:\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2}(?:\.\d{2,3}){0,3}-\d{2}(\d{2})(\d{2})-(?:[A-Z0-9]{2})?\d{4,6}/
        guard let match = text.wholeMatch(of: form), let month = Int(match.1), let day = Int(match.2) else {
            return false
        }
        return (1...12).contains(month) && (1...31).contains(day)
    }
}
