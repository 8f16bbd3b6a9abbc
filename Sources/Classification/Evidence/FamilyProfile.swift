/// What a form usually says: the yardstick for whether a page is that form at all, and not merely
/// more like it than like the other forms known.
struct FamilyProfile: Sendable {
    /// Features that most pages of the form hold, by zone.
    private var core: [Feature.Zone: Set<Int>] = [:]
    /// Features that are no rarity on the form.
    private var usual: Set<Int> = []

    /// How well a page fits the form; each 0…1.
    struct Fit: Hashable, Sendable {
        /// Share of the form's title that the page shows as its title.
        var titleFound = 0.0
        /// Share of the page's title that belongs to the form's; 1 for a page without a title.
        var titleExpected = 1.0
        /// The longest stretch of the page's title that is strange to the form's, as a share of 15
        /// letters. A misread letter makes a short one, a word of another form's title a long one.
        var titleStrange = 0.0
        /// Share of the form's own text that the page shows.
        var textFound = 0.0
        /// Share of the page's text, as far as any form has it, that belongs to this form.
        var textExpected = 0.0
        /// Share of the page's text that any form has; the rest is what was filled in, or strange.
        var textFamiliar = 0.0
    }

    /// The profiles of all families, in one pass over the counts.
    static func profiles(
        of families: [Family], counts: EvidenceCounts, vocabulary: Vocabulary, kind: Feature.Kind
    ) -> [FamilyProfile] {
        var familyOfLabel = [Int](repeating: -1, count: counts.totals.count)
        var texts = [Double](repeating: 0, count: families.count)
        for (number, family) in families.enumerated() {
            for label in family.labels {
                familyOfLabel[label] = number
                texts[number] += Double(counts.totals[label].texts)
            }
        }
        var profiles = families.map { _ in FamilyProfile() }
        var titles: [(feature: Int, holding: [Int: Double])] = []
        // Pages behind the first have no title: what all titles of a form share stands on as many pages as any title.
        var titled = [Double](repeating: 0, count: families.count)
        for (feature, entries) in counts.entries.enumerated() {
            let zone = vocabulary.features[feature].zone
            // Titles are compared by letters, text by words.
            guard vocabulary.features[feature].kind == (zone == .title ? .letters : kind) else { continue }
            var holding: [Int: Double] = [:]
            for entry in entries where familyOfLabel[Int(entry.label)] >= 0 {
                holding[familyOfLabel[Int(entry.label)], default: 0] += Double(entry.texts)
            }
            if zone == .title {
                titles.append((feature, holding))
                for (family, count) in holding { titled[family] = max(titled[family], count) }
            } else {
                for (family, count) in holding {
                    profiles[family].note(feature, in: zone, share: count / texts[family])
                }
            }
        }
        for (feature, holding) in titles {
            for (family, count) in holding { profiles[family].note(feature, in: .title, share: count / titled[family]) }
        }
        return profiles
    }

    private mutating func note(_ feature: Int, in zone: Feature.Zone, share: Double) {
        if share >= Self.coreShare { core[zone, default: []].insert(feature) }
        if share >= Self.usualShare { usual.insert(feature) }
    }

    func fit(of text: TextEvidence, vocabulary: Vocabulary, kind: Feature.Kind) -> Fit {
        var fit = Fit()
        let title = Set(text.titleLetters.compactMap(\.self))
        let titleCore = core[.title] ?? []
        if !titleCore.isEmpty { fit.titleFound = Double(titleCore.intersection(title).count) / Double(titleCore.count) }
        var stretch = 0
        var longest = 0
        var expected = 0
        for run in text.titleLetters {
            if let run, usual.contains(run) {
                expected += 1
                stretch = 0
            } else {
                stretch += 1
                longest = max(longest, stretch)
            }
        }
        if !text.titleLetters.isEmpty { fit.titleExpected = Double(expected) / Double(text.titleLetters.count) }
        fit.titleStrange = min(Double(longest) / 15, 1)

        var body = (seen: 0, found: 0, expected: 0)
        for item in text.known where vocabulary.features[item.feature].zone == .body {
            guard vocabulary.features[item.feature].kind == kind else { continue }
            body.seen += 1
            if core[.body]?.contains(item.feature) == true { body.found += 1 }
            if usual.contains(item.feature) { body.expected += 1 }
        }
        if let whole = core[.body]?.count, whole > 0 { fit.textFound = Double(body.found) / Double(whole) }
        if body.seen > 0 { fit.textExpected = Double(body.expected) / Double(body.seen) }
        let unknown = text.unknown[.body] ?? 0
        if body.seen > 0 { fit.textFamiliar = Double(body.seen) / Double(body.seen + unknown) }
        return fit
    }

    private static let coreShare = 0.6
    private static let usualShare = 0.1
}
