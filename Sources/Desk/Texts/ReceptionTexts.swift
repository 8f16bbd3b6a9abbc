extension Texts {
    static let reception: [String: Entry] = [
        "reception": Entry("Tiếp nhận", "Reception"),
        "upload": Entry("Đưa bản quét vào", "Put scans in"),
        "upload_drop": Entry(
            "Kéo thả tệp vào đây, hoặc chọn tệp: một hồ sơ, nhiều hồ sơ, hoặc ảnh chụp từ điện thoại.",
            "Drop files here, or choose them: one dossier, several, or a photo from a phone."),
        "upload_choose": Entry("Chọn tệp", "Choose files"),
        "upload_send": Entry("Gửi", "Send"),
        "upload_kinds": Entry("PDF, TIFF, JPEG, PNG; mỗi tệp tối đa", "PDF, TIFF, JPEG, PNG; a file at most"),
        "upload_sending": Entry("Đang gửi…", "Sending…"),
        "upload_refused": Entry("Không nhận được các tệp sau", "These files were not taken in"),
        "upload_kind": Entry(
            "không phải bản quét hay ảnh đọc được (PDF, TIFF, JPEG, PNG)",
            "no scan or picture that can be read (PDF, TIFF, JPEG, PNG)"),
        "upload_large": Entry("quá lớn; hãy chia nhỏ rồi gửi lại", "too large; divide it and send it again"),
        "upload_many": Entry("quá nhiều tệp một lần; hãy gửi tiếp", "too many files at once; send it again"),
        "uploads": Entry("Vừa đưa vào", "Put in lately"),
        "uploads_none": Entry("Chưa có bản quét nào.", "No scan yet."),
        "pages": Entry("Trang", "Pages"),
        "since": Entry("Lúc", "At"),
        "scan": Entry("Bản quét", "Scan"),
        "scan_registered": Entry("Đang chờ đọc", "Waits to be read"),
        "scan_reading": Entry("Đang đọc", "Being read"),
        "scan_read": Entry("Đã đọc, đang hiểu", "Read, being understood"),
        "scan_split": Entry("Đang hiểu", "Being understood"),
        "scan_triaged": Entry("Xong", "Done"),
        "scan_quarantined": Entry("Không đọc được", "Cannot be read"),
        "scan_progress": Entry("Số trang đã đọc", "Pages read"),
        "scan_first": Entry("Trang đầu", "First page"),
        "suggested": Entry("Máy gợi ý", "Suggested"),
        "suggested_none": Entry("Đang đọc dòng đầu…", "Reading the first lines…"),
        "suggested_unknown": Entry("Trang đầu chưa cho biết thủ tục.", "The first page does not tell the procedure."),
        "suggested_later": Entry(
            "Trang sẽ tự chuyển sang hồ sơ khi đọc xong.", "The page goes on to the dossier when all is read."),
        "suggested_refresh": Entry("Xem tình trạng mới", "Look again"),
        "dossier_auto": Entry("Đã chuyển đơn vị", "At its unit"),
        "divide": Entry("Chia trang thành hồ sơ", "Divide the pages into dossiers"),
        "divide_help": Entry(
            "Đánh dấu trang bắt đầu hồ sơ mới, hoặc kéo trang sang hồ sơ bên cạnh, rồi bấm Chia lại. Không mất trang nào.",
            "Mark the pages with which a dossier begins, or drag a page to the dossier beside, then divide. No page is lost."
        ),
        "divide_start": Entry("Hồ sơ mới từ trang", "New dossier from page"),
        "divide_add": Entry("Cho vào hồ sơ", "Put into the dossier"),
        "divide_send": Entry("Chia lại", "Divide"),
        "divide_taken": Entry(
            "Có hồ sơ đã được xác nhận hoặc đơn vị đã nhận; các trang của nó phải giữ nguyên.",
            "A dossier was confirmed or taken on by its unit; its pages stay together."),
        "divide_aside": Entry("Trang trắng và tờ phân cách", "Blank pages and separator sheets"),
        "divide_open": Entry("Mở hồ sơ", "Open the dossier"),
        "turn": Entry("Xoay", "Turn"),
        "turn_impossible": Entry(
            "Trang này không xoay được: trang trắng, hoặc trang có sẵn chữ trong tệp.",
            "This page cannot be turned: it is blank, or its file holds its text."),
        "page_separator": Entry("tờ phân cách", "separator"),
        "page_unreadable": Entry("không đọc được", "unreadable"),
        "page_large": Entry("Xem lớn", "Enlarge"),
    ]
}
