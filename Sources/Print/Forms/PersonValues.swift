internal import Dossiers

extension FormFiller {
    /// What a blank of a person's own data holds.
    mutating func personValue(_ kind: BlankKind, _ key: String) -> String? {
        let role = form.person(ofKey: key)
        if role == .nobody, [.name, .nameUpper, .phone, .address].contains(kind) {
            return kind == .address ? Places().address(random: &random) : ""
        }
        let person = cast.person(role)
        switch kind {
        case .nameUpper: return person.name.uppercased()
        case .name: return nameValue(key, person)
        case .nameUpperAscii: return person.name.asciiFolded.uppercased()
        case .childName: return cast.person(.child).name
        case .childBirth: return dateStyle.text(cast.person(.child).birth)
        case .deceasedName: return cast.person(.deceased).name
        case .gender: return person.sex.word
        case .ethnicity: return person.ethnicity
        case .nationality: return "Việt Nam"
        case .id12, .id12Boxes, .cccd, .level4: return person.idNumber
        case .idAny: return person.oldIDNumber.isEmpty || random.chance(0.8) ? person.idNumber : person.oldIDNumber
        case .idPhrase: return idPhrase(person)
        case .issuer: return random.chance(0.6) ? person.issuer : "Cục CSQLHC về TTXH"
        case .issuePhrase: return "\(dateStyle.text(person.idIssued)), \(person.issuer)"
        case .phone: return phone(key, person)
        case .email: return random.chance(0.4) ? person.email : ""
        case .address: return addressValue(key, person)
        case .addressPhone: return person.address + "; " + person.phone
        case .hometown: return person.hometown
        case .occupation: return person.occupation
        case .religion: return random.pick(["Không", "Không", "Không", "Phật giáo", "Công giáo"])
        case .blood: return random.pick(["", "", "O", "A", "B", "AB"])
        case .education: return random.pick(["12/12", "9/12", "Đại học", "Cao đẳng", "7/10", "Trung cấp"])
        case .relation: return relation(key, role)
        case .parentRole: return random.pick(["cha", "cha", "cha", "cha đẻ", "mẹ", "con"])
        case .mrz: return machineReadable(person)
        case .passport: return random.pick(["C", "B", "P", "N"]) + random.digits(7)
        default: return nil
        }
    }

    private mutating func nameValue(_ key: String, _ person: Person) -> String {
        // Outside the people of the form, a name in a phrase is somebody else's.
        switch key {
        case "ben", "nguoi": return cast.person(.stranger).name
        case "cu", "ten_cu":
            return PersonMaker(places: Places()).person(
                sex: person.sex, age: 40, today: cast.today, family: person.family, random: &random
            ).name
        case "chu_ho" where form.people[key] == nil: return cast.person(.householder).name
        case "dai_dien", "ten_khac": return random.chance(0.7) ? "" : person.name
        default: return person.name
        }
    }

    private mutating func idPhrase(_ person: Person) -> String {
        if Double(cast.today.number - person.birth.number) < 14 * 365.25 {
            return "Giấy khai sinh số \(random.number(1...290)), số định danh cá nhân \(person.idNumber)"
        }
        let card = random.pick(["Căn cước công dân số ", "CCCD số ", "Căn cước số ", "Thẻ căn cước số: ", "CCCD: "])
        let issuer = random.chance(0.7) ? person.issuer : "Cục Cảnh sát QLHC về TTXH"
        switch random.number(0...3) {
        case 0: return "\(card)\(person.idNumber), cấp ngày \(dateStyle.text(person.idIssued)), \(issuer)"
        case 1: return "\(card)\(person.idNumber) do \(issuer) cấp ngày \(dateStyle.text(person.idIssued))"
        case 2: return "\(card)\(person.idNumber), \(issuer) cấp ngày \(dateStyle.text(person.idIssued))"
        default: return "\(card)\(person.idNumber)"
        }
    }

    private mutating func phone(_ key: String, _ person: Person) -> String {
        if ["fax", "dt2", "dt_hkd"].contains(key) { return random.chance(0.8) ? "" : person.phone }
        if key.hasPrefix("dd_") || random.chance(0.88) || form.fields[key] != nil {
            return random.chance(0.75) ? person.phone : spaced(person.phone)
        }
        return ""
    }

    private func spaced(_ phone: String) -> String {
        let digits = Array(phone)
        guard digits.count == 10 else { return phone }
        return String(digits[0..<4]) + "." + String(digits[4..<7]) + "." + String(digits[7...])
    }

    private mutating func addressValue(_ key: String, _ person: Person) -> String {
        switch key {
        case "dia_chi_thua", "dia_diem", "h_dc": return facts.landAddress
        case "noi", "cu", "noi_chet", "cu_tru_moi":
            return key == "noi_chet" && random.chance(0.7) ? person.address : Places().address(random: &random)
        case "dia_diem_kd", "dia_diem_bl", "tru_so", "dc_thue": return facts.landAddress
        default: return person.address
        }
    }

    private mutating func relation(_ key: String, _ role: PersonRole) -> String {
        switch form.subject {
        case .child?: return random.pick(cast.applicant.sex == .male ? FamilyWords.father : FamilyWords.mother)
        case .deceased?: return random.pick(cast.applicant.sex == .male ? FamilyWords.son : FamilyWords.daughter)
        case .ward?: return random.pick(FamilyWords.guardian)
        case .householder?:
            if role == .member { return random.pick(["Con", "Con đẻ", "Cháu", "Vợ", "Chồng"]) }
            return cast.person(.householder) == cast.applicant
                ? "Chủ hộ" : random.pick(["Con", "Con đẻ", "Con dâu", "Cháu", "Con rể"])
        case .self?, .applicant?, nil:
            return key.hasPrefix("nyc")
                ? random.pick(["Bản thân", "Bản thân", "Chính tôi", "Vợ", "Con"]) : random.pick(FamilyWords.son)
        default: return random.pick(FamilyWords.guardian)
        }
    }

    /// The three lines of thirty characters of ICAO Doc 9303, part 5.
    private mutating func machineReadable(_ person: Person) -> String {
        func short(_ day: Day) -> String { Day.two(day.year % 100) + Day.two(day.month) + Day.two(day.day) }
        func padded(_ text: String) -> String { String((text + String(repeating: "<", count: 30)).prefix(30)) }
        let card = String(person.idNumber.suffix(9))
        let birth = short(person.birth)
        let expiry = person.idExpiry.map(short) ?? "991231"
        let words = person.name.asciiFolded.uppercased().split(separator: " ").map(String.init)
        let names = (words.first ?? "") + "<<" + words.dropFirst().joined(separator: "<")
        return [
            padded("IDVNM\(card)\(CheckDigit.of(card))\(person.idNumber)<<\(CheckDigit.of(person.idNumber))"),
            padded(
                birth + CheckDigit.of(birth) + (person.sex == .male ? "M" : "F") + expiry
                    + CheckDigit.of(expiry) + "VNM"),
            padded(names),
        ].joined(separator: "\n")
    }
}
