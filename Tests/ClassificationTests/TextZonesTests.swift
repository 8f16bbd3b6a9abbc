import Classification
import Testing

@Test func title_isFoundBelowTheNationalHeaderAndOverItsLines() {
    let zones = TextZones(
        """
        ỦY BAN NHÂN DÂN XÃ TIÊN YÊN
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        ĐƠN ĐỀ NGHỊ CẤP ĐỔI GIẤY XÁC NHẬN KHUYẾT
        TẬT
        Kính gửi: Chủ tịch Ủy ban nhân dân
        """)
    #expect(zones.title == ["ĐƠN ĐỀ NGHỊ CẤP ĐỔI GIẤY XÁC NHẬN KHUYẾT", "TẬT"])
}

@Test func request_runsOverToTheNextLabel() {
    let zones = TextZones(
        """
        10. Nội dung đề nghị(2): Đăng ký thường trú cho tôi
        và hai con tại thôn Khe Vè
        11. Những thành viên trong hộ gia đình cùng thay đổi:
        """)
    #expect(zones.request.count == 2)
    #expect(zones.body == ["11. Những thành viên trong hộ gia đình cùng thay đổi:"])
}

@Test func request_holdsTickedBoxesAndNotEmptyOnes() {
    let zones = TextZones(
        """
        Sau khi tìm hiểu quy định, tôi đề nghị:
        [ ] Xác định lại mức độ khuyết tật
        [X] Cấp đổi Giấy xác nhận khuyết tật
        """)
    #expect(zones.request == ["Sau khi tìm hiểu quy định, tôi đề nghị:", "[X] Cấp đổi Giấy xác nhận khuyết tật"])
}

@Test func title_isNotTheRestOfALetterheadThatRanOverItsLine() {
    let zones = TextZones(
        """
        ỦY BAN NHÂN DÂN XÃ TIÊN YÊN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        TRUNG TÂM PHỤC VỤ HÀNH Độc lập - Tự do - Hạnh phúc
        CHÍNH CÔNG XÃ TIÊN YÊN
        Số: 12/PTC-TTPVHCC
        PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ
        """)
    #expect(zones.title == ["PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ"])
}
