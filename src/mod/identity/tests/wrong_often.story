# Guessing is slow wherever one guesses: at the door, behind it, and at the second factor.
story   Five wrong passwords make every question after them wait, a proof and a code too
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 46 --title "Quản trị" --power admin,org.manage --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 46 --title "Chuyên viên" --password "trời nắng ở Kim Long" --chosen

# He has a second factor, is half way in, and somebody at his desk guesses at the door.
as      sau "trời nắng ở Kim Long"
POST    /cb/toi/hai-lop secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ code=390550
expect  200
as      sau-phone
POST    /dang-nhap sign_in=sau "password=trời nắng ở Kim Long"
expect  303 /dang-nhap/ma*
repeat 5 POST /dang-nhap sign_in=sau "password=trời nắng ở $n"
expect  422
POST    /dang-nhap/ma code=111111
expect  422 text~"Mã sai nhiều lần. Hãy đợi rồi thử lại."

# She is in, and somebody at her desk guesses at the door.
as      lan "trời mưa ở Vỹ Dạ"
advance 11 minutes
POST    /qt/don-vi/19753/ket-thuc unit=1 until=31/03/2026
expect  403 text~"Xác nhận là chính mình"
repeat 5 POST /dang-nhap sign_in=lan "password=trời mưa ở $n"
expect  422
POST    /xac-nhan/qt/don-vi/19753/ket-thuc unit=1 until=31/03/2026 "factor=trời mưa ở Vỹ Dạ"
expect  422 text~"Sai nhiều lần. Hãy đợi ít phút rồi thử lại."
advance 1 minutes
POST    /xac-nhan/qt/don-vi/19753/ket-thuc unit=1 until=31/03/2026 "factor=trời mưa ở Vỹ Dạ"
expect  307
