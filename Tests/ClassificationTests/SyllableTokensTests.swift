import Testing

@testable import Classification

private let texts = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "hoà thuỷ quý loà xoà khoẻ Quỳ",
    "Số: 12/UBND-VX ngày 05/09/2026", "[x] Đăng ký………… tạm trú ☑ (2)", "a1b22 3c 0123456789012345678",
    "na\u{308}o o\u{302}\u{300} thu\u{309}y", "ΣΊΣΥΦΟΣ Привет İstanbul ß", "👍🏽 中文 ﬁn ½ №5", "",
    "ấẩẫậ ẮẰẲẴẶ ĐđƯơ", "x\u{AD}y\u{200B}z\u{A0}t–u—v“w”",
]

@Test(arguments: texts) func syllables_looked_areTheSameAsReckoned(text: String) {
    let (quick, slow) = (SyllableTokens(line: text), SyllableTokens(reckoning: text))
    #expect(quick.marked == slow.marked)
    #expect(quick.folded == slow.folded)
}

@Test func syllables_ofAnyTwoLetters_areTheSameLookedAsReckoned() {
    let letters = (Array(0x20..<0x250) + Array(0x370..<0x590) + Array(0x1E00..<0x1F00) + Array(0x2010..<0x2030))
        .compactMap { Unicode.Scalar(UInt32($0)) }
    for (number, letter) in letters.enumerated() {
        let other = letters[(number * 37 + 11) % letters.count]
        let text = "q\(letter)o\(other) th\(other)\(letter) 1\(letter)2"
        let (quick, slow) = (SyllableTokens(line: text), SyllableTokens(reckoning: text))
        #expect(quick.marked == slow.marked && quick.folded == slow.folded, "\(letter.value) \(other.value)")
    }
}

@Test func vietnameseLetters_areLookedUp() {
    var text = "Tờ khai đăng ký khai sinh: ƯỚC NGUYỆN (01)"
    let tokens = text.withUTF8 { SyllableTokens.looked($0) }
    #expect(tokens?.folded.prefix(2) == ["to", "khai"])
}
