# Asking a unit that knows more, without letting go of the report and without stopping its clock.
story   Another unit is asked with a due date of its own, replies in the house, and is reminded by the clock
law     42/2013/QH13 art 28
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle,feedback.approve --email sau@phuxuan.vn --password "trời nắng ở Kim Long" --chosen
console identity add --name "Hồ Thị Bảy" --sign-in bay --unit 19774 --title "Chuyên viên" --power feedback.handle --email bay@ancuu.vn --password "trời xanh ở An Cựu" --chosen
console identity add --name "Võ Văn Tám" --sign-in tam --unit 19774 --title "Chủ tịch" --power feedback.lead --email tam@ancuu.vn --password "trời cao ở Bến Ngự" --chosen
console identity add --name "Lê Hữu Khoa" --sign-in khoa --unit 46.SXD --title "Chuyên viên" --power feedback.handle --email khoa@sxd.vn --password "trời trong ở Sở" --chosen
console identity add --name "Phan Văn Quản" --sign-in quan --unit 46 --title "Quản trị" --power admin --password "trời gió ở Thuận An" --chosen
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"giao-thong","text":"Cầu gỗ qua kênh bị hỏng ván, trẻ con đi học hay vấp.","name":"Nguyễn Thị Hường","identity":"named","phone":"0912345678"}
let     code = json .code
let     secret = json .secret
let     due = json .due
expect  json .due = 2026-03-11T23:59:59+07:00

as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$code/consult unit=46.SXD amount=2 "text=Cầu này do ai quản lý?"
expect  422 text~"Mới nhận"
POST    /cb/hs/$code/accept
expect  303
POST    /cb/hs/$code/note "text=Gọi chị Hường lúc chiều."
expect  303
POST    /cb/hs/$code/consult unit=46.SXD amount=2
expect  422 text~"Hãy viết nội dung"
POST    /cb/hs/$code/consult amount=2 "text=Cầu này do ai quản lý?"
expect  422 text~"Hãy chọn đơn vị"
POST    /cb/hs/$code/consult unit=19753 amount=2 "text=Cầu này do ai quản lý?"
expect  422 text~"ở chính đơn vị này"
POST    /cb/hs/$code/consult unit=123 amount=2 "text=Cầu này do ai quản lý?"
expect  422 text~"Không có đơn vị nào"
POST    /cb/hs/$code/consult unit=46.SXD "text=Cầu này do ai quản lý?"
expect  422 text~"ít nhất là 1"
# Seven working days are the report's own; an eighth is behind them.
POST    /cb/hs/$code/consult unit=46.SXD amount=8 "text=Cầu này do ai quản lý?"
expect  422 text~"trả lời người gửi ngày 11/03/2026" text~"gia hạn hồ sơ trước" text~"Cầu này do ai quản lý?"
as      khoa "trời trong ở Sở"
GET     /cb/y-kien/$code/46.SXD
expect  404

# Asked: two units at once, each once.
as      sau
POST    /cb/hs/$code/consult unit=46.SXD amount=2 "text=Cầu này do ai quản lý?"
expect  303
fact    feedback.consult
POST    /cb/hs/$code/consult unit=46.SXD amount=1 "text=Cầu này do ai quản lý?"
expect  422 text~"đang được hỏi rồi"
POST    /cb/hs/$code/consult unit=19774 amount=2 "text=Bên kia kênh có biển cấm không?"
expect  303
GET     /cb/hs/$code
expect  200 text~"Sở Xây dựng" text~"Cầu này do ai quản lý?" text~"Rút câu hỏi" text~"Đang chờ ý kiến" text~"04/03/2026"
as      quan "trời gió ở Thuận An"
GET     /qt/hang-doi
expect  200 text~"$code: được hỏi ý kiến" text~"k…@sxd.vn" text~"b…@ancuu.vn"

# In public: who is asked, and not what. The clock runs on.
anonymous
GET     /kiem-tra/ho-so/$code
expect  200 text~"Đang xin ý kiến của Sở Xây dựng" no~"do ai quản lý" no~"biển cấm"
GET     /api/v1/reports/$code
expect  json .due = $due
expect  json .paused = false

