/// An invented person. No real one is meant.
struct Person: Hashable, Sendable {
    enum Sex: Hashable, Sendable {
        case male
        case female

        var word: String { self == .male ? "Nam" : "Nữ" }
    }

    var family: String
    /// Middle and given names.
    var given: String
    var sex: Sex
    var birth: Day
    var ethnicity: String
    /// Twelve digits: province of birth, century and sex, year of birth, and six more.
    var idNumber: String
    /// The nine digits of the old identity card, where there was one.
    var oldIDNumber: String
    var idIssued: Day
    var phone: String
    var email: String
    var address: String
    var hometown: String
    var occupation: String

    var name: String { family + " " + given }
    var issuer: String {
        idIssued >= Day(year: 2024, month: 7, day: 1)
            ? "Bộ Công an" : "Cục Cảnh sát quản lý hành chính về trật tự xã hội"
    }

    /// The last day of the card: it is renewed at 14, 25, 40 and 60.
    var idExpiry: Day? {
        for age in [25, 40, 60] where idIssued < Day(year: birth.year + age - 2, month: birth.month, day: 1) {
            return Day(year: birth.year + age, month: birth.month, day: min(birth.day, 28))
        }
        return nil
    }

    /// What the QR code of an identity card says.
    var cardCode: String {
        "\(idNumber)|\(oldIDNumber)|\(name)|\(birth.packed)|\(sex.word)|\(address)|\(idIssued.packed)"
    }
}
