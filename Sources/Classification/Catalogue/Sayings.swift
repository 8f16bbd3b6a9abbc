/// What people write, and what the catalogue calls it: `nhập hộ khẩu` is a registration of permanent
/// residence. Common Vietnamese of offices, for no procedure in particular; without marks.
enum Sayings {
    /// The catalogue's words for what the words say.
    static func official(for words: [String]) -> [[String]] {
        let text = " " + words.joined(separator: " ") + " "
        return list.compactMap { text.contains($0.said) ? $0.official : nil }
    }

    private static let list: [(said: String, official: [String])] = [
        // Residence.
        ("nhap ho khau", "dang ky thuong tru"), ("nhap khau", "dang ky thuong tru"), ("ho khau", "thuong tru"),
        ("chuyen khau", "dang ky thuong tru"), ("tach khau", "tach ho"), ("cat khau", "xoa dang ky thuong tru"),
        ("xoa ten", "xoa dang ky"),
        // Land and building.
        ("so do", "giay chung nhan quyen su dung dat"), ("so hong", "giay chung nhan quyen su dung dat"),
        ("gcn", "giay chung nhan"), ("qsdd", "quyen su dung dat"), ("gpxd", "giay phep xay dung"),
        ("mua ban", "chuyen nhuong"),
        // What befalls a paper.
        ("bi chay", "bi mat"), ("that lac", "bi mat"), ("danh roi", "bi mat"), ("lam mat", "bi mat"),
        ("hong", "cap doi hong"), ("rach", "cap lai hong"), ("nhoe", "cap lai hong"),
        ("sai sot", "dinh chinh sai sot"), ("cai ten", "thay doi cai chinh"), ("doi ten", "thay doi cai chinh doi ten"),
        ("sao y", "chung thuc ban sao"), ("ban sao trich luc", "cap ban sao trich luc ho tich"),
        // People.
        ("bo me de", "cha me"), ("bo", "cha"), ("doc than", "tinh trang hon nhan"), ("khuyet tat", "nguoi khuyet tat"),
        ("can cuoc", "the can cuoc"),
        // Business.
        ("dong cua", "cham dut"), ("giai the", "cham dut"), ("nghi ban", "tam ngung"), ("mo rong", "dieu chinh"),
        ("ngung kinh doanh", "tam ngung kinh doanh"), ("kinh doanh tro lai", "tiep tuc kinh doanh truoc thoi han"),
    ].map { (" \($0.0) ", $0.1.split(separator: " ").map(String.init)) }
}
