# A report on the web, from the first word to its sender's verdict.
story   Five questions, a receipt with a secret, an answer that a leader lets out, and a mark of five
law     42/2013/QH13 art 28
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Phó Chủ tịch" --power feedback.handle,feedback.approve --password "trời mưa ở Vỹ Dạ" --chosen

# Nothing of the way needs a cookie. What is missing is said beside its question.
anonymous
GET     /gui
expect  200 text~"Bắt đầu viết"
POST    /gui don-vi=
expect  303 /gui/*
let     draft = location after "/gui/"
GET     /gui/$draft
expect  200 text~"Việc gì?" text~"Đường sá, giao thông" Cache-Control~no-store
let     token = between "action=\"/gui/" "/viec\""
POST    /gui/$token/viec
expect  422 text~"Hãy chọn một loại việc"
POST    /gui/$token/viec category=to-cao
expect  422 text~"Tố cáo được giữ kín"
POST    /gui/$token/viec category=giao-thong
expect  303 /gui/$token/noi-dung
POST    /gui/$token/noi-dung text=ngắn
expect  422 text~"Hãy kể việc gì, ở đâu"
POST    /gui/$token/noi-dung "text=Đường Lê Lợi trước số 15 có ổ gà sâu, xe máy hay ngã."
expect  303 /gui/$token/o-dau
POST    /gui/$token/o-dau unit=
expect  422 text~"Hãy chọn xã, phường"
POST    /gui/$token/o-dau unit=19753 "place=Trước số 15 Lê Lợi"
expect  303 /gui/$token/ai-gui
POST    /gui/$token/ai-gui identity=named
expect  422 text~"Hãy ghi họ tên"
POST    /gui/$token/ai-gui identity=named "name=Nguyễn Thị Hường" phone=123
expect  422 text~"phải có 10 số"
POST    /gui/$token/ai-gui identity=named "name=Nguyễn Thị Hường" "phone=0912 345 678"
expect  303 /gui/$token/xem-lai
GET     /gui/$token/xem-lai
expect  200 text~"ổ gà sâu" text~"Phường Phú Xuân" text~"Nguyễn Thị Hường"
# Any answer can be changed, and what was said stays.
GET     /gui/$token/noi-dung
expect  200 text~"ổ gà sâu"

# The second click, and a walk back to the address, give the first receipt with its secret.
POST    /gui/$token/xem-lai
expect  303 /bien-nhan/PX-*
fact    feedback.received
let     receipt = location after "/bien-nhan/"
POST    /gui/$token/xem-lai
expect  303 /bien-nhan/$receipt
GET     /gui/$token/noi-dung
expect  303 /bien-nhan/$receipt
fact    feedback.received
GET     /bien-nhan/$receipt
expect  200 Cache-Control~no-store text~"Mã bí mật" text~"11/03/2026" no~"Hường"
let     code = between "<p class=\"k-code\">" "<"
let     secret = between "Mã bí mật của bà con:</p>\n<p class=\"k-code\">" "<"
GET     /bien-nhan/$code
expect  200 no~"Mã bí mật"
GET     /bien-nhan/$code?nhap=0123456789abcdef0123456789abcdef
expect  200 no~"Mã bí mật"
GET     /bien-nhan/$code/tep
expect  200 text~"c2sp.org/tlog-proof" no~"ổ gà" no~"Hường"

GET     /kiem-tra/ho-so/$code
expect  200 text~"Đơn vị đã nhận" text~"ổ gà sâu" no~"Hường" no~"0912 345" no~0912345
GET     /kiem-tra/ho-so
expect  200 text~"Đường Lê Lợi"
GET     /api/v1/reports/$code
expect  json .status = received
expect  json .due = 2026-03-11T23:59:59+07:00

as      sau "trời nắng ở Kim Long"
GET     /cb/hop-thu
expect  200 text~"$code"
GET     /cb/hs/$code
expect  200 text~"ổ gà sâu" no~"Nguyễn Thị Hường" no~"0912 345" no~0912345 Cache-Control~no-store
POST    /cb/hs/$code/accept version=1
expect  303 /cb/hs/$code
fact    feedback.accept
GET     /cb/hop-thu?loc=cua-toi
expect  200 text~"$code"
POST    /cb/hs/$code/draft version=2 "text=Cảm ơn bà con."
expect  422
POST    /cb/hs/$code/draft version=2 "text=Phường đã kiểm tra. Ổ gà trước số 15 Lê Lợi sẽ được vá trước ngày 06/03/2026, do Phòng Kinh tế, Hạ tầng và Đô thị phụ trách."
expect  303 /cb/hs/$code
# What is not approved is nobody else's to read, and its author does not approve it.
POST    /cb/hs/$code/approve version=3
expect  403
GET     /kiem-tra/ho-so/$code
expect  200 text~"Đã soạn trả lời" no~"Ổ gà trước số 15"
GET     /api/v1/reports/$code
expect  json .answer = null

as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/hs/$code/send_back version=3 "reason=Ghi rõ ai phụ trách."
expect  303
POST    /cb/hs/$code/draft version=4 "text=Phường đã kiểm tra. Ổ gà trước số 15 Lê Lợi sẽ được vá trước ngày 06/03/2026, do ông Lê Văn Sáu phụ trách."
expect  303
POST    /cb/hs/$code/approve version=5
expect  303
fact    feedback.draft feedback.send_back feedback.draft feedback.approve
GET     /cb/hop-thu
expect  200 no~"$code"

anonymous
GET     /kiem-tra/ho-so/$code
expect  200 text~"do ông Lê Văn Sáu phụ trách" text~"Xong sớm" no~"Ghi rõ ai phụ trách"
POST    /kiem-tra/ho-so/$code/rate amount=5 secret=22222222
expect  422 text~"Mã bí mật không đúng"
POST    /kiem-tra/ho-so/$code/rate amount=6 secret=$secret
expect  422 text~"từ 1"
POST    /kiem-tra/ho-so/$code/rate amount=99999999999999999999 secret=$secret
expect  422
POST    /kiem-tra/ho-so/$code/rate amount=5 secret=$secret
expect  303 /kiem-tra/ho-so/$code
fact    feedback.approve feedback.rate
GET     /kiem-tra/ho-so/$code
expect  200 text~"Hồ sơ đã đóng"
# It is over.
POST    /kiem-tra/ho-so/$code/rate amount=1 secret=$secret
expect  422
POST    /kiem-tra/ho-so/$code/reopen "text=Vẫn còn ổ gà ở đó." secret=$secret
expect  422
POST    /kiem-tra/ho-so/$code/withdraw secret=$secret
expect  422
ledger  verifies
