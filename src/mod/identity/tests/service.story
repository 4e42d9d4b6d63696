# People change names, posts and employers; an account follows at once, and somebody stays to help.
story   A person is corrected, ends their service and comes back, and the last administrator stays
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 46 --title "Quản trị" --power admin,identity.manage,org.manage --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Quản trị" --power identity.manage,org.manage --password "trời nắng ở Kim Long" --chosen
console identity add --name "Nguyễn Thị Bưởi" --sign-in buoi --unit 19753.VP --title "Chuyên viên" --power org.manage --password "vườn trái cây bên sông" --chosen

as      buoi "vườn trái cây bên sông"
GET     /cb/toi
expect  200
GET     /qt/don-vi
expect  200

as      sau "trời nắng ở Kim Long"
GET     /qt/nguoi-dung
expect  200 text~"Nguyễn Thị Bưởi" text~"Đã thôi"
let     buoi = between "<td class=\"k-first\"><a class=\"govuk-link\" href=\"/qt/nguoi-dung/" "\">Nguyễn Thị Bưởi"

# A name and where letters go: the form begins with what is there, and sees a change that came first.
GET     /qt/nguoi-dung/$buoi/sua
expect  200 text~"value=\"Nguyễn Thị Bưởi\"" text~"name=\"version\" value=\"0\""
POST    /qt/nguoi-dung/$buoi/sua person=$buoi version=0 name= phone=0914000111
expect  422 text~"Chưa có “Họ và tên”" text~"value=\"0914000111\""
POST    /qt/nguoi-dung/$buoi/sua person=$buoi version=0 "name=Nguyễn Thị Bưởi" phone=0914000111 email=buoi@hue.example
expect  303 /qt/nguoi-dung/$buoi
fact    identity.person_changed
as      lan "trời mưa ở Vỹ Dạ"
POST    /qt/nguoi-dung/$buoi/sua person=$buoi version=0 "name=Nguyễn Thị Bưởi Hồng"
expect  409 text~"Có người vừa sửa" text~"value=\"Nguyễn Thị Bưởi Hồng\"" text~"name=\"version\" value=\"1\""
POST    /qt/nguoi-dung/$buoi/sua person=$buoi version=1 "name=Nguyễn Thị Bưởi Hồng" phone=0914000111
expect  303
GET     /qt/nguoi-dung/$buoi
expect  200 text~"Sửa thông tin" text~"Nguyễn Thị Bưởi → Nguyễn Thị Bưởi Hồng" text~"Trần Thị Lan" no~"buoi@hue.example"

# The days of a post. More days are more power, so whoever gives them must hold it.
as      sau
GET     /qt/nguoi-dung/$buoi
let     post = between "href=\"/qt/chuc-vu/" "/quyen"
GET     /qt/chuc-vu/$post/sua
expect  200 text~"value=\"02/03/2026\"" text~"value=\"Chuyên viên\""
POST    /qt/chuc-vu/$post/sua post=$post "title=Chuyên viên chính" from=02/03/2026 until=01/03/2026
expect  422 text~"đứng trước ngày bắt đầu"
POST    /qt/chuc-vu/$post/sua post=$post "title=Chuyên viên chính" from=02/03/2026 until=31/03/2026
expect  303
fact    identity.post_changed
POST    /qt/chuc-vu/$post post=$post until=30/04/2026
expect  422 text~"hãy sửa chức vụ"
POST    /qt/chuc-vu/$post/sua post=$post "title=Chuyên viên chính" from=02/03/2026 until=30/04/2026
expect  303
as      lan
POST    /qt/chuc-vu/$post/quyen post=$post power=feedback.handle unit=19753.VP
expect  303
as      sau
POST    /qt/chuc-vu/$post/sua post=$post "title=Chuyên viên chính" from=02/03/2026
expect  422 text~"Người cấp quyền phải có quyền “feedback.handle”"

# The end of service: open sessions, powers and signing in, all at once.
POST    /qt/nguoi-dung/$buoi/thoi-viec person=$buoi "note=QĐ 12/QĐ-UBND ngày 02/03/2026"
expect  303 /qt/nguoi-dung/$buoi
fact    identity.post_ended identity.person_ended
as      buoi
GET     /qt/don-vi
expect  401
POST    /dang-nhap sign_in=buoi "password=vườn trái cây bên sông"
expect  422 text~"Tên đăng nhập hoặc mật khẩu không đúng"
as      sau
GET     /qt/nguoi-dung
expect  200 no~"Nguyễn Thị Bưởi"
GET     /qt/nguoi-dung?loc=da-thoi
expect  200 text~"Nguyễn Thị Bưởi Hồng" no~"Lê Văn Sáu</a></td>"
GET     /qt/nguoi-dung/$buoi
expect  200 text~"đã thôi làm việc" text~"QĐ 12/QĐ-UBND" no~"Giao thêm chức vụ" no~"/quyen\""
POST    /qt/nguoi-dung/$buoi/thoi-viec person=$buoi
expect  422 text~"đã thôi làm việc"
POST    /qt/nguoi-dung/$buoi/chuc-vu person=$buoi unit=19753.VP "title=Chuyên viên" from=02/03/2026
expect  422 text~"Hãy cho làm việc lại trước"
POST    /qt/chuc-vu/$post/quyen post=$post power=org.manage unit=19753.VP
expect  422 text~"đã kết thúc"
POST    /qt/chuc-vu/$post/sua post=$post "title=Chuyên viên" from=02/03/2026
expect  422 text~"Hãy giao một chức vụ mới"

# Back again: the account, and nothing of what it could do.
POST    /qt/nguoi-dung/$buoi/lam-lai person=$buoi
expect  303
fact    identity.person_returned
POST    /qt/nguoi-dung/$buoi/lam-lai person=$buoi
expect  422 text~"vẫn đang làm việc"
as      buoi
POST    /dang-nhap sign_in=buoi "password=vườn trái cây bên sông"
expect  303 /cb/toi
GET     /cb/toi
expect  200 text~"chưa được giao chức vụ nào"
GET     /qt/don-vi
expect  403

# Only over one's own people, not over oneself, and never the last of a place.
as      lan
GET     /qt/nguoi-dung?don-vi=46
let     lan = between "<td class=\"k-first\"><a class=\"govuk-link\" href=\"/qt/nguoi-dung/" "\">Trần Thị Lan"
as      sau
POST    /qt/nguoi-dung/$lan/thoi-viec person=$lan
expect  404
as      lan
POST    /qt/nguoi-dung/$lan/thoi-viec person=$lan
expect  422 text~"Không ai tự cho mình thôi việc"
GET     /qt/nguoi-dung/$lan
let     top = between "href=\"/qt/chuc-vu/" "/quyen"
let     grant = between "href=\"/qt/quyen/" "\""
POST    /qt/chuc-vu/$top post=$top until=31/03/2026
expect  422 text~"người quản trị cuối cùng của “Thành phố Huế”"
POST    /qt/quyen/$grant grant=$grant
expect  422 text~"người quản trị cuối cùng"
POST    /qt/nguoi-dung/moi "name=Phan Viết Sơn" sign_in=son unit=46 "title=Quản trị" "powers=admin identity.manage"
expect  200
GET     /qt/nguoi-dung/$lan
let     grant = between "href=\"/qt/quyen/" "\""
POST    /qt/chuc-vu/$top post=$top until=31/03/2026
expect  303
fact    identity.post_ended
ledger  verifies
