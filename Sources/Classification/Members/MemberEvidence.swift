/// What a page says for and against each member of its family, by what it holds and by what it lacks.
struct MemberEvidence: Sendable {
    let members: [Int]
    /// Telling features that the page holds.
    private(set) var features: [Int] = []
    /// By telling feature that the page holds, by member: log likelihoods.
    private(set) var shares: [[Double]] = []
    /// By member: log likelihoods of all that the page holds and lacks.
    private(set) var totals: [Double]

    init(of text: TextEvidence, profile: MemberProfile, vocabulary: Vocabulary) {
        members = profile.members
        totals = [Double](repeating: 0, count: members.count)
        var held = text.known[...]
        let hasTitle = !text.titleLetters.isEmpty
        for feature in profile.order {
            guard let telling = profile.telling[feature] else { continue }
            held = held.drop { $0.feature < feature }
            let isHeld = held.first?.feature == feature
            if isHeld {
                features.append(feature)
                shares.append(telling.present)
            }
            for member in members.indices {
                if isHeld {
                    totals[member] += telling.present[member]
                } else if telling.isUsual, telling.zone != .title || hasTitle {
                    totals[member] += telling.absent[member]
                }
            }
        }
    }
}
