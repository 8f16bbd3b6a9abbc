import Dossiers

extension DossierJudge {
    /// The first day: every page with a title of a request, or else the page on top, is held against the catalogue.
    func rankedByCatalogue(_ pages: [RecognizedPage]) -> DossierJudgement {
        let texts = pages.filter { $0.content == .text }
        let asking = texts.first { TextZones($0.text).asksByTitle } ?? texts.first
        // A form goes on until the next page with the national header.
        let form = asking.map { first in
            [first] + texts.drop { $0.number <= first.number }.prefix { !PageHead(of: $0.text).hasNationalHeader }
        }
        let numbers = form?.map(\.number) ?? []
        let rest = texts.map(\.number).filter { !numbers.contains($0) }
        return DossierJudgement(
            prediction: suggestion(from: pages, at: numbers), applicationPages: numbers,
            documents: [numbers, rest].filter { !$0.isEmpty }.map {
                DossierResult.Document(type: "unknown", pages: $0)
            },
            papers: [numbers, rest].filter { !$0.isEmpty }.map {
                JudgedPaper(form: nil, isApplication: $0 == numbers, pages: $0)
            },
            isCertain: false,
            doubt: texts.isEmpty
                ? "the dossier holds no text"
                : "no page of this kind has been confirmed often enough; the catalogue's likeliest procedures are "
                    + "suggested, pick one")
    }

    /// What the catalogue says of a form that the model does not know; nil where there is no catalogue or no text.
    func suggestion(from pages: [RecognizedPage], at numbers: [Int]) -> Prediction? {
        let text = pages.filter { numbers.contains($0.number) }.map(\.text).joined(separator: "\n")
        return text.isEmpty ? nil : catalogue?.predict(text)
    }
}
