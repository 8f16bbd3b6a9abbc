import Dossiers

/// A row of the machine-readable zone on the back of an identity card: thirty signs, capitals, digits and the filler `<`
/// (ICAO Doc 9303, part 5, TD1).
///
/// Vietnam's cards have `IDVNM`, the document's number of nine digits with its check digit, the identity number of
/// twelve, and a check digit of that; birth, sex, expiry; the name without marks.
struct MachineReadableRow: Equatable {
    /// Thirty signs.
    let text: String
    /// Whether its check digits are those of its numbers; nil where it has none.
    let isChecked: Bool?

    /// What two readings of such a row must mean: no place of it may hold both letters and digits, and nothing stands
    /// behind fillers. Nil where neither can be one. The one whose check digits are right is believed, else the first.
    init?(readings: [String]) {
        let rows = readings.compactMap(Self.init)
        guard let row = rows.first(where: { $0.isChecked ?? true }) ?? rows.first else { return nil }
        self = row
    }

    private init?(reading: String) {
        let signs = Array(reading.filter { !$0.isWhitespace }.replacing("«", with: "<<"))
        guard (20...40).contains(signs.count), let row = Self.document(signs) ?? Self.holder(signs) ?? Self.name(signs)
        else { return nil }
        self = row
    }

    private init(_ text: String, isChecked: Bool?) {
        self.text = text.padding(to: Self.length)
        self.isChecked = isChecked
    }

    /// Rows of a page that are one, by their place in it: long ones with fillers, and the one above them that is as long.
    static func rows(of lines: [TextLine]) -> [Int] {
        let withFillers = lines.indices.filter { place in
            let text = lines[place].words.map(\.text).joined()
            return text.count >= 20 && lines[place].words.count <= 4 && text.contains { "<«".contains($0) }
        }
        guard withFillers.count >= 2, let first = withFillers.first, let box = lines[first].box else { return [] }
        let above = lines.indices.prefix(first).last.flatMap { place -> Int? in
            guard let other = lines[place].box, box.y - other.bottom < 2 * box.height,
                abs(other.x - box.x) < box.height, 10 * abs(other.width - box.width) < box.width,
                lines[place].words.count <= 3
            else { return nil }
            return place
        }
        return [above].compactMap(\.self) + withFillers
    }

    // MARK: The three kinds

    private static func document(_ signs: [Character]) -> Self? {
        let head = String(signs.prefix(8))
        guard let country = head.firstRange(of: "VNM") else { return nil }
        let start = head.distance(from: head.startIndex, to: country.upperBound)
        let numbers = signs[start...].prefix { digit(for: $0) != nil }.compactMap(digit)
        guard start <= 6, numbers.count >= 20, let last = signs.last.flatMap(digit) else { return nil }
        let read = numbers.count < 23 ? numbers : numbers.dropLast()
        if let number = number(in: read, check: last) { return Self(row(of: number), isChecked: true) }
        guard numbers.count >= 22 else { return nil }
        return Self("IDVNM\(String(numbers.prefix(22)))<<\(last)", isChecked: false)
    }

    /// The identity number that stands there one and three quarter times: in whole, and its last nine digits before it.
    /// What one of the two lost, or has too much, is in the other; a check digit speaks for it.
    private static func number(in read: [Character], check last: Character) -> String? {
        let whole = read.indices.dropFirst(8).filter { $0 + 12 <= read.count }.map { String(read[$0..<$0 + 12]) }
        let parts = read.indices.dropFirst(8).filter { $0 + 3 <= read.count }.map { start in
            String(read[start..<start + 3] + read.prefix(9))
        }
        let digits = Array(String(read).utf8)
        let near = Set(whole + parts).compactMap { number -> (number: String, distance: Int)? in
            guard CheckDigit.of(number) == String(last) else { return nil }
            let row = Array(row(of: number).utf8.dropFirst(5).prefix(22))
            let distance = EditDistance.between(digits, row[...], limit: mostDamage)
            return distance <= mostDamage ? (number, distance) : nil
        }
        let least = near.map(\.distance).min()
        let nearest = near.filter { $0.distance == least }
        return nearest.count == 1 ? nearest[0].number : nil
    }

    private static func row(of number: String) -> String {
        let document = number.suffix(9)
        return "IDVNM\(document)\(CheckDigit.of(document))\(number)<<\(CheckDigit.of(number))"
    }

    /// Digits lost, too many or misread.
    private static let mostDamage = 2

    private static func holder(_ signs: [Character]) -> Self? {
        guard signs.prefix(7).count(where: \.isNumber) >= 5 else { return nil }
        let birth = signs.prefix(7).compactMap(digit)
        let expiry = signs.dropFirst(8).prefix(7).compactMap(digit)
        guard birth.count == 7, expiry.count == 7, "MF<".contains(signs[7]),
            zip(signs[15...], "VNM").count(where: { $0 == $1 }) >= 2
        else { return nil }
        let text = String(birth) + String(signs[7]) + String(expiry) + "VNM"
        let isChecked = [birth, expiry].allSatisfy { CheckDigit.of(String($0.prefix(6))) == String($0.suffix(1)) }
        // The last sign checks the upper two rows; a filler among letters may be taken for a digit.
        guard let last = signs.last, last.isNumber, signs[18...].dropLast().allSatisfy({ $0 == "<" }) else {
            return Self(text, isChecked: isChecked)
        }
        return Self(text.padding(to: length - 1) + String(last), isChecked: isChecked)
    }

    private static func name(_ signs: [Character]) -> Self? {
        // Fillers that were taken for letters were taken for small ones.
        let known = signs.prefix { $0 == "<" || letter(for: $0) != nil }.map { $0 == "<" ? $0 : letter(for: $0) ?? $0 }
        let parts = String(known).split(separator: "<<", maxSplits: 1)
        guard parts.count == 2, let surname = parts.first, surname.allSatisfy(\.isLetter) else { return nil }
        let given = parts[1].prefix(upTo: parts[1].firstRange(of: "<<")?.lowerBound ?? parts[1].endIndex)
            .split(separator: "<")
        guard !given.isEmpty, (surname + given.joined()).count(where: \.isLetter) >= 4 else { return nil }
        return Self(surname + "<<" + given.joined(separator: "<"), isChecked: nil)
    }

    // MARK: -

    private static func digit(for sign: Character) -> Character? { sign.isNumber && sign.isASCII ? sign : digits[sign] }

    private static func letter(for sign: Character) -> Character? {
        sign.isASCII && sign.isUppercase ? sign : letters[sign]
    }

    private static let length = 30
    private static let digits: [Character: Character] = ["O": "0", "D": "0", "I": "1", "S": "5", "B": "8", "Z": "2"]
    private static let letters: [Character: Character] = ["0": "O", "1": "I", "5": "S", "6": "G", "8": "B"]
}

extension String {
    fileprivate func padding(to length: Int) -> String {
        self + String(repeating: "<", count: max(0, length - count))
    }
}
