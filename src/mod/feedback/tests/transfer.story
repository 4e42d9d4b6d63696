# To whom does it belong? Offices may pass a report on twice; then somebody above them says it.
story   A report is passed on, taken, sent back twice, and ruled by who is above both offices
law     42/2013/QH13 art 26
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen
console identity add --name "Hồ Thị Bảy" --sign-in bay --unit 19774 --title "Chuyên viên" --power feedback.handle --password "trời xanh ở An Cựu" --chosen
console identity add --name "Võ Văn Tám" --sign-in tam --unit 19774 --title "Chủ tịch" --power feedback.handle,feedback.lead --password "trời cao ở Bến Ngự" --chosen
console identity add --name "Trần Thị Lan" --sign-in lan --unit 46 --title "Chánh Văn phòng" --power feedback.handle,feedback.lead --password "trời mưa ở Vỹ Dạ" --chosen

anonymous
POST    /api/v1/reports json {"unit":"19753","category":"thoat-nuoc","text":"Nước ngập đường Nguyễn Huệ sau mỗi trận mưa."}
expect  201
let     code = json .code
let     secret = json .secret
let     due = json .due
POST    /api/v1/reports json {"unit":"19753","category":"thoat-nuoc","text":"Cống trước chợ An Cựu nghẹt cả tuần nay."}
let     other = json .code

# An office that has nothing to do with it sees no case, and the clock goes on.
as      bay "trời xanh ở An Cựu"
GET     /cb/hs/$code
expect  404
POST    /cb/hs/$code/accept
expect  404
as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$code/transfer unit=19774
expect  422 text~"nêu lý do"
POST    /cb/hs/$code/transfer unit=19753 "reason=Không phải của chúng tôi."
expect  422 text~"đang ở chính đơn vị này"
POST    /cb/hs/$code/transfer unit=123 "reason=Không phải của chúng tôi."
expect  422 text~"Không có đơn vị nào mang mã này"
POST    /cb/hs/$other/transfer unit=19774 "reason=Chợ An Cựu do phường kia quản lý."
expect  303
POST    /cb/hs/$other/accept
expect  422
# What was passed on may still be read by who got it first, and no more.
GET     /cb/hs/$other
expect  200 text~"Chợ An Cựu"
POST    /cb/hs/$other/take
expect  403
GET     /cb/hop-thu
expect  200 text~"$code" no~"$other"

# Taken: the work and the old date go over.
as      bay
GET     /cb/hop-thu
expect  200 text~"$other" no~"$code"
POST    /cb/hs/$other/take
expect  303
fact    feedback.take
GET     /api/v1/reports/$other
expect  json .status = accepted
expect  json .unit = 19774
expect  json .due = $due
expect  json .bounces = 0

# Back, over again, and back: two bounces, seen by everyone.
as      sau
POST    /cb/hs/$code/transfer unit=19774 "reason=Đường này do phường kia quản lý."
expect  303
as      bay
POST    /cb/hs/$code/return
expect  422 text~"nêu lý do"
POST    /cb/hs/$code/return "reason=Đoạn đường này thuộc Phú Xuân."
expect  303
anonymous
GET     /api/v1/reports/$code
expect  json .status = received
expect  json .unit = 19753
expect  json .bounces = 1
as      sau
POST    /cb/hs/$code/accept
expect  303
POST    /cb/hs/$code/transfer unit=19774 "reason=Đã xem lại bản đồ: của phường kia."
expect  303
as      bay
POST    /cb/hs/$code/return "reason=Vẫn không phải của chúng tôi."
expect  303
fact    feedback.return
anonymous
GET     /kiem-tra/ho-so/$code
expect  200 text~"cấp trên đang phân định" text~"Số lần bị trả lại" text~"Đoạn đường này thuộc Phú Xuân"
GET     /api/v1/reports/$code
expect  json .status = ruling
expect  json .bounces = 2
expect  json .due = $due

# Neither office rules, nor who leads one of them.
as      bay
POST    /cb/hs/$code/rule unit=19753 "reason=Của họ."
expect  403
POST    /cb/hs/$code/take
expect  422
as      tam "trời cao ở Bến Ngự"
POST    /cb/hs/$code/rule unit=19753 "reason=Của họ."
expect  422 text~"cấp trên của cả hai đơn vị"
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/hs/$code/rule unit=123 "reason=Theo quyết định phân cấp."
expect  422 text~"Không có đơn vị nào mang mã này"
POST    /cb/hs/$code/rule unit=19753 "reason=Theo quyết định phân cấp, đường do Phú Xuân quản lý."
expect  303
fact    feedback.rule
anonymous
GET     /api/v1/reports/$code
expect  json .status = accepted
expect  json .unit = 19753
expect  json .bounces = 2
# A third return goes to who is above at once.
as      sau
POST    /cb/hs/$code/transfer unit=19774 "reason=Xin chuyển lần nữa."
expect  303
as      bay
POST    /cb/hs/$code/return "reason=Không nhận."
expect  303
anonymous
GET     /api/v1/reports/$code
expect  json .status = ruling
expect  json .bounces = 3
POST    /kiem-tra/ho-so/$code/withdraw secret=$secret
expect  303
ledger  verifies
