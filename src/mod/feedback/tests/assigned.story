# To whom was it given? Colleagues read the name in the history, everyone else that somebody has it.
story   The history says to whom a report was given, to colleagues by name
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Phan Văn Quản" --sign-in quan --unit 46 --title "Quản trị" --power org.manage --password "gió lên ở Thuận An" --chosen
as      quan "gió lên ở Thuận An"
GET     /qt/don-vi/19753/lien-he
let     unit = between "name=\"unit\" value=\"" "\""
POST    /qt/don-vi/19753/lien-he unit=$unit phone="0234 382.2222"
expect  303
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"thu-tuc","text":"Nộp giấy khai sinh hai tuần chưa thấy trả."}
let     code = json .code
let     secret = json .secret

as      sau "trời nắng ở Kim Long"
GET     /cb/hs/$code
expect  200 text~">Chưa giao</span>" text~"0234 382 2222"
POST    /cb/hs/$code/accept
expect  303
POST    /cb/hs/$code/note "text=Đã gọi bộ phận một cửa."
POST    /cb/hs/$code/assign person=lan
expect  303
fact    feedback.accept feedback.note feedback.assign
GET     /cb/hs/$code
expect  200 text~">Người chịu trách nhiệm: Lê Văn Sáu.</p>" text~">Người chịu trách nhiệm: Trần Thị Lan.</p>"
expect  200 text~"<strong>Trần Thị Lan</strong>"
# A note gives it to nobody.
expect  200 text~">Đã gọi bộ phận một cửa.</p>"
# Taken back, the first has it again.
POST    /cb/hs/$code/undo
expect  303
GET     /cb/hs/$code
POST    /cb/hs/$code/assign person=lan
expect  303

anonymous
GET     /kiem-tra/ho-so/$code
expect  200 text~"Đã giao người phụ trách" no~"Trần Thị Lan" no~"Lê Văn Sáu"
# Everybody reads which office has it, the post, and where to ring; its sender also whom to ask for.
expect  200 text~"<span>Chuyên viên</span>" text~"<span>Phường Phú Xuân</span>" text~"href=\"tel:02343822222\">0234 382 2222</a>"
POST    /kiem-tra/ho-so/$code/mo secret=$secret
expect  200 text~"<strong>Trần Thị Lan</strong>" text~"<span>Chuyên viên</span>"
GET     /api/v1/reports/$code
expect  200 no~"Trần Thị Lan"
ledger  verifies
