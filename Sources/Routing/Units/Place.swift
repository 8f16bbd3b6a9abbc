/// A commune (xã, phường, đặc khu) whose people the office serves.
package struct Place: Hashable, Sendable {
    /// Whether it is on the lists of mountainous, island and difficult communes, where land
    /// procedures may take longer.
    package enum Difficulty: String, CaseIterable, Hashable, Sendable {
        case difficult = "yes"
        case ordinary = "no"
        /// Counted as ordinary, and said so.
        case unverified
    }

    /// The official code, such as `06862`.
    package var id: String
    package var name: String
    package var difficulty: Difficulty

    package init(id: String, name: String, difficulty: Difficulty) {
        self.id = id
        self.name = name
        self.difficulty = difficulty
    }
}
