extension Texts {
    static let people: [String: Entry] = [
        "log_in": Entry("Đăng nhập", "Log in"),
        "name": Entry("Tên đăng nhập", "User name"),
        "password": Entry("Mật khẩu", "Password"),
        "log_in_wrong": Entry(
            "Tên hoặc mật khẩu không đúng, hoặc tài khoản đang tạm khoá do nhập sai nhiều lần.",
            "The name or the password is wrong, or the account is locked for a while after wrong tries."),
        "log_in_often": Entry(
            "Quá nhiều lần thử từ máy này. Hãy đợi một phút.", "Too many tries from this computer. Wait a minute."),
        "log_in_missing": Entry("Hãy nhập tên và mật khẩu.", "Enter name and password."),
        "sign_on": Entry("Đăng nhập một lần của cơ quan", "Log in with the office's single sign-on"),
        "sign_on_or": Entry("hoặc bằng tài khoản HoSo:", "or with an account of HoSo:"),
        "sign_on_done": Entry("Đã đăng nhập, tiếp tục", "You are logged in: go on"),
        "sign_on_away": Entry(
            "Hệ thống đăng nhập một lần đang không dùng được. Hãy thử lại sau, hoặc dùng mật khẩu HoSo nếu có.",
            "The single sign-on cannot be used at the moment. Try again later, or use your password here if you have one."
        ),
        "sign_on_stale": Entry(
            "Lần đăng nhập này đã quá lâu hoặc không bắt đầu từ trình duyệt này. Hãy bắt đầu lại.",
            "This log-in took too long, or did not begin in this browser. Begin again."),
        "sign_on_refused": Entry(
            "Hệ thống đăng nhập một lần không xác nhận. Hãy thử lại.",
            "The single sign-on did not let you in. Try again."),
        "sign_on_untrue": Entry(
            "Xác nhận của hệ thống đăng nhập một lần không hợp lệ. Hãy báo người quản trị.",
            "What the single sign-on said is not valid. Tell the administrator."),
        "sign_on_unknown": Entry(
            "Bạn chưa có tài khoản HoSo. Hãy đề nghị người quản trị mời bạn.",
            "You have no account here yet. Ask the administrator to invite you."),
        "sign_on_stranger": Entry(
            "Tên của bạn ở hệ thống đăng nhập một lần:", "What the single sign-on calls you:"),
        "log_in_by": Entry("Đăng nhập bằng", "Logs in by"),
        "by_password": Entry("mật khẩu", "password"),
        "by_sign_on": Entry("đăng nhập một lần", "single sign-on"),
        "by_sign_on_invited": Entry("đăng nhập một lần (chưa vào lần nào)", "single sign-on (not come yet)"),
        "by_nothing": Entry("không có cách nào", "nothing"),
        "sign_on_identity": Entry("Tên ở hệ thống đăng nhập một lần", "Name at the single sign-on"),
        "sign_on_identity_form": Entry(
            "Thay cho mật khẩu: đúng từng chữ như hệ thống ấy gọi người này.",
            "In place of a password: letter by letter as it calls the person."),
        "problem_identity": Entry(
            "Người này đã có tài khoản khác.", "That person opens another account already."),
        "problem_way_in": Entry(
            "Hãy nhập mật khẩu, hoặc tên ở hệ thống đăng nhập một lần.",
            "Enter a password, or the name at the single sign-on."),
        "role_reception": Entry("Tiếp nhận", "Reception"),
        "role_unit": Entry("Đơn vị giải quyết", "Unit"),
        "role_supervisor": Entry("Giám sát", "Supervisor"),
        "role_administrator": Entry("Quản trị", "Administrator"),
        "role": Entry("Vai trò", "Role"),
        "unit": Entry("Đơn vị", "Unit"),
        "state": Entry("Trạng thái", "State"),
        "account_open": Entry("Đang dùng", "In use"),
        "account_locked": Entry("Tạm khoá", "Locked for a while"),
        "account_closed": Entry("Đã đóng", "Closed"),
        "account_added": Entry("Thêm ngày", "Added on"),
        "account_add": Entry("Thêm tài khoản", "Add an account"),
        "account_close": Entry("Đóng", "Close"),
        "password_least": Entry("Ít nhất 10 ký tự", "At least 10 letters"),
        "name_form": Entry("Chữ thường không dấu, số, dấu . - _", "Small letters without marks, digits, . - _"),
        "problem_name": Entry(
            "Tên chỉ gồm chữ thường không dấu, số, dấu . - _", "Names are small letters, digits, . - _"),
        "problem_password": Entry("Mật khẩu phải có ít nhất 10 ký tự.", "Passwords need at least 10 letters."),
        "problem_unit": Entry("Hãy chọn đơn vị cho vai trò này.", "Choose a unit for this role."),
        "problem_taken": Entry("Tên này đã có người dùng.", "The name is taken."),
        "problem_self": Entry("Không thể tự đóng tài khoản của mình.", "You cannot close your own account."),
        "none": Entry("—", "—"),
        "tokens": Entry("Mã cho phần mềm", "Tokens"),
        "token": Entry("Mã", "Token"),
        "tokens_note": Entry(
            "Phần mềm khác dùng mã này để làm việc với HoSo, với đúng quyền của tài khoản. Nên lập tài khoản riêng cho "
                + "mỗi phần mềm.",
            "Programs come with a token and may do what its account may. Give each program an account of its own."),
        "token_made": Entry("Mã mới", "The new token"),
        "token_once": Entry(
            "Hãy chép lại ngay: mã chỉ hiện một lần này.", "Copy it now: it is shown this once."),
        "token_purpose": Entry("Dùng cho", "What for"),
        "token_account": Entry("Tài khoản", "Account"),
        "token_until": Entry("Đến hết ngày", "Last day"),
        "token_used": Entry("Dùng gần đây", "Last used"),
        "token_issue": Entry("Cấp mã", "Make a token"),
        "token_revoke": Entry("Thu hồi", "Revoke"),
        "token_revoked": Entry("Đã thu hồi", "Revoked"),
        "token_over": Entry("Hết hạn", "Past its end"),
        "problem_purpose": Entry(
            "Hãy ghi mã này dùng cho việc gì, tối đa 100 ký tự.", "Say in at most 100 letters what it is for."),
        "problem_until": Entry("Ngày hết hạn phải từ hôm nay trở đi.", "The last day is today or later."),
    ]
}
