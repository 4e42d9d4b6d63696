# What an account does not take: names, passwords, posts and powers that cannot be.
story   An account is not made with what nobody could sign in with, guess at, or hold
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 46 --title "Quản trị" --power admin,identity.manage,org.manage --password "trời mưa ở Vỹ Dạ" --chosen

# At the console, where no form looks first.
refused identity add --name "Nguyễn Công Tằng Tôn Nữ Nguyễn Công Tằng Tôn Nữ Nguyễn Công Tằng Tôn Nữ Nguyễn Công Tằng Tôn Nữ Thị Bưởi" --sign-in buoi --unit 46 --title "Chuyên viên"
said    "Hãy ghi họ và tên, không quá 100 chữ."
refused identity add --name "Nguyễn Thị Bưởi" --sign-in "Bưởi" --unit 46 --title "Chuyên viên"
said    "Tên đăng nhập gồm 2 đến 40 chữ thường không dấu"
refused identity add --name "Nguyễn Thị Bưởi" --sign-in buoi --unit 46 --title "Chuyên viên phụ trách việc này việc kia việc nọ việc này việc kia việc nọ việc này việc kia việc nọ việc này"
said    "Hãy ghi chức vụ, không quá 100 chữ."
refused identity add --name "Nguyễn Thị Bưởi" --sign-in buoi --unit 999 --title "Chuyên viên"
said    "Không có đơn vị mã “999”."
refused identity add --name "Nguyễn Thị Bưởi" --sign-in buoi --unit 46 --title "Chuyên viên" --power "Giải quyết"
said    "Không có quyền “Giải”."

# Passwords that are short, long, of few letters, of the name, of many.
refused identity add --name "Nguyễn Thị Bưởi" --sign-in buoi --unit 46 --title "Chuyên viên" --password "trời mưa"
said    "Mật khẩu cần ít nhất 10 ký tự."
refused identity add --name "Nguyễn Thị Bưởi" --sign-in buoi --unit 46 --title "Chuyên viên" --password "một câu rất dài một câu rất dài một câu rất dài một câu rất dài một câu rất dài một câu rất dài một câu rất dài một câu rất dài một câu rất dài"
said    "Mật khẩu dài quá 128 ký tự."
refused identity add --name "Nguyễn Thị Bưởi" --sign-in buoi --unit 46 --title "Chuyên viên" --password "aaaaabbbbb"
said    "Mật khẩu lặp lại quá ít ký tự."
refused identity add --name "Nguyễn Thị Bưởi" --sign-in buoi --unit 46 --title "Chuyên viên" --password "cây buoi ngoài vườn"
said    "Mật khẩu không được chứa tên đăng nhập."
refused identity add --name "Nguyễn Thị Bưởi" --sign-in buoi --unit 46 --title "Chuyên viên" --password "password123"
said    "nhiều người dùng nên dễ đoán"
console identity add --name "Nguyễn Thị Bưởi" --sign-in buoi --unit 46.VP --title "Chuyên viên" --password "vườn trái cây bên sông" --chosen

# A power is given once, and to a post that is held.
as      lan "trời mưa ở Vỹ Dạ"
GET     /qt/nguoi-dung
let     buoi = between "<td class=\"k-first\"><a class=\"govuk-link\" href=\"/qt/nguoi-dung/" "\">Nguyễn Thị Bưởi"
GET     /qt/nguoi-dung/$buoi
let     post = between "href=\"/qt/chuc-vu/" "/quyen"
POST    /qt/chuc-vu/$post/quyen post=$post power=feedback.handle unit=46.VP
expect  303
POST    /qt/chuc-vu/$post/quyen post=$post power=feedback.handle unit=46.VP
expect  422 text~"Chức vụ này đã có quyền ấy."
POST    /qt/chuc-vu/$post post=$post until=03/03/2026
expect  303
advance 3 days
as      lan "trời mưa ở Vỹ Dạ"
POST    /qt/chuc-vu/$post post=$post until=02/03/2026
expect  422 text~"Chức vụ này đã kết thúc."
POST    /qt/chuc-vu/$post/quyen post=$post power=feedback.approve unit=46.VP
expect  422 text~"Chức vụ này đã kết thúc."
ledger  verifies
