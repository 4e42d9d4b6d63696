# Letters: whom each act tells, what may be taken back before one has left, and what the clock says.
story   An officer's act writes letters that wait; an undo takes them back; nobody sleeps over a due date
law     42/2013/QH13 art 28
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --email sau@phuxuan.vn --password "trời nắng ở Kim Long" --chosen
console identity add --name "Ngô Thị Bảy" --sign-in bay --unit 19753 --title "Chuyên viên" --power feedback.handle --email bay@phuxuan.vn --password "trời nắng ở Kim Long" --chosen
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Phó Chủ tịch" --power feedback.handle,feedback.approve,feedback.lead --email lan@phuxuan.vn --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Phan Văn Quản" --sign-in quan --unit 46 --title "Quản trị" --power admin --password "trời gió ở Thuận An" --chosen

# The sender gave an address. The letter waits, because there is no mail server here.
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"thu-tuc","text":"Nộp hồ sơ đất ba lần vẫn phải làm lại.","email":"huong@mail.vn","name":"Nguyễn Thị Hường","identity":"hidden"}
expect  201
let     code = json .code
as      quan "trời gió ở Thuận An"
GET     /qt/hang-doi
expect  200 text~"$code: đã nhận phản ánh" text~"h…@mail.vn" text~"chưa đặt nơi gửi thư" no~"huong@mail.vn" no~"Hường"

# Accepting can be undone for five minutes, and for so long its letter stays.
as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$code/accept
expect  303
as      quan
GET     /qt/hang-doi
expect  200 text~"$code: đã bắt đầu giải quyết" text~"Gửi từ 09:05"
as      sau
POST    /cb/hs/$code/undo
expect  303
as      quan
GET     /qt/hang-doi
expect  200 text~"$code: đã nhận phản ánh" no~"đã bắt đầu giải quyết"

# Whoever is made responsible is told; whoever takes it on alone needs no letter.
as      sau
POST    /cb/hs/$code/accept
expect  303
POST    /cb/hs/$code/assign person=bay
expect  303
as      quan
GET     /qt/hang-doi
expect  200 text~"$code: được giao giải quyết" text~"b…@phuxuan.vn" no~"s…@phuxuan.vn"

# A telephone is told nothing while nobody carries messages to it.
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"thu-tuc","text":"Bộ phận một cửa mở muộn nửa giờ mỗi sáng.","phone":"0912345678"}
expect  201
let     other = json .code
as      quan
GET     /qt/hang-doi
expect  200 no~"$other"

# Due on Monday 9 March. On Thursday morning two working days are left.
advance 2 days
as      bay "trời nắng ở Kim Long"
GET     /cb/hs/$code
expect  200 no~"Nhắc sắp đến hạn"
advance 23 hours
fact    feedback.remind feedback.remind
as      bay "trời nắng ở Kim Long"
GET     /cb/hs/$code
expect  200 text~"Nhắc sắp đến hạn"
as      quan "trời gió ở Thuận An"
GET     /qt/hang-doi
expect  200 text~"$code: sắp đến hạn trả lời" text~"$other: sắp đến hạn trả lời"
anonymous
GET     /kiem-tra/ho-so/$code
expect  200 no~"Nhắc sắp đến hạn"

# Nobody but the clock reminds; and the clock once for each date.
as      bay "trời nắng ở Kim Long"
POST    /cb/hs/$code/remind
expect  403
POST    /cb/hs/$code/escalate
expect  403
advance 3 hours
fact    feedback.remind feedback.remind

# Over on Tuesday morning, when offices open, and not before: those who lead are told.
advance 4 days
fact    feedback.remind feedback.remind
advance 1 days
fact    feedback.escalate feedback.escalate
as      lan "trời mưa ở Vỹ Dạ"
GET     /cb/hs/$code
expect  200 text~"Báo lãnh đạo: quá hạn" text~"Quá hạn"
as      quan "trời gió ở Thuận An"
GET     /qt/hang-doi
expect  200 text~"$code: đã quá hạn trả lời" text~"l…@phuxuan.vn"
anonymous
GET     /kiem-tra/ho-so/$code
expect  200 text~"Quá hạn" no~"Báo lãnh đạo"

# Asking for more: the sender is told that there is a question, and not what it is.
as      bay "trời nắng ở Kim Long"
POST    /cb/hs/$code/ask "text=Bà con nộp ở quầy nào?"
expect  303
as      quan
GET     /qt/hang-doi
expect  200 text~"$code: cần bà con cho biết thêm" no~"quầy nào"

# The queue is for administrators; and letters that wait need no push.
as      bay
GET     /qt/hang-doi
expect  403
POST    /qt/hang-doi/1/gui-lai
expect  403
as      quan
POST    /qt/hang-doi/1/gui-lai
expect  404
POST    /qt/hang-doi/x/gui-lai
expect  404

# Links of letters: made-up ones are gone, and asking twice says nothing about who follows.
anonymous
GET     /theo-doi/AAAAAAAAAAAAAAAAAAAAAA
expect  410
POST    /theo-doi/AAAAAAAAAAAAAAAAAAAAAA
expect  410
GET     /bo-theo-doi/x
expect  410
POST    /kiem-tra/ho-so/$code/theo-doi email=
expect  422 text~"Bà con chưa ghi địa chỉ thư"
POST    /kiem-tra/ho-so/$code/theo-doi "email=ban @mail.vn"
expect  422 text~"ten@noi.vn"
POST    /kiem-tra/ho-so/$code/theo-doi email=ban@mail.vn
expect  200 text~"chưa gửi được thư" no~"ban@mail.vn"
POST    /kiem-tra/ho-so/$code/theo-doi email=ban@mail.vn
expect  200 text~"chưa gửi được thư"
POST    /kiem-tra/ho-so/PX-2222-2222/theo-doi email=ban@mail.vn
expect  404
as      quan
GET     /qt/hang-doi
expect  200 text~"$code: xác nhận theo dõi hồ sơ"
ledger  verifies
