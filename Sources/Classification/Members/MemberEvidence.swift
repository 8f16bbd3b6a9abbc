/// What a page says for and against each member of its family, by what it holds and by what it lacks.
struct MemberEvidence: Sendable {
    let members: [Int]
    /// Telling features that the page holds.
    private(set) var features: [Int] = []
    /// By telling feature that the page holds, by member: log likelihoods.
    private(set) var shares: [[Double]] = []
    /// By member: log likelihoods of all that the page holds and lacks.
    private(set) var totals: [Double]
    /// By member: how many features most of its texts hold and most others' lack, and how many of them the page holds.
    private var own: [(all: Double, found: Double)]

    init(of text: TextEvidence, profile: MemberProfile, vocabulary: Vocabulary) {
        members = profile.members
        totals = [Double](repeating: 0, count: members.count)
        own = members.map { _ in (0, 0) }
        let held = Set(text.known.map(\.feature))
        let hasTitle = !text.titleLetters.isEmpty
        for (feature, telling) in profile.telling.sorted(by: { $0.key < $1.key }) {
            let isHeld = held.contains(feature)
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
            noteOwn(telling, isHeld: isHeld)
        }
    }

    /// Share of the telling features on the page that the member's texts hardly ever hold, 0…1.
    func strange(to member: Int) -> Double {
        guard !shares.isEmpty else { return 0 }
        return Double(shares.count { $0[member] < Self.hardlyEver }) / Double(shares.count)
    }

    /// The logarithm of a tenth.
    private static let hardlyEver = -2.302585

    private mutating func noteOwn(_ telling: MemberProfile.Telling, isHeld: Bool) {
        guard telling.isUsual, let most = telling.present.max() else { return }
        for member in members.indices where telling.present[member] == most {
            own[member].all += 1
            if isHeld { own[member].found += 1 }
        }
    }

    /// Share of the member's own features that the page holds, 0…1; 1 for a member that has none of its own.
    func ownFound(by member: Int) -> Double { own[member].all == 0 ? 1 : own[member].found / own[member].all }
}
