/// How an applicant writes what someone is to them.
enum FamilyWords {
    static let father = ["Bố", "Cha", "Bố đẻ", "Cha đẻ", "Là bố", "bố đẻ"]
    static let mother = ["Mẹ", "Mẹ đẻ", "Là mẹ", "mẹ đẻ"]
    static let son = ["Con", "Con đẻ", "Con trai", "Con trai trưởng", "Con rể"]
    static let daughter = ["Con", "Con đẻ", "Con gái", "Con dâu"]
    static let guardian = ["Ông nội", "Bà ngoại", "Cô ruột", "Bác ruột", "Chú", "Anh trai", "Không có quan hệ họ hàng"]
}
