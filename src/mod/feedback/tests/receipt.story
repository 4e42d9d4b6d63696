# The receipt as PDF, picture and text: with the secret only for whoever has just sent.
story   A receipt can be kept, and a secret that was given once is on no file that can be fetched again
law     42/2013/QH13 art 28
clock   2026-03-02 09:00
console org import --hue

# A code that nobody has gives no file of any kind.
anonymous
GET     /bien-nhan/PX-2222-2222.pdf
expect  404
GET     /bien-nhan/PX-2222-2222.txt
expect  404

POST    /gui don-vi=
let     draft = location after "/gui/"
GET     /gui/$draft
let     token = between "action=\"/gui/" "/viec\""
POST    /gui/$token/viec category=giao-thong
POST    /gui/$token/noi-dung "text=Đường Lê Lợi trước số 15 có ổ gà sâu, xe máy hay ngã."
POST    /gui/$token/o-dau unit=19753 "place=Trước số 15 Lê Lợi"
POST    /gui/$token/ai-gui identity=named "name=Nguyễn Thị Hường" "phone=0912 345 678"
POST    /gui/$token/xem-lai
expect  303 /bien-nhan/PX-*
let     receipt = location after "/bien-nhan/"
GET     /bien-nhan/$receipt
expect  200 text~"Lưu biên nhận" text~"bản lưu có cả mã bí mật"
let     code = between "<p class=\"k-code\">" "<"
let     secret = between "Mã bí mật của bà con:</p>\n<p class=\"k-code\">" "<"

# The sender's own page asks for it in a form; the file is kept by nobody on the way.
POST    /bien-nhan/$code.txt nhap=$token
expect  200 Content-Type~"text/plain; charset=utf-8" Cache-Control~no-store
expect  200 text~"Mã hồ sơ:             $code" text~"Mã bí mật:            $secret"
expect  200 text~"Nhận lúc:             09:00 ngày 02/03/2026" text~"Phường Phú Xuân"
expect  200 text~"ổ gà sâu" text~"chậm nhất 23:59 ngày 11/03/2026" text~"Vì sao có hạn này?"
expect  200 text~"HTTPS://" text~"/T/$code" text~"Gốc của sổ:" text~"kheo-verify"
expect  200 no~"Hường" no~"0912 345" no~0912345
POST    /bien-nhan/$code.pdf nhap=$token
expect  200 Content-Type~application/pdf Cache-Control~no-store text~"%PDF-1.5" text~"/Lang (vi)"
expect  200 Content-Disposition~"attachment; filename=\"bien-nhan-$code.pdf\""
POST    /bien-nhan/$code.png nhap=$token
expect  200 Content-Type~image/png Cache-Control~no-store text~"IHDR"
expect  200 Content-Disposition~"inline; filename=\"bien-nhan-$code.png\""

# Another's draft, or none, opens nothing; nor does the draft in an address.
POST    /bien-nhan/$code.txt nhap=0123456789abcdef0123456789abcdef
expect  200 no~$secret text~"đã được đưa một lần"
GET     /bien-nhan/$code.txt?nhap=$token
expect  200 no~$secret text~"đã được đưa một lần" text~"ổ gà sâu"
GET     /bien-nhan/$code.pdf
expect  200 Content-Type~application/pdf text~"%PDF-1.5"
GET     /bien-nhan/$code.png
expect  200 Content-Type~image/png
header  Accept: application/pdf
GET     /bien-nhan/$code
expect  200 Content-Type~application/pdf
GET     /bien-nhan/$code
expect  200 text~"đã được đưa một lần" text~"/bien-nhan/$code.pdf"

# In the reader's language.
as      guest
GET     /giao-dien?tieng=en&ve=/
GET     /bien-nhan/$code.txt
expect  200 text~"at the latest 23:59" text~"The secret code was given once"

# A day later the draft has been forgotten.
anonymous
advance 25 hours
POST    /bien-nhan/$code.txt nhap=$token
expect  200 no~$secret text~"đã được đưa một lần"

# What is withheld is not on paper either, but whoever sent it has it on theirs.
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle,feedback.approve --password "trời nắng ở Kim Long" --chosen
as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$code/withhold reason=doi-tu
expect  303
anonymous
GET     /bien-nhan/$code.txt
expect  200 no~"ổ gà" text~"Nội dung không công khai."
