# What becomes of due dates when the working calendar changes while reports are open.
story   Reports whose time runs on a changed day get another due date with the reason, and people are told
law     42/2013/QH13 art 28
law     45/2019/QH14 art 111-112
law     91/2015/QH13 art 147-148
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Phan Văn Quản" --sign-in quan --unit 46 --title "Quản trị" --power calendar.manage,admin --password "trời gió ở Thuận An" --chosen
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle,feedback.approve,calendar.manage --email sau@phuxuan.vn --password "trời nắng ở Kim Long" --chosen

# Ten working days: until Monday 16 March. Another of seven, until the 11th; one will be answered.
POST    /api/v1/reports json {"unit":"19753","category":"dat-dai","text":"Bản đồ quy hoạch sai ranh thửa.","email":"huong@mail.vn","name":"Nguyễn Thị Hường","identity":"named"}
expect  201
let     code = json .code
POST    /api/v1/reports json {"unit":"19753","category":"giao-thong","text":"Cầu gỗ qua kênh bị hỏng ván."}
let     short = json .code
POST    /api/v1/reports json {"unit":"19753","category":"dat-dai","text":"Mốc giới thửa đất bị đào mất."}
let     answered = json .code
POST    /api/v1/reports json {"unit":"19753","category":"dat-dai","text":"Hỏi về bồi thường giải phóng mặt bằng."}
let     asked = json .code

# One is answered, one waits for its sender, two are as they came.
as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$answered/accept
expect  303
POST    /cb/hs/$answered/draft "text=Phường đã cắm lại mốc giới trước mặt hai nhà bên cạnh và lập biên bản ngày 02/03/2026."
expect  303
POST    /cb/hs/$answered/approve
expect  303
POST    /cb/hs/$asked/accept
expect  303
POST    /cb/hs/$asked/ask "text=Thửa đất ở thôn nào?"
expect  303

as      quan "trời gió ở Thuận An"
# A storm: the 10th is off. Nothing is counted again in the same breath, a minute later all is (or, when the clock failed once, two).
POST    /qt/lich-lam-viec/moi day=10/03/2026 kind=day-off "name=nghỉ sau bão" "decision=Công điện 12/CĐ-UBND" decided_on=02/03/2026 "reason=Bão số 1"
expect  303 /qt/lich-lam-viec?nam=2026
fact    calendar.day_set calendar.changed
# What is sent from now on counts with it at once.
POST    /api/v1/reports json {"unit":"19753","category":"giao-thong","text":"Biển báo đường cong bị cây che khuất."}
expect  json .due = 2026-03-12T23:59:59+07:00
GET     /api/v1/reports/$code
expect  json .due = 2026-03-16T23:59:59+07:00
advance 1 minutes
advance 1 minutes
fact    feedback.recount feedback.recount
GET     /api/v1/reports/$code
expect  json .due = 2026-03-17T23:59:59+07:00
GET     /api/v1/reports/$short
expect  json .due = 2026-03-12T23:59:59+07:00
# Not the one that was answered, nor the one whose clock stands: that is counted when it runs again.
GET     /api/v1/reports/$answered
expect  json .due = 2026-03-16T23:59:59+07:00
GET     /api/v1/reports/$asked
expect  json .paused = true
expect  json .due = 2026-03-16T23:59:59+07:00
as      sau
POST    /cb/hs/$asked/resume "text=Đã rõ thửa đất."
expect  303
GET     /api/v1/reports/$asked
expect  json .due = 2026-03-17T23:59:59+07:00

# Its page says from when to when and why; the one who handles it and the sender get letters.
anonymous
GET     /kiem-tra/ho-so/$code
expect  200 text~"Tính lại hạn theo lịch làm việc" text~"Lịch làm việc đổi: Bão số 1. Hạn trả lời đổi từ 16/03/2026 thành 17/03/2026." text~"Nghỉ lễ: thứ Ba 10/03/2026, nghỉ sau bão (Công điện 12/CĐ-UBND ngày 02/03/2026)."
as      quan
GET     /qt/hang-doi
expect  200 text~"$code: hạn trả lời đổi theo lịch làm việc" text~"h…@mail.vn" text~"s…@phuxuan.vn"

# A make-up Saturday brings it back, and both changes in one morning are one letter.
POST    /qt/lich-lam-viec/moi day=14/03/2026 kind=make-up "name=làm bù cho ngày 10/03/2026" "decision=Công điện 13/CĐ-UBND" decided_on=02/03/2026 "reason=Làm bù sau bão"
expect  303
POST    /qt/lich-lam-viec/ngay/2026-03-10 day=2026-03-10 kind=holiday "name=ngày tang của tỉnh" "decision=Công điện 14/CĐ-UBND" decided_on=02/03/2026 "reason=Đổi tên ngày"
expect  303
fact    calendar.day_set calendar.changed calendar.day_set calendar.changed
advance 1 minutes
advance 1 minutes
GET     /kiem-tra/ho-so/$code
expect  200 text~"Lịch làm việc đổi: Làm bù sau bão; Đổi tên ngày. Hạn trả lời đổi từ 17/03/2026 thành 16/03/2026."
# The short one ends before the Saturday.
GET     /api/v1/reports/$short
expect  json .due = 2026-03-12T23:59:59+07:00

# The day off is taken back: the Saturday stays.
as      sau
POST    /cb/hs/$code/accept
expect  303
as      quan
POST    /qt/lich-lam-viec/ngay/2026-03-10/bo day=2026-03-10 "reason=Ghi nhầm ngày"
expect  303
advance 1 minutes
advance 1 minutes
GET     /api/v1/reports/$short
expect  json .due = 2026-03-11T23:59:59+07:00
GET     /api/v1/reports/$code
expect  json .due = 2026-03-14T23:59:59+07:00
# An act that is taken back leaves the due date where the calendar has put it.
POST    /cb/hs/$code/undo
expect  403
as      sau
POST    /cb/hs/$code/undo
expect  303
GET     /api/v1/reports/$code
expect  json .status = received
expect  json .due = 2026-03-14T23:59:59+07:00
ledger  verifies

# Hours: 24 of them from Monday 9:00 on, of eight a day, then of six. Days do not care.
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"rac-thai","text":"Rác dồn đống ở đầu ngõ đã năm ngày."}
let     hours = json .code
expect  json .due = 2026-03-05T09:06:00+07:00
POST    /api/v1/reports json {"unit":"19774","category":"rac-thai","text":"Thùng rác công cộng bị vỡ nắp."}
let     elsewhere = json .code
as      quan
POST    /qt/lich-lam-viec/gio unit=19753 "hours=8:00-11:00 14:00-17:00" "decision=Quyết định 5/QĐ-UBND" decided_on=02/03/2026 "reason=Giờ mùa mưa"
expect  303
advance 1 minutes
advance 1 minutes
fact    feedback.recount
GET     /api/v1/reports/$hours
expect  json .due = 2026-03-06T09:06:00+07:00
GET     /api/v1/reports/$elsewhere
expect  json .due = 2026-03-05T09:06:00+07:00
GET     /kiem-tra/ho-so/$hours
expect  200 text~"Lịch làm việc đổi: Giờ mùa mưa. Hạn trả lời đổi từ" text~"08:00–11:00"
ledger  verifies
