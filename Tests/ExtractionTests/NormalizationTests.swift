import Extraction
import Testing

@Test(arguments: [
    ("06/08/2026", "2026-08-06"), ("6-8-2026", "2026-08-06"), ("ngày 06 tháng 8 năm 2026", "2026-08-06"),
    ("29/02/2024", "2024-02-29"), ("l2/1O/1985", "1985-10-12"), ("28-1 1-2011.", "2011-11-28"),
    ("28/1 2/2011", "2011-12-28"),
    ("ngày 28 1-1-2011", "2011-01-01"), ("12-03-7989", "1989-03-12"),
])
func date_isReadInEveryFormThatPeopleWrite(text: String, expected: String) {
    #expect(FormDate.iso(in: text) == expected)
}

@Test(arguments: [("72-03-7989", "1989-03-12"), ("9/70/1999", "1999-10-09")])
func date_withOnesReadAsSevens_isPutRightOnlyWhereAsked(text: String, expected: String) {
    #expect(FormDate.iso(in: text, mendingOnes: true) == expected)
    #expect(FormDate.iso(in: text) == nil)
}

@Test(arguments: [("72-03-7989", false), ("77-03-7989", true), ("27-03-1987", false), ("7/2/7981", true)])
func date_whoseOnesReadAsSevens_isDoubtedWhereOtherSevensAreInIt(text: String, isDoubtful: Bool) {
    #expect(FormDate.isDoubtful(text) == isDoubtful)
}

@Test(arguments: ["31/02/2024", "29/02/2023", "1985", "13/13/2020", "06/08/1800", "không rõ"])
func date_thatIsNoneStaysUnread(text: String) {
    #expect(FormDate.iso(in: text) == nil)
}

@Test(arguments: ["022085012345", "001303000001", "100247001"])
func idNumber_believesTwelveAndNineDigits(digits: String) {
    #expect(IDNumber(digits: digits)?.digits == digits)
}

@Test(arguments: ["000085012345", "097085012345", "022985012345", "12345678", "0220850123456", "000000000"])
func idNumber_refusesPlacesCenturiesAndLengthsThatDoNotExist(digits: String) {
    #expect(IDNumber(digits: digits) == nil)
}

@Test func idNumber_saysTheYearOfBirth() {
    #expect(IDNumber(digits: "022085012345")?.birthYear == 1985)
    #expect(IDNumber(digits: "022303012345")?.birthYear == 2003)
    #expect(IDNumber(digits: "100247001")?.birthYear == nil)
}

@Test(arguments: [
    ("0912345678", "0912345678"), ("84912345678", "0912345678"), ("02033876543", "02033876543"),
])
func phone_isReadAsDialledWithinTheCountry(digits: String, expected: String) {
    #expect(PhoneNumber.national(digits: digits) == expected)
}

@Test(arguments: ["091234567", "1912345678", "0612345678", "022085012345"])
func phone_thatCannotBeDialledStaysUnread(digits: String) {
    #expect(PhoneNumber.national(digits: digits) == nil)
}

@Test(arguments: [
    (["NGUYỄN", "THỊ", "HỒNG"], 3), (["Nguyễn", "Văn", "An,", "Trưởng", "thôn"], 3), (["ủy", "ban"], 0), (["HỒNG"], 0),
    (["Trần", "123"], 0),
])
func name_endsWhereSyllablesWithCapitalsEnd(words: [String], length: Int) {
    #expect(PersonName.length(of: words) == length)
}

@Test(arguments: [("O22", "022"), ("l985", "1985"), ("5O.000", "50000")])
func digits_areReadThroughLettersThatLookLikeThem(word: String, expected: String) {
    #expect(Digits.read(word) == expected)
}

@Test(arguments: ["Số", "Bộ", "so", "-"])
func digits_areNotSeenInWords(word: String) {
    #expect(Digits.read(word) == nil)
}

@Test(arguments: [
    ("sỀNH", "SỀNH"), ("$INH", "SINH"), ("cHíU", "CHÍU"), ("0anh", "Oanh"), ("Sềnh", "Sềnh"), ("vÄWWwx", "vÄWWwx"),
    ("0912", "0912"), ("AN", "AN"), ("HTẾU", "HIẾU"), ("GTIA", "GIA"), ("THTI", "THI"), ("TIẾT", "TIẾT"),
])
func nameReadInMixedLetters_isInCapitals(read: String, meant: String) {
    #expect(PersonName.spelled(read) == meant)
}
