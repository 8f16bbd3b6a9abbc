import Dossiers

/// Pages in a row that are one document.
struct Paper {
    var family: String
    var familyProbability: Double
    var prediction: Prediction
    var showsTitle: Bool
    /// The page has a title line of a form of request (`Đơn`, `Tờ khai`, `Giấy đề nghị`…), known or not.
    var asksByTitle: Bool
    /// 1-based in the source file.
    var pages: [Int]
    /// Of the first page.
    var quality: PageQuality
    /// Share of the words on all its pages that the recogniser itself does not believe, as it does not believe
    /// handwriting, 0…1.
    var unreadable = 0.0
    /// Whether several procedures share its form.
    var isShared = false
    /// How well all its pages were read.
    var reading: ReadingBand

    var probability: Double { prediction.probability }

    /// Known well enough to be called by name: it would be were strange forms as frequent as known ones.
    var isKnown: Bool { familyProbability >= Self.leastToBeKnown }

    private static let leastToBeKnown = StrangeForms.afterTheirShare(0.5)
    private static let leastToBeAPaperOfItsOwn = StrangeForms.afterTheirShare(0.9)

    /// An application form, and its own title says so; attachments and strangers are none.
    var isApplication: Bool { isKnown && !prediction.label.hasPrefix(LabeledText.paperPrefix) }

    var mayBeUnknownApplication: Bool { asksByTitle && !isKnown }

    var document: DossierResult.Document {
        let type =
            if !isKnown { "unknown" } else if isApplication { "application-form" } else { bareFamily }
        return DossierResult.Document(type: type, pages: pages)
    }

    var judged: JudgedPaper {
        JudgedPaper(
            form: isKnown ? bareFamily : nil, isApplication: isApplication, pages: pages)
    }

    private var bareFamily: String {
        family.hasPrefix(LabeledText.paperPrefix)
            ? String(family.dropFirst(LabeledText.paperPrefix.count)) : family
    }

    /// A page without a title of its own, or one that goes on with the form before it, belongs to the paper before.
    static func papers(of pages: [RecognizedPage], model: Model) -> [Paper] {
        var papers: [Paper] = []
        for page in pages where page.content == .text {
            let zones = TextZones(page.text)
            let answer = model.predictPage(page.text)
            let goesOn = { (last: Paper) in
                answer.family == last.family && !PageHead(of: page.text).hasNationalHeader
                    || zones.title.isEmpty && !answer.showsTitle && answer.familyProbability < leastToBeAPaperOfItsOwn
            }
            if let last = papers.indices.last, goesOn(papers[last]) {
                papers[last].pages.append(page.number)
                continue
            }
            papers.append(
                Paper(
                    family: answer.family, familyProbability: answer.familyProbability,
                    prediction: answer.prediction, showsTitle: answer.showsTitle,
                    asksByTitle: zones.asksByTitle, pages: [page.number], quality: page.quality,
                    reading: answer.reading))
        }
        return papers.map { $0.judgedWhole(pages, model: model).weighed(on: pages, model: model) }
    }

    private func weighed(on all: [RecognizedPage], model: Model) -> Paper {
        let words = all.filter { pages.contains($0.number) }.flatMap(\.lines).flatMap(\.words)
            .filter { $0.text.contains { $0.isLetter || $0.isNumber } }
        var weighed = self
        weighed.unreadable = words.isEmpty ? 0 : Double(words.count { $0.confidence < 0.5 }) / Double(words.count)
        weighed.isShared = model.isShared(family)
        return weighed
    }

    /// What is asked for may stand on a later page than the title.
    private func judgedWhole(_ all: [RecognizedPage], model: Model) -> Paper {
        guard pages.count > 1, isApplication else { return self }
        let text = all.filter { pages.contains($0.number) }.map(\.text).joined(separator: "\n")
        let answer = model.predictPage(text)
        guard answer.family == family else { return self }
        var whole = self
        whole.prediction = answer.prediction
        whole.reading = answer.reading
        // A later page can make the choice among procedures surer, the form itself it cannot.
        if answer.familyProbability > familyProbability {
            whole.prediction.probability *= familyProbability / answer.familyProbability
        }
        return whole
    }
}

extension TextZones {
    /// Forms of request are called so in their first words.
    var asksByTitle: Bool {
        let openings = [
            "don", "to khai", "giay de nghi", "phieu yeu cau", "ban khai", "ban dang ky", "de nghi", "thong bao",
        ]
        return title.prefix(2).contains { line in
            let words = SyllableTokens(line: line).folded.joined(separator: " ")
            return openings.contains { words.hasPrefix($0) }
        }
    }
}
