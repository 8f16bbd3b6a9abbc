/// Names of offices, papers and registers.
enum OfficeWords {
    static let landOffices = [
        "Chi nhánh Văn phòng đăng ký đất đai khu vực Tiên Yên", "Văn phòng Đăng ký đất đai tỉnh Quảng Ninh",
        "Chi nhánh VPĐKĐĐ huyện Tiên Yên", "Văn phòng đăng ký đất đai - Chi nhánh Tiên Yên", "Ủy ban nhân dân xã",
    ]
    static let organisations = [
        "UBND tỉnh Quảng Ninh", "Phòng Kinh tế xã Tiên Yên", "Trung tâm Phục vụ hành chính công xã Đông Ngũ",
        "Công ty TNHH Tư vấn xây dựng Bình Minh", "Công ty cổ phần Thiết kế Hạ Long Xanh",
        "Phòng Văn hóa - Xã hội xã Điền Xá",
        "Chi nhánh Văn phòng đăng ký đất đai", "Công ty TNHH Thương mại Đại Lợi", "Bảo hiểm xã hội cơ sở Tiên Yên",
        "Văn phòng HĐND và UBND xã Hải Lạng", "Trạm Y tế xã Tiên Yên", "Phòng Tài chính - Kế hoạch huyện Tiên Yên",
    ]
    static let hospitals = [
        "Trung tâm Y tế huyện Tiên Yên", "Trung tâm Y tế khu vực Tiên Yên, tỉnh Quảng Ninh",
        "Bệnh viện Sản Nhi Quảng Ninh",
        "Bệnh viện Bãi Cháy", "Trạm Y tế xã Hà Lâu", "Bệnh viện Phụ sản Trung ương, Hà Nội",
        "Bệnh viện đa khoa khu vực Cẩm Phả",
        "Tại nhà, thôn Khe Vè, xã Điền Xá",
    ]
    static let schools = [
        "Trường Tiểu học Tiên Yên", "Trường PTDTBT Tiểu học Hà Lâu", "Trường THCS Đông Ngũ",
        "Trường PTDTBT TH&THCS Đại Dực",
        "Trường THPT Tiên Yên", "Trường Mầm non Hoa Hồng",
    ]
    static let numberEndings = [
        "QĐ-UBND", "CV-UBND", "TB-UBND", "HĐ-CN", "GBT", "GCN", "UBND", "QĐ-LĐTBXH", "GP-KT", "BA-DS",
    ]
    static let procedureNames = [
        "Đăng ký khai sinh", "Đăng ký kết hôn", "Chứng thực bản sao từ bản chính", "Đăng ký thường trú",
        "Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV", "Đăng ký thành lập hộ kinh doanh",
        "Đăng ký biến động quyền sử dụng đất", "Công nhận hộ nghèo, hộ cận nghèo", "Đăng ký khai tử",
        "Tách thửa hoặc hợp thửa đất",
        "Cấp bản sao Trích lục hộ tịch", "Hỗ trợ chi phí mai táng", "Hòa giải tranh chấp đất đai",
        "Cấp Giấy xác nhận tình trạng hôn nhân",
    ]
    static let papers = [
        "Giấy chứng sinh", "Giấy chứng nhận kết hôn", "Bản sao CCCD", "Giấy chứng nhận quyền sử dụng đất (bản gốc)",
        "Hợp đồng chuyển nhượng đã chứng thực", "Trích lục khai tử", "Bản vẽ thiết kế", "Giấy ủy quyền",
        "Tờ khai theo mẫu",
        "Ảnh 4x6 (02 ảnh)", "Trích đo địa chính thửa đất", "Bản sao Giấy khai sinh", "Hợp đồng thuê địa điểm", "Không",
        "Tờ khai lệ phí trước bạ", "Đơn theo mẫu", "Giấy xác nhận tình trạng hôn nhân",
    ]
    static let civilPapers = [
        "khai sinh", "kết hôn", "khai tử", "Trích lục khai sinh", "giấy khai sinh", "nhận cha, mẹ, con",
    ]
}
