/// What goes into a blank of a form.
package enum BlankKind: String, CaseIterable, Hashable, Sendable {
    case address
    case addressPhone = "address_phone"
    case area
    case attachment
    case bank
    case bankAcc = "bank_acc"
    case bhxh
    case blood
    case book
    case buildingClass = "building_class"
    case businessName = "business_name"
    case cccd
    case cemetery
    case certNo = "cert_no"
    case changeText = "change_text"
    case changeType = "change_type"
    case checkbox
    case childBirth = "child_birth"
    case childName = "child_name"
    case chuTichUbnd = "chu_tich_ubnd"
    case civilDoc = "civil_doc"
    case coQuanDkkdXa = "co_quan_dkkd_xa"
    case commune
    case communeProvince = "commune_province"
    case communeUpper = "commune_upper"
    case congAnXa = "cong_an_xa"
    case contractType = "contract_type"
    case date
    case dateRange = "date_range"
    case dateWords = "date_words"
    case datetime
    /// The day of a date cut in three; the keys of the three begin alike.
    case dd
    case deathCause = "death_cause"
    case deathDate = "death_date"
    case deceasedName = "deceased_name"
    case decimal
    case delivery
    case disability
    case disabilityLevel = "disability_level"
    case district
    case docNo = "doc_no"
    case dossierCode = "dossier_code"
    case education
    case email
    case ethnicity
    case foreignNation = "foreign_nation"
    /// `ngày 06 tháng 8 năm 2026`.
    case fullDate = "full_date"
    case gcnBookNo = "gcn_book_no"
    case gcnPhrase = "gcn_phrase"
    case gcnSerial = "gcn_serial"
    case gender
    case gpxdAction = "gpxd_action"
    case gpxdNo = "gpxd_no"
    case grams
    case hamlet
    case healthStation = "health_station"
    case hh
    case hkdAction = "hkd_action"
    case hkdNo = "hkd_no"
    case hometown
    case hospital
    case houseType = "house_type"
    case id12
    case id12Boxes = "id12_boxes"
    case idAny = "id_any"
    case idPhrase = "id_phrase"
    case idQr = "id_qr"
    case industry
    case industryCode = "industry_code"
    case int
    case issuePhrase = "issue_phrase"
    case issuer
    case landChange = "land_change"
    case landOrigin = "land_origin"
    case landTerm = "land_term"
    case landUse = "land_use"
    case level4
    case longText = "long_text"
    case mapSheet = "map_sheet"
    case marital
    case maritalStatus = "marital_status"
    case meritType = "merit_type"
    case mi
    case mm
    case mmYyyy = "mm_yyyy"
    case money
    case moneyWords = "money_words"
    case mrz
    case name
    case nameUpper = "name_upper"
    case nameUpperAscii = "name_upper_ascii"
    case nationality
    case num
    /// A small number, `02`.
    case num2
    case occupation
    case onTime = "on_time"
    /// As `pick`, but the line is left out where the form gives no phrase.
    case optional
    case org
    case orgUpper = "org_upper"
    case paper
    case parcel
    case parcelAddress = "parcel_address"
    case parentRole = "parent_role"
    case passport
    case percent
    case personOrOrg = "person_or_org"
    case phone
    /// One of the phrases that the form gives for the key; its blanks are filled in turn.
    case pick
    case procedureName = "procedure_name"
    case province
    case purpose
    case reason
    case regNo = "reg_no"
    case relation
    case religion
    case residenceRequest = "residence_request"
    case school
    case schoolYear = "school_year"
    /// Some of the phrases that the form gives for the key, each on a line of its own.
    case several
    case signature
    case street
    case tax
    case text
    /// One of the form's titles.
    case title
    case ubndXa = "ubnd_xa"
    case vpdkdd
    case yesno
    case yyyy
}
