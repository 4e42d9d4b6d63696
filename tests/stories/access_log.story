# The access log: of each service its own rows, for those who manage people there, and of nobody else.
story   Who opened a name and who was given a power stands in one list, with hour and reason, by unit
law     91/2025/QH15 art 4
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 46 --title "Quản trị" --power admin,identity.manage --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen
console identity add --name "Hồ Thị Bảy" --sign-in bay --unit 19774 --title "Quản trị" --power identity.manage --password "trời xanh ở An Cựu" --chosen
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"thu-tuc","text":"Cán bộ một cửa hẹn ba lần không trả kết quả.","name":"Nguyễn Thị Hường","phone":"0912345678"}
let     code = json .code
GET     /qt/nhat-ky
expect  401
as      sau "trời nắng ở Kim Long"
GET     /qt/nhat-ky
expect  403
POST    /cb/hs/$code/open_name "reason=Gọi hỏi số biên nhận."
expect  303

as      lan "trời mưa ở Vỹ Dạ"
GET     /
expect  200 text~"/qt/nhat-ky"
GET     /qt/nhat-ky
expect  200 text~"Mở họ tên người gửi" text~"Lê Văn Sáu" text~"Chuyên viên, Phường Phú Xuân" text~"Gọi hỏi số biên nhận." text~"$code"
# Whose name it was is not in it; nor is what citizens did; she handles no reports, so it leads to none.
expect  200 no~"Hường" no~"0912" no~"/cb/hs/$code" text~"<span>máy chủ" text~"Cấp quyền"
limit   queries 16
POST    /qt/nguoi-dung/moi "name=Nguyễn Thị Bưởi" sign_in=buoi unit=19753 "title=Chuyên viên" "powers=feedback.handle"
expect  200
GET     /qt/nhat-ky?kind=power&person=lan
expect  200 text~"Nguyễn Thị Bưởi: Xử lý phản ánh, kiến nghị" text~"Trần Thị Lan" no~"Mở họ tên người gửi</td>" no~"<span>máy chủ"
GET     /qt/nhat-ky?kind=account&person=lan
expect  200 text~"Thêm tài khoản" text~"Giao chức vụ" no~"Xử lý phản ánh"
GET     /qt/nhat-ky?kind=name&unit=19753
expect  200 text~"$code" no~"Cấp quyền</td>"
GET     /qt/nhat-ky?kind=photo
expect  200 text~"Không có việc nào như vậy."

# By day, both included.
advance 1 days
as      lan "trời mưa ở Vỹ Dạ"
GET     /qt/nhat-ky?from=03/03/2026
expect  200 text~"Không có việc nào như vậy."
GET     /qt/nhat-ky?from=02/03/2026&until=02/03/2026&kind=name
expect  200 text~"$code"
GET     /qt/nhat-ky?from=03/03/2026&until=02/03/2026
expect  422 text~"đứng trước ngày bắt đầu"
GET     /qt/nhat-ky?person=khong-co
expect  422 text~"Không có ai mang tên đăng nhập này."
GET     /qt/nhat-ky?kind=gi
expect  422 text~"Không có loại việc này."
GET     /qt/nhat-ky?unit=99999
expect  422 text~"Không có đơn vị này"
GET     /qt/nhat-ky.csv?unit=99999
expect  422
GET     /qt/nhat-ky.csv?kind=name
expect  200 Content-Type~csv text~"Gọi hỏi số biên nhận." no~"Hường"

# Another ward's administrator sees another ward.
as      bay "trời xanh ở An Cựu"
GET     /qt/nhat-ky
expect  200 no~"$code" text~"Hồ Thị Bảy"
GET     /qt/nhat-ky?unit=19753
expect  422 text~"không quản lý người dùng"

# More than a page holds goes on behind its last line, and back to the beginning.
as      lan
GET     /qt/nhat-ky?before=1
expect  200 text~"Không có việc nào như vậy."
repeat  30 POST /qt/nguoi-dung/moi "name=Người Thứ $n" sign_in=nguoi$n unit=19753 "title=Chuyên viên"
expect  200
GET     /qt/nhat-ky
expect  200 text~"Xem tiếp" no~"$code"
let     before = between "before=" "\""
GET     /qt/nhat-ky?unit=46&before=$before
expect  200 text~"Về đầu danh sách" text~"$code" no~"Xem tiếp"
GET     /qt/nhat-ky.csv
expect  200 text~"Người Thứ 30" text~"$code" no~"Tệp dừng ở đây"
ledger  verifies
