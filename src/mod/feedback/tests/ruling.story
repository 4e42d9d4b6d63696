# Two units do not agree: whoever leads both finds it in one queue, and nobody else does.
story   What waits for a ruling is a queue of its own, the most urgent first, for those above both units
law     42/2013/QH13 art 26
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen
console identity add --name "Hồ Thị Bảy" --sign-in bay --unit 19774 --title "Chuyên viên" --power feedback.handle --password "trời xanh ở An Cựu" --chosen
console identity add --name "Võ Văn Tám" --sign-in tam --unit 19774 --title "Chủ tịch" --power feedback.handle,feedback.lead --password "trời cao ở Bến Ngự" --chosen
console identity add --name "Trần Thị Lan" --sign-in lan --unit 46 --title "Chánh Văn phòng" --power feedback.handle,feedback.lead --password "trời mưa ở Vỹ Dạ" --chosen

anonymous
POST    /api/v1/reports json {"unit":"19753","category":"van-hoa","text":"Cổng làng đổ nát sau mưa bão, không ai sửa."}
let     slow = json .code
POST    /api/v1/reports json {"unit":"19753","category":"rac-thai","text":"Rác dồn đầu kiệt giáp ranh hai phường cả tuần."}
let     urgent = json .code

# Nothing waits: no tab, and its address says what would be there.
as      lan "trời mưa ở Vỹ Dạ"
GET     /cb/hop-thu
expect  200 no~"Chờ phân định"
GET     /cb/hop-thu?loc=phan-dinh
expect  200 text~"Chờ phân định (0)" text~"Không có hồ sơ nào chờ phân định"

as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$slow/transfer unit=19774 "reason=Bên kia quản lý."
as      bay "trời xanh ở An Cựu"
POST    /cb/hs/$slow/return "reason=Không phải."
as      sau
POST    /cb/hs/$slow/transfer unit=19774 "reason=Đã xem lại."
as      bay
POST    /cb/hs/$slow/return "reason=Vẫn không phải."
expect  303
as      sau
POST    /cb/hs/$urgent/transfer unit=19774 "reason=Bên kia quản lý."
as      bay
# Once is not twice.
POST    /cb/hs/$urgent/return "reason=Không phải."
as      lan
GET     /cb/hop-thu?loc=phan-dinh
expect  200 text~"Chờ phân định (1)" text~"$slow" no~"$urgent" text~"Phường Phú Xuân chuyển, Phường Kim Long trả lại"
as      sau
POST    /cb/hs/$urgent/transfer unit=19774 "reason=Đã xem lại."
as      bay
POST    /cb/hs/$urgent/return "reason=Vẫn không phải."
expect  303

as      lan
GET     /cb/hop-thu
expect  200 text~"Chờ phân định (2)"
limit   queries 9
GET     /cb/hop-thu?loc=phan-dinh
expect  200 text~"$slow"
# The later due date stands below.
let     below = between "$urgent" "$slow"
GET     /cb/hs/$slow
expect  200 text~"Phân định đơn vị giải quyết"

# Who leads one of the two has no such queue; who leads neither, none at all.
as      tam "trời cao ở Bến Ngự"
GET     /cb/hop-thu
expect  200 no~"Chờ phân định"
GET     /cb/hop-thu?loc=phan-dinh
expect  200 no~"$slow" no~"$urgent"
as      sau
GET     /cb/hop-thu?loc=phan-dinh
expect  200 no~"$slow" no~"$urgent"

as      lan
POST    /cb/hs/$urgent/rule unit=19753 "reason=Theo ranh giới hành chính."
expect  303
GET     /cb/hop-thu?loc=phan-dinh
expect  200 text~"Chờ phân định (1)" text~"$slow" no~"$urgent"
ledger  verifies
