# What a body outside decides is passed on to it, and the sender is told where.
story   A report of another body's is forwarded on the law's form
law     42/2013/QH13 art 26
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen
console identity add --name "Hồ Thị Tư" --sign-in tu --unit 19774 --title "Chuyên viên" --power feedback.handle --password "trời gió ở Thuận An" --chosen
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"giao-thong","text":"Gác chắn đường sắt ở Bùi Thị Xuân hỏng cần, tàu tới mới kéo.","name":"Trần Văn Ba","phone":"0905000111"}
let     code = json .code
as      sau "trời nắng ở Kim Long"
GET     /cb/hs/$code
expect  200 text~"Chuyển cơ quan ngoài hệ thống" text~"không có trong hệ thống này" no~"phiếu chuyển đơn"
GET     /cb/hs/$code/phieu-chuyen
expect  404
POST    /cb/hs/$code/forward text= "reason=Đường sắt quốc gia."
expect  422 text~"Hãy viết nội dung"
POST    /cb/hs/$code/forward "text=Chi nhánh Khai thác đường sắt Bình Trị Thiên" reason=
expect  422 text~"Hãy nêu lý do" text~"Bình Trị Thiên"
POST    /cb/hs/$code/forward "text=Chi nhánh Khai thác đường sắt Bình Trị Thiên, một trong các chi nhánh của Tổng công ty Đường sắt Việt Nam có trụ sở tại thành phố Huế, nơi quản lý toàn bộ các gác chắn, đường ngang có người gác và đường ngang cảnh báo tự động trên đoạn tuyến đường sắt Bắc Nam đi qua địa bàn thành phố Huế và các tỉnh giáp ranh ở phía bắc và phía nam của thành phố" "reason=Đường sắt quốc gia."
expect  422 text~"dài quá 300 ký tự"
POST    /cb/hs/$code/forward "text=Chi nhánh Khai thác đường sắt Bình Trị Thiên" "reason=Gác chắn thuộc đường sắt quốc gia."
expect  303 /cb/hs/$code
fact    feedback.forward
GET     /cb/hs/$code
expect  200 text~"Đã chuyển cơ quan khác" text~"In phiếu chuyển đơn"
GET     /cb/hs/$code/phieu-chuyen.pdf
expect  200 Content-Type~pdf Content-Disposition~mau-C05-04.pdf
POST    /cb/hs/$code/accept
expect  422
as      tu "trời gió ở Thuận An"
GET     /cb/hs/$code/phieu-chuyen.pdf
expect  404
# The sender and everybody read where it went, and why.
anonymous
GET     /kiem-tra/ho-so/$code
expect  200 text~"đơn đã được chuyển tới đó" text~"Chi nhánh Khai thác đường sắt Bình Trị Thiên" text~"đường sắt quốc gia" no~"Trần Văn Ba"
GET     /kiem-tra/ho-so?status=forwarded
expect  200 text~"$code"
advance 30 days
GET     /kiem-tra/ho-so/$code
expect  200 no~"Quá hạn"
ledger  verifies
