# "Is it one of these?" before a report is written to the end.
story   Whoever tells of an open matter joins it with a receipt of their own, or sends their own
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen

POST    /api/v1/reports json {"unit":"19753","category":"chieu-sang","place":"kiệt 34 Chi Lăng","text":"Đèn đường trước số 12 kiệt 34 Chi Lăng tắt đã ba tuần, học sinh đi học về rất nguy hiểm."}
expect  201
let     lamp = json .code

# Another matter in the same commune is not asked about.
as      lan
POST    /gui
let     first = location after "/gui/"
GET     /gui/$first
let     draft = between "action=\"/gui/" "/viec"
POST    /gui/$draft/viec category=chieu-sang
expect  303 /gui/$draft/noi-dung
POST    /gui/$draft/noi-dung "text=Cột điện ở bến đò Vỹ Dạ nghiêng, dây sà xuống gần mặt nước."
POST    /gui/$draft/o-dau unit=19753 "place=Bến đò Vỹ Dạ"
expect  303 /gui/$draft/ai-gui
GET     /gui/$draft/giong-nhau
expect  303 /gui/$draft/ai-gui
GET     /gui/$draft/ai-gui
expect  200 text~"Bước 4 trên 5" text~"/gui/$draft/o-dau"

# The same matter in other words.
as      mai
POST    /gui
let     first = location after "/gui/"
GET     /gui/$first
let     draft = between "action=\"/gui/" "/viec"
POST    /gui/$draft/viec category=chieu-sang
POST    /gui/$draft/noi-dung "text=Mấy bóng đèn trước số 12 kiệt 34 Chi Lăng không sáng, trẻ con học về tối rất nguy hiểm."
POST    /gui/$draft/o-dau unit=19753 "place=Kiệt 34, Chi Lăng"
expect  303 /gui/$draft/giong-nhau
GET     /gui/$draft/giong-nhau
expect  200 text~"$lamp" text~"Đúng, cho tôi theo dõi"
POST    /gui/$draft/giong-nhau
expect  422 text~"Hãy chọn một hồ sơ"
POST    /gui/$draft/giong-nhau chon=khong
expect  303 /gui/$draft/ai-gui
POST    /gui/$draft/giong-nhau chon=PX-2222-2222
expect  404
POST    /gui/$draft/giong-nhau chon=$lamp
expect  303 /bien-nhan/$lamp/gop/*
fact    feedback.joined
ledger  verifies
let     receipt = location after "/bien-nhan/"
GET     /bien-nhan/$receipt
let     voice = between "/gop/" ".pdf"
GET     /bien-nhan/$lamp/gop/$voice?nhap=$draft
expect  200 text~"1 người" text~"Mấy bóng đèn" Cache-Control~no-store
let     secret = between "bà con:</p>\n<p class=\"k-code\">" "<"

# A second click gets the same; there is one voice.
POST    /gui/$draft/giong-nhau chon=$lamp
expect  303 /bien-nhan/$lamp/gop/$voice?nhap=$draft
GET     /kiem-tra/ho-so/$lamp
expect  200 text~"1 người" no~"Mấy bóng đèn"

# The words are their writer's, and the officer's.
anonymous
GET     /bien-nhan/$lamp/gop/$voice
expect  200 no~"Mấy bóng đèn" no~"$secret"
POST    /bien-nhan/$lamp/gop/$voice secret=22222222
expect  422 no~"Mấy bóng đèn"
POST    /bien-nhan/$lamp/gop/$voice secret=$secret
expect  200 text~"Mấy bóng đèn"
GET     /bien-nhan/$lamp/gop/$voice/tep
expect  200 text~"c2sp.org/tlog-proof@v1" no~"bóng"
GET     /bien-nhan/$lamp/gop/$voice.txt
expect  200 text~"$lamp" text~"Biên nhận góp tiếng" text~"1 người" no~"bóng" no~"$secret"
expect  200 Content-Disposition~"attachment; filename=\"bien-nhan-$lamp-gop.txt\""
GET     /bien-nhan/$lamp/gop/$voice.pdf
expect  200 Content-Type~application/pdf text~"%PDF-1.5" text~"/Lang (vi)"
as      sau "trời nắng ở Kim Long"
GET     /cb/hs/$lamp
expect  200 text~"Mấy bóng đèn"

# A matter of long ago is no longer offered.
advance 31 days
as      hoa
POST    /gui
let     first = location after "/gui/"
GET     /gui/$first
let     draft = between "action=\"/gui/" "/viec"
POST    /gui/$draft/viec category=chieu-sang
POST    /gui/$draft/noi-dung "text=Đèn đường trước số 12 kiệt 34 Chi Lăng lại tắt, học sinh đi học về nguy hiểm."
POST    /gui/$draft/o-dau unit=19753 "place=kiệt 34 Chi Lăng"
expect  303 /gui/$draft/ai-gui
