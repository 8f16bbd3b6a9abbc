extension Texts {
    /// Units that merge, split, change their name or close.
    static let reorganizing: [String: Entry] = reorganizingPages.merging(reorganizingFaults) { first, _ in first }

    private static let reorganizingPages: [String: Entry] = [
        "units_count": Entry("thủ tục", "procedures"),
        "units_decisions": Entry("Quyết định sắp xếp", "Decisions about units"),
        "units_no_decisions": Entry("Chưa có quyết định nào.", "Nothing was decided about units."),
        "units_what": Entry("Việc", "What"),
        "units_followed": Entry("Hồ sơ đã chuyển theo", "Open items followed"),
        "units_not_yet": Entry("chưa đến ngày", "not yet"),
        "units_withdraw": Entry("Rút lại", "Take back"),

        "reorganize": Entry("Sắp xếp đơn vị", "Reorganise units"),
        "reorganize_merge": Entry("Hợp nhất, sáp nhập", "Merge"),
        "reorganize_split": Entry("Chia, tách", "Split"),
        "reorganize_rename": Entry("Đổi tên", "Rename"),
        "reorganize_close": Entry("Giải thể", "Close"),
        "reorganize_help_merge": Entry(
            "Các đơn vị được chọn thôi hoạt động từ ngày đã định; một đơn vị nhận toàn bộ việc và hồ sơ đang mở của họ. Tài khoản của các đơn vị ấy sẽ thấy hàng việc của đơn vị nhận.",
            "The chosen units end on the day, and one has all their work and their open items. Their accounts then see the queue of that unit."
        ),
        "reorganize_help_split": Entry(
            "Một phần việc của đơn vị chuyển cho đơn vị khác từ ngày đã định, cùng hồ sơ đang mở của phần ấy. Chia cho nhiều đơn vị: mỗi đơn vị một quyết định.",
            "A part of the unit's work passes to another on the day, with the open items of that part. A unit that is split among several takes one decision for each."
        ),
        "reorganize_help_rename": Entry(
            "Đơn vị mang tên mới từ ngày đã định; mã đơn vị và hồ sơ giữ nguyên.",
            "The unit bears another name from the day on; its identifier and its dossiers stay."),
        "reorganize_help_close": Entry(
            "Đơn vị thôi hoạt động từ ngày đã định; việc và hồ sơ đang mở chuyển cho đơn vị nhận. Chỉ đơn vị không có việc mới không cần đơn vị nhận.",
            "The unit ends on the day; its work and open items go to another. Only a unit that has no work needs none."
        ),
        "reorganize_unit": Entry("Đơn vị", "Unit"),
        "reorganize_next": Entry("Tiếp", "Next"),
        "reorganize_other": Entry("Chọn đơn vị khác", "Choose another"),
        "reorganize_ending": Entry("Các đơn vị thôi hoạt động", "Units that end"),
        "reorganize_closing": Entry("Đơn vị thôi hoạt động", "The unit that ends"),
        "reorganize_into": Entry("Đơn vị nhận việc", "The unit that has the work then"),
        "reorganize_found": Entry("Một đơn vị mới…", "A new unit…"),
        "reorganize_founded": Entry("Đơn vị mới (nếu lập)", "The new unit, where one is founded"),
        "reorganize_new_id": Entry(
            "Mã: chữ thường không dấu, số, gạch nối", "Identifier: small letters, digits, hyphens"),
        "reorganize_its_name": Entry("Tên đơn vị", "Its name"),
        "reorganize_new_name": Entry("Tên mới", "The new name"),
        "reorganize_fields": Entry("Lĩnh vực chuyển đi", "Fields that pass"),
        "reorganize_codes": Entry(
            "Mã thủ tục chuyển riêng (nếu có)", "Codes of single procedures that pass (may be left out)"),
        "reorganize_rest": Entry("Phần việc còn lại", "The rest of its work"),
        "reorganize_keeps": Entry("Đơn vị giữ lại và tiếp tục", "It keeps it, and goes on"),
        "reorganize_nobody": Entry("Không ai", "Nobody"),
        "reorganize_first_day": Entry("Từ ngày", "From the day"),
        "reorganize_look": Entry("Xem trước thay đổi", "See what would change"),
        "reorganize_preview": Entry("Xem trước sắp xếp", "What would change"),
        "reorganize_only_looked": Entry("Chưa có gì thay đổi.", "Nothing has changed yet."),
        "reorganize_at_once": Entry(
            "Ngày này đã đến: quyết định có hiệu lực và hồ sơ chuyển theo ngay, không rút lại được.",
            "That day has come: the decision holds and open items follow at once, and it cannot be taken back."),
        "reorganize_on_day": Entry(
            "Hồ sơ đang mở chuyển theo vào ngày đó; trước ngày đó có thể rút lại.",
            "Open items follow on that day; until then it can be taken back."),
        "reorganize_decide": Entry("Quyết định", "Decide it"),
        "reorganize_anew": Entry("Làm lại", "Start again"),
        "reorganize_items": Entry("Hồ sơ đang mở sẽ chuyển", "Open items that would move"),
        "reorganize_no_items": Entry("Hiện không có hồ sơ nào phải chuyển.", "No item would move as things stand."),
        "reorganize_work": Entry("Việc sẽ chuyển", "Work that would pass"),
        "reorganize_no_work": Entry("Không có thủ tục nào đổi đơn vị.", "No procedure changes its unit."),
        "reorganize_from": Entry("Từ đơn vị", "From"),
        "reorganize_to": Entry("Sang đơn vị", "To"),
        "reorganize_procedures_count": Entry("Số thủ tục", "Procedures"),
    ]

    private static let reorganizingFaults: [String: Entry] = [
        "reorganize_day": Entry("Hãy chọn ngày có hiệu lực.", "Choose the first day on which it holds."),
        "reorganize_none": Entry("Hãy chọn đơn vị.", "Choose the unit."),
        "reorganize_nothing": Entry(
            "Hãy chọn lĩnh vực hoặc thủ tục chuyển đi.", "Choose the fields or procedures that pass."),
        "reorganize_name": Entry("Hãy nhập tên mới.", "Enter the new name."),
        "reorganize_new": Entry(
            "Đơn vị mới cần mã (chữ thường không dấu, số, gạch nối, bắt đầu bằng chữ) và tên.",
            "A new unit needs an identifier (small letters, digits, hyphens, a letter first) and a name."),
        "reorganize_procedures": Entry(
            "Danh mục không có một trong các mã thủ tục đã nhập.",
            "The catalogue does not have one of the procedures' codes."),
        "reorganize_fault_unknown": Entry("Không có đơn vị “{1}”.", "There is no unit “{1}”."),
        "reorganize_fault_there": Entry(
            "Mã “{1}” đã có: đơn vị mới cần mã riêng.",
            "“{1}” exists already: a new unit needs an identifier of its own."),
        "reorganize_fault_not_yet": Entry("{1} đến {2} mới bắt đầu.", "{1} begins only on {2}."),
        "reorganize_fault_over": Entry("{1} đã thôi hoạt động từ {2}.", "{1} is closed since {2}."),
        "reorganize_fault_ends_later": Entry(
            "{1} sẽ thôi hoạt động ngày {2}: hãy chọn đơn vị nhận việc lâu dài.",
            "{1} is to be closed on {2}: choose the unit that has the work for good."),
        "reorganize_fault_itself": Entry(
            "{1} không thể chuyển việc cho chính mình.", "{1} cannot pass its work to itself."),
        "reorganize_fault_circle": Entry(
            "{1} chuyển việc cho {2} ngày {3}: cùng ngày ấy không thể nhận việc từ đơn vị này.",
            "{1} passes work to {2} on {3}: it cannot take work from it on the same day."),
        "reorganize_fault_nothing": Entry(
            "Hãy chọn ít nhất một đơn vị thôi hoạt động, khác đơn vị nhận việc.",
            "Choose at least one unit that ends, other than the one that has the work."),
        "reorganize_fault_twice": Entry("“{1}” được nêu hai lần.", "“{1}” is named twice."),
        "reorganize_fault_no_successor": Entry(
            "{1} còn việc: hãy chọn đơn vị nhận việc.", "{1} has work: choose the unit that takes it on."),
        "reorganize_fault_places": Entry(
            "{1} không phục vụ {3}, nơi {2} đang phục vụ.", "{1} does not serve {3}, which {2} does."),
        "reorganize_fault_not_held": Entry(
            "{1} không có thẩm quyền với “{2}”.", "{1} is not competent for “{2}”: it has nothing of it to pass on."),
    ]
}
