# Photos of a report: who sees them, what the ledger says of them, and the original as evidence.
story   Two photos come with a report, are hidden with it, and one is taken out with a reason
clock   2026-03-02 09:00
console org import --hue
console identity add --sign-in quan --name "Phan Quản" --unit 46 --title "Quản trị" --power identity.manage --password "nón bài thơ bên cầu" --chosen
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen
console identity add --name "Hồ Thị Mười" --sign-in muoi --unit 19804 --title "Chuyên viên" --power feedback.handle --password "trời mát ở Hương An" --chosen

anonymous
POST    /gui don-vi=19753
let     viec = location after "/gui/"
GET     /gui/$viec
let     draft = between "action=\"/gui/" "/viec\""
POST    /gui/$draft/viec category=giao-thong
GET     /gui/$draft/noi-dung
expect  200 text~"multipart/form-data" text~"Tối đa 5 ảnh" no~"/anh/"

# Photos are kept before the text is finished; a bad one is named and does not take the good one along.
POST    /gui/$draft/noi-dung text=ngắn photos@fuzz/corpus/picture/turned.jpg photos@fuzz/corpus/picture/bomb.png
expect  422 text~"Hãy kể việc gì, ở đâu" text~"Ảnh thứ 2 lớn quá" text~"Bỏ ảnh 1" no~"Bỏ ảnh 2"
POST    /gui/$draft/noi-dung "text=Cống trước số 15 Lê Lợi mất nắp." photos@fuzz/corpus/picture/grey1.png
expect  303 /gui/$draft/o-dau
GET     /gui/$draft/noi-dung
expect  200 text~"Bỏ ảnh 2"
let     drafted = between "src=\"/anh/" "\""
GET     /anh/$drafted
expect  200 Content-Type~image/jpeg Cache-Control~no-store
POST    /gui/$draft/o-dau unit=19753 "place=Trước số 15 Lê Lợi"
POST    /gui/$draft/ai-gui identity=anonymous
GET     /gui/$draft/xem-lai
expect  200 text~"Số ảnh"
POST    /gui/$draft/xem-lai
expect  303 /bien-nhan/PX-*
fact    feedback.received feedback.photo feedback.photo
ledger  verifies
let     receipt = location after "/bien-nhan/"
GET     /bien-nhan/$receipt
expect  200 text~"Ảnh 2"
let     code = between "<p class=\"k-code\">" "<"
let     secret = between "Mã bí mật của bà con:</p>\n<p class=\"k-code\">" "<"
GET     /api/v1/reports/$code
expect  json .photos[1].number = 2
GET     /kiem-tra/ho-so/$code
let     name = between "href=\"/anh/" "\""
GET     /anh/$name
expect  200 Content-Type~image/jpeg Cache-Control~immutable
GET     /anh/$name/nho
expect  200 Content-Type~image/jpeg

# Another photo by the API, with the secret in a header.
header  Report-Secret: $secret
POST    /api/v1/reports/$code/photos photo@fuzz/corpus/picture/woven.png
expect  201
expect  json .number = 3
fact    feedback.photo
header  Report-Secret: $secret
POST    /api/v1/reports/$code/photos photo@fuzz/corpus/picture/inks.jpg photo@fuzz/corpus/picture/plain.png
expect  422 text~"Mỗi lần gửi một ảnh"
header  Report-Secret: 22222222
POST    /api/v1/reports/$code/photos photo@fuzz/corpus/picture/inks.jpg
expect  422
expect  json .errors[0].field = report_secret

# The original: a reason, somebody whose power it is, and a line in the ledger.
POST    /cb/hs/$code/anh-goc name=$name "reason=Làm chứng cứ"
expect  401
as      muoi "trời mát ở Hương An"
POST    /cb/hs/$code/anh-goc name=$name "reason=Tò mò"
expect  403
as      sau "trời nắng ở Kim Long"
GET     /cb/hs/$code
expect  200 text~"Tải ảnh gốc 3"
POST    /cb/hs/$code/anh-goc name=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa "reason=Làm chứng cứ"
expect  404
POST    /cb/hs/$code/anh-goc name=$name reason=
expect  422 text~"Hãy nêu lý do mở ảnh gốc"
POST    /cb/hs/$code/anh-goc name=$name "reason=Làm chứng cứ về nơi chụp"
expect  200 text~"16.4637N" Content-Disposition~attachment Content-Type~octet-stream Cache-Control~no-store
fact    feedback.original_opened

as      quan "nón bài thơ bên cầu"
GET     /qt/nhat-ky?kind=photo
expect  200 text~"<td data-label=\"Việc\">Lấy ảnh gốc" text~"Làm chứng cứ về nơi chụp" text~"$code"
as      sau

# Withheld with its report: for officers of that place and whoever has the secret, and for nobody else.
POST    /cb/hs/$code/withhold reason=doi-tu
expect  303 /cb/hs/$code
GET     /anh/$name
expect  200 Cache-Control~no-store
as      muoi
GET     /anh/$name
expect  404
anonymous
GET     /anh/$name
expect  404
GET     /kiem-tra/ho-so/$code
expect  200 no~"/anh/"
GET     /bien-nhan/$code
expect  200 no~"/anh/" no~"Lê Văn Sáu"
POST    /kiem-tra/ho-so/$code/mo secret=$secret
expect  200 text~"Ảnh 3" text~"Lê Văn Sáu: Làm chứng cứ về nơi chụp"
let     opened = between "src=\"/anh/" "\" alt=\"Ảnh 1\""
GET     /anh/$opened
expect  200 Content-Type~image/jpeg Cache-Control~no-store
advance 3 days
GET     /anh/$opened
expect  404

# A draft that is forgotten forgets its photos.
POST    /gui don-vi=19753
let     viec = location after "/gui/"
GET     /gui/$viec
let     draft = between "action=\"/gui/" "/viec\""
POST    /gui/$draft/viec category=giao-thong
POST    /gui/$draft/noi-dung "text=Cống trước số 15 Lê Lợi mất nắp." photos@fuzz/corpus/picture/turned.jpg
expect  303 /gui/$draft/o-dau
advance 15 days
GET     /gui/$draft/noi-dung
expect  404
ledger  verifies
