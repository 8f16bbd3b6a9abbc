/// Makes people up: names as they are borne in Tiên Yên and in Vietnam at large, numbers that agree
/// with sex, year and place of birth.
struct PersonMaker {
    private let places: Places

    init(places: Places) {
        self.places = places
    }

    /// - Parameters:
    ///   - age: Years before `today`; a fraction for small children.
    ///   - family: The family name, where relatives share it.
    ///   - address: Where they live, where a household shares it.
    func person(
        sex: Person.Sex, age: Double, today: Day, family: String? = nil, ethnicity: String? = nil,
        address: String? = nil, hometown: String? = nil, random: inout RandomStream
    ) -> Person {
        let group = ethnicity ?? random.pick(weighted: NameWords.ethnicities, else: "Kinh")
        let birth = today.adding(days: -Int(age * 365.25) - (age < 1 ? 0 : random.number(0...360)))
        let surname = family ?? random.pick(weighted: NameWords.families(of: group), else: "Nguyễn")
        let given = givenName(sex: sex, age: age, random: &random)
        return Person(
            family: surname, given: given, sex: sex, birth: birth, ethnicity: group,
            idNumber: idNumber(sex: sex, birth: birth, random: &random),
            oldIDNumber: birth.year < 2000 && random.chance(0.7) ? "100" + random.digits(6) : "",
            idIssued: issued(birth: birth, today: today, random: &random),
            phone: "0" + random.pick(["3", "5", "7", "8", "9"]) + random.digits(8),
            email: email(surname, given, birth, &random), address: address ?? places.address(random: &random),
            hometown: hometown ?? places.hometown(random: &random),
            occupation: random.pick(age > 62 ? NameWords.retiredOccupations : NameWords.occupations))
    }

    private func givenName(sex: Person.Sex, age: Double, random: inout RandomStream) -> String {
        let isOld = age > 55
        let middles = sex == .male ? NameWords.maleMiddles : NameWords.femaleMiddles
        let names = sex == .male ? NameWords.maleNames : NameWords.femaleNames
        let middle =
            isOld && random.chance(0.7) ? (sex == .male ? "Văn" : "Thị") : random.pick(middles)
        let name = random.pick(names)
        if random.chance(0.06) { return name }
        return middle == name ? name : middle + " " + name
    }

    private func idNumber(sex: Person.Sex, birth: Day, random: inout RandomStream) -> String {
        let province = random.pick(weighted: NameWords.birthProvinces, else: "022")
        let century = (birth.year / 100 - 19) * 2 + (sex == .male ? 0 : 1)
        return province + String(max(0, century)) + Day.two(birth.year % 100) + random.digits(6)
    }

    /// Chip cards are issued since 2021, at 14 at the earliest.
    private func issued(birth: Day, today: Day, random: inout RandomStream) -> Day {
        let first = max(Day(year: 2021, month: 3, day: 1), Day(year: birth.year + 14, month: birth.month, day: 1))
        let last = today.adding(days: -20)
        return first < last ? Day(number: random.number(first.number...last.number)) : today.adding(days: -3)
    }

    private func email(
        _ family: String, _ given: String, _ birth: Day, _ random: inout RandomStream
    ) -> String {
        let words = (family + " " + given).asciiFolded.split(separator: " ")
        let start = words.last.map(String.init) ?? "ban"
        let initials = words.dropLast().compactMap(\.first).map(String.init).joined()
        return start + initials + random.pick([String(birth.year % 100), String(birth.year), random.digits(3)])
            + random.pick(["@gmail.com", "@gmail.com", "@yahoo.com.vn", "@example.vn"])
    }
}
