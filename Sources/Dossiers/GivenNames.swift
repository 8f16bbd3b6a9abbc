import Foundation

/// Syllables of Vietnamese middle and given names with their marks. One that is none of them but would be with another
/// tone was misread, more likely than not: `Mịnh` is Minh.
///
/// Written down from common use, of Kinh people and of Quảng Ninh's peoples, not from a published list. It is not
/// complete, so what is missing here is only put right where it was read badly, and otherwise doubted.
package enum GivenNames {
    package static func isKnown(_ syllable: String) -> Bool { known.contains(syllable.lowercased().withOlderTone) }

    /// The one syllable of names that differs by its tone alone; nil where there is none, or more than one, or nothing to
    /// mend.
    package static func mended(_ syllable: String) -> String? {
        let lower = syllable.lowercased().withOlderTone
        guard !known.contains(lower) else { return nil }
        let alike = byLetters[VietnameseSyllable.withoutTone(lower)] ?? []
        return alike.count == 1 ? alike.first?.capitalized : nil
    }

    private static let known: Set<String> = Set(
        """
        ái an anh ánh ân ấn ba bá bách bạch bài bàn bang bằng bảo bảy bắc băng bích biên biển bình bính bốn bổn bông bội \
        bửu ca cả cam cảnh canh cao cát cẩm cầm cần cẩn cầu châm chân châu chấn chi chí chỉ chiến chiêm chiều chiểu chinh \
        chính chúc chung chương chức chuyên chuyền cúc cung cư cử cường cương dần dân danh dạ diễm diễn diện diệp diệu dinh \
        dịu doan doanh du dũng dung duy duyên duyệt dư dương dưỡng đa đài đại đan đán đạo đạt đảo đào đang đáng đảm đắc đằng \
        đăng đặng đệ đề điềm điền điển điệp diệm định đình đính đoan đoàn đô độ đông đồng đổng đỗ đức đường được én gấm gái \
        gia giám giản giang giao giáp giỏi hà hạ hải hai hàm hán hàn hạnh hảo hào hạo hân hận hằng hậu hiên hiến hiền hiển \
        hiếu hiệp hiệu hinh hoa hoá hóa hoà hòa hoài hoàn hoan hoàng hoạch hoạt hoè hòe hồ hội hồng hợp hợi huân huấn huệ \
        huy huyên huyền huỳnh hùng hưng hương hường hướng hữu hy ích kha khá khả khải khai khanh khánh khang khâm khiêm \
        khoa khoá khóa khoái khoát khôi khởi khuê khương khuyên khuyến kiêm kiểm kiên kiến kiều kiệt kiệm kim kính kỳ kỷ lai \
        lam lan lạc lâm lân lập lăng lắm lê lệ len liêm liên liễu liệu linh lĩnh lợi loan lộc long lô luân luận luật lụa \
        lương lượng lực lưu luyến luyện lư ly lý mai mão mạnh mạn mầu mận mậu mẫn mây mến mi miên miền minh mơ môn mùa mùi \
        mừng muôn mỹ my nam năm nga ngà ngân ngạn nghi nghĩa nghiêm nghiệp ngoan ngoạn ngọc ngôn ngộ ngợi nguyên nguyện \
        nguyệt ngữ nhã nhàn nhạn nhanh nhân nhẫn nhâm nhất nhật nhi nhiên nhiễm nhớ nhuận nhung như nhựt nhường nhượng \
        nho nhu ninh nông nụ nương oanh phan phát pháp phác phẩm phấn phi phích phiên phiến phong phòng phú phúc phụng phước \
        phương phượng phường quan quản quang quảng quân quế quí quý quốc quy quyên quyền quyết quyến quỳnh quynh sa sang \
        sáng sáu sao sâm sắc sen sinh song sơn súy sung sửu sự tá tài tam tám tân tâm tần tấn tấm tăng tạo tảo thạch thái \
        thảo thạnh thanh thành thao thắm thắng thăng thân thận thập thất thế thêm thể thi thị thiên thiện thiết thiệu thìn \
        thịnh thỉnh thoa thoả thỏa thoại thoan thông thống thổ thơ thơm thới thời thu thú thuần thuận thuật thục thuỳ thùy \
        thuý thúy thuỷ thủy thuyên thuyết thư thức thực thương thưởng thường thượng tích tiên tiến tiền tiệp tiết tiếp tín \
        tình tính tỉnh tĩnh tịnh toan toàn toán toại tố tô tôn tốt tới trà trai trang tràng trâm trân trầm trận trấn tri trí \
        triết triều triệu trinh trình trịnh trọng trúc trung trực trường trương trưởng trưng tú tuân tuấn tuất tuệ tùng tuy \
        tuyên tuyến tuyền tuyết tuyển tư từ tứ tựu tường tưởng tươi tỵ tý uy uyên uyển ước út vân vấn văn vàng vạn vang vĩ vị \
        vi viên viện viễn việt vinh vĩnh vịnh vọng vũ võ vui vững vương vượng vy xa xanh xoan xuân xuyên xuyến xương yên yến ý \
        a ba bé cắm chánh coỏng công dậu dĩ đoài đợi đua hạt kíu khiết khuyến lài lành lớn lượt múi na nết ngát ngọ nhạ nhạc \
        nhài nhì phồng sềnh sĩ sỹ tặng tấn tầm tập tiêu tước tỷ và vẹn xinh xuyến yêu
        """.split(separator: " ").map { String($0).withOlderTone })

    private static let byLetters = Dictionary(grouping: known, by: VietnameseSyllable.withoutTone)
}
