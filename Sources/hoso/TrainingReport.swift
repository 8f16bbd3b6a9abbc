import Classification
import Foundation

/// What is said of a model beside it: its figures, and a card for people.
struct TrainingReport {
    struct Figures: Encodable {
        var model: String
        var texts: Int
        var labels: Int
        var features: Int
        /// On texts held out in turn.
        var heldOut: Evaluation
        /// The same, of dossiers on which a person's word stands; nil where there were none.
        var confirmed: Evaluation?
        var coverage: [Coverage]
        /// Texts of forms that were kept from the model or whose request is handwriting, and how many of them it
        /// would have let pass at the threshold that promises one error in a hundred.
        var strangers: Int
        var strangersPassed: Int
        /// By how well pages were read, best first, at one error in a hundred.
        var readings: [Reading]
    }

    struct Reading: Encodable {
        var reading: ReadingBand
        /// The least probability that acts alone, 0…1; nil where nothing does.
        var threshold: Double?
        /// What is there and what is missing of the texts that bear it out.
        var evidence: EvidenceNeeded
    }

    let figures: Figures
    private let details: String

    init(_ model: any Classifier, heldOut: HeldOut) {
        let limit = model.threshold(promising: 0.01) ?? .infinity
        figures = Figures(
            model: model.identifier, texts: model.texts, labels: model.labelCount, features: model.featureCount,
            heldOut: Evaluation(of: heldOut.known),
            confirmed: heldOut.confirmed.isEmpty ? nil : Evaluation(of: heldOut.confirmed),
            // The thresholds that the model has, and what passes at them of the texts that bear them out.
            coverage: Coverage.promises.compactMap { rate in
                model.threshold(promising: rate).map {
                    Coverage(
                        of: heldOut.confirmed.isEmpty ? heldOut.known + heldOut.strangers : heldOut.confirmed,
                        errorRate: rate, threshold: $0)
                }
            },
            strangers: heldOut.strangers.count,
            strangersPassed: heldOut.strangers.count { $0.probability >= limit && !$0.isRight },
            readings: heldOut.known.contains { $0.reading != nil }
                ? ReadingBand.allCases.map { band in
                    Reading(
                        reading: band, threshold: model.threshold(promising: 0.01, reading: band),
                        evidence: heldOut.evidenceNeeded(promising: 0.01, reading: band))
                } : [])
        details = model.settingsInWords
    }

    var summary: String {
        "\(figures.model): \(figures.texts) texts, \(figures.labels) labels, \(figures.features) features; held-out "
            + "accuracy \(rounded(figures.heldOut.accuracy)), calibration error \(rounded(figures.heldOut.calibrationError))"
            + (figures.confirmed.map {
                "; on \($0.texts) confirmed dossiers \(rounded($0.accuracy)), \(rounded($0.calibrationError))"
            } ?? "")
            + figures.readings.map { "; pages read \($0.reading.inWords): \(inWords($0))" }.joined()
    }

    /// From where on pages that were read so well are decided alone, or what is missing.
    private func inWords(_ reading: Reading) -> String {
        guard let threshold = reading.threshold else {
            let evidence = reading.evidence
            return "nothing alone"
                + (evidence.more == 0
                    ? ", for the texts made up do not bear it out"
                    : ", \(evidence.confirmed) judged, about \(evidence.more) more needed")
        }
        return "alone from probability \(rounded(threshold))"
    }

    var card: String {
        """
        # \(figures.model)

        A Naive Bayes classifier of HoSo. It proposes what a text is; a person decides.

        Trained on \(figures.texts) labelled texts of \(figures.labels) labels; \(figures.features) features.
        How: \(details).

        On texts held out in turn (degraded as scans degrade text, where the labels are forms): accuracy \
        \(rounded(figures.heldOut.accuracy)), macro-F1 \(rounded(figures.heldOut.macroF1)), expected calibration \
        error \(rounded(figures.heldOut.calibrationError)).

        \(confirmedInWords)\(strangersInWords)
        \(coverageInWords)
        \(readingsInWords)
        The figures say how the model does on texts like those it was trained on. Measure it on your own: \
        `hoso model evaluate DIR --on LABELS.jsonl`.

        """
    }

    private var confirmedInWords: String {
        figures.confirmed.map {
            "On \($0.texts) dossiers on which a person's word stands, each judged by a model that had not seen it: "
                + "accuracy \(rounded($0.accuracy)), macro-F1 \(rounded($0.macroF1)), expected calibration error "
                + "\(rounded($0.calibrationError)). The rates below are borne out by them; the model asks for no less "
                + "than its other texts do.\n\n"
        } ?? ""
    }

    private var strangersInWords: String {
        figures.strangers == 0
            ? ""
            : "Of \(figures.strangers) pages that must not pass (of forms that were kept from it, and of forms whose "
                + "request is handwriting), \(figures.strangersPassed) would have passed, wrongly named, at the threshold that promises "
                + "one error in a hundred.\n"
    }

    private var coverageInWords: String {
        figures.coverage.map {
            "- error rate under \(rounded($0.errorRate)) with 95 % confidence: probability \(rounded($0.threshold)) and "
                + "above, \(rounded($0.coverage)) of those texts"
        }.joined(separator: "\n")
    }

    private var readingsInWords: String {
        figures.readings.isEmpty
            ? ""
            : "\nWhat acts alone goes by how well a page was read; at one error in a hundred:\n\n"
                + figures.readings.map { "- read \($0.reading.inWords): \(inWords($0))\n" }.joined()
    }

    private func rounded(_ number: Double) -> String { String(format: "%.4g", number) }
}
