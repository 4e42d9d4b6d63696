# The second factor, with the key of RFC 6238's own vectors and codes for this story's clock.
story   A second factor is turned on with a code, asked for, counted once, and turned off
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 46 --title "Chuyên viên" --password "trời mưa ở Vỹ Dạ" --chosen

as      lan "trời mưa ở Vỹ Dạ"
GET     /cb/toi/hai-lop
expect  200 text~"otpauth://totp/Kheo:lan" text~"<svg xmlns" Cache-Control~no-store
POST    /cb/toi/hai-lop secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ code=000000
expect  422 text~"Mã không đúng" text~"GEZD GNBV"
POST    /cb/toi/hai-lop secret=ngan code=390550
expect  400
POST    /cb/toi/hai-lop secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ code=390550
expect  200 text~"Mã dự phòng"
fact    identity.totp_changed
let     spare = between "k-code--small\">" "<"

# From now on a password is half the way.
as      lan-phone
POST    /dang-nhap sign_in=lan "password=trời mưa ở Vỹ Dạ" ve=/don-vi
expect  303 /dang-nhap/ma*
GET     /cb/toi
expect  401
GET     /qt/nguoi-dung
expect  401
GET     /dang-nhap/ma
expect  200 text~"Mã xác nhận"
# The code that turned it on has been used.
POST    /dang-nhap/ma code=390550
expect  422 text~"Mã không đúng hoặc đã dùng"
advance 1 minutes
POST    /dang-nhap/ma code=570291 ve=/don-vi
expect  303 /don-vi
GET     /cb/toi
expect  200 text~"Còn 10 mã dự phòng"

# A recovery code stands for the app, once.
as      lan-borrowed
POST    /cb/hs/PX-2222-2222/note "text=Đã gọi bà Hoa."
expect  401 text~"Đã gọi bà Hoa."
let     seal = between "name=\"dau\" value=\"" "\""
POST    /dang-nhap sign_in=lan "password=trời mưa ở Vỹ Dạ" gui=/cb/hs/PX-2222-2222/note dau=$seal "giu.text=Đã gọi bà Hoa."
expect  200 text~"Mã xác nhận" text~"name=\"giu.text\" value=\"Đã gọi bà Hoa.\""
POST    /dang-nhap/ma code=$spare gui=/cb/hs/PX-2222-2222/note dau=$seal "giu.text=Đã gọi bà Hoa."
expect  200 text~"Gửi tiếp" text~"action=\"/cb/hs/PX-2222-2222/note\"" text~"name=\"text\" value=\"Đã gọi bà Hoa.\""
GET     /cb/toi
expect  200 text~"Còn 9 mã dự phòng"
POST    /dang-xuat
expect  303
POST    /dang-nhap sign_in=lan "password=trời mưa ở Vỹ Dạ"
expect  303 /dang-nhap/ma*
POST    /dang-nhap/ma code=$spare
expect  422

# Five wrong codes, and the password has to be given again. A half sign-in lasts five minutes.
POST    /dang-nhap/ma code=111111
expect  422
POST    /dang-nhap/ma code=111112
expect  422
POST    /dang-nhap/ma code=111113
expect  422
POST    /dang-nhap/ma code=111114
expect  303 /dang-nhap
GET     /dang-nhap/ma
expect  303 /dang-nhap
advance 10 minutes
POST    /dang-nhap sign_in=lan "password=trời mưa ở Vỹ Dạ"
expect  303 /dang-nhap/ma*
advance 5 minutes
GET     /dang-nhap/ma
expect  303 /dang-nhap

# What is grave asks for a code; the password alone is no proof any more.
as      lan-phone
POST    /cb/toi/hai-lop secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ code=000000
expect  403 text~"Mã xác nhận"
POST    /xac-nhan/cb/toi/hai-lop secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ code=000000 "factor=trời mưa ở Vỹ Dạ"
expect  422 text~"Mã không đúng hoặc đã dùng"
POST    /xac-nhan/cb/toi/hai-lop secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ code=000000 factor=444928
expect  307 /cb/toi/hai-lop
POST    /cb/toi/hai-lop secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ code=000000
expect  422 text~"Mã không đúng. Hãy xem giờ"

# Off again, with the password.
as      lan-phone
POST    /cb/toi/hai-lop/bo password=sai
expect  422 text~"Mật khẩu không đúng"
POST    /cb/toi/hai-lop/bo "password=trời mưa ở Vỹ Dạ"
expect  303 /cb/toi
fact    identity.totp_changed
as      lan-again
POST    /dang-nhap sign_in=lan "password=trời mưa ở Vỹ Dạ"
expect  303 /cb/toi
ledger  verifies