# Whoever is asked finds it in the inbox, reads it, and may do one thing.
as      khoa
GET     /cb/hop-thu
expect  200 text~"Được hỏi ý kiến (1)" no~"$code"
GET     /cb/hop-thu?loc=y-kien
expect  200 text~"$code" text~"/cb/y-kien/$code/46.SXD"
# Whoever works for several units stays with the one that the page is about.
GET     /cb/hop-thu?don-vi=46.SXD
expect  200 text~"don-vi=46.SXD&amp;loc=y-kien"
GET     /cb/hs/$code
expect  303 /cb/y-kien/$code/46.SXD
GET     /cb/y-kien/$code/46.SXD
expect  200 text~"Cầu này do ai quản lý?" text~"hỏng ván" text~"Gửi ý kiến" no~"chị Hường" no~"Nguyễn Thị" no~"0912 345" no~0912345 no~"biển cấm"
limit   queries 24
POST    /cb/hs/$code/note "text=Chen vào."
expect  404
POST    /cb/hs/$code/draft "text=Sở Xây dựng đã thay ván cầu ngày 03/03/2026."
expect  404
POST    /cb/y-kien/$code/46.SXD
expect  422 text~"Hãy viết nội dung"
# Not in the name of another unit, nor by one that was not asked.
POST    /cb/y-kien/$code/19774 "text=Không có biển."
expect  404
POST    /cb/y-kien/$code/46.SNV "text=Không rõ."
expect  404
as      sau
POST    /cb/hs/$code/reply unit=46.SXD "text=Tự trả lời."
expect  403
as      khoa
POST    /cb/y-kien/$code/46.SXD "text=Cầu thuộc danh mục của phường từ 2024."
expect  303 /cb/hop-thu?loc=y-kien
fact    feedback.reply
GET     /cb/hop-thu
expect  200 no~"Được hỏi ý kiến"
GET     /cb/y-kien/$code/46.SXD
expect  200 text~"Không cần cho ý kiến nữa" no~"hỏng ván"
POST    /cb/y-kien/$code/46.SXD "text=Hai lần."
expect  422 text~"Không có câu hỏi nào đang chờ"
as      sau
GET     /cb/hs/$code
expect  200 text~"Cầu thuộc danh mục của phường từ 2024" text~"Đã cho ý kiến"
anonymous
GET     /kiem-tra/ho-so/$code
expect  200 no~"Sở Xây dựng" no~"danh mục của phường" text~"Đang xin ý kiến"

# Recalled by those who asked, and by nobody else.
as      khoa
POST    /cb/hs/$code/recall unit=19774
expect  404
as      sau
POST    /cb/hs/$code/recall unit=46.SXD
expect  422 text~"Không có câu hỏi nào"
POST    /cb/hs/$code/recall unit=19774
expect  303
fact    feedback.recall
as      bay "trời xanh ở An Cựu"
GET     /cb/y-kien/$code/19774
expect  200 text~"Không cần cho ý kiến nữa"

# Asked again, and forgotten: reminded on the working day before, escalated once it is late.
as      sau
POST    /cb/hs/$code/consult unit=19774 amount=3 "text=Bên kia kênh có biển cấm không?"
expect  303
advance 1 days
as      sau "trời nắng ở Kim Long"
GET     /cb/hs/$code
expect  200 no~"Nhắc đơn vị được hỏi"
advance 24 hours
fact    feedback.remind_consult
as      sau "trời nắng ở Kim Long"
GET     /cb/hs/$code
expect  200 text~"Nhắc đơn vị được hỏi"
advance 2 days
fact    feedback.escalate_consult
as      quan "trời gió ở Thuận An"
GET     /qt/hang-doi
expect  200 text~"$code: quá hạn cho ý kiến" text~"t…@ancuu.vn" text~"$code: đơn vị được hỏi chưa trả lời" text~"s…@phuxuan.vn"
as      bay "trời xanh ở An Cựu"
GET     /cb/hop-thu?loc=y-kien
expect  200 text~"Quá hạn" text~"$code"

# A draft does not end the asking; the answer does, and those who were asked are told.
as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$code/draft "text=Tổ quản lý đô thị đã thay ván cầu ngày 06/03/2026."
expect  303
as      bay
GET     /cb/hop-thu?loc=y-kien
expect  200 text~"$code"
as      sau
POST    /cb/hs/$code/approve
expect  303
as      bay
GET     /cb/hop-thu?loc=y-kien
expect  200 no~"$code"
as      quan
GET     /qt/hang-doi
expect  200 text~"$code: không cần ý kiến nữa"
as      sau
GET     /cb/hs/$code
expect  200 text~"hồ sơ đã đi tiếp"
anonymous
GET     /kiem-tra/ho-so/$code
expect  200 no~"Đang xin ý kiến"

# Passed on: what the first holder asked is over.
POST    /api/v1/reports json {"unit":"19753","category":"giao-thong","text":"Vỉa hè trước bệnh viện bị đào lên rồi bỏ đó."}
let     other = json .code
as      sau
POST    /cb/hs/$other/accept
POST    /cb/hs/$other/consult unit=46.SXD amount=3 "text=Ai cấp phép đào?"
expect  303
POST    /cb/hs/$other/transfer unit=19774 "reason=Đoạn này thuộc phường kia."
expect  303
as      khoa "trời trong ở Sở"
POST    /cb/y-kien/$other/46.SXD "text=Sở cấp."
expect  422
GET     /cb/hop-thu?loc=y-kien
expect  200 no~"$other"

# A report that is late already: two working days, and the sentence says why.
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"thu-tuc","text":"Nộp giấy khai sinh hai tuần chưa thấy trả."}
let     late = json .code
as      sau
POST    /cb/hs/$late/accept
advance 14 days
as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$late/consult unit=46.SXD amount=3 "text=Mẫu giấy mới thế nào?"
expect  422 text~"đã quá hạn"
POST    /cb/hs/$late/consult unit=46.SXD amount=2 "text=Mẫu giấy mới thế nào?"
expect  303
ledger  verifies
