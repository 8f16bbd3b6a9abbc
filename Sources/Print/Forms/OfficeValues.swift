internal import Dossiers

extension FormFiller {
    /// What a blank that names an office, a number of a register or a paper holds.
    mutating func officeValue(_ kind: BlankKind, _ key: String) -> String? {
        let desk = cast.desk
        switch kind {
        case .ubndXa: return committee(key)
        case .congAnXa:
            return random.pick(["Công an xã \(desk.name)", "Công an xã \(desk.name), tỉnh \(desk.province)"])
        case .vpdkdd: return random.pick(OfficeWords.landOffices)
        case .coQuanDkkdXa:
            return random.pick([
                "Phòng Kinh tế xã \(desk.name)", "Ủy ban nhân dân xã \(desk.name)",
                "Phòng Kinh tế - UBND xã \(desk.name)",
            ])
        case .chuTichUbnd: return "Chủ tịch Ủy ban nhân dân xã \(desk.name), tỉnh \(desk.province)"
        case .commune: return desk.name
        case .communeUpper: return desk.name.uppercased()
        case .communeProvince: return "xã \(desk.name), tỉnh \(desk.province)"
        case .province: return key == "tinh" && form.role != .application ? desk.province.uppercased() : desk.province
        case .district: return "Tiên Yên"
        case .hamlet: return random.pick(desk.hamlets)
        case .org: return random.pick(OfficeWords.organisations)
        case .orgUpper:
            return random.pick([
                "UBND TỈNH \(desk.province.uppercased())", "ỦY BAN NHÂN DÂN XÃ \(desk.name.uppercased())",
            ])
        case .hospital: return random.pick(OfficeWords.hospitals)
        case .healthStation: return random.pick(["Trạm Y tế xã \(desk.name)", "Trung tâm Y tế khu vực Tiên Yên"])
        case .school: return random.pick(OfficeWords.schools)
        case .cemetery:
            return random.pick([
                "Nghĩa trang nhân dân xã \(desk.name)", "Nghĩa trang thôn \(random.pick(desk.hamlets))",
            ])
        case .regNo: return registerNumber()
        case .book:
            return random.chance(0.5) ? "01/\(facts.signed.year - random.number(0...20))" : "0\(random.number(1...9))"
        case .docNo: return "\(random.number(1...980))/\(random.pick(OfficeWords.numberEndings))"
        case .dossierCode: return dossierCode()
        case .procedureName: return random.pick(OfficeWords.procedureNames)
        case .paper, .attachment: return random.pick(OfficeWords.papers)
        case .civilDoc: return random.pick(OfficeWords.civilPapers)
        case .contractType:
            return random.pick(["hợp đồng chuyển nhượng quyền sử dụng đất", "hợp đồng tặng cho quyền sử dụng đất"])
        case .delivery: return random.pick(["Trực tiếp tại Trung tâm", "Qua dịch vụ bưu chính công ích", "Trực tuyến"])
        case .onTime: return random.pick(["Trước hạn", "Đúng hạn", "Quá hạn", ""])
        case .personOrOrg:
            return random.pick([
                "ông \(cast.person(.opponent).name), cán bộ địa chính xã", "Ủy ban nhân dân xã \(desk.name)",
                "Phòng Kinh tế xã \(desk.name)",
            ])
        case .hkdNo: return facts.businessNumber
        default: return nil
        }
    }

    private mutating func committee(_ key: String) -> String {
        let desk = cast.desk
        let isOld = key.contains("noi_dang_ky") && random.chance(0.4)
        let commune = isOld ? random.pick(PlaceWords.formerCommunes, else: desk) : desk
        let tail = commune.district.map { ", " + $0 } ?? ""
        switch random.number(0...3) {
        case 0: return "UBND \(commune.kind) \(commune.name)\(tail), tỉnh \(commune.province)"
        case 1: return "Ủy ban nhân dân \(commune.kind) \(commune.name)\(tail)"
        case 2: return "UBND \(commune.kind) \(commune.name)"
        default: return "Ủy ban nhân dân \(commune.kind) \(commune.name)\(tail), tỉnh \(commune.province)"
        }
    }

    private mutating func registerNumber() -> String {
        let number = random.number(1...399)
        return random.chance(0.5) ? "\(number)/\(facts.signed.year)" : Day.two(number)
    }

    private mutating func dossierCode() -> String {
        let day = "\(facts.signed.year % 100)" + Day.two(facts.signed.month) + Day.two(facts.signed.day)
        let number = String(String(10_000 + random.number(1...420)).dropFirst())
        return "H49.\(random.number(10...60))-\(day)-\(number)"
    }
}
