# An open browser is not yet its owner: what gives or takes power over people asks once more.
story   Grave acts want a password or code of the last ten minutes, keep what was typed, and go on
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 46 --title "Quản trị" --power admin,identity.manage,org.manage --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --password "trời nắng ở Kim Long" --chosen

anonymous
POST    /qt/nguoi-dung/moi "name=Nguyễn Thị Bưởi" sign_in=buoi unit=46.VP "title=Chuyên viên"
expect  401

# Signing in is showing who one is: for ten minutes nothing is asked.
as      lan "trời mưa ở Vỹ Dạ"
advance 9 minutes
POST    /qt/nguoi-dung/moi "name=Nguyễn Thị Bưởi" sign_in=buoi unit=46.VP "title=Chuyên viên"
expect  200 text~"Mật khẩu đầu tiên"
let     buoi = between "href=\"/qt/nguoi-dung/" "\""
GET     /qt/nguoi-dung/$buoi
let     post = between "href=\"/qt/chuc-vu/" "/quyen"

advance 2 minutes
POST    /qt/chuc-vu/$post/quyen post=$post power=org.manage unit=46.VP
expect  403 text~"Xác nhận là chính mình" text~"value=\"46.VP\"" Cache-Control~no-store no~"Quản lý đơn vị"
fact    identity.person_added identity.post_given
# Looking, and what is not grave, go on without a question.
GET     /qt/chuc-vu/$post/quyen
expect  200
POST    /qt/nguoi-dung/$buoi/chuc-vu person=$buoi unit=46 "title=Thư ký" from=01/03/2026
expect  303

POST    /xac-nhan/qt/chuc-vu/$post/quyen post=$post power=org.manage unit=46.VP
expect  422 text~"Chưa có “Mật khẩu”" text~"value=\"46.VP\""
POST    /xac-nhan/qt/chuc-vu/$post/quyen post=$post power=org.manage unit=46.VP "factor=trời nắng"
expect  422 text~"Mật khẩu không đúng" text~"value=\"46.VP\"" no~"trời nắng"
POST    /qt/chuc-vu/$post/quyen post=$post power=org.manage unit=46.VP
expect  403
POST    /xac-nhan/qt/chuc-vu/$post/quyen post=$post power=org.manage unit=46.VP "factor=trời mưa ở Vỹ Dạ"
expect  307 /qt/chuc-vu/$post/quyen Set-Cookie~__Host-kheo
# The browser sends the same form on.
POST    /qt/chuc-vu/$post/quyen post=$post power=org.manage unit=46.VP "factor=trời mưa ở Vỹ Dạ"
expect  303 /qt/nguoi-dung/$buoi
fact    identity.power_granted
# No other host and no other kind of page.
POST    /xac-nhan//example.org/ "factor=trời mưa ở Vỹ Dạ"
expect  400

# Units: to end or move one changes who holds what.
advance 11 minutes
POST    /qt/don-vi/19753.VP/ket-thuc unit=1 until=31/03/2026
expect  403 text~"Xác nhận là chính mình"
POST    /qt/don-vi/moi parent=46 "name=Phòng Thử" kind=office code=46.THU from=01/03/2026
expect  303

# With a second factor the password is no proof, and turning it on asked for one: whoever finds an
# open browser does not put their own telephone into the account.
as      sau "trời nắng ở Kim Long"
advance 11 minutes
POST    /cb/toi/hai-lop secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ code=390550
expect  403 text~"Xác nhận là chính mình"
as      lan
POST    /qt/nguoi-dung/$buoi/mat-khau person=$buoi
expect  403
as      lan
POST    /xac-nhan/qt/nguoi-dung/$buoi/mat-khau person=$buoi factor=mot
expect  422
POST    /xac-nhan/qt/nguoi-dung/$buoi/mat-khau person=$buoi factor=hai
expect  422
POST    /xac-nhan/qt/nguoi-dung/$buoi/mat-khau person=$buoi factor=ba
expect  422
POST    /xac-nhan/qt/nguoi-dung/$buoi/mat-khau person=$buoi factor=bon
expect  422
# The fifth wrong one ends the session.
POST    /xac-nhan/qt/nguoi-dung/$buoi/mat-khau person=$buoi factor=nam
expect  303 /dang-nhap
GET     /cb/toi
expect  401
ledger  verifies
