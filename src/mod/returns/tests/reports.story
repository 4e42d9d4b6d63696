# Reports and recommendations of citizens are letters too: the return counts them by the same questions.
story   A return counts reports that were answered, refused, passed on, forwarded, joined and withdrawn
law     01/2024/TT-TTCP
law     42/2013/QH13 art 26
clock   2026-06-22 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Chủ tịch" --power feedback.handle,feedback.approve,returns.sign --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen
console identity add --name "Hồ Thị Tư" --sign-in tu --unit 19774 --title "Chuyên viên" --power feedback.handle,returns.sign --password "trời gió ở Thuận An" --chosen
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"giao-thong","text":"Ổ gà trước số 15 Lê Lợi sâu hai gang tay, xe máy đã ngã.","name":"Trần Văn Ba","phone":"0905000111"}
let     answered = json .code
POST    /api/v1/reports json {"unit":"19753","category":"giao-thong","text":"Hàng xóm tranh chấp hàng rào với nhà tôi đã hai tháng nay.","name":"Lê Thị Bốn","phone":"0905000112"}
let     refused = json .code
POST    /api/v1/reports json {"unit":"19753","category":"giao-thong","text":"Gác chắn đường sắt ở Bùi Thị Xuân hỏng cần, tàu tới mới kéo.","name":"Võ Thị Năm","phone":"0905000113"}
let     forwarded = json .code
POST    /api/v1/reports json {"unit":"19753","category":"giao-thong","text":"Đường vào chợ An Cựu ngập sau mỗi trận mưa, không ai vét cống.","name":"Phan Văn Sáu","phone":"0905000114"}
let     passed = json .code
POST    /api/v1/reports json {"unit":"19753","category":"giao-thong","text":"Nắp cống trước số 8 Hùng Vương vỡ, rất nguy hiểm ban đêm.","name":"Bùi Văn Bảy","phone":"0905000115"}
let     left = json .code
POST    /api/v1/reports json {"unit":"19753","category":"giao-thong","text":"Nắp cống số 8 Hùng Vương vỡ đôi, có người té hôm qua.","name":"Đỗ Thị Tám","phone":"0905000116"}
let     joined = json .code
POST    /api/v1/reports json {"unit":"19753","category":"giao-thong","text":"Biển báo ở ngã ba Điện Biên Phủ bị che khuất.","name":"Đặng Văn Chín","phone":"0905000117"}
let     withdrawn = json .code
let     secret = json .secret
POST    /kiem-tra/ho-so/$withdrawn/withdraw secret=$secret
expect  303
as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$refused/refuse reason=khong-thuoc-nha-nuoc "text=Mời bà con tới tổ hòa giải của tổ dân phố 5, gặp ông Tư."
expect  303
POST    /cb/hs/$forwarded/forward "text=Chi nhánh Khai thác đường sắt Bình Trị Thiên" "reason=Gác chắn thuộc đường sắt quốc gia."
expect  303
POST    /cb/hs/$passed/transfer unit=19774 "reason=Chợ An Cựu do phường kia quản lý."
expect  303
POST    /cb/hs/$joined/merge other=$left
expect  303
POST    /cb/hs/$answered/accept
POST    /cb/hs/$answered/draft "text=Phường đã kiểm tra. Ổ gà trước số 15 Lê Lợi sẽ được vá trước ngày 30/06/2026, do ông Lê Văn Sáu phụ trách."
expect  303
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/hs/$answered/approve
expect  303

# Seven letters of seven people; two of them about one thing.
GET     /cb/bao-cao-luat/2026-q3.csv
expect  200 text~"Nhận trong kỳ\",0,0,0,7" text~"Tổng số phải xử lý\",0,0,0,7" text~"nhận trong kỳ\",0,0,0,7"
expect  200 text~"Số vụ việc mới, không tính đơn trùng\",0,0,0,6" text~"Đã thụ lý\",0,0,0,1" text~"Không thụ lý\",0,0,0,1"
expect  200 text~"Chuyển nơi có thẩm quyền\",0,0,0,2" text~"Trả lại nơi chuyển\",0,0,0,0" text~"Lưu đơn\",0,0,0,1" text~"Người gửi rút\",0,0,0,1"
expect  200 text~"Đã giải quyết\",0,0,0,1" text~"Có bước quá hạn\",0,0,0,0" text~"Còn lại cuối kỳ\",0,0,0,1" text~"Kết thúc cách khác\",0,0,0,0"
GET     /cb/bao-cao-luat/2026-q3/feedback/chuyen
expect  200 text~"$forwarded" text~"$passed" no~"$left"
GET     /cb/bao-cao-luat/2026-q3/feedback/con-lai
expect  200 text~"$left" no~"$joined" no~"$answered"
# Of a quarter before, or of a unit that it never came to, nothing.
GET     /cb/bao-cao-luat/2026-q2.csv
expect  200 text~"Tổng số phải xử lý\",0,0,0,0"

# Who it was passed on to gives it back: there it has ended, and here it has not.
as      tu "trời gió ở Thuận An"
GET     /cb/bao-cao-luat/2026-q3.csv
expect  200 text~"Nhận trong kỳ\",0,0,0,1" text~"Còn lại cuối kỳ\",0,0,0,1"
POST    /cb/hs/$passed/return "reason=Đoạn cống này thuộc phường Phú Xuân."
expect  303
GET     /cb/bao-cao-luat/2026-q3.csv
expect  200 text~"Nhận trong kỳ\",0,0,0,1" text~"Trả lại nơi chuyển\",0,0,0,1" text~"Còn lại cuối kỳ\",0,0,0,0"
as      lan
GET     /cb/bao-cao-luat/2026-q3.csv
expect  200 text~"Chuyển nơi có thẩm quyền\",0,0,0,1" text~"Còn lại cuối kỳ\",0,0,0,2"

# What was not done in time is late from its day on; the next quarter carries over what this one leaves.
advance 90 days
as      lan "trời mưa ở Vỹ Dạ"
GET     /cb/bao-cao-luat/2026-q3/feedback/qua-han
expect  200 text~"$left" no~"$answered"
POST    /cb/bao-cao-luat/2026-q3 document=9/BC-UBND
expect  303
GET     /cb/bao-cao-luat/2026-q3/feedback/con-lai
expect  200 text~"$left" text~"$passed"
GET     /cb/bao-cao-luat/2026-q4.csv
expect  200 text~"Kỳ trước chuyển sang\",0,0,0,2" text~"Nhận trong kỳ\",0,0,0,0"
ledger  verifies
