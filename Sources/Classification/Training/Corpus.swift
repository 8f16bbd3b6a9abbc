import Dossiers

/// Labelled texts as numbers, under one recipe.
struct Corpus {
    struct Text {
        var label: Int
        /// The text as given.
        var zones: TextZones
        /// Of the text as given.
        var observations: [EvidenceCounts.Observation]
        /// Of the text as a scan may have it, seen through the vocabulary.
        var scanned: TextEvidence
        /// Of every third text of a form that serves several procedures: as if filled in by hand.
        var handwritten: TextEvidence?
        /// The part of cross-validation that holds the text out.
        var fold: Int
        /// Read off a real scan, and a person has said what it is.
        var isConfirmed: Bool
    }

    let recipe: FeatureRecipe
    let labels: LabelIndex
    let vocabulary: Vocabulary
    let texts: [Text]

    static let folds = 5

    /// - Parameters:
    ///   - degradations: What befalls a held-out text; taken in turn.
    ///   - confirmed: Texts that were read off scans, to which nothing more has to happen.
    init(
        _ examples: [LabeledText], confirmed: [LabeledText] = [], recipe: FeatureRecipe, degradations: [Degradation],
        seed: UInt64
    ) {
        let firstConfirmed = examples.count
        let examples = examples + confirmed
        var labels = LabelIndex()
        var numbers: [LabelIndex.Item: Int] = [:]
        let labelOfText = examples.map { example in
            let item = LabelIndex.Item(label: example.label, family: example.family)
            if let number = numbers[item] { return number }
            let number = labels.register(item)
            numbers[item] = number
            return number
        }
        let zones = examples.map { TextZones($0.text, apart: recipe.contains(.zones)) }
        let features = zones.map { recipe.features(of: $0) }
        let vocabulary = Self.vocabulary(of: features, labels: labelOfText, hasFamilies: labels.hasFamilies)

        let shared = Set(labels.families.filter { labels.hasFamilies && $0.labels.count > 1 }.flatMap(\.labels))
        var withLabel = [Int](repeating: 0, count: labels.items.count)
        var texts: [Text] = []
        for (index, example) in examples.enumerated() {
            let label = labelOfText[index]
            let round = withLabel[label] / Self.folds
            let isConfirmed = index >= firstConfirmed
            let degradation = isConfirmed ? .none : degradations[round % degradations.count]
            let scanned = degradation.applied(to: example.text, seed: seed &+ UInt64(index))
            let observations = features[index].compactMap { feature, weight in
                vocabulary.number(of: feature).map {
                    EvidenceCounts.Observation(feature: $0, mass: EvidenceCounts.mass(of: weight))
                }
            }
            texts.append(
                Text(
                    label: label, zones: zones[index], observations: observations,
                    scanned: TextEvidence(of: scanned, recipe: recipe, vocabulary: vocabulary),
                    handwritten: !isConfirmed && shared.contains(label) && withLabel[label] % 3 == 0
                        ? TextEvidence(
                            of: Degradation.handwritten(example.text, seed: seed &+ UInt64(index)), recipe: recipe,
                            vocabulary: vocabulary) : nil,
                    fold: withLabel[label] % Self.folds, isConfirmed: isConfirmed))
            withLabel[label] += 1
        }
        self.recipe = recipe
        self.labels = labels
        self.vocabulary = vocabulary
        self.texts = texts
    }

    /// Features that are no accident of one text. Filled-in forms hold many that are: names, places,
    /// numbers. There, only features stay that some form has more often than others do.
    private static func vocabulary(
        of texts: [[Feature: Double]], labels: [Int], hasFamilies: Bool
    ) -> Vocabulary {
        var holding: [Feature: [Int: Double]] = [:]
        var textsOfLabel = [Double](repeating: 0, count: (labels.max() ?? 0) + 1)
        for (features, label) in zip(texts, labels) {
            textsOfLabel[label] += 1
            for feature in features.keys { holding[feature, default: [:]][label, default: 0] += 1 }
        }
        let least = texts.count >= 1000 ? 2.0 : 1
        var kept: [Feature] = []
        for (feature, counts) in holding {
            guard counts.values.reduce(0, +) >= least else { continue }
            if hasFamilies {
                let byLabel = textsOfLabel.indices.map { counts[$0] ?? 0 }
                guard Significance.differs(holding: byLabel, of: textsOfLabel) else { continue }
            }
            kept.append(feature)
        }
        return Vocabulary(features: kept.sorted())
    }

    /// The titles of all forms.
    func titles() -> TitleIndex {
        guard labels.hasFamilies else { return TitleIndex() }
        return TitleIndex(
            of: texts.map { text in
                (family: labels.items[text.label].family ?? labels.items[text.label].label, title: text.zones.title)
            })
    }

    /// By family with several members: what tells them apart in all texts, or in all but one fold's.
    func memberLayers(without fold: Int? = nil, seed: UInt64) -> [String: MemberLayer] {
        guard labels.hasFamilies else { return [:] }
        var layers: [String: MemberLayer] = [:]
        for family in labels.families where family.labels.count > 1 {
            var examples: [MemberLayer.Example] = []
            for text in texts where text.fold != fold {
                guard let member = family.labels.firstIndex(of: text.label) else { continue }
                for zones in [text.zones, text.scanned.zones] {
                    examples.append(
                        MemberLayer.Example(member: member, features: Array(RequestFeatures(of: zones).keys)))
                }
            }
            layers[family.name] = MemberLayer(
                of: examples, members: family.labels.map { labels.items[$0] }, seed: seed)
        }
        return layers
    }

    /// Counts of all texts, or of all but one fold's.
    func counts(without fold: Int? = nil) -> EvidenceCounts {
        var counts = EvidenceCounts(
            entries: Array(repeating: [], count: vocabulary.features.count),
            totals: Array(repeating: EvidenceCounts.Total(), count: labels.items.count))
        for text in texts where text.fold != fold { counts.learn(text.observations, label: text.label) }
        return counts
    }
}
