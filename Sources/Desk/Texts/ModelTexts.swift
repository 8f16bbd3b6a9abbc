extension Texts {
    /// The versions of the model, and what has moved.
    static let models: [String: Entry] = [
        "models": Entry("Mô hình", "Models"),
        "models_serving": Entry("Đang quyết định", "Decides now"),
        "models_since": Entry("Từ", "Since"),
        "models_serving_help": Entry(
            "Phiên bản được đưa vào dùng quyết định hồ sơ tiếp theo, trên mọi máy dùng chung sổ.",
            "A version that is promoted decides the next dossier, on every machine that shares the ledger."),
        "models_versions": Entry("Các phiên bản", "Versions"),
        "models_version": Entry("Phiên bản", "Version"),
        "models_role": Entry("Vai trò", "Role"),
        "models_added": Entry("Thêm vào", "Added"),
        "models_accuracy": Entry("Độ chính xác", "Accuracy"),
        "models_calibration": Entry("Sai số hiệu chuẩn", "Calibration error"),
        "models_alone": Entry("Tự quyết định được", "Decides alone"),
        "models_do": Entry("Việc làm", "What can be done"),
        "models_own": Entry("của tệp quy trình", "the pipeline file's own"),
        "models_serves": Entry("đang quyết định", "decides"),
        "models_shadow": Entry("chạy thử", "in the shadow"),
        "models_figures_note": Entry(
            "Đo khi huấn luyện, trên văn bản để riêng ra. Tự quyết định được: phần văn bản mà mô hình quyết định không cần người, và xác suất từ đó, với mức sai đã hứa trong tệp quy trình.",
            "Measured when it was trained, on texts held out. Decides alone: the share of texts that it decides without a person, and from which probability, under the error rate that the pipeline file promises."
        ),
        "models_promote": Entry("Đưa vào dùng", "Promote"),
        "models_promote_short": Entry("Đưa vào dùng…", "Promote…"),
        "models_promote_do": Entry("Đưa vào dùng ngay", "Let it decide from now on"),
        "models_promote_help": Entry(
            "Lý do và bằng chứng được ghi vào nhật ký. Có thể quay lại bất cứ lúc nào.",
            "The evidence and your words are kept in the log. You can go back at any moment."),
        "models_words": Entry("Ghi chú (không bắt buộc)", "A note (may be left out)"),
        "models_force_help": Entry(
            "Ở đây chỉ đưa vào dùng phiên bản tốt hơn rõ rệt. Ai nhận trách nhiệm mà không có bằng chứng thì dùng lệnh hoso model promote --force --reason.",
            "Only what is better with significance is promoted here. Who takes the responsibility without evidence uses hoso model promote --force --reason."
        ),
        "models_rollback": Entry("Quay lại phiên bản trước", "Go back to the version before"),
        "models_rollback_do": Entry("Quay lại ngay", "Go back now"),
        "models_rollback_help": Entry(
            "Hồ sơ đã quyết định vẫn giữ nguyên; hồ sơ tiếp theo do phiên bản trước quyết định.",
            "What is decided stays; the version before decides the next dossier."),
        "models_reason_label": Entry("Vì sao", "Why"),
        "models_reason": Entry("Hãy ghi vì sao quay lại.", "Say why you go back."),
        "models_try": Entry("Chạy thử", "Try it beside"),
        "models_try_stop": Entry("Thôi chạy thử", "Stop trying it"),
        "models_beside": Entry("Chạy thử bên cạnh", "Beside it, in the shadow"),
        "models_no_shadow": Entry(
            "Không có phiên bản nào chạy thử. Huấn luyện phiên bản mới: hoso model train --from ledger.",
            "No version decides in the shadow. hoso model train --from ledger trains one."),
        "models_better": Entry(
            "Tốt hơn rõ rệt: có thể đưa vào dùng.", "Better with significance: it can be promoted."),
        "models_not_better": Entry(
            "Chưa đưa vào dùng: bằng chứng không còn đủ.", "Not promoted: the evidence no longer bears it."),
        "models_unreadable": Entry(
            "Chưa đưa vào dùng: không đọc được tệp mô hình trong kho. Hãy thêm lại phiên bản này bằng hoso model add.",
            "Not promoted: the model's file in the store cannot be read. Add the version anew with hoso model add."),
        "models_history": Entry("Đã thay đổi", "What was changed"),
        "models_no_change": Entry(
            "Từ trước đến nay mô hình của tệp quy trình quyết định.",
            "The pipeline file's own model has always decided."),
        "models_what": Entry("Việc", "What"),
        "models_why": Entry("Vì sao", "Why"),
        "models_promoted": Entry("đưa vào dùng", "promoted"),
        "models_rolled-back": Entry("quay lại", "gone back to"),
        "models_card": Entry("Mô tả khi huấn luyện", "What was said of it when it was trained"),
        "obstacle_breaks-promise": Entry(
            "Chưa đưa vào dùng được: trong những hồ sơ nó sẽ tự quyết định, số sai vượt quá mức đã hứa.",
            "Not to be promoted: of the dossiers that it would have decided alone, more went wrong than was promised."),
        "obstacle_nothing-tells": Entry(
            "Chưa đưa vào dùng được: chưa có hồ sơ nào đã được người xác nhận mà hai phiên bản khác nhau.",
            "Not to be promoted yet: no dossier on which a person's word stands tells the two apart."),
        "obstacle_too-few": Entry(
            "Chưa đưa vào dùng được: cần thêm hồ sơ do người xác nhận để biết chắc không phải do may rủi.",
            "Not to be promoted yet: more dossiers on which a person's word stands are needed to tell it from chance."),
        "obstacle_not-better": Entry(
            "Không đưa vào dùng: nó không đúng nhiều hơn phiên bản đang dùng.",
            "Not to be promoted: it is not right more often than the version that decides now."),

        "report_drift": Entry("Thay đổi", "Drift"),
        "drift_nothing": Entry(
            "Một trong hai kỳ 30 ngày không có hồ sơ: chưa so sánh được.",
            "One of the two stretches of 30 days has no dossiers: nothing to compare."),
        "drift_still": Entry(
            "Trong 30 ngày qua không có gì thay đổi so với 30 ngày trước đó.",
            "Nothing has moved in the last 30 days against the 30 before."),
        "drift_moved": Entry("Trong 30 ngày qua đã thay đổi:", "In the last 30 days these have moved:"),
        "drift_more": Entry("Xem báo cáo thay đổi", "See the drift report"),
        "aspect_review": Entry("tỷ lệ cần người xem", "share that a person has to look at"),
        "aspect_quarantined": Entry("tỷ lệ không đọc được", "share that could not be read"),
        "aspect_returned": Entry("tỷ lệ bị trả lại", "share given back"),
        "aspect_confidence": Entry("độ chắc chắn của mô hình", "how sure the model was"),
        "aspect_procedures": Entry("cơ cấu thủ tục", "mix of procedures"),
        "answer_yes": Entry("có", "yes"),
        "answer_no": Entry("không", "no"),

        "table_drift": Entry("So với kỳ trước dài bằng nhau", "Against as many days before"),
        "table_shifts": Entry("Thủ tục thay đổi nhiều nhất", "Procedures whose share changed most"),
        "table_models": Entry("Hai phiên bản trên cùng hồ sơ", "Both versions on the same dossiers"),
        "table_comparison": Entry("Ai đúng", "Who was right"),
        "note_drift": Entry(
            "Có thay đổi khi khác biệt khó xảy ra do ngẫu nhiên (dưới 0,002) và đủ lớn. Khoảng cách: hiệu của hai tỷ lệ; độ chắc chắn: thống kê Kolmogorov-Smirnov; cơ cấu thủ tục: biến phân toàn phần.",
            "Moved: so great a difference is less likely by chance than 0.002, and it is as far as matters. Distance: of shares their difference, of confidence the Kolmogorov-Smirnov statistic, of procedures the total variation."
        ),
        "note_models": Entry(
            "Đúng và độ chính xác: trên hồ sơ đã được người xác nhận. Tự quyết định: không cần người xem.",
            "Right and accuracy: on dossiers on which a person's word stands. Alone: without a person."),
        "note_comparison": Entry(
            "Kiểm định chính xác trên hồ sơ mà chỉ một trong hai phiên bản đúng; cần dưới 0,05.",
            "The exact test over dossiers on which only one of the two was right; under 0.05 is asked for."),
        "column_what": Entry("Điều được so", "What"),
        "column_before": Entry("Kỳ trước", "Before"),
        "column_now": Entry("Kỳ này", "Now"),
        "column_counted_before": Entry("Số đếm kỳ trước", "Counted before"),
        "column_counted_now": Entry("Số đếm kỳ này", "Counted now"),
        "column_distance": Entry("Khoảng cách", "Distance"),
        "column_matters_from": Entry("Đáng kể từ", "Matters from"),
        "column_chance": Entry("Do ngẫu nhiên", "By chance"),
        "column_moved": Entry("Thay đổi", "Moved"),
        "column_model": Entry("Phiên bản", "Version"),
        "column_alone": Entry("Tự quyết định", "Alone"),
        "column_share_alone": Entry("Tỷ lệ tự quyết định", "Share alone"),
        "column_alone_settled": Entry("… có người xác nhận", "… settled"),
        "column_alone_wrong": Entry("… sai", "… wrong"),
        "column_agreeing": Entry("Giống nhau", "Agreeing"),
        "column_settled": Entry("Người đã xác nhận", "Settled"),
        "column_both_right": Entry("Cả hai đúng", "Both right"),
        "column_only_serving_right": Entry("Chỉ bản đang dùng đúng", "Only the serving right"),
        "column_only_candidate_right": Entry("Chỉ bản thử đúng", "Only the candidate right"),
        "column_both_wrong": Entry("Cả hai sai", "Both wrong"),
        "column_exact_test": Entry("Kiểm định", "Exact test"),
        "column_promotable": Entry("Đưa vào dùng được", "Promotable"),
    ]
}
