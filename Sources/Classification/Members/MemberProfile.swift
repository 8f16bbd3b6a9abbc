import Foundation

/// What tells the members of a family apart: features whose share among the texts of each member
/// differs by more than chance would have it. Names, places and the form's own text, which all
/// members share, are not among them; so a page without a readable request says nothing.
struct MemberProfile: Sendable {
    /// A feature that tells, by member.
    struct Telling: Sendable {
        var zone: Feature.Zone
        /// Log of the share of the member's texts that hold the feature.
        var present: [Double]
        /// Log of the share that lack it.
        var absent: [Double]
        /// Whether it stands in most texts of some member, so that its absence tells as well.
        var isUsual: Bool
    }

    /// Indices of labels.
    let members: [Int]
    private(set) var telling: [Int: Telling] = [:]
    /// Features that tell, ascending.
    private(set) var order: [Int] = []

    /// The profiles of all families with several members, by family, in one pass over the counts.
    ///
    /// - Complexity: O(counts).
    static func profiles(
        of families: [Family], counts: EvidenceCounts, vocabulary: Vocabulary, kind: Feature.Kind
    ) -> [MemberProfile] {
        var profiles = families.map { MemberProfile(members: $0.labels) }
        var place = [(family: Int, member: Int)?](repeating: nil, count: counts.totals.count)
        for (number, family) in families.enumerated() where family.labels.count > 1 {
            for (member, label) in family.labels.enumerated() { place[label] = (number, member) }
        }
        let texts = families.map { $0.labels.map { Double(counts.totals[$0].texts) } }
        for (feature, entries) in counts.entries.enumerated() {
            let zone = vocabulary.features[feature].zone
            guard vocabulary.features[feature].kind == kind else { continue }
            var holding: [Int: [Double]] = [:]
            for entry in entries {
                guard let place = place[Int(entry.label)] else { continue }
                let none = [Double](repeating: 0, count: texts[place.family].count)
                holding[place.family, default: none][place.member] = Double(entry.texts)
            }
            for (family, held) in holding where Significance.differs(holding: held, of: texts[family]) {
                profiles[family].telling[feature] = Telling(zone: zone, holding: held, of: texts[family])
            }
        }
        for profile in profiles.indices { profiles[profile].order = profiles[profile].telling.keys.sorted() }
        return profiles
    }

    /// The same without one member.
    func without(_ member: Int) -> MemberProfile {
        var rest = MemberProfile(members: members.filter { $0 != member })
        guard let gone = members.firstIndex(of: member) else { return self }
        rest.telling = telling.mapValues { feature in
            var feature = feature
            feature.present.remove(at: gone)
            feature.absent.remove(at: gone)
            return feature
        }
        rest.order = order
        return rest
    }
}

extension MemberProfile.Telling {
    /// - Parameter usualShare: What most means.
    fileprivate init(zone: Feature.Zone, holding: [Double], of texts: [Double], usualShare: Double = 0.6) {
        self.zone = zone
        // A twentieth is kept for what is misread and for what nobody has written yet.
        let shares = zip(holding, texts).map { 0.05 + 0.9 * ($0 + 0.5) / ($1 + 1) }
        present = shares.map { log($0) }
        absent = shares.map { log(1 - $0) }
        isUsual = shares.contains { $0 >= usualShare }
    }
}
