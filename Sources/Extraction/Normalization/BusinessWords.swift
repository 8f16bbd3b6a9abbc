import Dossiers
import Foundation

/// Words that say what a shop or workshop is, `QUÁN CÀ PHÊ`, `TẠP HÓA`: together they are nothing else, so that marks that
/// were misread in them are put right.
///
/// Written down from common use. Of two and more words each: one alone may be somebody's name.
enum BusinessWords {
    /// The same text with those words as they are spelled, in the capitals in which they were read.
    static func mended(_ name: String) -> String {
        var words = name.split(separator: " ").map(String.init)
        for (index, word) in spellings(of: words) where word != older(words[index]) {
            words[index] = PlaceNames.spelled(words[index], as: word)
        }
        return words.joined(separator: " ")
    }

    /// How those of the words are spelled, in small letters, by their index.
    static func spellings(of words: [String]) -> [Int: String] {
        var spellings: [Int: String] = [:]
        var index = 0
        while index < words.count {
            let rest = words[index...].map(\.folded)
            let phrase = phrases.first { rest.starts(with: $0.folded) }
            for (offset, word) in (phrase?.words ?? []).enumerated() { spellings[index + offset] = word }
            index += phrase?.words.count ?? 1
        }
        return spellings
    }

    /// `HOÁ` and `HÓA` are both written.
    private static func older(_ word: String) -> String { word.lowercased().withOlderTone }

    /// The longest first.
    private static let phrases: [(words: [String], folded: [String])] =
        """
        quán ăn, quán ăn sáng, quán cà phê, quán cơm, quán phở, quán bia, quán nước, quán nhậu, quán lẩu, nhà hàng, \
        nhà nghỉ, nhà trọ, nhà thuốc, hiệu thuốc, quầy thuốc, quầy hàng, hiệu vàng, hiệu sách, hiệu ảnh, hiệu may, \
        tiệm vàng, tiệm tóc, tiệm bánh, tiệm may, tiệm cơm, cửa hàng, cửa hiệu, cửa hàng tiện lợi, cơ sở, cơ sở sản xuất, \
        cơ sở chế biến, xưởng mộc, xưởng cơ khí, xưởng may, đại lý, siêu thị, khách sạn, hộ kinh doanh, kinh doanh, \
        tạp hóa, bách hóa, tổng hợp, vật liệu xây dựng, sửa chữa, xe máy, xe đạp, ô tô, rửa xe, điện máy, điện tử, \
        điện thoại, điện lạnh, điện nước, gia dụng, nội thất, nhôm kính, cơ khí, may mặc, thời trang, quần áo, giày dép, \
        mỹ phẩm, cắt tóc, gội đầu, làm đẹp, văn phòng phẩm, thực phẩm, hải sản, thủy sản, nông sản, rau quả, hoa quả, \
        trái cây, bánh kẹo, bánh mì, giải khát, ăn uống, ẩm thực, rượu bia, thuốc lá, thuốc thú y, vật tư nông nghiệp, \
        thức ăn chăn nuôi, phân bón, xăng dầu, vận tải, dịch vụ, thương mại, bán lẻ, giặt là, in ấn, quảng cáo, nha khoa, \
        phòng khám, mầm non, sản xuất, chế biến, đồ gỗ, đồ chơi, đồ dùng
        """.split(separator: ",").map { phrase in
            let words = phrase.split(separator: " ").map { String($0).withOlderTone }
            return (words, words.map(\.folded))
        }.sorted { $0.words.count > $1.words.count }
}
