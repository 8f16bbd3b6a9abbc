import Dossiers

/// Puts right what stands under a signature's title, in thin italics and often under a pen or a seal: `(Ký, ghi rã hạ tên)`.
///
/// Few wordings are in use; these are those of the forms that decrees and circulars print. A reader knows no pipeline, so
/// they stand here.
enum SignatureCaption {
    static func mended(_ words: [Word]) -> [Word] {
        guard words.count >= leastWords else { return words }
        return columns(of: words).flatMap { column in
            guard let caption = caption(like: column) else { return Array(column) }
            return zip(column, caption).map { word, meant in
                let core = word.text.filter(\.isLetter)
                var word = word
                word.text = word.text.replacing(
                    core, with: MarkMending.inCapitals(of: core, meant), maxReplacements: 1)
                return word
            }
        }
    }

    /// The words of the one caption that a column says, or begins to say, but for a quarter of its letters.
    private static func caption(like column: ArraySlice<Word>) -> ArraySlice<String>? {
        guard column.count >= leastWords, column.first.map({ letters(of: $0.text).first == UInt8(ascii: "k") }) ?? false
        else { return nil }
        let read = column.map { letters(of: $0.text) }
        let near = Set(captions.lazy.filter { $0.count >= column.count }.map { $0.prefix(column.count) })
            .map { caption in
                let meant = caption.map { letters(of: $0) }
                let distances = zip(read, meant).map { EditDistance.between($0, $1[...], limit: $1.count) }
                // A word that has nothing of the caption's is another, unless a stroke of the pen.
                let isAnother = zip(read, zip(meant, distances)).contains { $0.count >= 3 && $1.1 >= $1.0.count }
                return (
                    caption: caption,
                    share: isAnother ? 1 : Double(distances.reduce(0, +)) / Double(meant.joined().count)
                )
            }
            .sorted { $0.share < $1.share }
        guard let best = near.first, best.share <= mostMisread, near.count == 1 || best.share < near[1].share else {
            return nil
        }
        return best.caption
    }

    /// Two signatures stand side by side.
    private static func columns(of words: [Word]) -> [ArraySlice<Word>] {
        var columns: [ArraySlice<Word>] = []
        var start = 0
        for place in words.indices.dropFirst() {
            let (left, right) = (words[place - 1].box, words[place].box)
            let begins = right.x - left.right > 2 * max(left.height, right.height) || words[place].text.hasPrefix("(")
            guard begins else { continue }
            columns.append(words[start..<place])
            start = place
        }
        return columns + [words[start...]]
    }

    private static func letters(of text: String) -> [UInt8] {
        text.folded.utf8.filter { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    }

    private static let leastWords = 3
    private static let mostMisread = 0.25
    private static let captions = [
        "ký ghi rõ họ tên và đóng dấu nếu có", "ký ghi rõ họ chữ đệm tên chức vụ và đóng dấu",
        "ký và ghi rõ họ tên đóng dấu nếu có", "ký ghi rõ họ và tên", "ký và ghi họ tên",
        "ký ghi rõ họ tên hoặc điểm chỉ", "ký ghi rõ họ tên hoặc đóng dấu nếu có", "ký ghi rõ họ tên đóng dấu",
        "ký ghi rõ họ tên chức vụ", "ký đóng dấu", "ký tên đóng dấu nếu có",
    ].map { $0.split(separator: " ").map(String.init) }
}
