internal import Dossiers

extension FormFiller {
    /// What a blank for small numbers, reasons and stories holds.
    mutating func wordValue(_ kind: BlankKind, _ key: String) -> String? {
        switch kind {
        case .int: return smallNumber(key)
        case .num2: return Day.two(random.number(1...6))
        case .yesno: return random.pick(["Có", "Không"])
        case .grams: return String(random.number(21...42) * 100)
        case .reason: return random.pick(StoryWords.reasons[form.id] ?? StoryWords.anyReasons)
        case .purpose: return random.pick(StoryWords.purposes)
        case .marital: return random.pick(StoryWords.maritalStates)
        case .maritalStatus: return random.pick(["Chưa đăng ký kết hôn với ai", "Hiện tại chưa có vợ, chưa có chồng"])
        case .deathCause:
            return random.pick(["Ốm già", "Tuổi già", "Bệnh nặng", "Tai nạn giao thông", "Đột quỵ", "Ung thư phổi"])
        case .disability: return random.pick(["", "vận động", "nhìn", "nghe, nói"])
        case .disabilityLevel: return random.pick(["", "nặng", "đặc biệt nặng"])
        case .meritType:
            return random.pick(["Thương binh", "Bệnh binh", "Người hoạt động kháng chiến", "Thân nhân liệt sĩ"])
        case .changeType:
            return random.pick([
                "thay đổi họ, chữ đệm, tên", "cải chính ngày, tháng, năm sinh", "bổ sung quê quán",
                "xác định lại dân tộc", "cải chính năm sinh của mẹ", "cải chính hộ tịch",
            ])
        case .changeText: return changeText()
        case .residenceRequest: return "Đăng ký thường trú"
        case .foreignNation: return random.pick(PlaceWords.foreignNations)
        case .longText: return story()
        case .text: return remark(key)
        default: return nil
        }
    }

    private mutating func smallNumber(_ key: String) -> String {
        switch key {
        case "so_thang": return String(random.number(3...18))
        case "bs_so", "so_ban", "so_bo":
            return random.chance(0.5) ? Day.two(random.number(1...5)) : String(random.number(1...5))
        case "so_tang", "tang_noi", "so_thua", "lao_dong", "nu_lan", "nam_lan": return String(random.number(1...3))
        case "khoan": return String(random.number(1...8))
        case "tv_tt", "tv_stt", "tn_stt", "nc_stt", "nn_stt", "stt": return "1"
        case "tang_ham": return "0"
        case "so", "stt_so": return String(random.number(3...640))
        default: return String(random.number(2...36))
        }
    }

    private mutating func changeText() -> String {
        let person = cast.applicant
        let other = PersonMaker(places: Places()).person(
            sex: person.sex, age: 41, today: cast.today, family: person.family, random: &random)
        switch random.number(0...3) {
        case 0: return "Từ: \(other.name) Thành: \(person.name)"
        case 1: return "Từ: \(other.birth.slashed) Thành: \(person.birth.slashed)"
        case 2: return "Bổ sung quê quán: \(person.hometown)"
        default: return "Từ: dân tộc Kinh Thành: dân tộc \(person.ethnicity)"
        }
    }

    private mutating func story() -> String {
        let parts = form.id == "don-to-cao" ? StoryWords.denunciations : StoryWords.disputes
        let chosen = parts.map { random.pick($0) }
        return plain(chosen.joined(separator: " "))
    }

    private mutating func remark(_ key: String) -> String {
        if let phrases = RemarkWords.byKey[key] { return plain(random.pick(phrases)) }
        return random.chance(0.6) ? "" : random.pick(RemarkWords.any)
    }
}
