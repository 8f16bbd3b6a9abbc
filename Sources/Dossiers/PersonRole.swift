/// Who a person is in a dossier, as its forms see it.
package enum PersonRole: String, Codable, CaseIterable, Hashable, Sendable {
    case applicant
    case spouse
    case wife
    case husband
    case mother
    case father
    case child
    /// A child that is not the applicant's own: adopted or under guardianship.
    case ward
    case deceased
    /// An old person applying for themselves.
    case elder
    case elderMan = "elder_man"
    case elderWoman = "elder_woman"
    case otherMan = "other_man"
    case otherWoman = "other_woman"
    case householder
    /// Someone of the applicant's household.
    case member
    case neighbour
    /// The other side of a dispute.
    case opponent
    case representative
    case official
    case stranger
    /// An organisation stands there, or nobody.
    case nobody
    /// The applicant, as the subject of their own application.
    case `self`
}
