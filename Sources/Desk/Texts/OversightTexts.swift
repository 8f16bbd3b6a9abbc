extension Texts {
    /// What supervisors read of the whole office.
    static let oversight: [String: Entry] = [
        "late": Entry("Hạn trả", "Deadlines"),
        "reports": Entry("Báo cáo", "Reports"),
        "confusions": Entry("Nhầm lẫn", "Confusions"),
        "log": Entry("Nhật ký", "Log"),
        "whole_office": Entry("Toàn cơ quan", "The whole office"),
        "nobody": Entry("Chưa thuộc đơn vị nào", "Nobody's yet"),
        "total": Entry("Tổng số", "Total"),
        "pages_short": Entry("tr.", "p."),
        "no_procedure": Entry("Không phải thủ tục nào", "No procedure"),

        "ask_from": Entry("Từ ngày", "From"),
        "ask_to": Entry("Đến ngày", "To"),
        "ask_period": Entry("Thời gian", "Period"),
        "ask_by": Entry("Chia theo", "Kept apart by"),
        "ask_show": Entry("Xem", "Show"),
        "ask_back": Entry("Quay lại", "Back"),
        "ask_csv": Entry("Tải CSV", "Download CSV"),
        "ask_days_ahead": Entry("Số ngày tới", "Days ahead"),
        "fault_day": Entry(
            "Ngày không hợp lệ: hãy nhập như 2026-08-06. Trang đang hiện kỳ mặc định.",
            "That is no date: it should be like 2026-08-06. The usual period is shown."),
        "fault_period": Entry(
            "Ngày đầu phải không sau ngày cuối, và kỳ báo cáo không quá 100 năm. Trang đang hiện kỳ mặc định.",
            "The first day must not lie after the last, and a period is at most 100 years. The usual period is shown."),
        "fault_days": Entry(
            "Số ngày tới phải từ 0 đến 366. Trang đang hiện số ngày mặc định.",
            "The days ahead should be 0 to 366. The usual number is shown."),
        "fault_by": Entry(
            "Báo cáo này không chia được như vậy. Trang đang chia như mặc định.",
            "This report cannot be kept apart so. It is shown as usual."),
        "fault_units": Entry(
            "Đơn vị chỉ có thể xem theo lúc đó hoặc theo hiện nay.",
            "Units are shown as they were then, or as they are now."),

        "today_received": Entry("hồ sơ đã tiếp nhận hôm nay", "received today"),
        "today_auto": Entry("hồ sơ đã chuyển tự động hôm nay", "routed by the machine today"),
        "today_review": Entry("hồ sơ hôm nay cần người xem", "of today need a person"),
        "today_waiting_person": Entry("hồ sơ đang chờ người xem", "wait for a person"),
        "today_open": Entry("hồ sơ đang giải quyết", "open"),
        "today_due": Entry("hồ sơ đến hạn hôm nay", "due today"),
        "today_late": Entry("hồ sơ quá hạn", "late"),
        "today_supplement": Entry("hồ sơ chờ bổ sung", "wait for a supplement"),
        "today_done": Entry("hồ sơ có kết quả hôm nay", "done today"),
        "today_handed_over": Entry("kết quả đã trả hôm nay", "handed over today"),
        "today_ahead": Entry("Bảy ngày tới", "The next seven days"),
        "today_nothing_ahead": Entry("Không có hồ sơ nào quá hạn hay đến hạn.", "Nothing is late or due."),
        "today_units": Entry("Các đơn vị", "The units"),

        "late_by": Entry("Quá hạn", "Late by"),
        "late_day": Entry("ngày", "day"),
        "late_part_late": Entry("Quá hạn", "Late"),
        "late_part_today": Entry("Đến hạn hôm nay", "Due today"),
        "late_part_soon": Entry("Sắp đến hạn", "Due soon"),
        "late_nothing": Entry("Không có hồ sơ nào.", "None."),
        "late_all": Entry("Xem tất cả hồ sơ quá hạn", "All that are late"),
        "late_more": Entry(
            "Còn nữa: danh sách chỉ hiện 300 hồ sơ gần nhất với hạn. Hãy chọn một đơn vị.",
            "There are more: the list shows the first 300. Choose a unit."),

        "samples": Entry("Kiểm mẫu", "Sample"),
        "samples_help": Entry(
            "Mẫu lấy ngẫu nhiên từ hồ sơ máy tự quyết định. Quyết định của máy không hiện ở đây và không nên xem trước: chỉ như vậy kết luận mới cho biết máy đúng bao nhiêu.",
            "Drawn at random from what the machine decided alone. What it decided is not shown and is better not looked up: only then do the verdicts say how right it is."
        ),
        "samples_number": Entry("Số hồ sơ", "How many"),
        "samples_draw": Entry("Rút mẫu", "Draw"),
        "samples_drawn": Entry("Đã rút:", "Drawn:"),
        "samples_waiting": Entry("Chờ kết luận", "Waiting for a verdict"),
        "samples_nothing": Entry("Không có hồ sơ nào chờ kết luận.", "No drawn dossier waits for a verdict."),
        "samples_count": Entry("Số hồ sơ phải từ 1 đến 1000.", "Draw 1 to 1000 dossiers."),
        "sample": Entry("Kết luận mẫu", "A verdict"),
        "sample_page": Entry("Trang", "Page"),
        "sample_question": Entry("Hồ sơ này là thủ tục nào?", "Which procedure is this dossier?"),
        "sample_help": Entry(
            "Gõ mã hoặc tên rồi chọn. Kết luận đã ghi thì không sửa được.",
            "Type the code or the name and choose. A verdict stands."),
        "sample_record": Entry("Ghi kết luận", "Record the verdict"),
        "sample_procedure": Entry(
            "Danh mục không có thủ tục này: hãy chọn trong danh sách.",
            "The catalogue has no such procedure: choose one of the list."),

        "units": Entry("Đơn vị", "Units"),
        "units_on": Entry("Vào ngày", "On"),
        "units_now_title": Entry("Có thẩm quyền vào ngày này", "Competent on this day"),
        "units_coming_title": Entry("Bắt đầu sau ngày này", "Beginning later"),
        "units_past_title": Entry("Đã thôi trước ngày này", "No longer there"),
        "units_valid": Entry("Hiệu lực", "From – until"),
        "units_successor": Entry("Chuyển việc cho", "Its work goes to"),
        "units_fields": Entry("Lĩnh vực", "Fields"),
        "units_procedures": Entry("Thủ tục riêng", "Procedures of its own"),

        "search": Entry("Tìm kiếm", "Search"),
        "search_label": Entry("Mã số, tên hoặc từ trong hồ sơ", "Number, name, or words of the dossier"),
        "search_help": Entry(
            "Có dấu hay không dấu đều được; mọi từ đều phải có, từ cuối có thể gõ dở.",
            "With or without tone marks; every word has to be there, the last one may be its beginning."),
        "search_missing": Entry("Hãy nhập ít nhất một chữ hoặc số.", "Enter at least a letter or a digit."),
        "search_nothing": Entry("Không tìm thấy hồ sơ nào.", "No dossier was found."),
        "search_applicant": Entry("Người nộp", "Applicant"),
        "search_many": Entry(
            "Chỉ hiện 50 hồ sơ đầu. Hãy thêm từ để thu hẹp.", "The first 50 are shown. Add words to narrow it down."),
        "search_person": Entry("Chờ người xem", "Waits for a person"),

        "confused": Entry("Hồ sơ trong ô", "The cell's dossiers"),
        "confusions_kind": Entry("Loại", "Kind"),
        "confusions_taken": Entry("Đã coi là", "Taken for"),
        "confusions_truth": Entry("Thực ra là", "Really"),
        "confusions_axes": Entry("Đã coi là ↓ thực ra là →", "Taken for ↓ really →"),
        "confusions_unknown": Entry("Không rõ", "Not known"),
        "confusions_unsuggested": Entry("Máy không đề xuất gì", "Nothing suggested"),
        "confusions_note_confirmed": Entry(
            "Máy đề xuất ↓, người ở bàn tiếp nhận và khi xem lại xác nhận →. Ô xanh là đúng.",
            "What the machine suggested ↓ and what people at the reception and the review confirmed →. Green cells were right."
        ),
        "kind_confirmed": Entry("Thủ tục do người xác nhận", "Procedures that people confirmed"),
        "confusions_empty": Entry("Không có nhầm lẫn nào trong kỳ này.", "Nothing was confused in this period."),
        "confusions_note_corrected": Entry(
            "Thủ tục do cán bộ sửa khi trả lại hồ sơ. Bấm vào một số để xem các hồ sơ trong ô.",
            "Procedures that officers put right when they returned a dossier. A number leads to its dossiers."),
        "confusions_note_audited": Entry(
            "Mẫu kiểm tra: người giám sát không biết quyết định của máy. Ô xanh là đúng.",
            "The sample: supervisors did not know what the machine had decided. Green cells were right."),
        "confusions_note_misrouted": Entry(
            "Đơn vị đã trả hồ sơ lại, và đơn vị đúng nếu có người nói.",
            "The unit that gave a dossier back, and the right one where somebody said."),
        "kind_corrected": Entry("Thủ tục do cán bộ sửa", "Procedures put right by officers"),
        "kind_audited": Entry("Thủ tục trong mẫu kiểm tra", "Procedures of the sample"),
        "kind_misrouted": Entry("Đơn vị nhận nhầm", "Units that were the wrong ones"),

        "log_sound": Entry(
            "sự kiện còn nguyên như khi ghi; kiểm tra lúc", "events are as they were written; checked at"),
        "log_head": Entry("Mốc để ghi lại", "To be noted down"),
        "log_check": Entry("Kiểm tra chuỗi sự kiện", "Check the chain of events"),
        "log_check_help": Entry(
            "Đọc lại mọi sự kiện từ đầu; có thể mất một lúc.", "Reads every event from the first; may take a while."),
        "log_fault_changed": Entry("Nhật ký bị sửa: sự kiện", "The log was changed: event"),
        "log_fault_removed": Entry("Nhật ký bị xoá: sự kiện", "The log was cut: event"),
        "log_fault_inserted": Entry("Nhật ký bị chèn: sự kiện", "Something was put into the log: event"),
        "log_kind": Entry("Sự kiện", "Event"),
        "log_all": Entry("Tất cả", "All"),
        "log_dossier": Entry("Hồ sơ", "Dossier"),
        "log_actor": Entry("Người làm", "Who"),
        "log_number": Entry("Số", "No."),
        "log_at": Entry("Lúc", "When"),
        "log_detail": Entry("Chi tiết", "Details"),
        "log_empty": Entry("Không có sự kiện nào như vậy.", "There is no such event."),
        "log_older": Entry("Cũ hơn →", "Older →"),
        "log_newest": Entry("← Mới nhất", "← Newest"),
    ]
}
