/// What the papers of one dossier have in common besides its people: the land, the business, the numbers.
struct DossierFacts: Sendable {
    var parcel: String
    var mapSheet: String
    /// Square metres, as written.
    var area: String
    var landAddress: String
    var certificateSerial: String
    var certificateBook: String
    var certificateDay: Day
    var business: String
    var businessNumber: String
    /// When the application was signed.
    var signed: Day

    init(cast: Cast, random: inout RandomStream) {
        parcel = String(random.number(1...1250))
        mapSheet = String(random.number(1...180))
        area = Self.area(random: &random)
        landAddress = Places().address(in: cast.desk, random: &random)
        certificateSerial =
            random.chance(0.5)
            ? "\(random.pick(["AB", "BK", "CD", "CH", "DA", "BM"])) \(random.digits(6))"
            : "\(random.pick(["AA", "AB"])) \(random.digits(8))"
        certificateBook = random.pick(["CH", "CS", "VP", "H"]) + " " + random.digits(5)
        certificateDay = cast.today.adding(days: -random.number(400...9000))
        let owner = cast.applicant
        let given = owner.given.split(separator: " ").last.map(String.init) ?? owner.given
        business =
            random.pick(BusinessWords.kinds) + " "
            + random.pick([
                given, owner.name, given + " " + random.pick(BusinessWords.tails), random.pick(BusinessWords.tails),
            ])
        businessNumber = "22" + random.pick(["A8", "G8", "E8"]) + "0" + random.digits(5)
        signed = cast.today
    }

    static func area(random: inout RandomStream) -> String {
        let whole = random.pick(weighted: [(random.number(60...400), 6), (random.number(400...4800), 3)], else: 120)
        return random.chance(0.45) ? String(whole) + "," + String(random.number(1...9)) : String(whole)
    }
}
