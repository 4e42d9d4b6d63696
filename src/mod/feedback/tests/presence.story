# Two officers at one case: each is told of the other, nobody else is, and it is no fact.
story   Who opens a case sees who else has had it open in the last five minutes
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Hồ Thị Bảy" --sign-in bay --unit 19774 --title "Chuyên viên" --power feedback.handle --password "trời xanh ở An Cựu" --chosen
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"thu-tuc","text":"Nộp giấy khai sinh hai tuần chưa thấy trả."}
let     code = json .code
POST    /api/v1/reports json {"unit":"19753","category":"thu-tuc","text":"Chờ dấu xác nhận hộ khẩu từ tuần trước."}
let     other = json .code

as      lan "trời mưa ở Vỹ Dạ"
GET     /cb/hs/$code
expect  200 no~"cũng đang mở"
advance 3 minutes
as      sau "trời nắng ở Kim Long"
GET     /cb/hs/$code
expect  200 text~"Trần Thị Lan cũng đang mở hồ sơ này, từ 09:00"
GET     /cb/hs/$other
expect  200 no~"cũng đang mở"
# The part alone, as a script asks for it: it counts as having the page open.
GET     /cb/hs/$code/dang-mo
expect  200 text~"Trần Thị Lan cũng đang mở" no~"<html" Cache-Control~no-store
as      lan
GET     /cb/hs/$code/dang-mo
expect  200 text~"Lê Văn Sáu cũng đang mở hồ sơ này, từ 09:03" no~"Trần Thị Lan"

# Nobody else learns who reads what: not another office, not the public.
as      bay "trời xanh ở An Cựu"
GET     /cb/hs/$code/dang-mo
expect  404
anonymous
GET     /cb/hs/$code/dang-mo
expect  401
GET     /kiem-tra/ho-so/$code
expect  200 no~"cũng đang mở"

# Five minutes later only the one who is still there is named; the case was not touched.
as      sau
advance 4 minutes
GET     /cb/hs/$code/dang-mo
expect  200 text~"Trần Thị Lan"
advance 4 minutes
GET     /cb/hs/$code
expect  200 no~"cũng đang mở"
as      lan
GET     /cb/hs/$code
expect  200 text~"Lê Văn Sáu cũng đang mở hồ sơ này, từ 09:03"
POST    /cb/hs/$code/accept version=1
expect  303
fact    feedback.received feedback.received feedback.accept
ledger  verifies
