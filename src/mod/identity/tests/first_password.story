# A password that somebody else has set opens one door: the one to choose another.
story   Whoever was given a password chooses their own before anything else
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 46 --title "Quản trị" --power admin,identity.manage,org.manage --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 46 --title "Quản trị" --power identity.manage,org.manage --password "trời nắng ở Kim Long"

# Made at the console, without a word that the password is his own.
as      sau "trời nắng ở Kim Long"
GET     /cb/toi
expect  303 /cb/toi/mat-khau
GET     /qt/don-vi
expect  303 /cb/toi/mat-khau
GET     /don-vi
expect  303 /cb/toi/mat-khau
GET     /
expect  303 /cb/toi/mat-khau
GET     /api/v1/reports
expect  403 Content-Type~application/problem+json
GET     /giao-dien?tieng=en&ve=/cb/toi/mat-khau
expect  303 /cb/toi/mat-khau
GET     /giao-dien?tieng=vi&ve=/cb/toi/mat-khau
expect  303 /cb/toi/mat-khau
GET     /cb/toi/mat-khau
expect  200 text~"do người khác đặt" no~"Quản lý đơn vị"
POST    /qt/don-vi/moi parent=46 "name=Phòng Thử" kind=office from=01/03/2026
expect  303 /cb/toi/mat-khau
POST    /cb/toi/mat-khau "old=trời nắng ở Kim Long" "password=trời nắng ở Kim Long" "again=trời nắng ở Kim Long"
expect  422 text~"phải khác mật khẩu đang dùng"
GET     /cb/toi
expect  303 /cb/toi/mat-khau
POST    /cb/toi/mat-khau "old=trời nắng ở Kim Long" "password=thuyền trên sông" "again=thuyền trên sông"
expect  303 /cb/toi
fact    identity.password_changed
GET     /cb/toi
expect  200 text~"Lê Văn Sáu"
GET     /qt/don-vi
expect  200

# Who may not wait may leave.
as      lan "trời mưa ở Vỹ Dạ"
POST    /qt/nguoi-dung/moi "name=Nguyễn Thị Bưởi" sign_in=buoi unit=46.VP "title=Chuyên viên"
expect  200 text~"phải chọn mật khẩu của riêng mình"
let     first = between "k-code\">" "<"
let     buoi = between "href=\"/qt/nguoi-dung/" "\""
as      buoi
POST    /dang-nhap sign_in=buoi password=$first
expect  303
GET     /cb/toi
expect  303 /cb/toi/mat-khau
POST    /dang-xuat
expect  303 /dang-nhap
GET     /don-vi
expect  200

# With a second factor and a password that was set anew: first the code, then the choice.
POST    /dang-nhap sign_in=buoi password=$first
expect  303
POST    /cb/toi/mat-khau old=$first "password=vườn trái cây bên sông" "again=vườn trái cây bên sông"
expect  303 /cb/toi
POST    /cb/toi/hai-lop secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ code=390550
expect  200
as      lan
POST    /qt/nguoi-dung/$buoi/mat-khau person=$buoi
expect  200
let     second = between "k-code\">" "<"
as      buoi
GET     /cb/toi
expect  401
advance 1 minutes
POST    /dang-nhap sign_in=buoi password=$second
expect  303 /dang-nhap/ma*
POST    /dang-nhap/ma code=570291
expect  303 /cb/toi
GET     /cb/toi
expect  303 /cb/toi/mat-khau
ledger  verifies
