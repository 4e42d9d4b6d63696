# From paper and at the counter: the day of the stamp counts, and only its own office enters it.
story   A paper counts from the day on its stamp, which is not tomorrow and not another office's
law     42/2013/QH13 art 25
clock   2026-03-06 14:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen
anonymous
GET     /cb/nhap-giay
expect  401
as      sau "trời nắng ở Kim Long"
GET     /cb/nhap-giay
expect  200 text~"Ngày nhận ghi trên dấu đến" Cache-Control~no-store
POST    /cb/nhap-giay channel=paper received_on=02/03/2026 incoming_number=15/Đ unit=19753 category=giao-thong "text=Xin làm lại lan can cầu Kho Rèn." identity=named "name=Tôn Nữ Thị Mai" "phone=0912 345 678"
expect  303 /bien-nhan/PX-*
fact    feedback.received
let     receipt = location after "/bien-nhan/"
GET     /bien-nhan/$receipt
expect  200 text~"Mã bí mật" text~"02/03/2026" text~"11/03/2026"
let     code = between "<p class=\"k-code\">" "<"
GET     /api/v1/reports/$code
expect  json .received = 2026-03-02T00:00:00+07:00
expect  json .due = 2026-03-11T23:59:59+07:00
# At the counter, today.
POST    /cb/nhap-giay channel=counter unit=19753 category=giao-thong "text=Bà cụ nói đường trước nhà bị sụt."
expect  303
let     receipt = location after "/bien-nhan/"
GET     /bien-nhan/$receipt
expect  200 text~"17/03/2026"

POST    /cb/nhap-giay channel=paper received_on=07/03/2026 unit=19753 category=giao-thong "text=Xin làm lại lan can cầu Kho Rèn."
expect  422 text~"không thể sau hôm nay"
POST    /cb/nhap-giay channel=paper received_on=30/02/2026 unit=19753 category=giao-thong "text=Xin làm lại lan can cầu Kho Rèn."
expect  422 text~"ngày có thật"
POST    /cb/nhap-giay channel=paper received_on=02/03/1026 unit=19753 category=giao-thong "text=Xin làm lại lan can cầu Kho Rèn."
expect  422 text~"Vào ngày đó quy định TCD-ANS không có hiệu lực. (căn cứ: khoản 1 Điều 28 Luật Tiếp công dân"
POST    /cb/nhap-giay channel=paper unit=19774 category=giao-thong "text=Xin làm lại lan can cầu Kho Rèn."
expect  403
# What comes by the web comes from the web.
POST    /cb/nhap-giay channel=web received_on=02/01/2026 unit=19774 category=giao-thong "text=Xin làm lại lan can cầu Kho Rèn."
expect  422 text~"Hãy chọn một cách nhận"
ledger  verifies
