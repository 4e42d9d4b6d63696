# A category's own questions: asked in every way of intake, kept in the house, and never shown in public.
story   What a category asks is asked on the web, on paper and by program, and stays between sender and office
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen

# By program: what is asked stands in the list of categories, what must be answered is enforced.
anonymous
GET     /api/v1/categories
expect  200 text~"reply1" text~"Số ghi trên cột đèn" text~"Luật Tố cáo" text~"\"is_required\":true"
POST    /api/v1/reports json {"unit":"19753","category":"dich-vu-so","text":"Ứng dụng báo lụt không mở được."}
expect  422 text~"Trang web, ứng dụng hoặc nhà mạng nào"
expect  json .errors[0].field = reply1
POST    /api/v1/reports json {"unit":"19753","category":"giao-thong","text":"Ổ gà sâu trước chợ.","reply1":"Số 12"}
expect  422 text~"không có câu hỏi thứ 1"
POST    /api/v1/reports json {"unit":"19753","category":"dich-vu-so","text":"Ứng dụng báo lụt không mở được.","reply1":"Ứng dụng Hue-S","reply2":"Lỗi 500"}
expect  201
let     code = json .code
let     secret = json .secret
fact    feedback.received
GET     /api/v1/reports/$code
expect  200 no~"Hue-S"
GET     /kiem-tra/ho-so/$code
expect  200 no~"Hue-S"
POST    /kiem-tra/ho-so/$code/mo secret=$secret
expect  200 text~"Ứng dụng Hue-S"

# On the web: a step of its own, passed over when the category asks nothing.
POST    /gui don-vi=19753
let     viec = location after "/gui/"
GET     /gui/$viec
let     draft = between "action=\"/gui/" "/viec\""
POST    /gui/$draft/viec category=chieu-sang
POST    /gui/$draft/noi-dung "text=Đèn trước số 15 Lê Lợi tắt ba đêm nay."
expect  303 /gui/$draft/hoi-them
GET     /gui/$draft/hoi-them
expect  200 text~"Số ghi trên cột đèn (nếu thấy) (không bắt buộc)" no~"Bước"
POST    /gui/$draft/hoi-them reply1=
expect  303 /gui/$draft/o-dau
GET     /gui/$draft/viec
expect  200 text~"Bước 1 trên 5"
GET     /gui/$draft/o-dau
expect  200 text~"Bước 3 trên 5"
POST    /gui/$draft/hoi-them "reply1=KL 47"
expect  303 /gui/$draft/o-dau
GET     /gui/$draft/hoi-them
expect  200 text~"value=\"KL 47\""

# Another category asks other things; what was said about the lamp is not said of the application.
POST    /gui/$draft/viec category=giao-thong
GET     /gui/$draft/hoi-them
expect  303 /gui/$draft/o-dau
POST    /gui/$draft/viec category=dich-vu-so
POST    /gui/$draft/noi-dung "text=Ứng dụng báo lụt không mở được."
expect  303 /gui/$draft/hoi-them
POST    /gui/$draft/hoi-them "reply2=Màn hình trắng"
expect  422 text~"Loại việc này cần thêm một câu trả lời: Trang web" text~"value=\"Màn hình trắng\"" no~"KL 47"
POST    /gui/$draft/hoi-them "reply1=Ứng dụng Hue-S" "reply2=Màn hình trắng"
expect  303 /gui/$draft/giong-nhau
POST    /gui/$draft/giong-nhau chon=khong
expect  303 /gui/$draft/ai-gui
POST    /gui/$draft/ai-gui identity=anonymous
GET     /gui/$draft/xem-lai
expect  200 text~"Ứng dụng Hue-S" text~"Màn hình trắng" text~"/gui/$draft/hoi-them" no~"KL 47"
POST    /gui/$draft/xem-lai
expect  303 /bien-nhan/PX-*
fact    feedback.received
let     receipt = location after "/bien-nhan/"
GET     /bien-nhan/$receipt
let     code = between "<p class=\"k-code\">" "<"
as      sau "trời nắng ở Kim Long"
GET     /cb/hs/$code
expect  200 text~"Ứng dụng Hue-S" text~"Màn hình trắng"

# Whoever joins an open report instead has said it to the office all the same.
anonymous
POST    /gui don-vi=19753
let     viec = location after "/gui/"
GET     /gui/$viec
let     draft = between "action=\"/gui/" "/viec\""
POST    /gui/$draft/viec category=dich-vu-so
POST    /gui/$draft/noi-dung "text=Ứng dụng báo lụt không mở được."
POST    /gui/$draft/hoi-them "reply1=Bản cho máy Android 9"
POST    /gui/$draft/giong-nhau chon=$code
expect  303 /bien-nhan/$code/gop/*
as      sau
GET     /cb/hs/$code
expect  200 text~"Bản cho máy Android 9"
GET     /kiem-tra/ho-so/$code
expect  200 no~"Android 9"

# On paper the category is known when the page is sent: it asks then, and once.
POST    /cb/nhap-giay channel=counter unit=19753 category=chieu-sang asked= "text=Bà cụ nói đèn trước nhà tắt."
expect  422 text~"Loại việc này có câu hỏi thêm" text~"Số ghi trên cột đèn" text~"Bà cụ nói đèn" text~"name=\"asked\" value=\"chieu-sang\""
POST    /cb/nhap-giay channel=counter unit=19753 category=thu-tuc asked=chieu-sang "reply1=KL 47" "text=Bà cụ nói nộp hồ sơ chưa thấy trả."
expect  422 text~"Mã hồ sơ hoặc ngày nộp" no~"KL 47"
POST    /cb/nhap-giay channel=counter unit=19753 category=dich-vu-so asked=dich-vu-so "text=Bà cụ nói ứng dụng không mở được."
expect  422 text~"cần thêm một câu trả lời"
POST    /cb/nhap-giay channel=counter unit=19753 category=chieu-sang asked=chieu-sang "reply1=KL 47" "text=Bà cụ nói đèn trước nhà tắt."
expect  303 /bien-nhan/PX-*
let     receipt = location after "/bien-nhan/"
GET     /bien-nhan/$receipt
expect  200 no~"KL 47"
let     code = between "<p class=\"k-code\">" "<"
GET     /cb/hs/$code
expect  200 text~"KL 47"
ledger  verifies
