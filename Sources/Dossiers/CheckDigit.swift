/// The check digits of machine-readable zones: ICAO Doc 9303, part 3, section 4.9.
package enum CheckDigit {
    /// Weights 7, 3, 1 over the digits, modulo ten. Signs that are no digits count as nought, as fillers do.
    package static func of(_ digits: some StringProtocol) -> String {
        let weights = [7, 3, 1]
        let sum = digits.enumerated().reduce(0) { $0 + ($1.element.wholeNumberValue ?? 0) * weights[$1.offset % 3] }
        return String(sum % 10)
    }
}
