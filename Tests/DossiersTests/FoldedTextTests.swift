import Dossiers
import Testing

@Test(arguments: [
    ("TỜ KHAI ĐĂNG KÝ KHAI SINH", "to khai dang ky khai sinh"),
    ("Nguyễn Thị Hồng", "nguyen thi hong"),
    ("số 12/QĐ-UBND", "so 12/qd-ubnd"),
])
func folded_dropsMarksAndCase(text: String, expected: String) {
    #expect(text.folded == expected)
}
