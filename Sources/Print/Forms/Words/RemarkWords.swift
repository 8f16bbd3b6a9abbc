/// What stands in blanks for free text.
enum RemarkWords {
    static let any = ["Không", "theo hồ sơ", "Không có", "đã nộp kèm", "/", "-"]

    static let byKey: [String: [String]] = [
        "chuc_vu": ["", "", "Chủ hộ", "Giám đốc"],
        "cq_chuc_vu": [""],
        "noi_dung": ["theo hồ sơ kèm theo"],
        "dac_diem": [
            "Nốt ruồi cách 2 cm trên sau cánh mũi phải", "Sẹo chấm cách 1,5 cm dưới trước đuôi mắt trái",
            "Sẹo 1 cm dưới mép trái",
        ],
        "so_nha": ["", "", "số 12", "số 45", "7A"],
        "tk_chu_tri": ["", "KTS {ben:name}", "Kỹ sư {ben:name}"],
        "dt_gt": ["", "tầng 1: {a:area} m2, tầng 2: {b:area} m2"],
        "cao_gt": ["", "tầng 1 cao 3,9 m; tầng 2 cao 3,6 m"],
        "tang_gt": ["", "02 tầng trên mặt đất", "01 tầng"],
        "gp_nd": ["xây dựng nhà ở riêng lẻ", "nhà ở gia đình 02 tầng, diện tích {a:area} m2"],
        "hinh_thuc": ["sử dụng riêng", "giao đất không thu tiền", "thuê đất trả tiền hàng năm"],
        "hinh_thuc_moi": ["sử dụng riêng", "giao đất có thu tiền sử dụng đất"],
        "mien": ["", "Không", "hộ nghèo", "thương binh hạng 4/4", "người dân tộc thiểu số ở vùng khó khăn"],
        "cam_ket": ["", "Không"],
        "loai_ruou": ["rượu vang, rượu mạnh", "rượu trắng, rượu nếp", "rượu đóng chai các loại"],
        "khu_vuc": ["cánh đồng {t:hamlet}", "Nà Thoong", "đồng trước"],
        "cay_hn": ["ngô, lạc", "khoai lang", "dưa hấu", "rau màu các loại"],
        "cay_ln": ["", "bưởi", "ổi", "cam Canh"],
        "lua_ts": ["", "", "thả cá"],
        "hanh_vi": [
            "gây rối trật tự, hủy hoại tài sản", "lừa đảo chiếm đoạt tài sản", "xâm phạm chỗ ở",
            "nhận tiền hỗ trợ sai đối tượng",
        ],
        "yeu_cau": [
            "trả lại phần đất đã lấn chiếm", "xác định lại ranh giới giữa hai thửa đất",
            "tháo dỡ phần tường rào xây lấn",
        ],
        "yeu_cau_1": [
            "việc thu hồi đất và bồi thường cho gia đình tôi", "quyết định số {qd:doc_no}",
            "hồ sơ đo đạc thửa đất của tôi",
        ],
        "quyen_loi": ["gia đình tôi", "tôi và bà con trong thôn"],
        "tach_hop": ["", "Không"],
        "dn_cap": ["cấp Giấy chứng nhận cho từng thửa mới", "có", "Cấp mới 02 Giấy chứng nhận"],
        "nguon_goc_nha": ["tự xây dựng", "được thừa kế"],
        "th_so_huu": ["", "lâu dài"],
        "lk_nd": ["", "lối đi chung"],
        "dn_khac": ["", "Không"],
        "con_suc_khoe": ["Bình thường", "Khỏe mạnh"],
        "thanh_vien": ["", "Không"],
        "nguoi_phung_duong": ["con trai {ben:name}", "không có", "vợ và 02 con"],
        "noi_nhan": ["Trụ sở UBND xã", "Nhà văn hóa thôn", "qua tài khoản ngân hàng", "Bưu điện xã"],
        "thay_doi": ["", "số tài khoản"],
        "lop": ["1A", "2B", "3", "4A1", "5C"],
        "ghi_chu": ["", "Cấp bản sao", "Không"],
        "nd": ["20/2021/NĐ-CP"],
    ]
}
