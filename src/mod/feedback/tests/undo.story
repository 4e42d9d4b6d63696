# Taking back: within five minutes, while nothing has left the house, and only what leaves no gap.
story   Accepting, assigning and drafting are undone at once or never, and two hands are not one
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Phó Chủ tịch" --power feedback.handle,feedback.approve --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Hồ Thị Bảy" --sign-in bay --unit 19774 --title "Chuyên viên" --power feedback.handle --password "trời xanh ở An Cựu" --chosen
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"thu-tuc","text":"Nộp giấy khai sinh hai tuần chưa thấy trả."}
let     code = json .code
let     due = json .due

as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$code/undo
expect  422
POST    /cb/hs/$code/accept version=1
expect  303
# Somebody else's page is older than that.
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/hs/$code/assign version=1 person=lan
expect  409 text~"Có người vừa sửa hồ sơ này"
GET     /cb/hs/$code
expect  200 text~"Lê Văn Sáu"
POST    /cb/hs/$code/assign version=2 person=khong-ai
expect  422 text~"không làm việc tại đơn vị"
POST    /cb/hs/$code/assign version=2 person=bay
expect  422 text~"không làm việc tại đơn vị"
POST    /cb/hs/$code/assign version=2 person=lan
expect  303
GET     /cb/hop-thu?loc=cua-toi
expect  200 text~"$code"
# A note is not in the way of an undo; both acts go back, one by one, with their counts.
POST    /cb/hs/$code/note "text=Gọi lại chị Hường."
expect  303
POST    /cb/hs/$code/undo
expect  303
fact    feedback.assign feedback.note feedback.undo
GET     /cb/hop-thu?loc=cua-toi
expect  200 no~"$code"
as      sau
GET     /cb/hop-thu?loc=cua-toi
expect  200 text~"$code"
POST    /cb/hs/$code/undo
expect  303
POST    /cb/hs/$code/undo
expect  422
GET     /cb/hop-thu?loc=received
expect  200 text~"$code"
GET     /cb/hop-thu?loc=accepted
expect  200 no~"$code"
anonymous
GET     /kiem-tra/ho-so/$code
expect  200 text~"Đơn vị đã nhận" no~"Bắt đầu giải quyết" no~"Giao người" no~"chị Hường"
GET     /api/v1/reports/$code
expect  json .status = received
expect  json .due = $due

# Five minutes are five minutes.
as      sau
POST    /cb/hs/$code/accept
expect  303
advance 6 minutes
POST    /cb/hs/$code/undo
expect  422 text~"quá 5 phút"
# A first draft is taken back; a second one took the place of the first and is written again instead.
POST    /cb/hs/$code/draft "text=Ủy ban nhân dân phường đã cấp giấy khai sinh ngày 27/02/2026, mời anh chị tới nhận ở bộ phận một cửa của phường."
expect  303
POST    /cb/hs/$code/undo
expect  303
GET     /cb/hs/$code
expect  200 text~"Đang giải quyết" no~"Trả lời đang chờ duyệt"
POST    /cb/hs/$code/draft "text=Ủy ban nhân dân phường đã cấp giấy khai sinh ngày 27/02/2026, mời anh chị tới nhận ở quầy số 2."
expect  303
POST    /cb/hs/$code/draft "text=Ủy ban nhân dân phường đã cấp giấy khai sinh ngày 28/02/2026, mời anh chị tới nhận ở quầy số 3."
expect  303
POST    /cb/hs/$code/undo
expect  422
as      lan
POST    /cb/hs/$code/approve
expect  303
POST    /cb/hs/$code/undo
expect  422
anonymous
GET     /kiem-tra/ho-so/$code
expect  200 text~"quầy số 3" no~"quầy số 2"
ledger  verifies
