# Posts and powers: what reaches where, and what nobody can give themselves.
story   A power over a unit reaches below it, is given by those who have it, and ends at once
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 46 --title "Quản trị" --power admin,identity.manage,org.manage --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Quản trị" --power identity.manage,org.manage --password "trời nắng ở Kim Long" --chosen

as      sau "trời nắng ở Kim Long"
GET     /qt/nguoi-dung
expect  200 text~"Lê Văn Sáu" no~"Trần Thị Lan"
GET     /qt/nguoi-dung?don-vi=46
expect  422 text~"không quản lý người dùng"
POST    /qt/nguoi-dung/moi "name=Nguyễn Thị Bưởi" sign_in=buoi unit=19753.VP "title=Chuyên viên" "powers=org.manage identity.manage"
expect  200 text~"Mật khẩu đầu tiên" Cache-Control~no-store
fact    identity.person_added identity.post_given identity.power_granted identity.power_granted
let     first = between "k-code\">" "<"
let     buoi = between "href=\"/qt/nguoi-dung/" "\""
POST    /qt/nguoi-dung/moi "name=Nguyễn Văn Bưởi" sign_in=buoi unit=19753.VP "title=Chuyên viên" "powers=org.manage"
expect  422 text~"đã có người dùng"
POST    /qt/nguoi-dung/moi "name=Nguyễn Thị Cam" sign_in=cam unit=46.VP "title=Chuyên viên"
expect  403 text~"không có quyền"
# What one does not hold, one does not give.
POST    /qt/nguoi-dung/moi "name=Nguyễn Thị Cam" sign_in=cam unit=19753.VP "title=Chuyên viên" powers=feedback.handle
expect  422 text~"Người cấp quyền phải có quyền “feedback.handle”"
POST    /qt/nguoi-dung/moi "name=Nguyễn Thị Cam" sign_in=cam unit=19753.VP "title=Chuyên viên" powers=admin
expect  422 text~"Người cấp quyền phải có quyền “admin”"

# The new person signs in, and chooses a password (first_password.story).
as      buoi
POST    /dang-nhap sign_in=buoi password=$first
expect  303 /cb/toi
POST    /cb/toi/mat-khau old=$first "password=thuyền trên sông" "again=thuyền trên sông"
expect  303 /cb/toi
GET     /qt/don-vi/19753.VP
expect  200
GET     /qt/don-vi/19753
expect  403
# Whoever resets a password takes over its owner, so it takes power over all of them.
GET     /qt/nguoi-dung
expect  200 text~"Nguyễn Thị Bưởi" no~"Lê Văn Sáu"

as      lan "trời mưa ở Vỹ Dạ"
POST    /qt/nguoi-dung/$buoi/chuc-vu person=$buoi unit=46 "title=Phó Chánh Văn phòng" from=01/03/2026
expect  303 /qt/nguoi-dung/$buoi
as      sau
POST    /qt/nguoi-dung/$buoi/mat-khau person=$buoi
expect  403 text~"không có quyền"
as      lan
POST    /qt/nguoi-dung/$buoi/mat-khau person=$buoi
expect  200 text~"Mật khẩu đầu tiên"
fact    identity.password_changed
let     second = between "k-code\">" "<"
as      buoi
GET     /cb/toi
expect  401
POST    /dang-nhap sign_in=buoi password=$second
expect  303 /cb/toi
POST    /cb/toi/mat-khau old=$second "password=thuyền trên sông" "again=thuyền trên sông"
expect  303 /cb/toi
GET     /cb/toi
expect  200 text~"Chức vụ của tôi" text~"Phó Chánh Văn phòng"

# A power that is taken back ends at once, in an open session too.
GET     /qt/nguoi-dung
expect  200
as      lan
GET     /qt/nguoi-dung/$buoi
let     grant = between "href=\"/qt/quyen/" "\""
POST    /qt/quyen/$grant grant=$grant
expect  303 /qt/nguoi-dung/$buoi
fact    identity.power_revoked
POST    /qt/quyen/$grant grant=$grant
expect  422 text~"đã được thu hồi"
as      buoi
GET     /qt/nguoi-dung
expect  403
GET     /qt/don-vi
expect  200

# A post that ends takes its powers with it.
as      lan
GET     /qt/nguoi-dung/$buoi
let     post = between "href=\"/qt/chuc-vu/" "/quyen"
POST    /qt/chuc-vu/$post post=$post until=31/03/2026
expect  303
fact    identity.post_ended
advance 30 days
as      buoi
POST    /dang-nhap sign_in=buoi "password=thuyền trên sông"
expect  303
GET     /cb/toi
expect  200 text~"Chuyên viên" no~"Phó Chánh Văn phòng"
ledger  verifies
