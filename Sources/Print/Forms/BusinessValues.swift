internal import Dossiers

extension FormFiller {
    /// What a blank about trade, money or pay holds.
    mutating func businessValue(_ kind: BlankKind) -> String? {
        switch kind {
        case .businessName: return facts.business.uppercased()
        case .industry: return random.pick(BusinessWords.industries)
        case .industryCode: return String(random.number(4511...9639))
        case .tax: return random.chance(0.7) ? cast.applicant.idNumber : "57" + random.digits(8)
        case .money: return grouped(random.number(2...600) * random.pick([50_000, 100_000, 500_000], else: 100_000))
        case .moneyWords: return DateWords.words(random.number(1...50) * 10_000_000).capitalizedFirst + " đồng"
        case .bank: return random.pick(["Agribank", "Vietcombank", "BIDV", "VietinBank", "LPBank"])
        case .bankAcc: return random.digits(random.number(9...13))
        case .bhxh: return "22" + random.digits(8)
        case .hkdAction: return "thay đổi nội dung đăng ký"
        default: return nil
        }
    }

    /// `1.500.000`
    private func grouped(_ amount: Int) -> String {
        var digits = String(amount)
        var parts: [String] = []
        while digits.count > 3 {
            parts.insert(String(digits.suffix(3)), at: 0)
            digits = String(digits.dropLast(3))
        }
        return ([digits] + parts).joined(separator: ".")
    }
}
