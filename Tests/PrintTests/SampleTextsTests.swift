import Dossiers
import Print
import Testing

@Suite struct SampleTextsTests {
    @Test func sameSeedSameTexts() throws {
        let forms = try ProjectForms.samples()
        for number in 0..<30 {
            #expect(
                try SampleTexts(forms: forms, seed: 7).texts(number: number)
                    == SampleTexts(forms: forms, seed: 7).texts(number: number))
        }
        let other = try (0..<10).map { try SampleTexts(forms: forms, seed: 8).texts(number: $0) }
        #expect(try (0..<10).map { try SampleTexts(forms: forms, seed: 7).texts(number: $0) } != other)
    }

    @Test func noTextKeepsABlank() throws {
        let texts = SampleTexts(forms: try ProjectForms.samples(), seed: 2)
        let pattern = /\{\w+:\w+\}/
        for number in 0..<260 {
            for text in try texts.texts(number: number) { #expect(!text.text.contains(pattern), "\(text.label)") }
        }
    }

    @Test func everyProcedureAndEveryPaperIsReached() throws {
        let all = try ProjectForms.load()
        let texts = SampleTexts(forms: try SampleForms(all), seed: 3)
        let labels = Set(try (0..<260).flatMap { try texts.texts(number: $0).map(\.label) })
        let papers = all.filter { $0.role != .application }.map { LabeledText.paperPrefix + $0.id }
        // What several forms ask for only together has no text of its own: each is called by what it asks for alone.
        let alone = all.flatMap(\.uses).filter(\.companions.isEmpty).map(\.code)
        let missing = Set(alone + papers).subtracting(labels)
        #expect(missing.isEmpty)
    }

    @Test func pagesOfSharedFormsSayWhichProcedureIsMeant() throws {
        let texts = SampleTexts(forms: try ProjectForms.samples(), seed: 4)
        var byLabel: [String: Set<String>] = [:]
        for number in 0..<600 {
            for text in try texts.texts(number: number) where text.family?.hasPrefix("ct01") == true {
                let line = text.text.split(separator: "\n").first { $0.hasPrefix("10. Nội dung đề nghị") }
                byLabel[text.label, default: []].insert(String(try #require(line)))
            }
        }
        #expect(byLabel.count == 9)
        #expect(byLabel.values.allSatisfy { $0.count > 1 })
    }
}
