package import Dossiers

/// A Naive Bayes model of labelled texts: counts, which can be learned and unlearned at any time, and
/// on top of them what training chose and calibrated.
package struct Model: Sendable {
    /// `commune-vi`
    package var name: String
    package var version: String
    var settings: ModelSettings
    private(set) var labels: LabelIndex
    private(set) var vocabulary: Vocabulary
    private(set) var counts: EvidenceCounts
    /// Derived from the counts.
    private(set) var families: [Family] = []
    /// By family; derived from the counts. Empty in a model without families.
    private(set) var profiles: [FamilyProfile] = []
    /// By family, like `profiles`.
    private(set) var memberProfiles: [MemberProfile] = []

    init(
        name: String, version: String, settings: ModelSettings, labels: LabelIndex = LabelIndex(),
        vocabulary: Vocabulary = Vocabulary(), counts: EvidenceCounts = EvidenceCounts()
    ) {
        self.name = name
        self.version = version
        self.settings = settings
        self.labels = labels
        self.vocabulary = vocabulary
        self.counts = counts
        derive()
    }

    /// `commune-vi/1`, as results name it.
    package var identifier: String { "\(name)/\(version)" }

    /// Whether pages are told apart in two stages.
    package var hasFamilies: Bool { labels.hasFamilies }

    /// Texts learned.
    package var texts: Int { counts.texts }

    package var labelCount: Int { labels.items.count }
    package var featureCount: Int { vocabulary.features.count }

    /// Whether several labels share the family's printed form.
    func isShared(_ family: String) -> Bool {
        families.first { $0.name == family }.map { $0.labels.count > 1 } ?? false
    }

    /// What training chose, for the model's card.
    package var settingsInWords: String {
        "\(settings.recipe.inWords); \(settings.weighting) weights, smoothing \(settings.smoothing)"
    }

    /// The least probability at which held-out texts, those of unknown forms among them, kept to an
    /// error rate; nil where none did. Models keep it for `Coverage.promises`; a rate between two of
    /// them gets the stricter one's.
    package func threshold(promising errorRate: Double) -> Double? {
        settings.thresholds.filter { $0.key <= errorRate }.max { $0.key < $1.key }?.value
    }

    /// The same for pages that were read so well.
    package func threshold(promising errorRate: Double, reading band: ReadingBand) -> Double? {
        settings.thresholdsByReading[band]?.filter { $0.key <= errorRate }.max { $0.key < $1.key }?.value
    }

    /// Adds a person's word on a text.
    package mutating func learn(_ example: LabeledText) {
        learn(settings.recipe.features(of: example.text), label: example.label, family: example.family)
        derive()
    }

    /// Takes back what `learn` added: the model is the same, byte for byte, as if it had never been learned.
    ///
    /// - Throws: `ModelError.neverLearned`, and changes nothing, where the text was not learned so.
    package mutating func unlearn(_ example: LabeledText) throws {
        let item = LabelIndex.Item(label: example.label, family: example.family)
        guard let label = labels.number(of: item) else { throw ModelError.neverLearned }
        let observations = settings.recipe.features(of: example.text).compactMap { feature, weight in
            vocabulary.number(of: feature).map {
                EvidenceCounts.Observation(feature: $0, mass: EvidenceCounts.mass(of: weight))
            }
        }
        guard counts.unlearn(observations, label: label) else { throw ModelError.neverLearned }
        derive()
    }

    private mutating func learn(_ features: [Feature: Double], label: String, family: String?) {
        let number = labels.register(LabelIndex.Item(label: label, family: family))
        let observations = features.sorted { $0.key < $1.key }.map { feature, weight in
            EvidenceCounts.Observation(
                feature: vocabulary.register(feature), mass: EvidenceCounts.mass(of: weight))
        }
        counts.learn(observations, label: number)
    }

    /// Families and profiles from the counts.
    mutating func derive() {
        families = labels.families.compactMap { family in
            let learned = family.labels.filter { $0 < counts.totals.count && counts.totals[$0].texts > 0 }
            return learned.isEmpty ? nil : Family(name: family.name, labels: learned)
        }
        guard hasFamilies else { return }
        let kind = settings.recipe.comparingKind
        profiles = FamilyProfile.profiles(of: families, counts: counts, vocabulary: vocabulary, kind: kind)
        memberProfiles = MemberProfile.profiles(of: families, counts: counts, vocabulary: vocabulary, kind: kind)
    }
}

extension EvidenceCounts {
    /// At least one unit: a feature that was seen was seen.
    static func mass(of weight: Double) -> UInt64 { UInt64(max(1, (weight * unit).rounded())) }
}

package enum ModelError: Error, Equatable, CustomStringConvertible {
    case neverLearned
    case damaged(String)
    case noTexts
    case oneLabel
    case tooManyLabels

    package var description: String {
        switch self {
        case .neverLearned:
            "this text was not learned under this label, so it cannot be taken back; the model is unchanged"
        case .damaged(let what):
            "not a usable model file: \(what); restore it from Models/ or train again with `hoso model train`"
        case .noTexts: "no labelled texts to train on; give at least one label file with --from"
        case .tooManyLabels: "more than 65535 labels; group them into fewer"
        case .oneLabel: "all texts carry the same label; a classifier needs two labels at least"
        }
    }
}
