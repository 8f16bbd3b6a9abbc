/// The fixed names of fields, as results carry them.
package enum FieldName: String, Codable, CaseIterable, Hashable, Sendable, CodingKeyRepresentable {
    case applicantName = "applicant.name"
    case applicantIDNumber = "applicant.id_number"
    case applicantDateOfBirth = "applicant.date_of_birth"
    case applicantPhone = "applicant.phone"
    case applicantAddress = "applicant.address"
    case childName = "child.name"
    case childDateOfBirth = "child.date_of_birth"
    case deceasedName = "deceased.name"
    case spouseName = "spouse.name"
    case landParcel = "land.parcel"
    case landMapSheet = "land.map_sheet"
    case landArea = "land.area"
    case businessName = "business.name"
    case documentNumber = "document.number"
    case documentDate = "document.date"
    case documentIssuer = "document.issuer"

    /// Whether its values are names of people.
    package var isPersonsName: Bool { [.applicantName, .childName, .deceasedName, .spouseName].contains(self) }
}

/// A value read off a page. Dates are ISO 8601 (`2026-08-06`).
package struct ExtractedField: Codable, Hashable, Sendable {
    package var name: FieldName
    /// Nil where the page holds a value that could not be read, such as handwriting.
    package var value: String?
    /// 0…1.
    package var confidence: Double
    /// 1-based in the source file.
    package var page: Int
    package var box: PixelBox
    package var isHandwritten: Bool

    package init(
        name: FieldName, value: String?, confidence: Double, page: Int, box: PixelBox, isHandwritten: Bool = false
    ) {
        self.name = name
        self.value = value
        self.confidence = confidence
        self.page = page
        self.box = box
        self.isHandwritten = isHandwritten
    }
}
