# To whom was it given? Colleagues read the name in the history, everyone else that somebody has it.
story   The history says to whom a report was given, to colleagues by name
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời mưa ở Vỹ Dạ" --chosen
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"thu-tuc","text":"Nộp giấy khai sinh hai tuần chưa thấy trả."}
let     code = json .code

as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$code/accept
expect  303
POST    /cb/hs/$code/note "text=Đã gọi bộ phận một cửa."
POST    /cb/hs/$code/assign person=lan
expect  303
fact    feedback.accept feedback.note feedback.assign
GET     /cb/hs/$code
expect  200 text~">Người chịu trách nhiệm: Lê Văn Sáu.</p>" text~">Người chịu trách nhiệm: Trần Thị Lan.</p>"
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
GET     /api/v1/reports/$code
expect  200 no~"Trần Thị Lan"
ledger  verifies
