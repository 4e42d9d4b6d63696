# One letter, two matters: the officer makes a second report, and nobody has to write again.
story   A report that names two matters becomes two, with one date of receipt and one secret
law     42/2013/QH13 art 28
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle,feedback.approve --password "trời nắng ở Kim Long" --chosen
console identity add --name "Hồ Thị Bảy" --sign-in bay --unit 19774 --title "Chuyên viên" --power feedback.handle --password "trời xanh ở An Cựu" --chosen
console identity add --name "Phan Văn Quản" --sign-in quan --unit 46 --title "Quản trị" --power admin --password "trời gió ở Thuận An" --chosen

anonymous
POST    /api/v1/reports json {"unit":"19753","category":"giao-thong","text":"Đường Chi Lăng có ổ gà to, mà đèn đường ở đó cũng tắt cả tuần.","place":"45 Chi Lăng","identity":"hidden","name":"Nguyễn Thị Hường","email":"huong@mail.vn"}
expect  201
let     first = json .code
let     secret = json .secret
let     first_due = json .due

# Not by another office, not without words, and not into what has a way of its own.
as      bay "trời xanh ở An Cựu"
POST    /cb/hs/$first/split category=chieu-sang "text=Đèn đường Chi Lăng tắt cả tuần."
expect  404
as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$first/split category=chieu-sang
expect  422 text~"Hãy viết nội dung"
POST    /cb/hs/$first/split category=chieu-sang text=Đèn.
expect  422 text~"Nội dung ngắn quá"
POST    /cb/hs/$first/split "text=Đèn đường Chi Lăng tắt cả tuần."
expect  422 text~"Không có loại việc này"
POST    /cb/hs/$first/split category=to-cao "text=Cán bộ phường nhận tiền của nhà thầu."
expect  422 text~"Luật Tố cáo"
# What was typed is kept.
POST    /cb/hs/$first/split category=khong-co "text=Đèn đường Chi Lăng tắt cả tuần."
expect  422 text~"Đèn đường Chi Lăng tắt cả tuần."

# Two days later it is split: the second was received when the first was.
advance 2 days
as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$first/accept
POST    /cb/hs/$first/split category=chieu-sang "text=Đèn đường Chi Lăng tắt cả tuần."
expect  303 /cb/hs/*
let     second = location after "/cb/hs/"
fact    feedback.received feedback.split feedback.split
GET     /cb/hs/$first
expect  200 text~"Việc thứ hai trong đơn" text~"Đèn đường Chi Lăng tắt cả tuần"
anonymous
GET     /api/v1/reports/$second
expect  json .status = received
expect  json .category = chieu-sang
expect  json .received = 2026-03-02T09:00:00+07:00
# 24 working hours from then, as for anybody who wrote of a lamp on that morning.
expect  json .due = 2026-03-05T09:00:00+07:00
expect  json .place = "45 Chi Lăng"
GET     /api/v1/reports/$first
expect  json .status = accepted
expect  json .due = $first_due

# Both lead to each other in public, and history stands on both sides.
GET     /kiem-tra/ho-so/$first
expect  200 text~"href=\"/kiem-tra/ho-so/$second\"" text~"Việc thứ hai trong đơn" text~"Tách việc thứ hai"
GET     /kiem-tra/ho-so/$second
expect  200 text~"href=\"/kiem-tra/ho-so/$first\"" text~"Việc thứ nhất trong đơn" text~"Mã bí mật trên biên nhận đầu tiên" no~"Hường"
GET     /bien-nhan/$second
expect  200 text~"$second" no~"$secret"
GET     /bien-nhan/$second/tep
expect  200 text~"c2sp.org/tlog-proof"
as      sau
GET     /cb/hop-thu?loc=received
expect  200 text~"$second" no~"$first"
# Whom it is split for never saw the questions of that category: the officer finds them ready to be sent.
POST    /cb/hs/$second/accept
GET     /cb/hs/$second
expect  200 text~"- Số ghi trên cột đèn (nếu thấy)"
GET     /cb/hs/$first
expect  200 no~"Số ghi trên cột đèn"
# The sender is told once, at the address that the letter gave, and finds it by name nowhere.
as      quan "trời gió ở Thuận An"
GET     /qt/hang-doi
expect  200 text~"$second: hồ sơ cho việc thứ hai" no~"$second: đã nhận phản ánh"

# One secret opens both; another opens neither.
anonymous
POST    /kiem-tra/ho-so/$second/withdraw secret=22222222
expect  422 text~"Mã bí mật không đúng"
POST    /kiem-tra/ho-so/$second/mo secret=$secret
expect  200 no~"Xem với tư cách người gửi"
POST    /kiem-tra/ho-so/$second/withdraw secret=$secret
expect  303
fact    feedback.withdraw
GET     /api/v1/reports/$first
expect  json .status = accepted

# The time for which the sender was waited counts for neither matter.
as      sau
POST    /cb/hs/$first/ask "text=Ổ gà trước số nhà mấy?"
POST    /cb/hs/$first/split category=rac-thai "text=Rác dồn trước số 45 Chi Lăng."
expect  422 text~"Chờ người gửi bổ sung"
advance 7 days
anonymous
POST    /kiem-tra/ho-so/$first/supply "text=Trước số 45." secret=$secret
expect  303
as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$first/split category=trat-tu "text=Quán nước số 47 lấn hết vỉa hè." "place=47 Chi Lăng"
expect  303
let     third = location after "/cb/hs/"
anonymous
GET     /api/v1/reports/$third
expect  json .place = "47 Chi Lăng"
expect  json .received = 2026-03-02T09:00:00+07:00
expect  json .due = 2026-03-18T23:59:59+07:00
GET     /kiem-tra/ho-so/$third
expect  200 text~"Tạm dừng nên không tính"

# What is kept from the public stays so in both, and neither names the other.
as      sau
POST    /cb/hs/$first/withhold reason=doi-tu
expect  303
POST    /cb/hs/$first/split category=rac-thai "text=Rác dồn trước số 45 Chi Lăng."
expect  303
fact    feedback.received feedback.withhold feedback.split feedback.split
anonymous
GET     /kiem-tra/ho-so/$first
expect  200 no~"$third" no~"Rác dồn" no~"Việc thứ hai trong đơn"
GET     /kiem-tra/ho-so/$third
expect  200 no~"$first"
POST    /kiem-tra/ho-so/$third/mo secret=$secret
expect  200 text~"$first"
GET     /api/v1/reports?unit=19753
expect  200 no~"Rác dồn"

# What was answered and reopened was answered whole.
as      sau
POST    /cb/hs/$first/draft "text=Đội quản lý đô thị đã vá ổ gà trước số 45 Chi Lăng ngày 11/03/2026."
POST    /cb/hs/$first/approve
expect  303
POST    /cb/hs/$first/split category=rac-thai "text=Rác dồn trước số 45 Chi Lăng."
expect  422 text~"Đã trả lời"
anonymous
POST    /kiem-tra/ho-so/$first/reopen "text=Lại hỏng." secret=$secret
expect  303
as      sau
POST    /cb/hs/$first/split category=rac-thai "text=Rác dồn trước số 45 Chi Lăng."
expect  422 text~"đã trả lời và mở lại"
ledger  verifies
