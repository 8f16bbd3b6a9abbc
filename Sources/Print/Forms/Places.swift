/// Places as papers write them: old papers with four levels, new ones with three.
struct Places: Sendable {
    struct Commune: Hashable, Sendable {
        var name: String
        /// `xã`, `phường` or `thị trấn`
        var kind: String
        /// Nil since districts were abolished on 1 July 2025.
        var district: String?
        var province: String
        var hamlets: [String]

        init(name: String, kind: String, district: String?, province: String, hamlets: [String]) {
            self.name = name
            self.kind = kind
            self.district = district
            self.province = province
            self.hamlets = hamlets
        }
    }

    init() {}

    /// The commune whose desk a dossier comes to.
    func desk(random: inout RandomStream) -> Commune {
        random.pick(PlaceWords.deskCommunes, else: PlaceWords.elsewhere[0])
    }

    func commune(random: inout RandomStream) -> Commune {
        let choices: [(item: [Commune], weight: Double)] = [
            (PlaceWords.deskCommunes, 6), (PlaceWords.formerCommunes, 2), (PlaceWords.elsewhere, 3),
        ]
        let list = random.pick(weighted: choices, else: PlaceWords.deskCommunes)
        return random.pick(list, else: PlaceWords.elsewhere[0])
    }

    func address(random: inout RandomStream) -> String {
        address(in: commune(random: &random), random: &random)
    }

    func address(in commune: Commune, random: inout RandomStream) -> String {
        let hamlet = random.pick(commune.hamlets)
        let kind = commune.kind == "xã" ? "thôn" : random.pick(["khu", "tổ dân phố", "khu phố"])
        let start = random.chance(0.12) ? "số nhà \(random.number(1...299)), " : ""
        let first = random.chance(0.5) ? kind : kind.prefix(1).uppercased() + kind.dropFirst()
        let place =
            random.chance(0.75) ? commune.kind + " " + commune.name : commune.kind.capitalizedFirst + " " + commune.name
        var parts = [start + first + " " + hamlet, place]
        if let district = commune.district { parts.append(district) }
        parts.append(random.chance(0.6) ? "tỉnh " + commune.province : commune.province)
        if commune.province.hasPrefix("thành phố") { parts[parts.count - 1] = commune.province }
        return parts.joined(separator: random.chance(0.9) ? ", " : " - ")
    }

    /// Commune and province, as a place of origin is written.
    func hometown(random: inout RandomStream) -> String {
        let commune = commune(random: &random)
        let parts = ["\(commune.kind) \(commune.name)".capitalizedFirst, commune.district, commune.province]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
