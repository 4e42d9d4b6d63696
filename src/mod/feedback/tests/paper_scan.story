# The paper stays beside what is typed from it, and with those who handle the report.
story   An officer scans a paper, types it in with the pages beside, and the public never sees them
law     42/2013/QH13 art 25
clock   2026-03-06 14:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen
console identity add --name "Hồ Thị Bảy" --sign-in bay --unit 19774 --title "Chuyên viên" --power feedback.handle --password "trời xanh ở An Cựu" --chosen
as      sau "trời nắng ở Kim Long"
GET     /cb/nhap-giay
expect  200 text~"Bản quét hoặc ảnh chụp đơn" no~"Trang 1 của đơn giấy"
POST    /cb/nhap-giay step=scan "text=Đã gõ được nửa trang."
expect  422 text~"Chưa chọn tệp nào" text~"Đã gõ được nửa trang."
POST    /cb/nhap-giay step=scan "text=Đã gõ được nửa trang." photos@fuzz/corpus/scan/two.pdf
expect  200 text~"Trang 1 của đơn giấy" text~"Trang 2 của đơn giấy" no~"Trang 3 của đơn giấy" text~"Đã gõ được nửa trang."
let     scan = between "name=\"scan\" value=\"" "\""
let     large = between "k-intake__page\">\n<a href=\"" "\""
GET     $large
expect  200 Content-Type~image/jpeg Cache-Control~no-store
# What is no picture, or too much, is said beside the field; what came stays.
POST    /cb/nhap-giay step=scan scan=$scan photos@fuzz/corpus/scan/locked.pdf
expect  422 text~"Trang 2 của đơn giấy" text~"mật khẩu"
POST    /cb/nhap-giay step=scan scan=$scan photos@fuzz/corpus/scan/eight.pdf
expect  422 text~"tối đa 5" text~"Trang 2 của đơn giấy"
POST    /cb/nhap-giay step=scan scan=$scan photos@fuzz/corpus/picture/plain.png photos@fuzz/corpus/picture/turned.jpg photos@fuzz/corpus/picture/grey.jpg photos@fuzz/corpus/picture/progressive.jpg
expect  422 text~"Mỗi hồ sơ nhận tối đa 5 ảnh" text~"Trang 2 của đơn giấy"
POST    /cb/nhap-giay step=scan scan=$scan photos@fuzz/corpus/picture/plain.png
expect  200 text~"Trang 3 của đơn giấy" text~"Bỏ trang 3"
let     third = between "alt=\"Trang 3 của đơn giấy\"></a>\n<figcaption><button class=\"k-button k-button--second\" name=\"drop\" value=\"" "\""
POST    /cb/nhap-giay scan=$scan drop=$third
expect  200 text~"Trang 2 của đơn giấy" no~"Trang 3 của đơn giấy"
# Typed in. What still needs mending loses no page.
POST    /cb/nhap-giay channel=paper received_on=02/03/2026 unit=19753 category=giao-thong text=Xin identity=anonymous scan=$scan
expect  422 text~"Nội dung ngắn quá" text~"Trang 2 của đơn giấy"
POST    /cb/nhap-giay channel=paper received_on=02/03/2026 unit=19753 category=giao-thong "text=Xin làm lại lan can cầu Kho Rèn." identity=anonymous scan=$scan
expect  303
fact    feedback.received feedback.scan feedback.scan
let     receipt = location after "/bien-nhan/"
GET     /bien-nhan/$receipt
expect  200 no~"/anh/"
let     code = between "<p class=\"k-code\">" "<"
POST    /cb/nhap-giay step=scan scan=$scan photos@fuzz/corpus/picture/plain.png
expect  422 text~"Hồ sơ này đã gửi rồi"
GET     /cb/hs/$code
expect  200 text~"Bản quét đơn giấy" text~"/anh/"
let     page = between "class=\"k-thumbs\">\n<li><a href=\"" "\""
GET     $page
expect  200 Content-Type~image/jpeg Cache-Control~no-store
# Nobody else.
as      bay "trời xanh ở An Cựu"
GET     $page
expect  404
anonymous
GET     $page
expect  404
GET     /kiem-tra/ho-so/$code
expect  200 text~"lan can cầu Kho Rèn" no~"/anh/"
GET     /api/v1/reports/$code
expect  json .photos[0] = absent
ledger  verifies

# Of somebody who hides the name from the unit the paper shows it: only who has opened it with a reason reads the pages.
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Phó Chủ tịch" --power feedback.handle,feedback.lead --password "trời mưa ở Vỹ Dạ" --chosen
as      sau
POST    /cb/nhap-giay step=scan photos@fuzz/corpus/scan/two.pdf
let     scan = between "name=\"scan\" value=\"" "\""
POST    /cb/nhap-giay channel=paper received_on=02/03/2026 unit=19753 category=giao-thong "text=Xin làm lại lan can cầu Kho Rèn." identity=hidden "name=Tôn Nữ Thị Mai" scan=$scan
expect  303
let     receipt = location after "/bien-nhan/"
GET     /bien-nhan/$receipt
let     code = between "<p class=\"k-code\">" "<"
GET     /cb/hs/$code
expect  200 text~"Trên bản quét có tên mà người gửi giấu" no~"/anh/"
# Nor does it go along to those who read a denunciation before they may ask for the name.
GET     /cb/hs/$code/niem-phong
expect  200 text~"Bản quét đơn giấy bị xóa ở đây và không niêm phong theo" no~"ảnh được niêm phong theo đơn"
as      lan "trời mưa ở Vỹ Dạ"
GET     /cb/hs/$code
expect  200 text~"Bản quét đơn giấy" text~"/anh/"
let     page = between "class=\"k-thumbs\">\n<li><a href=\"" "\""
GET     $page
expect  200 Content-Type~image/jpeg
as      sau
GET     $page
expect  404
