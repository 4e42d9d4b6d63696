# A table of people from a browser: tried first, done by a second click, never with a password.
story   People and posts come in as a table, each row by the rules of adding one by hand
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --phone 0905999888 --unit 46 --title "Quản trị" --power admin,identity.manage,org.manage --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Quản trị" --power identity.manage,feedback.handle,feedback.lead --password "trời nắng ở Kim Long" --chosen
console identity add --name "Nguyễn Thị Bưởi" --sign-in buoi --unit 19753.VP --title "Chuyên viên" --power feedback.handle,report.read --password "trời xanh ở An Cựu" --chosen

GET     /qt/nguoi-dung/nhap
expect  401
as      lan "trời mưa ở Vỹ Dạ"
POST    /qt/nguoi-dung/moi "name=Người Đã Thôi" sign_in=thoi unit=19753.VP "title=Chuyên viên"
expect  200
let     thoi = between "href=\"/qt/nguoi-dung/" "\""
POST    /qt/nguoi-dung/$thoi/thoi-viec person=$thoi
expect  303

# He manages a ward. What would be done, and what not and why, before anything is.
as      sau "trời nắng ở Kim Long"
GET     /qt/nguoi-dung
expect  200 text~"/qt/nguoi-dung/nhap"
GET     /qt/nguoi-dung/nhap
expect  200 text~"Tệp không bao giờ có mật khẩu" text~"Tên đăng nhập"
POST    /qt/nguoi-dung/nhap tep@src/mod/identity/tests/table/bad.csv
expect  200 text~"Thêm: 1" text~"Sửa: 1" text~"Không nhận: 12"
expect  200 text~"Tên đăng nhập gồm 2 đến 40 chữ" text~"Chưa có “Họ và tên”" text~"Số điện thoại phải có 10 số"
expect  200 text~"Không có đơn vị mã “19753.XX”." text~"Tài khoản này không có quyền"
expect  200 text~"Không có quyền “feedback.fly”." text~"Người cấp quyền phải có quyền “admin”"
expect  200 text~"Đã thêm người." text~"Ngày kết thúc đứng trước ngày bắt đầu" text~"khác với dòng trên của cùng tên đăng nhập"
expect  200 text~"đã có người dùng ở nơi khác" no~"0905999888" text~"Hãy cho làm việc lại trước" text~"Nguyễn Văn Trường Quốc Hùng"

GET     /qt/nguoi-dung?don-vi=19753.VP
expect  200 no~"Hồ Thị Mít"

POST    /qt/nguoi-dung/nhap tep@src/mod/identity/tests/table/good.csv
expect  200 text~"Thêm: 1" text~"Sửa: 2" text~"Không nhận: 0" text~"Chức vụ: Kiêm nhiệm" text~"Điện thoại: 0905111222"
expect  200 text~"Được cấp quyền: feedback.lead" text~"Bị thu hồi quyền: report.read" text~"Làm với 3 dòng"
let     rows = between "name=\"rows\" value=\"" "\">"
GET     /qt/nguoi-dung?don-vi=19753.VP
expect  200 no~"Hồ Thị Mít"
POST    /qt/nguoi-dung/nhap/lam "rows=$rows"
expect  200 text~"Đã làm xong" text~"Thêm: 1" text~"Sửa: 2" no~"Mật khẩu"
fact    identity.person_added identity.post_given identity.power_granted identity.post_given identity.power_granted identity.person_changed identity.power_granted identity.power_revoked
ledger  verifies

# Twice is once; and what goes out comes back without a change.
POST    /qt/nguoi-dung/nhap tep@src/mod/identity/tests/table/good.csv
expect  200 text~"Giữ nguyên: 3" no~"Làm với"
GET     /qt/nguoi-dung/danh-sach.csv
expect  200 Content-Type~csv text~"feedback.handle@19753.VP" text~"Hồ Thị Mít" no~"Trần Thị Lan" no~"Người Đã Thôi"
POST    /qt/nguoi-dung/nhap tep@-
expect  200 text~"Giữ nguyên: 4" text~"Sửa: 0" text~"Không nhận: 0"
GET     /qt/nguoi-dung/danh-sach.xlsx
expect  200

# The last who may manage people does not lose that by a cell that is empty.
as      lan
POST    /qt/nguoi-dung/nhap/lam "rows=sign_in,name,unit,title,powers\nlan,Trần Thị Lan,46,Quản trị,"
expect  200 text~"Đây là người quản trị cuối cùng" text~"Không nhận: 1"
as      sau

# Nobody signs in without a password; the first one is given by hand, once, on the person's page.
POST    /dang-xuat
expect  303
POST    /dang-nhap sign_in=mit "password="
expect  422
POST    /dang-nhap sign_in=mit "password=trời mưa"
expect  422 text~"không đúng"
advance 1 minutes
as      sau "trời nắng ở Kim Long"
GET     /qt/nguoi-dung?loc=chua-mo
expect  200 text~"Hồ Thị Mít" no~"Nguyễn Thị Bưởi"
let     mit = between "k-first\"><a class=\"govuk-link\" href=\"/qt/nguoi-dung/" "\""
GET     /qt/nguoi-dung/$mit
expect  200 text~"Đưa mật khẩu đầu tiên"
POST    /qt/nguoi-dung/$mit/mat-khau person=$mit
expect  200 text~"Mật khẩu đầu tiên"
let     first = between "k-code\">" "<"
GET     /qt/nguoi-dung?loc=chua-mo
expect  200 text~"Ai cũng đã có mật khẩu"
as      mit
POST    /dang-nhap sign_in=mit password=$first
expect  303 /cb/toi*
ledger  verifies
