package import Routing

/// What stands at the head of the papers that the office prints (NĐ 30/2020/NĐ-CP, annex I).
package struct Letterhead: Hashable, Sendable {
    /// The authority above the office.
    package var superior: String
    package var office: String
    /// What follows the numbers of its papers: `TTPVHCC`.
    package var symbol: String
    /// As it stands before a date: `Tiên Yên`.
    package var locality: String

    /// Of a one-stop desk about which nothing is known but its place.
    package init(of place: Place) {
        superior = "Ủy ban nhân dân \(place.name)"
        office = "Bộ phận Tiếp nhận và Trả kết quả"
        symbol = "BPTNTKQ"
        locality =
            Self.kinds.first { place.name.lowercased().hasPrefix($0) }
            .map { String(place.name.dropFirst($0.count)) } ?? place.name
    }

    private static let kinds = ["xã ", "phường ", "đặc khu ", "thị trấn "]

    /// As the pipeline has it; what it leaves out is the place's.
    init(_ root: YAMLMap, place: Place) {
        self.init(of: place)
        guard root.has("letterhead"), let map = root.map("letterhead") else { return }
        map.refuseKeys(otherThan: ["superior", "office", "symbol", "locality"])
        superior = map.text("superior", default: superior)
        office = map.text("office", default: office)
        symbol = map.text("symbol", default: symbol)
        locality = map.text("locality", default: locality)
    }
}
