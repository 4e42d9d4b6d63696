# Addresses: of drafts, of reports in any spelling, and what is said of a wrong one.
story   A draft is found by its address only, a report by any spelling of its code
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen
anonymous
GET     /gui/0123456789abcdef0123456789abcdef/viec
expect  404
POST    /gui/0123456789abcdef0123456789abcdef/xem-lai
expect  404
GET     /gui/%27%3B/viec
expect  404
POST    /gui don-vi=khong-co
expect  303
let     draft = location after "/gui/"
GET     /gui/$draft
let     token = between "action=\"/gui/" "/viec\""
GET     /gui/$token/khong-co
expect  404
# What does not ask for a place still asks for the office when a link named none that there is.
POST    /gui/$token/viec category=thu-tuc
POST    /gui/$token/noi-dung "text=Nộp hồ sơ ba tuần chưa thấy trả kết quả."
expect  303 /gui/$token/hoi-them
POST    /gui/$token/hoi-them reply1=
expect  303 /gui/$token/o-dau
# The last page before the others says what is missing, and keeps what is there.
POST    /gui/$token/xem-lai
expect  422 text~"Không có xã, phường nào mang mã này"
POST    /gui/$token/o-dau unit=19753
POST    /gui/$token/ai-gui identity=ca-hai
expect  422 text~"Hãy chọn một cách ghi tên"
POST    /gui/$token/ai-gui identity=anonymous "name=Nguyễn Thị Hường"
expect  303 /gui/$token/xem-lai
GET     /gui/$token/xem-lai
expect  200 text~"Không nêu tên" no~"Hường"
POST    /gui/$token/xem-lai
expect  303
let     receipt = location after "/bien-nhan/"
GET     /bien-nhan/$receipt
let     code = between "<p class=\"k-code\">" "<"
# After a day the address of the draft still leads to the receipt, without the secret.
advance 25 hours
GET     /gui/$token/viec
expect  303 /bien-nhan/$code*
GET     /bien-nhan/$receipt
expect  200 no~"Mã bí mật của bà con"

GET     /t/$code
expect  303 /kiem-tra/ho-so/$code
GET     /T/$code
expect  303 /kiem-tra/ho-so/$code
GET     /tra-cuu?ma=$code
expect  303 /kiem-tra/ho-so/$code
GET     /bien-nhan/$code/qr.svg
expect  200 Content-Type~svg
GET     /tra-cuu
expect  200 text~"Mã hồ sơ ghi trên biên nhận"
GET     /tra-cuu?ma=PX-7K3O-92MX
expect  422 text~"Ký tự “O” không có trong mã hồ sơ"
GET     /tra-cuu?ma=px7k3l92mx
expect  422 text~"Ký tự “L” không có trong mã hồ sơ"
GET     /tra-cuu?ma=PX-7K3
expect  422 text~"có 10 ký tự"
GET     /tra-cuu?ma=PX-2222-2228
expect  422 text~"Không có hồ sơ nào mang mã này. Hãy xem lại biên nhận."
GET     /tra-cuu?ma=PX-2222-2223
expect  422 text~"có một ký tự bị nhầm"
GET     /tra-cuu?ma=PX-2222-222R
expect  422
GET     /t/PX-7K3O-92MX
expect  303 /tra-cuu?ma=PX-7K3O-92MX
header  Cookie: tieng=en
GET     /tra-cuu?ma=PX-7K3O-92MX
expect  422 text~"“O”"
GET     /kiem-tra/ho-so/PX-2222-2222
expect  404
GET     /bien-nhan/PX-2222-2222
expect  404

# Pages that are shared hold nobody's name and nobody's token.
GET     /kiem-tra/ho-so
expect  200 text~"$code" no~"type=\"hidden\""
GET     /giam-sat/so-lieu
expect  200 no~"type=\"hidden\""
as      sau "trời nắng ở Kim Long"
GET     /cb/hop-thu
expect  200 text~"$code"
anonymous
GET     /kiem-tra/ho-so
expect  200 no~"Lê Văn Sáu" no~"/cb/hop-thu" no~"dang-xuat"
# Keys of a page that are no numbers, or too large, begin at the beginning.
as      sau
GET     /cb/hop-thu?sau=99999999999999999999.99999999999999999999
expect  200 text~"$code"
GET     /cb/hop-thu?sau=9223372036854775807.9223372036854775807
expect  200 no~"$code"
GET     /cb/hop-thu?don-vi=19774
expect  403
POST    /cb/hs/$code/accept version=99999999999999999999
expect  422
POST    /cb/hs/$code/khong-co
expect  404
ledger  verifies
