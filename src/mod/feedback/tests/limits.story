# Whatever one report may gather has an end: links, questions to other offices, and what a ruling names.
story   A report has fifty links and fifty questions at most, and what was split stays together
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen
console identity add --name "Phan Văn Quản" --sign-in quan --unit 46 --title "Quản trị" --power admin,org.manage --password "trời gió ở Thuận An" --chosen

anonymous
POST    /api/v1/reports json {"unit":"19753","category":"dat-dai","text":"Cả tổ dân phố có nhiều việc về đất, xin kể ra hết trong một đơn.","identity":"named","name":"Nguyễn Thị Hường","email":"huong@mail.vn"}
let     code = json .code
POST    /api/v1/reports json {"unit":"19753","category":"dat-dai","text":"Bản đồ quy hoạch sai ranh thửa."}
let     other = json .code

# Fifty matters in one letter.
as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$code/accept
expect  303
POST    /cb/hs/$code/split category=chieu-sang "text=Đèn trước nhà số 1 tắt cả tuần."
expect  303
let     second = location after "/cb/hs/"
POST    /cb/hs/$code/unrelate other=$second
expect  422 text~"Hai hồ sơ này tách từ một đơn, không bỏ liên kết được."
repeat 49 POST /cb/hs/$code/split category=chieu-sang "text=Đèn trước nhà số 1$n tắt cả tuần."
expect  303
POST    /cb/hs/$code/split category=chieu-sang "text=Đèn trước nhà số 99 tắt cả tuần."
expect  422 text~"Hồ sơ đã có 50 liên kết, không tách thêm được."
POST    /cb/hs/$code/relate other=$other
expect  422 text~"Một trong hai hồ sơ đã có 50 liên kết, không ghi thêm được."
POST    /cb/hs/$other/relate other=$code
expect  422 text~"Một trong hai hồ sơ đã có 50 liên kết, không ghi thêm được."

# A letter that waits need not be sent again.
as      quan "trời gió ở Thuận An"
GET     /qt/hang-doi
let     letter = between "truoc=" "\""
POST    /qt/hang-doi/$letter/gui-lai
expect  422 text~"Thư này đã gửi hoặc đang chờ gửi, không cần thử lại."

# Fifty questions.
repeat 50 POST /qt/don-vi/moi parent=46.SXD code=46.SXD.$n "name=Phòng số $n" kind=office from=01/03/2026
expect  303
as      sau
repeat 50 POST /cb/hs/$code/consult unit=46.SXD.$n amount=2 "text=Đất này do phòng nào quản lý?"
expect  303
POST    /cb/hs/$code/consult unit=46.SXD amount=2 "text=Đất này do ai quản lý?"
expect  422 text~"Hồ sơ này đã xin ý kiến 50 lần, không hỏi thêm được."
ledger  verifies
