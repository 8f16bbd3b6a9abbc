import Foundation
import Ledger
import Testing

@Suite struct DossierIDTests {
    @Test func identifier_holdsItsTimeInTheFirstTenLetters() {
        // The specification's own example: 01ARYZ6S41 is 2016-07-30T23:54:10.259Z.
        var generator = SystemRandomNumberGenerator()
        let id = DossierID(at: Date(timeIntervalSince1970: 1_469_918_176.385), using: &generator).text
        #expect(id.count == 26)
        #expect(id.hasPrefix("01ARYZ6S41"))
    }

    @Test func identifiers_sortByTime() {
        var generator = SystemRandomNumberGenerator()
        let start = LedgerFixture.morning
        let ids = (0..<200).map {
            DossierID(at: start.addingTimeInterval(Double($0) / 1000), using: &generator).text
        }
        #expect(ids == ids.sorted())
    }

    @Test func allBits_comeFromTheGenerator() {
        struct Ones: RandomNumberGenerator {
            mutating func next() -> UInt64 { .max }
        }
        var ones = Ones()
        let id = DossierID(at: Date(timeIntervalSince1970: 0), using: &ones).text
        #expect(id == "0000000000ZZZZZZZZZZZZZZZZ")
    }
}
