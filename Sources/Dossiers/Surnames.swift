import Foundation

/// Family names of Vietnam with their marks, the common ones of all its peoples. A name's first syllable that is
/// none of them but reads like one without its marks has lost a mark in recognition.
///
/// Source: the shares of surnames in public lists of names, and the surnames of Quảng Ninh's Dao, Tày, Sán Chỉ and
/// Hoa people. A rarer surname that is missing here stays as it was read.
package enum Surnames {
    /// The one surname that a misread syllable can be; nil where there is none, or more than one, or nothing to mend.
    package static func mended(_ syllable: String) -> String? {
        let lower = syllable.lowercased()
        guard !known.contains(lower) else { return nil }
        let meant = byFolded[lower.folded] ?? byRest[lower] ?? []
        if meant.count == 1 { return meant.first?.capitalized }
        // A tone is lost or changed far more easily than a horn or a hat: `Vụ` is `Vũ`, not `Vừ`.
        let letters = VietnameseSyllable.withoutTone(lower)
        let alike = meant.filter { VietnameseSyllable.withoutTone($0) == letters }
        if !alike.isEmpty { return alike.count == 1 ? alike.first?.capitalized : nil }
        // Where a hat was taken for a breve, the tone stays: `Tầng` is `Tằng`, not `Tăng`.
        let inTone = meant.filter { VietnameseSyllable.tone(of: $0) == VietnameseSyllable.tone(of: lower) }
        if inTone.count == 1 { return inTone.first?.capitalized }
        // A breve runs into the tone upon it, and the two are read as one mark; a hat is seldom lost: `Sản` is `Sằn`, not
        // `Sần`.
        guard letters.folded == letters else { return nil }
        let withBreve = meant.filter { $0.decomposedStringWithCanonicalMapping.unicodeScalars.contains("\u{306}") }
        return withBreve.count == 1 ? withBreve.first?.capitalized : nil
    }

    package static func isKnown(_ syllable: String) -> Bool { known.contains(syllable.lowercased()) }

    /// Whether it is one of the few that most people have.
    package static func isCommon(_ syllable: String) -> Bool { common.contains(syllable.lowercased()) }

    private static let common: Set<String> = Set(
        """
        nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn đinh trịnh
        """.split(separator: " ").map(String.init))

    private static let known: Set<String> = Set(
        """
        nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương trịnh trương đinh lâm \
        phùng mai tô hà tạ cao châu lương lưu thái thạch tống triệu chu kiều nông quách tăng tằng chíu chìu voòng phùn \
        bàn ninh lục la vi sằn dường lỷ hứa từ đàm mã ma bế hoa nghiêm giang thân khổng doãn cù lã đồng âu văn tôn ông \
        quan sái thiều trang uông viên lò lường cà quàng giàng vàng sùng thào mùa hạng đèo cầm khà vì chẩu ngân phí \
        lại mạc kim khương hàn thi diệp liễu nhan phó tiêu trà trác ứng ưng vòng lềnh loan mông lưỡng hoàn chung tào \
        lô lầu lù lừu vừ sầm sần tẩn phàn chảo chẻo tráng cháng hầu hờ ly lồ tòng quản bạch thẩm khúc lộc diêm nhữ ngụy \
        giáp mẫn chử bồ cung tưởng trầm lều kiểu khuất sử thới đái điền cấn cồ đậu bì nhâm nình phoóng ôn
        """.split(separator: " ").map(String.init))

    private static let byFolded: [String: [String]] = Dictionary(grouping: known, by: \.folded)

    /// By what is left without the first letter, which a form's rule or a capital's size may cost: `oàng`.
    private static let byRest: [String: [String]] = Dictionary(
        grouping: known.filter { $0.count > 3 }, by: { String($0.dropFirst()) })
}
