# What people type as they always did: old fonts, old numbers, short years. It is asked back, not refused for good.
story   An old letter pasted in, a telephone of before 2018 and a paper of eleven digits are asked about once
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen

anonymous
POST    /gui don-vi=
let     draft = location after "/gui/"
GET     /gui/$draft
let     token = between "action=\"/gui/" "/viec\""
POST    /gui/$token/viec category=giao-thong
# Typed with .VnTime: the page says what was probably meant, and holds it ready.
POST    /gui/$token/noi-dung "text=§­êng Lª Lîi bÞ s¹t tõ th¸ng tr­íc"
expect  422 text~"phông chữ cũ (TCVN3)" text~"“Đường Lê Lợi bị sạt từ tháng trước”" text~"Đường Lê Lợi bị sạt từ tháng trước</textarea>"
POST    /gui/$token/noi-dung "text=Đường Lê Lợi bị sạt từ tháng trước"
expect  303 /gui/$token/o-dau
POST    /gui/$token/o-dau unit=19753 "place=Ñöôøng Leâ Lôïi"
expect  422 text~"phông chữ cũ (VNI)" text~"value=\"Đường Lê Lợi\""
# Who quotes such letters in a sentence of their own has written what they meant.
POST    /gui/$token/o-dau unit=19753 "place=Bảng điện tử chỉ hiện Ph­êng Phó Xu©n, trước số 15"
expect  303 /gui/$token/ai-gui
POST    /gui/$token/ai-gui identity=named "name=NguyÔn ThÞ H­êng"
expect  422 text~"value=\"Nguyễn Thị Hường\""
# Eleven digits that became ten in 2018.
POST    /gui/$token/ai-gui identity=named "name=Nguyễn Thị Hường" "phone=0167 123 4567"
expect  422 text~"Có phải số bây giờ là 0371 234 567?" text~"value=\"0371 234 567\""
POST    /gui/$token/ai-gui identity=named "name=Nguyễn Thị Hường" "phone=0371 234 567"
expect  303 /gui/$token/xem-lai
GET     /gui/$token/xem-lai
expect  200 text~"0371234567" text~"Bảng điện tử"
POST    /gui/$token/xem-lai cam-ket=1
expect  303 /bien-nhan/*

# The API gets the same sentence, and nothing is stored.
POST    /api/v1/reports json {"unit":"19753","category":"giao-thong","text":"Caàu goã baéc qua keânh bò hoûng"}
expect  422
expect  422 text~"“Cầu gỗ bắc qua kênh bị hỏng”"

# The officer who types the old number finds who has the new one.
as      sau "trời nắng ở Kim Long"
GET     /cb/hop-thu?q=01671234567
expect  200 text~"Lê Lợi bị sạt"
# A short year is this century's or the last one's, whichever can be.
POST    /cb/nhap-giay channel=paper received_on=27/2/26 unit=19753 category=giao-thong "text=Xin làm lại lan can cầu Kho Rèn." identity=anonymous
expect  303
POST    /cb/nhap-giay channel=paper received_on=2/2026 unit=19753 category=giao-thong "text=Xin làm lại lan can cầu Kho Rèn lần nữa." identity=anonymous
expect  422 text~"cần đủ ngày, tháng và năm"

ledger  verifies
