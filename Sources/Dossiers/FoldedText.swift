import Foundation

extension String {
    /// Lower case without tone or vowel marks, `đ` as `d`: what is left of Vietnamese when marks are lost.
    package var folded: String {
        var result = String.UnicodeScalarView()
        for scalar in lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark: continue
            default: result.append(scalar == "đ" ? "d" : scalar)
            }
        }
        return String(result)
    }
}
