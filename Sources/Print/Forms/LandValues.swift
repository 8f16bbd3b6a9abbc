internal import Dossiers

extension FormFiller {
    /// What a blank about land or a building holds.
    mutating func landValue(_ kind: BlankKind, _ key: String) -> String? {
        switch kind {
        case .parcel: return form.fields[key] == .landParcel ? facts.parcel : String(random.number(1...1250))
        case .mapSheet: return form.fields[key] == .landMapSheet ? facts.mapSheet : String(random.number(1...180))
        case .area:
            if form.fields[key] == .landArea { return facts.area }
            return random.chance(0.12) ? "0" : DossierFacts.area(random: &random)
        case .landUse: return random.pick(LandWords.uses)
        case .landTerm: return random.pick(LandWords.terms)
        case .landOrigin: return random.pick(LandWords.origins)
        case .landChange:
            return random.pick(["Nhận chuyển nhượng quyền sử dụng đất", "Nhận tặng cho quyền sử dụng đất"])
        case .gcnSerial: return facts.certificateSerial
        case .gcnBookNo: return facts.certificateBook
        case .gcnPhrase:
            return "Giấy chứng nhận số \(facts.certificateSerial) cấp ngày \(facts.certificateDay.slashed)"
        case .parcelAddress: return "thửa đất số \(facts.parcel), tờ bản đồ số \(facts.mapSheet), \(facts.landAddress)"
        case .houseType: return random.pick(["Nhà ở riêng lẻ", "Nhà cấp 4", "Nhà xây 2 tầng", "Nhà gỗ lợp ngói"])
        case .buildingClass: return random.pick(["Cấp III", "Cấp IV", "cấp 4"])
        case .certNo: return random.chance(0.3) ? "" : random.pick(["QUN", "HAN", "BXD"]) + "-000" + random.digits(5)
        case .gpxdNo: return "\(random.number(3...280))/GPXD"
        case .gpxdAction: return "ĐIỀU CHỈNH"
        case .street: return random.chance(0.5) ? random.pick(PlaceWords.streets) : ""
        case .decimal: return "\(random.number(1...11)),\(random.number(1...9))"
        case .percent: return "\(random.number(21...95))%"
        case .num:
            return random.chance(0.5)
                ? String(random.number(1...12)) : "\(random.number(1...12)),\(random.number(1...9))"
        default: return nil
        }
    }
}
