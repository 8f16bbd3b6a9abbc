import Dossiers

/// Gives syllables of persons' names their marks back: a common surname's where a name begins, `Nguyên Thị Hoa`, and
/// those that were seen nearly as well as the ones that were read, `Nguyễn Ngoc`.
struct NameMending {
    /// A word without the signs around it.
    struct Part {
        /// As it was read.
        var core: String
        /// Small, composed, its tone where the older spelling has it.
        var small: String

        var hasCapital: Bool { core.first?.isUppercase == true }
        var isInCapitals: Bool { core.allSatisfy(\.isUppercase) }
        var isOfNames: Bool { NameMending.isOfNames(small) }
    }

    var word: Part
    /// Nil where none belongs to the word.
    var before: Part?
    var after: Part?
    /// Whether words with capitals go before it that begin with a common surname.
    var isBehindSurname: Bool
    var pairs: CommonPairs

    static func isOfNames(_ word: String) -> Bool { Surnames.isKnown(word) || GivenNames.isKnown(word) }

    /// The surname that the word was, with other marks, at the beginning of a name.
    var surname: String? {
        guard let after, word.hasCapital, after.hasCapital, word.isInCapitals == after.isInCapitals, after.isOfNames,
            before.map({ Self.titles.contains($0.small) || Self.isBeforeNames($0.core) }) ?? true, !isOfPairs,
            let surname = Surnames.mended(word.core)?.lowercased(), Surnames.isCommon(surname),
            surname.first == word.small.first
        else { return nil }
        return surname
    }

    /// The syllable that was seen nearly as well.
    ///
    /// - Parameter rivals: The signs, small and composed, that were nearly read in the word.
    func syllable(by rivals: [RivalSign]) -> String? {
        let isBeside = [before, after].contains { $0.map { $0.isOfNames && $0.hasCapital } ?? false }
        guard isBeside || isBehindSurname, word.hasCapital, !isOfPairs else { return nil }
        let read = word.small
        let near = rivals.filter { $0.confidence >= (word.isOfNames ? Self.leastOfOtherName : Self.leastOfName) }
            .sorted { $0.confidence > $1.confidence }
        let once = near.compactMap { $0.taken(in: read) }
        guard !word.isOfNames else {
            return once.first {
                Self.isOfNames($0) && $0.folded == read.folded && (!Surnames.isKnown(read) || Surnames.isKnown($0))
            }
        }
        // What is no name may have been misread in two of its signs.
        let twice = zip(near, once).flatMap { first, word in
            near.filter { $0.place != first.place }.compactMap { $0.taken(in: word) }
        }
        return (once + twice).first(where: Self.isOfNames)
    }

    /// Whether the word stands so beside another in the wordings of forms and in names of places.
    private var isOfPairs: Bool {
        before.map { pairs.have($0.small, word.small) } ?? false
            || after.map { pairs.have(word.small, $0.small) } ?? false
    }

    private static func isBeforeNames(_ word: String) -> Bool {
        word.allSatisfy(\.isLowercase) && !placeKinds.contains(word)
    }

    /// Set on generated faxed and poor scans: from this confidence on a rival that makes a syllable of names, too, is right
    /// more often than what was read.
    private static let leastOfOtherName = 0.7
    /// The same where what was read is none.
    private static let leastOfName = 0.5
    /// How people are addressed before their names.
    private static let titles: Set<String> = ["ông", "bà", "anh", "chị", "em", "cháu"]
    /// What is called so is no person.
    private static let placeKinds: Set<String> = [
        "thôn", "bản", "khu", "tổ", "xã", "phường", "huyện", "quận", "tỉnh", "phố", "đường", "tộc",
    ]
}
