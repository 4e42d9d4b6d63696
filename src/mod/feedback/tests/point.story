# A point is asked about, rounded, and shown to nobody but those who work on the report and its sender.
story   A point of a report finds its commune, and stays between the sender and the office
clock   2026-03-13 09:00
console org import --hue
console map import src/mod/map/tests/data/two.geojson --since 2025-07-01 --source "Bản vẽ thử"
console identity add --sign-in lan --name "Trần Thị Lan" --unit 19753 --title "Cán bộ" --power feedback.handle --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in minh --name "Lê Minh" --unit 19774 --title "Cán bộ" --power feedback.handle --password "nón bài thơ bên cầu" --chosen

POST    /gui
let     first = location after "/gui/"
GET     /gui/$first
let     draft = between "action=\"/gui/" "/viec"
POST    /gui/$draft/viec category=giao-thong
POST    /gui/$draft/noi-dung "text=Đường Lê Lợi có ổ gà sâu từ tháng trước, xe máy hay ngã."
expect  303 /gui/$draft/o-dau
GET     /gui/$draft/o-dau
expect  200 text~"data-point" text~"/api/v1/unit-at" text~"trang công khai không hiện" no~"Đã ghi điểm 1"

# What cannot be a point is said, and what was typed stays.
POST    /gui/$draft/o-dau unit=19753 "place=Trước số 15" lat=48.85 lon=2.35
expect  422 text~"Vĩ độ phải là số từ 4 đến 24" text~"Trước số 15"
POST    /gui/$draft/o-dau unit=19753 "place=Trước số 15" lat=16.43 lon=2.35
expect  422 text~"Kinh độ phải là số từ 101 đến 118"

# In another ward than the chosen one: asked, with both, and kept as it is when that is wished.
POST    /gui/$draft/o-dau unit=19753 "place=Trước số 15" lat=16.40512349 lon=107.80498751
expect  303 /gui/$draft/xa-nao
GET     /gui/$draft/xa-nao
expect  200 text~"điểm bà con chọn ở Phường Kim Long" text~"Vẫn gửi tới Phường Phú Xuân" text~"có thể lệch vài mét"
POST    /gui/$draft/xa-nao
expect  422 text~"Hãy chọn nơi nhận đơn"
POST    /gui/$draft/xa-nao chon=giu
expect  303 /gui/$draft/ai-gui
GET     /gui/$draft/o-dau
expect  200 text~"Đã ghi điểm 16.4051, 107.8050." text~"Bỏ điểm này"
POST    /gui/$draft/xa-nao chon=19774
expect  303 /gui/$draft/ai-gui
GET     /gui/$draft/xa-nao
expect  303 /gui/$draft/ai-gui

# Taken back and picked again, in the ward itself: nothing is asked.
POST    /gui/$draft/o-dau unit=19753 "place=Trước số 15" lat=16.4051 lon=107.8050 bo-diem=1
expect  303 /gui/$draft/ai-gui
GET     /gui/$draft/o-dau
expect  200 no~"Đã ghi điểm 1"
POST    /gui/$draft/o-dau unit=19753 "place=Trước số 15" lat=16.43126 lon=107.55554
expect  303 /gui/$draft/ai-gui
POST    /gui/$draft/ai-gui identity=named "name=Nguyễn Thị Hường"
GET     /gui/$draft/xem-lai
expect  200 text~"16.4313, 107.5555"
POST    /gui/$draft/xem-lai
fact    feedback.received
let     receipt = location after "/bien-nhan/"
GET     /bien-nhan/$receipt
let     code = between "<p class=\"k-code\">" "<"
let     secret = between "bà con:</p>\n<p class=\"k-code\">" "<"
POST    /bien-nhan/$code.txt nhap=$draft
expect  200 text~"16.4313, 107.5555"
GET     /bien-nhan/$code.txt
expect  200 no~"16.43"

# Everybody sees the place in words, and not the point; its sender does.
GET     /kiem-tra/ho-so/$code
expect  200 text~"Trước số 15" no~"16.43" no~"Điểm trên bản đồ"
GET     /api/v1/reports/$code
expect  json .lat = absent
expect  200 no~"16.43"
POST    /kiem-tra/ho-so/$code/mo secret=$secret
expect  200 text~"Điểm trên bản đồ" text~"16.4313, 107.5555" text~"<circle"

# So does who works on it, and nobody else.
as      lan "nón bài thơ bên cầu"
GET     /cb/hs/$code
expect  200 text~"16.4313, 107.5555" text~"<circle" text~"Điểm trên bản đồ Phường Phú Xuân" no~"Làm tròn"
as      minh "nón bài thơ bên cầu"
GET     /cb/hs/$code
expect  404
anonymous

# Whoever withholds their name has no point that leads to a door: it was never kept.
POST    /api/v1/reports json {"unit":"19753","category":"giao-thong","text":"Đường Chi Lăng sụt một đoạn dài trước chợ.","lat":"16.43126","lon":"107.55554"}
expect  201
let     hidden = json .code
as      lan
GET     /cb/hs/$hidden
expect  200 text~"16.4300, 107.5600" text~"Làm tròn tới khoảng 1 km" no~"16.4313"
anonymous
ledger  verifies
