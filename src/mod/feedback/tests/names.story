# Who sent it: initials to the office, a name with a reason, a hidden name to who leads it only.
story   Every opening of a name has a reason, and the sender reads who looked
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Chủ tịch" --power feedback.handle,feedback.lead --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Hồ Thị Bảy" --sign-in bay --unit 19774 --title "Chuyên viên" --power feedback.handle,feedback.lead --password "trời xanh ở An Cựu" --chosen
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"thu-tuc","text":"Cán bộ một cửa hẹn ba lần không trả kết quả.","name":"Nguyễn Thị Hường","phone":"0912345678"}
let     open = json .code
let     open_secret = json .secret
POST    /api/v1/reports json {"unit":"19753","category":"thu-tuc","text":"Cán bộ địa chính đòi tiền bồi dưỡng khi đo đất.","name":"Phan Đình Quý","phone":"0987654321","identity":"hidden"}
let     hidden = json .code
let     hidden_secret = json .secret

as      sau "trời nắng ở Kim Long"
GET     /cb/hs/$open
expect  200 text~"N.T.H." no~"Hường" no~"0912 345" no~0912345
GET     /cb/hs/$hidden
expect  200 no~"Quý" no~"Q." no~"0987 654" no~0987654
POST    /cb/hs/$open/open_name
expect  422 text~"nêu lý do"
POST    /cb/hs/$open/open_name "reason=Gọi hỏi số biên nhận."
expect  303
fact    feedback.open_name
GET     /cb/hs/$open
expect  200 text~"Nguyễn Thị Hường" text~"0912 345 678"
POST    /cb/hs/$hidden/open_name "reason=Tò mò."
expect  422 text~"chỉ lãnh đạo phụ trách mở được"
GET     /cb/hs/$hidden
expect  200 no~"Quý" no~"0987 654" no~0987654
# The search of the office does not find a hidden name either.
GET     /cb/hop-thu?tim=huong
expect  200 text~"$open"
GET     /cb/hop-thu?tim=quy
expect  200 no~"$hidden"
GET     /cb/hop-thu?tim=0987654321
expect  200 no~"$hidden"

# What one has opened, another has not.
as      lan "trời mưa ở Vỹ Dạ"
GET     /cb/hs/$open
expect  200 no~"Hường"
POST    /cb/hs/$hidden/open_name "reason=Hẹn gặp để xác minh."
expect  303
GET     /cb/hs/$hidden
expect  200 text~"Phan Đình Quý"
as      bay "trời xanh ở An Cựu"
POST    /cb/hs/$hidden/open_name "reason=Tò mò."
expect  404

# The public sees none of it; the sender, who and why.
anonymous
GET     /kiem-tra/ho-so/$hidden
expect  200 no~"Hẹn gặp" no~"Trần Thị Lan" no~"Mở tên"
POST    /kiem-tra/ho-so/$hidden/mo secret=$hidden_secret
expect  200 text~"Mở tên người gửi" text~"Hẹn gặp để xác minh" text~"Trần Thị Lan" no~"Tò mò"
POST    /kiem-tra/ho-so/$open/mo secret=$open_secret
expect  200 text~"Gọi hỏi số biên nhận" text~"Lê Văn Sáu"
ledger  verifies
