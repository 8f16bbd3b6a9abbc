/// Reasons, purposes and stories, as applicants write them.
enum StoryWords {
    static let reasons: [String: [String]] = [
        "to-khai-dang-ky-giam-ho": [
            "cháu mồ côi cả cha lẫn mẹ", "bố mẹ cháu đi làm ăn xa, không liên lạc được", "bố mất, mẹ bỏ đi từ nhỏ",
        ],
        "to-khai-cham-dut-giam-ho": [
            "người được giám hộ đã đủ 18 tuổi", "cháu đã được nhận làm con nuôi", "bố cháu đã về nhận nuôi",
        ],
        "to-khai-dang-ky-lai-khai-sinh": [
            "Mất bản chính, sổ gốc không còn lưu", "Giấy khai sinh bị cháy, sổ bộ thất lạc",
            "sổ hộ tịch của xã bị lũ cuốn",
        ],
        "don-xin-nhan-con-nuoi": [
            "vợ chồng hiếm muộn, muốn có con", "thương hoàn cảnh cháu mồ côi", "nuôi dưỡng con của em gái đã mất",
        ],
        "don-de-nghi-tach-thua-hop-thua": [
            "tách cho con ra ở riêng", "chuyển nhượng một phần diện tích", "hợp thửa để tiện sử dụng",
            "tặng cho con trai",
        ],
        "don-de-nghi-gia-han-su-dung-dat": [
            "hết thời hạn, vẫn có nhu cầu sản xuất", "tiếp tục trồng cây lâu năm", "trực tiếp sản xuất nông nghiệp",
        ],
        "giay-de-nghi-ra-soat-ho-ngheo": [
            "nhà đông con, không có việc làm ổn định", "chồng ốm nặng, không có thu nhập",
            "nhà dột nát, thiếu đất sản xuất",
        ],
        "giay-de-nghi-cong-nhan-thoat-ngheo": [
            "con đi làm có thu nhập ổn định", "đã xây được nhà, thu nhập tăng",
            "không còn thiếu hụt, tự nguyện xin thoát nghèo",
        ],
        "to-khai-thay-doi-cai-chinh-ho-tich": [
            "ghi sai so với giấy tờ gốc", "cán bộ hộ tịch ghi nhầm", "thống nhất với học bạ và CCCD",
            "theo nguyện vọng gia đình",
        ],
    ]
    static let anyReasons = [
        "theo nhu cầu của gia đình", "hoàn cảnh khó khăn", "thất lạc giấy tờ", "bổ sung hồ sơ cá nhân",
    ]

    static let purposes = [
        "đăng ký kết hôn", "mua bán nhà đất", "vay vốn ngân hàng", "bổ sung hồ sơ xin việc", "nhập học cho con",
        "chuyển nhượng quyền sử dụng đất", "đi lao động nước ngoài", "làm hồ sơ bảo hiểm",
    ]
    static let maritalStates = [
        "Hiện tại chưa đăng ký kết hôn với ai", "Độc thân",
        "Đã ly hôn theo Quyết định của Tòa án, hiện chưa đăng ký kết hôn với ai",
        "Đã đăng ký kết hôn, nhưng chồng đã chết", "Chưa kết hôn lần nào", "Đã kết hôn",
    ]

    /// One of each list, in turn.
    static let disputes: [[String]] = [
        [
            "Gia đình tôi sử dụng thửa đất tại {noi_dat:address} từ năm {nam:yyyy}, ranh giới rõ ràng.",
            "Năm {nam:yyyy} bố mẹ tôi chia cho tôi mảnh vườn phía sau nhà, đã canh tác ổn định nhiều năm.",
            "Ngày {ngay_viec:date} tôi nộp hồ sơ tại bộ phận một cửa nhưng đến nay chưa được giải quyết.",
            "Thửa ruộng của gia đình tôi giáp với hộ liền kề, trước đây không có tranh chấp.",
        ],
        [
            "Đến tháng 3 vừa qua, hộ bên cạnh xây tường lấn sang khoảng {so:num} m, tôi đã nhiều lần nói chuyện nhưng không thành.",
            "Tuy nhiên quyết định số {qd:doc_no} lại tính thiếu diện tích của gia đình tôi {so:int} m2.",
            "Khi đo đạc lại, cán bộ không mời gia đình tôi ký giáp ranh và ghi sai diện tích.",
            "Phía bên kia tự ý chặt cây, san gạt làm đường đi qua phần đất của tôi.",
        ],
        [
            "Thôn đã họp một lần nhưng hai bên không thống nhất.",
            "Việc này ảnh hưởng lớn đến đời sống của gia đình tôi.",
            "Tôi có giấy tờ và người làm chứng về nguồn gốc đất.", "Tôi đề nghị xem xét lại cho công bằng.",
        ],
    ]
    static let denunciations: [[String]] = [
        [
            "Ngày {ngay_viec:date}, tại {noi_viec:address}, người này đã đe dọa và chiếm giữ tài sản của gia đình tôi.",
            "Từ năm {nam:yyyy}, người có tên trên đã vay tiền của nhiều hộ rồi không trả.",
            "Vào khoảng {gio:hh} giờ ngày {ngay_viec:date} tôi chứng kiến việc đổ chất thải xuống suối đầu nguồn.",
            "Trong thời gian làm tổ trưởng, người này đã thu tiền đóng góp của bà con mà không có biên lai.",
        ],
        [
            "Tổng số tiền là {tien:money} đồng, có giấy viết tay kèm theo.",
            "Nhiều người trong thôn cùng biết sự việc.",
            "Tôi đã ghi âm, chụp ảnh và giao nộp cùng đơn này.", "Sau khi bị nhắc nhở, người này còn thách thức.",
        ],
    ]
}
