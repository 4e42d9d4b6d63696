# Sessions, passwords and the second factor of one's own account.
story   Sessions are listed, closed and end by themselves; the password and the second factor change
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 46 --title "Chuyên viên" --password "trời mưa ở Vỹ Dạ" --chosen

as      lan-office
header  User-Agent: Mozilla/5.0 (Windows NT 10.0) Firefox/115.0
POST    /dang-nhap sign_in=lan "password=trời mưa ở Vỹ Dạ"
expect  303 /cb/toi
as      lan-phone
header  User-Agent: Mozilla/5.0 (Linux; Android 13) Chrome/120.0 Mobile Safari/537.36
POST    /dang-nhap sign_in=lan "password=trời mưa ở Vỹ Dạ"
expect  303 /cb/toi
GET     /cb/toi
expect  200 text~"Firefox, Windows" text~"Chrome, Android"
let     office = between "action=\"/cb/toi/phien/" "\""
POST    /cb/toi/phien/$office
expect  303 /cb/toi
as      lan-office
GET     /cb/toi
expect  401

# Idle for half an hour ends it; work keeps it, to twelve hours at most.
POST    /dang-nhap sign_in=lan "password=trời mưa ở Vỹ Dạ"
expect  303
advance 20 minutes
GET     /cb/toi
expect  200
advance 25 minutes
GET     /cb/toi
expect  200
advance 36 minutes
GET     /cb/toi
expect  401
as      lan-phone
GET     /cb/toi
expect  401

# A new password: not a common one, not without the old one; other places are signed out.
as      lan-office
POST    /dang-nhap sign_in=lan "password=trời mưa ở Vỹ Dạ"
expect  303
as      lan-phone
POST    /dang-nhap sign_in=lan "password=trời mưa ở Vỹ Dạ"
expect  303
POST    /cb/toi/mat-khau "old=trời mưa ở Vỹ Dạ" password=matkhau2026 again=matkhau2026
expect  422 text~"dễ đoán"
POST    /cb/toi/mat-khau "old=trời mưa ở Vỹ Dạ" "password=thuyền trên sông" "again=thuyền trên núi"
expect  422 text~"không giống nhau"
POST    /cb/toi/mat-khau "old=không phải" "password=thuyền trên sông" "again=thuyền trên sông"
expect  422 text~"Mật khẩu đang dùng không đúng"
POST    /cb/toi/mat-khau "old=trời mưa ở Vỹ Dạ" "password=thuyền trên sông" "again=thuyền trên sông"
expect  303 /cb/toi
fact    identity.password_changed
as      lan-office
GET     /cb/toi
expect  401
POST    /dang-nhap sign_in=lan "password=trời mưa ở Vỹ Dạ"
expect  422
as      lan-phone
GET     /cb/toi
expect  200
POST    /dang-xuat
expect  303 /dang-nhap
GET     /cb/toi
expect  401
