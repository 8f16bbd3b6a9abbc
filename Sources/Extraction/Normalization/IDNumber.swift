/// The number of an identity paper: 12 digits of a citizen's identity number (số định danh cá nhân), or
/// the 9 of the older identity card (CMND).
///
/// The 12 digits are 3 for the place where the birth was registered, 1 for century and sex, 2 for the
/// year of birth and 6 of their own (Nghị định 137/2015/NĐ-CP, điều 13). There is no check digit.
package struct IDNumber: Hashable {
    package let digits: String

    package init?(digits read: String) {
        // All codes of places begin with a nought; a first digit that is round as well was one.
        let digits = read.count == 12 && "6890".contains(read.prefix(1)) ? "0" + read.dropFirst() : read
        switch digits.count {
        case 9: break
        case 12:
            guard let province = Int(digits.prefix(3)), (1...96).contains(province),
                let century = digits.dropFirst(3).first?.wholeNumberValue, century <= 3
            else { return nil }
        default: return nil
        }
        guard Set(digits).count > 1 else { return nil }
        self.digits = digits
    }

    /// Four digits; nil for the older number, which does not say it.
    package var birthYear: Int? {
        guard digits.count == 12, let century = digits.dropFirst(3).first?.wholeNumberValue,
            let year = Int(digits.dropFirst(4).prefix(2))
        else { return nil }
        return 1900 + century / 2 * 100 + year
    }
}
