internal import Dossiers

/// The people of one dossier: the same person on the form, on the identity card and on the certificates.
struct Cast: Sendable {
    let today: Day
    let desk: Places.Commune
    private var people: [PersonRole: Person] = [:]

    /// - Parameter childAge: Years; a birth is registered within weeks, a minor's other papers come later.
    init(today: Day, childAge: Double, random: inout RandomStream) {
        self.today = today
        let places = Places()
        let maker = PersonMaker(places: places)
        desk = places.desk(random: &random)
        let home = random.chance(0.8) ? places.address(in: desk, random: &random) : places.address(random: &random)
        let ageOfParents = max(19, childAge + random.number(19.0...36.0))
        let isMan = random.chance(0.5)
        func make(
            _ sex: Person.Sex, _ age: Double, _ random: inout RandomStream, family: String? = nil,
            ethnicity: String? = nil, at address: String? = nil, from hometown: String? = nil
        ) -> Person {
            maker.person(
                sex: sex, age: age, today: today, family: family, ethnicity: ethnicity, address: address,
                hometown: hometown, random: &random)
        }
        let man = make(.male, ageOfParents + random.number(0.0...4.0), &random, at: home)
        let wifeHome = random.chance(0.85) ? home : places.address(random: &random)
        let woman = make(.female, ageOfParents, &random, at: wifeHome)
        applicant = isMan ? man : woman
        people[.husband] = man
        people[.wife] = woman
        people[.father] = man
        people[.mother] = woman
        people[.applicant] = applicant
        people[.self] = applicant
        people[.spouse] = isMan ? woman : man
        people[.child] = make(
            random.chance(0.52) ? .male : .female, childAge, &random, family: man.family, ethnicity: man.ethnicity,
            at: home, from: man.hometown)
        people[.ward] = make(random.chance(0.5) ? .male : .female, random.number(1.0...15.0), &random, at: home)
        let grandAge = ageOfParents + random.number(22.0...34.0)
        let dead = make(
            random.chance(0.55) ? .male : .female, grandAge, &random,
            family: random.chance(0.6) ? applicant.family : nil, ethnicity: applicant.ethnicity, at: home)
        people[.deceased] = dead
        people[.elder] = make(
            random.chance(0.5) ? .male : .female, random.number(75.0...92.0), &random, at: home)
        people[.elderMan] = make(.male, grandAge, &random, family: applicant.family, ethnicity: applicant.ethnicity)
        people[.elderWoman] = make(.female, grandAge - 2, &random)
        people[.otherMan] = make(.male, random.number(25.0...55.0), &random)
        people[.otherWoman] = make(.female, random.number(22.0...50.0), &random)
        people[.householder] =
            random.chance(0.4)
            ? applicant
            : make(random.chance(0.7) ? .male : .female, grandAge, &random, family: applicant.family, at: home)
        people[.member] = people[.child]
        for role in [PersonRole.neighbour, .opponent, .representative, .official, .stranger] {
            let age = role == .official ? random.number(30.0...58.0) : random.number(22.0...66.0)
            people[role] = make(random.chance(0.55) ? .male : .female, age, &random)
        }
        death = today.adding(days: -random.number(1...25))
        marriage = today.adding(days: -random.number(300...4000))
    }

    /// When the deceased died.
    let death: Day
    /// When husband and wife registered their marriage.
    let marriage: Day

    let applicant: Person

    /// The applicant where a role has nobody.
    func person(_ role: PersonRole) -> Person { people[role] ?? applicant }
}
