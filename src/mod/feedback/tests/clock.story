# The clock of a report: it stands while the sender is asked, and is extended once within its limit.
story   Asked, supplied, resumed and extended: every due date says how it was counted
law     42/2013/QH13 art 28
law     91/2015/QH13 art 147-148
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle,feedback.approve --password "trời nắng ở Kim Long" --chosen

anonymous
POST    /api/v1/reports json {"unit":"19753","category":"giao-thong","text":"Cầu gỗ qua kênh bị hỏng ván, trẻ con đi học hay vấp."}
let     code = json .code
let     secret = json .secret
expect  json .due = 2026-03-11T23:59:59+07:00
GET     /kiem-tra/ho-so/$code
expect  200 text~"Vì sao có hạn này" text~"11/03/2026"

as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$code/ask "text=Cầu nào, gần nhà ai?"
expect  422
POST    /cb/hs/$code/accept
expect  303
POST    /cb/hs/$code/ask
expect  422 text~"Hãy viết nội dung"
# Asked on the second day; two working days have run by the evening of the 4th.
advance 24 hours
as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$code/ask "text=Cầu nào, gần nhà ai?"
expect  303
fact    feedback.ask
anonymous
GET     /api/v1/reports/$code
expect  json .paused = true
GET     /kiem-tra/ho-so/$code
expect  200 text~"thời hạn tạm dừng" text~"Cầu nào, gần nhà ai?" text~"Tạm dừng từ"
# A week later the sender answers: the days between do not count.
advance 7 days
POST    /kiem-tra/ho-so/$code/supply "text=Cầu Ba Bến, cạnh nhà ông Tư." secret=22222222
expect  422 text~"Mã bí mật không đúng"
POST    /kiem-tra/ho-so/$code/supply secret=$secret
expect  422 text~"Hãy viết nội dung"
POST    /kiem-tra/ho-so/$code/supply "text=Cầu Ba Bến, cạnh nhà ông Tư." secret=$secret
expect  303
fact    feedback.supply
GET     /api/v1/reports/$code
expect  json .paused = false
expect  json .due = 2026-03-18T23:59:59+07:00
GET     /kiem-tra/ho-so/$code
expect  200 text~"18/03/2026"

# Asked again; this time the office goes on by itself.
as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$code/ask "text=Ván hỏng mấy tấm?"
expect  303
advance 1 days
as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$code/resume
expect  422 text~"Hãy viết nội dung"
POST    /cb/hs/$code/resume "text=Đã tới tận nơi xem."
expect  303
anonymous
GET     /api/v1/reports/$code
expect  json .due = 2026-03-19T23:59:59+07:00
GET     /kiem-tra/ho-so/$code
expect  200 no~"Đã tới tận nơi xem"

# Extended within the category's seven days, once, with a reason.
as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$code/extend amount=3
expect  422 text~"nêu lý do"
POST    /cb/hs/$code/extend "reason=Chờ vật tư."
expect  422 text~"ít nhất là 1"
POST    /cb/hs/$code/extend amount=8 "reason=Chờ vật tư."
expect  422 text~"nhiều nhất 7 ngày làm việc"
POST    /cb/hs/$code/extend amount=4294967297 "reason=Chờ vật tư."
expect  422
POST    /cb/hs/$code/extend amount=-1 "reason=Chờ vật tư."
expect  422
POST    /cb/hs/$code/extend amount=3 "reason=Chờ vật tư."
expect  303
fact    feedback.extend
anonymous
GET     /api/v1/reports/$code
expect  json .due = 2026-03-24T23:59:59+07:00
GET     /kiem-tra/ho-so/$code
expect  200 text~"Chờ vật tư" text~"24/03/2026"
as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$code/extend amount=1 "reason=Lại chờ."
expect  422 text~"đã được gia hạn một lần"

# Late is late, and an answer three working days after it says so.
advance 16 days
as      sau "trời nắng ở Kim Long"
GET     /cb/hop-thu
expect  200 text~"Quá hạn"
POST    /cb/hs/$code/draft "text=Phường đã thay toàn bộ ván cầu Ba Bến ngày 25/03/2026, do tổ quản lý đô thị làm."
expect  303
POST    /cb/hs/$code/approve
expect  303
anonymous
GET     /kiem-tra/ho-so/$code
expect  200 text~"Xong, chậm 3 ngày làm việc"

# Reopened once: the whole term again, from now; the pauses and the extension of before are over.
POST    /kiem-tra/ho-so/$code/reopen secret=$secret
expect  422 text~"Hãy viết nội dung"
POST    /kiem-tra/ho-so/$code/reopen "text=Ván lại gãy sau một đêm." secret=$secret
expect  303
fact    feedback.reopen
GET     /api/v1/reports/$code
expect  json .status = accepted
expect  json .due = 2026-04-07T23:59:59+07:00
expect  json .answer = null
as      sau "trời nắng ở Kim Long"
GET     /cb/hop-thu?loc=cua-toi
expect  200 text~"$code"
POST    /cb/hs/$code/extend amount=7 "reason=Chờ gỗ tốt hơn."
expect  303
POST    /cb/hs/$code/draft "text=Tổ quản lý đô thị đã thay ván bằng gỗ lim ngày 27/03/2026, bảo hành một năm."
expect  303
POST    /cb/hs/$code/approve
expect  303
anonymous
POST    /kiem-tra/ho-so/$code/reopen "text=Vẫn gãy." secret=$secret
expect  422 text~"đã được mở lại một lần"
# Nobody says anything for thirty days, and the clock closes it.
advance 31 days
GET     /api/v1/reports/$code
expect  json .status = closed
fact    feedback.close
ledger  verifies
