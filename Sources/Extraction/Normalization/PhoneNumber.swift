/// A telephone number of Vietnam: mobile (10 digits) or landline with its area code (11 digits).
package enum PhoneNumber {
    /// As dialled within the country, `0912345678`; nil for anything else.
    package static func national(digits: String) -> String? {
        let number = digits.hasPrefix("84") && digits.count >= 11 ? "0" + digits.dropFirst(2) : digits
        guard number.hasPrefix("0"), let second = number.dropFirst().first else { return nil }
        switch (second, number.count) {
        case ("3", 10), ("5", 10), ("7", 10), ("8", 10), ("9", 10), ("2", 11): return number
        default: return nil
        }
    }
}
