import Dossiers
import Foundation
import Print
import Testing

@Suite struct SampleMakerTests {
    @Test(arguments: ScannerProfile.allCases)
    func sameSeedSamePixels(profile: ScannerProfile) throws {
        let forms = try ProjectForms.samples()
        let first = try SampleMaker(forms: forms, seed: 5).dossier(number: 1, profile: profile)
        let second = try SampleMaker(forms: forms, seed: 5).dossier(number: 1, profile: profile)
        #expect(first.pages.map(\.image) == second.pages.map(\.image))
        #expect(first.fields == second.fields)
        let other = try SampleMaker(forms: forms, seed: 6).dossier(number: 1, profile: profile)
        #expect(first.pages.map(\.image) != other.pages.map(\.image))
    }

    @Test func fieldsOfTheTruthStandOnThePages() throws {
        // Number 10 has the same values by hand on one form and in print on another.
        let maker = SampleMaker(forms: try ProjectForms.samples(), seed: 301435)
        var names = 0
        for number in 1...12 {
            let dossier = try maker.dossier(number: number, profile: .poor)
            let text = dossier.pages.flatMap(\.lines).joined(separator: " ").lowercased()
            for (field, value) in dossier.fields where field == .applicantName || field == .applicantIDNumber {
                #expect(text.contains(value.lowercased()), "\(field.rawValue) of dossier \(number)")
                names += 1
            }
            #expect(dossier.handwrittenFields.isDisjoint(with: dossier.fields.keys))
        }
        #expect(names > 8)
    }

    @Test func identityNumbersAgreeWithBirth() throws {
        let maker = SampleMaker(forms: try ProjectForms.samples(), seed: 21)
        var checked = 0
        for number in 0..<20 {
            let fields = try maker.dossier(number: number, profile: .poor).fields
            guard let id = fields[.applicantIDNumber], id.count == 12, let birth = fields[.applicantDateOfBirth]
            else { continue }
            let digits = Array(id)
            #expect(String(digits[4...5]) == birth.dropFirst(2).prefix(2))
            #expect("0123".contains(digits[3]))
            checked += 1
        }
        #expect(checked > 5)
    }

    @Test(arguments: [
        (ScannerProfile.clean, 2480, 3508), (.office, 1654, 2339), (.poor, 1240, 1754), (.fax, 1654, 2339),
    ])
    func pagesHaveTheSizeOfTheirResolution(profile: ScannerProfile, width: Int, height: Int) throws {
        let page = SampleMaker(forms: try ProjectForms.samples(), seed: 1).blank(number: 0, profile: profile)
        #expect(page.image.width == width && page.image.height == height)
    }

    @Test func faxPagesAreBlackAndWhite() throws {
        let page = try SampleMaker(forms: try ProjectForms.samples(), seed: 1).separator(number: 0, profile: .fax)
        #expect(page.image.isBilevel)
        #expect(page.image.samples.allSatisfy { $0 == 0 || $0 == 255 })
    }

    @Test func sidewaysPagesLieOnTheirSide() throws {
        let page = SampleMaker(forms: try ProjectForms.samples(), seed: 1).blank(number: 0, profile: .sideways)
        #expect(page.image.width > page.image.height)
        #expect(page.quarters % 2 == 1)
    }
}
