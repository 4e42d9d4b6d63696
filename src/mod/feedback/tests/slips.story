# A slip bears its code before anybody wrote on it: the stub at home finds the report when it is typed in.
story   Slips are printed with codes, written on by hand, and become reports under the same code and secret
law     42/2013/QH13 art 25
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen
console identity add --name "Hồ Thị Bảy" --sign-in bay --unit 19774 --title "Chuyên viên" --power feedback.handle --password "trời xanh ở An Cựu" --chosen
anonymous
GET     /cb/phieu-in-san
expect  401
as      sau "trời nắng ở Kim Long"
GET     /cb/nhap-giay
expect  200 text~"/cb/phieu-in-san"
GET     /cb/phieu-in-san
expect  200 text~"Chưa in phiếu nào" text~"Phường Phú Xuân" no~"Phường Thuận An"
POST    /cb/phieu-in-san unit=19753 amount=
expect  422 text~"Số phiếu"
POST    /cb/phieu-in-san unit=19753 amount=11
expect  422 text~"từ 1 đến 10 phiếu" text~"value=\"11\""
POST    /cb/phieu-in-san unit=99999 amount=1
expect  422 text~"Không có xã, phường nào mang mã này"
POST    /cb/phieu-in-san unit=19774 amount=1
expect  403
GET     /cb/phieu-in-san/in.txt?nhap=khong-co
expect  404

POST    /cb/phieu-in-san unit=19753 amount=2
expect  303 /cb/phieu-in-san?unit=19753&nhap=*
fact    feedback.slip feedback.slip
let     page = location after "/cb/phieu-in-san"
GET     /cb/phieu-in-san$page
expect  200 text~"Đã có 2 phiếu mới" text~"Lê Văn Sáu" text~"Chưa" Cache-Control~no-store
let     token = between "in.pdf?nhap=" "\""
GET     /cb/phieu-in-san/in.pdf?nhap=$token
expect  200 Content-Type~pdf Content-Disposition~phieu-in-san.pdf
GET     /cb/phieu-in-san/in.txt?nhap=$token
expect  200 text~"Phiếu phản ánh, kiến nghị" text~"Phần dưới người gửi giữ" text~"HTTP" text~"/T/PX-"
let     code = between "Mã phiếu:             " "\n"
let     secret = between "Mã bí mật, giữ cho riêng mình:\n                      " "\n"

# Whoever scans the stub sooner than the office types is told what to wait for.
anonymous
GET     /t/$code
expect  303
GET     /kiem-tra/ho-so/$code
expect  200 text~"Phiếu chưa được nhập vào sổ" text~"Phường Phú Xuân" text~"thời hạn tính từ ngày nộp"
GET     /tra-cuu?ma=$code
expect  303 /kiem-tra/ho-so/$code
GET     /kiem-tra/ho-so/PX-2222-2228
expect  404

# Typed in: what a reader of QR codes types is an address.
advance 2 days
as      sau "trời nắng ở Kim Long"
POST    /cb/nhap-giay channel=paper received_on=02/03/2026 slip=PX-2222-2223 unit=19753 category=giao-thong "text=Xin làm lại lan can cầu Kho Rèn." identity=anonymous
expect  422 text~"Mã trên phiếu có ký tự bị nhầm" text~"lan can cầu Kho Rèn" text~"PX-2222-2223"
POST    /cb/nhap-giay channel=paper received_on=02/03/2026 slip=PX-2222-2228 unit=19753 category=giao-thong "text=Xin làm lại lan can cầu Kho Rèn." identity=anonymous
expect  422 text~"Không có phiếu in sẵn nào mang mã này"
as      bay "trời xanh ở An Cựu"
POST    /cb/nhap-giay channel=paper received_on=02/03/2026 slip=$code unit=19774 category=giao-thong "text=Xin làm lại lan can cầu Kho Rèn." identity=anonymous
expect  422 text~"Phiếu này in cho đơn vị khác: Phường Phú Xuân"
as      sau
POST    /cb/nhap-giay channel=paper received_on=02/03/2026 slip=HTTPS://KHEO.TEST/T/$code unit=19753 category=giao-thong "text=Xin làm lại lan can cầu Kho Rèn." identity=named "name=Tôn Nữ Thị Mai" "phone=0912 345 678"
expect  303 /bien-nhan/$code*
fact    feedback.received
let     receipt = location after "/bien-nhan/"
GET     /bien-nhan/$receipt
expect  200 text~"$code" text~"02/03/2026" text~"11/03/2026" no~"$secret"
POST    /cb/nhap-giay channel=paper received_on=02/03/2026 slip=$code unit=19753 category=giao-thong "text=Xin làm lại lan can cầu Kho Rèn, lần nữa." identity=anonymous
expect  422 text~"Phiếu này đã nhập rồi"
GET     /cb/phieu-in-san?unit=19753
expect  200 text~"/cb/hs/$code" no~"phiếu mới"

# The stub's secret is the report's.
anonymous
GET     /kiem-tra/ho-so/$code
expect  200 text~"lan can cầu Kho Rèn"
POST    /kiem-tra/ho-so/$code/withdraw secret=22222222
expect  422 text~"Mã bí mật không đúng"
POST    /kiem-tra/ho-so/$code/withdraw secret=$secret
expect  303
fact    feedback.withdraw
ledger  verifies

# A day later nobody has the secrets any more.
advance 1 days
as      sau "trời nắng ở Kim Long"
GET     /cb/phieu-in-san/in.pdf?nhap=$token
expect  404
