# Signing in: what is said, what is counted, and who is not locked out by whom.
story   Signing in, wrong passwords, and a lock-out that locks nobody else out
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 46 --title "Chuyên viên" --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --password "trời nắng ở Kim Long" --chosen

GET     /dang-nhap
expect  200 Cache-Control~no-store text~"Tên đăng nhập"
GET     /cb/toi
expect  401
POST    /dang-nhap sign_in=lan
expect  422 text~"Chưa có “Mật khẩu”"
# A known name and an unknown one get the same page.
POST    /dang-nhap sign_in=lan password=sai
expect  422 text~"Tên đăng nhập hoặc mật khẩu không đúng" no~"sai"
POST    /dang-nhap sign_in=khongai password=sai
expect  422 text~"Tên đăng nhập hoặc mật khẩu không đúng"
POST    /dang-nhap sign_in=' password=x
expect  422 text~"Tên đăng nhập hoặc mật khẩu không đúng"

as      lan
POST    /dang-nhap sign_in=LAN "password=trời mưa ở Vỹ Dạ" ve=/don-vi
expect  303 /don-vi Set-Cookie~__Host-kheo
GET     /cb/toi
expect  200 text~"Trần Thị Lan" text~"máy này"
limit   queries 12 arena 128KiB
GET     /dang-nhap
expect  303 /cb/toi
# Another site's address is not followed.
as      khac
POST    /dang-nhap sign_in=lan "password=trời mưa ở Vỹ Dạ" ve=//example.org/
expect  303 /cb/toi

# Somebody guesses. The first of five was the one above.
as      guesser
POST    /dang-nhap sign_in=lan password=mot
expect  422
POST    /dang-nhap sign_in=lan password=hai
expect  422
POST    /dang-nhap sign_in=lan password=ba
expect  422
POST    /dang-nhap sign_in=lan password=bon
expect  422
POST    /dang-nhap sign_in=lan password=nam
expect  422
POST    /dang-nhap sign_in=lan password=sau
expect  429 Retry-After~30 text~"Hãy thử lại sau 1 phút"
# The right password is not even looked at from there …
POST    /dang-nhap sign_in=lan "password=trời mưa ở Vỹ Dạ"
expect  429
# … but Lan's own browser is heard, behind the same address, and so is everybody else.
as      lan
POST    /dang-nhap sign_in=lan "password=trời mưa ở Vỹ Dạ"
expect  303 /cb/toi
as      sau
POST    /dang-nhap sign_in=sau "password=trời nắng ở Kim Long"
expect  303 /cb/toi
# After the half minute one more try is heard, and the wait doubles.
as      guesser
advance 1 minutes
POST    /dang-nhap sign_in=lan password=bay
expect  422
POST    /dang-nhap sign_in=lan password=tam
expect  429 Retry-After~60
# A day forgets.
advance 25 hours
POST    /dang-nhap sign_in=lan "password=trời mưa ở Vỹ Dạ"
expect  303 /cb/toi
ledger  verifies
