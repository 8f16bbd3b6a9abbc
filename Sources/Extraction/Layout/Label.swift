import Dossiers

/// What a printed label of a form asks for.
enum Asked: Hashable {
    /// A person's name; who it is may be part of the label.
    case name(Person?)
    case idNumber
    case dateOfBirth
    case phone
    case address
    case parcel
    case mapSheet
    case area
    case businessName
    /// Known, and of no use here but to end the value before it.
    case other
}

/// Who is meant on a form. Forms hold two to five people; only one of them applies.
enum Person: Hashable {
    case applicant
    case child
    case deceased
    case other
}

/// A printed label, as letters without marks and spaces, so that lost marks and joined words do no harm.
struct Label {
    let asked: Asked
    let letters: [UInt8]

    init(_ words: String, _ asked: Asked) {
        self.asked = asked
        letters = words.utf8.filter { $0 != UInt8(ascii: " ") }
    }

    /// Misread letters that may be forgiven: one in six, none in short labels.
    var tolerance: Int { letters.count / 6 }

    /// Whether letters are a label from end to end.
    static func isWhole(_ letters: String) -> Bool {
        let letters = Array(letters.utf8)
        return all.contains {
            $0.letters.count >= 8 && EditDistance.between($0.letters, letters[...], limit: $0.tolerance) <= $0.tolerance
        }
    }

    /// Longer labels first: `so dinh danh ca nhan cua chu ho` begins as `so dinh danh ca nhan` does.
    static let all: [Label] = {
        let names: [(String, Person?)] = [
            ("ho chu dem ten nguoi yeu cau", .applicant), ("ho va ten nguoi yeu cau", .applicant),
            ("ho ten nguoi yeu cau", .applicant), ("ho chu dem ten khai sinh cua nguoi de nghi", .applicant),
            ("ho va ten nguoi de nghi", .applicant), ("ho va ten nguoi ke khai", .applicant),
            ("ho va ten nguoi khai", .applicant), ("ho va ten nguoi nop phieu", .applicant),
            ("ho va ten nguoi lam don", .applicant), ("ten chu ho so", .applicant),
            ("ten toi la", .applicant), ("toi ten la", .applicant), ("toi la", .applicant),
            ("ho va ten toi", .applicant), ("ho ten toi", .applicant), ("toi ten", .applicant),
            ("ten chu dau tu", .applicant), ("ho ten chu ho kinh doanh", .applicant),
            ("ho va ten chu ho kinh doanh", .applicant), ("nguoi de nghi chuyen muc dich su dung dat", .applicant),
            ("nguoi de nghi", .applicant), ("nguoi su dung dat", .applicant),
            ("ten to chuc nguoi dai dien cua to chuc hoac ten ca nhan", .applicant),
            ("ho chu dem va ten khai sinh", nil),
            ("ho chu dem va ten", nil), ("ho chu dem ten", nil), ("ho va ten", nil), ("ho ten", nil), ("ten", nil),
            ("ho chu dem va ten chu ho", .other), ("ho chu dem ten nguoi me", .other),
            ("ho chu dem ten nguoi cha", .other), ("ho chu dem ten me", .other), ("ho chu dem ten cha", .other),
            ("ho chu dem ten khai sinh cua me", .other), ("ho chu dem ten cha nuoi", .other),
            ("ho chu dem ten me nuoi", .other), ("ho chu dem ten nguoi do de", .other),
            ("ho va ten nguoi dai dien", .other), ("ong ba", .other),
            ("ho chu dem ten tre", .child), ("ho chu dem ten vo", .other), ("ho chu dem ten chong", .other),
            ("ho va ten chu ho", nil),
        ]
        let others: [(Asked, [String])] = [
            (
                .idNumber,
                [
                    "giay to tuy than", "so dinh danh ca nhan", "so can cuoc cong dan", "so cccd", "so cmnd",
                    "cccd cmnd",
                    "so cmnd cccd", "so cccd cmnd", "cmnd cccd", "so cmnd hoac can cuoc cong dan", "so can cuoc",
                    "so ddcn ho chieu",
                    "giay cmnd so", "giay cmnd hoac can cuoc cong dan so", "chung minh nhan dan so",
                    "giay to nhan than phap nhan", "giay to nhan than phap nhan so",
                    "the can cuoc hoac so dinh danh ca nhan",
                    "so dinh danh ca nhan giay chung nhan dang ky", "so giay to tuy than", "can cuoc cong dan so",
                    "so cmnd so can cuoc cong dan so ho chieu", "so ddcn", "cccd so", "so dinh danh",
                    "giay khai sinh giay to tuy than",
                ]
            ),
            (
                .dateOfBirth,
                [
                    "ngay thang nam sinh", "ngay sinh", "sinh ngay", "ngay thang nam sinh cua nguoi yeu cau",
                ]
            ),
            (
                .phone,
                [
                    "so dien thoai lien he", "so dien thoai", "dien thoai lien he", "dien thoai", "sdt",
                    "thong tin lien he", "dien thoai email",
                ]
            ),
            (
                .address,
                [
                    "noi cu tru", "noi thuong tru", "ho khau thuong tru", "dia chi", "dia chi lien he",
                    "thuong tru tai",
                    "noi o hien tai", "noi dang ky thuong tru", "dia chi thuong tru", "dia chi tru so chinh",
                    "cho o hien tai",
                    "noi o hien nay", "noi o", "dia chi lien lac", "cu tru tai",
                ]
            ),
            (.parcel, ["thua dat so", "tach thua dat so", "so thua", "thuoc thua dat so", "lo dat so"]),
            (.mapSheet, ["to ban do so", "to ban do"]),
            (.area, ["dien tich", "dien tich dat", "dien tich va muc dich su dung hien tai"]),
            (.businessName, ["ten ho kinh doanh", "ten thuong nhan"]),
            (
                .other,
                [
                    "ho chu dem va ten goi khac", "ten goi khac", "nguoi dai dien", "gioi tinh", "nam nu", "dan toc",
                    "quoc tich", "email", "hop thu dien tu", "ngay cap", "noi cap",
                    "cap ngay", "ngay va noi cap", "quan he voi nguoi", "quan he voi chu ho", "moi quan he voi chu ho",
                    "que quan",
                    "noi sinh", "nghe nghiep", "fax", "ma so thue", "nam sinh", "chuc vu", "kinh gui", "ton giao",
                    "tinh trang hon nhan", "noi dung de nghi", "de nghi", "so dinh danh ca nhan cua chu ho", "ly do",
                    "quan he", "hien dang", "so luong", "muc dich", "noi dung", "dia chi thua dat", "loai dat",
                    "su dung chung",
                    "ma so ho kinh doanh", "ghi bang chu", "noi cu tru cuoi cung", "dia chi tru so", "sinh nam",
                    "so dien thoai ban",
                    "dia diem kinh doanh", "dia chi nhan thong bao thue", "dia chi nhan ket qua", "lam tai",
                    "dien tich xay dung",
                    "dien tich san", "noi dang ky khai sinh",
                ]
            ),
        ]
        return (names.map { Label($0, .name($1)) } + others.flatMap { asked, words in words.map { Label($0, asked) } })
            .sorted { $0.letters.count > $1.letters.count }
    }()
}
