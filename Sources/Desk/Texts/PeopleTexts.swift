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
