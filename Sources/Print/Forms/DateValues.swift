internal import Dossiers

extension FormFiller {
    /// What a blank for a date or a time holds.
    mutating func dateValue(_ kind: BlankKind, _ key: String) -> String? {
        switch kind {
        case .date: return key.hasPrefix("ngay_bd") ? facts.signed.adding(days: 5).slashed : dateStyle.text(day(key))
        case .fullDate: return DateStyle.inWords.text(day(key))
        case .deathDate: return dateStyle.text(cast.death)
        case .dateWords: return DateWords.words(day(key.replacingSuffix("_chu", with: "")))
        case .dd: return Day.two(splitDay(key).day)
        case .mm:
            let month = splitDay(key).month
            return month < 3 || random.chance(0.5) ? Day.two(month) : String(month)
        case .yyyy: return String(year(key))
        case .mmYyyy:
            let day = facts.signed.adding(days: -random.number(60...2500))
            return "\(Day.two(day.month))/\(day.year)"
        case .hh: return Day.two(random.number(0...23))
        case .mi: return Day.two(random.number(0...59))
        case .datetime:
            return
                "\(Day.two(random.number(7...16))) giờ \(random.pick(["00", "15", "30", "45"])) phút, ngày \(facts.signed.slashed)"
        case .dateRange:
            let start = facts.signed.adding(days: random.number(1...30))
            return
                "từ ngày \(dateStyle.text(start)) đến ngày \(dateStyle.text(start.adding(days: random.number(30...365))))"
        case .schoolYear: return "\(facts.signed.year) - \(facts.signed.year + 1)"
        default: return nil
        }
    }

    /// The day a key of a whole date means.
    mutating func day(_ key: String) -> Day {
        let person = cast.person(form.person(ofKey: key))
        let words = key.split(separator: "_").map(String.init)
        if key.contains("ngay_sinh") || words.contains("ns") { return person.birth }
        if key.contains("qd_ngay") { return facts.signed.adding(days: -random.number(900...6000)) }
        if key == "gcnkh_ngay" { return cast.marriage }
        if key.contains("ngay_cap"), isLandForm { return facts.certificateDay }
        if key.contains("ngay_cap") { return person.idIssued }
        if key == "han" || key == "han2" { return person.idExpiry ?? person.birth.adding(days: 60 * 365) }
        if key.contains("gbt_ngay") { return cast.death.adding(days: 1) }
        if key == "ngay_dang_ky" { return registration }
        switch words.first {
        case "tu": return splitDate("tu") { $0.facts.signed.adding(days: -$0.random.number(0...20)) }
        case "den": return facts.signed.adding(days: random.number(180...730))
        case "ngay" where words.contains("nhan"): return facts.signed
        default: return facts.signed.adding(days: -random.number(30...1500))
        }
    }

    /// The day that a key of a date in three pieces means.
    mutating func splitDay(_ key: String) -> Day {
        let beginning = Self.beginning(key)
        let role = form.person(ofKey: key)
        let person = cast.person(role)
        return splitDate("three " + beginning) { filler in
            let signed = filler.facts.signed
            switch beginning {
            case "", "nh": return signed
            case "chet", "c", "tt", "ch": return filler.cast.death
            case "gbt": return min(filler.cast.death.adding(days: 1), signed)
            case "ns", "em", "s": return person.birth
            case "tr", "ht": return signed.adding(days: filler.random.number(1...20))
            case "hl": return signed.adding(days: filler.random.number(21...40))
            case "dk": return filler.registration
            default: return signed.adding(days: -filler.random.number(10...600))
            }
        }
    }

    private mutating func year(_ key: String) -> Int {
        if key == "nam", form.id.hasPrefix("kq-") { return facts.signed.year }
        if ["y", "dk_y", "cy"].contains(key) || key.hasSuffix("_y") { return splitDay(key).year }
        if key.contains("nam_sinh") || key.contains("namsinh") {
            return cast.person(form.person(ofKey: key)).birth.year
        }
        return facts.signed.year - random.number(1...18)
    }

    /// When the certificate that the form speaks of was registered.
    private var registration: Day {
        switch form.subject {
        case .deceased?: cast.death.adding(days: 2)
        case .child?: cast.person(.child).birth.adding(days: 12)
        case .spouse?: cast.marriage
        default: cast.applicant.birth.adding(days: 30)
        }
    }

    private var isLandForm: Bool { form.blanks.contains { $0.kind == .gcnBookNo || $0.kind == .gcnSerial } }

    /// `chet` of `chet_d`, `c` of `cd`, nothing of `d`.
    static func beginning(_ key: String) -> String {
        let cut = key.dropLast()
        return String(cut.hasSuffix("_") ? cut.dropLast() : cut)
    }
}

extension String {
    func replacingSuffix(_ suffix: String, with other: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) + other : self
    }
}
