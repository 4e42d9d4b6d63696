# What is kept from the public, by a reason of a list: nowhere a word of it, and a mark that it was.
story   Withheld words are in no page, list, feed or answer of the API, until they are published
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle,feedback.approve --password "trời nắng ở Kim Long" --chosen
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"trat-tu","text":"Nhà ông Bốn Râu nuôi ba mươi con heo giữa khu dân cư.","place":"Kiệt 42 Nhật Lệ"}
let     code = json .code
let     secret = json .secret
GET     /kiem-tra/ho-so?q=bon+rau
expect  200 text~"$code"

as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$code/accept
expect  303
POST    /cb/hs/$code/withhold "reason=Tôi không thích."
expect  422 text~"trong danh sách"
POST    /cb/hs/$code/withhold reason=doi-tu
expect  303
fact    feedback.withhold
POST    /cb/hs/$code/ask "text=Ông Bốn Râu nuôi từ năm nào?"
expect  303
POST    /cb/hs/$code/resume text=Xong.
POST    /cb/hs/$code/draft "text=Phường đã lập biên bản hộ ông Bốn Râu ngày 02/03/2026, buộc dời chuồng trước 02/04/2026."
POST    /cb/hs/$code/approve
expect  303

anonymous
GET     /kiem-tra/ho-so/$code
expect  200 text~"Nội dung không công khai" text~"đời tư của người khác" no~"Bốn Râu" no~"Nhật Lệ"
GET     /bien-nhan/$code
expect  200 no~"Bốn Râu" no~"Nhật Lệ"
# Lists keep its place: that it is there, and the reason, in every way of listing.
GET     /kiem-tra/ho-so
expect  200 text~"Hồ sơ $code không công khai" text~"đời tư của người khác" no~"Bốn Râu"
limit   queries 4
GET     /kiem-tra/ho-so?unit=19753
expect  200 text~"Hồ sơ $code không công khai" no~"Bốn Râu"
limit   queries 5
GET     /kiem-tra/ho-so?status=answered
expect  200 text~"Hồ sơ $code không công khai" no~"Bốn Râu"
GET     /kiem-tra/ho-so?unit=19753&status=answered
expect  200 text~"Hồ sơ $code không công khai" no~"Bốn Râu"
GET     /kiem-tra/ho-so?unit=19753&status=received
expect  200 no~"$code"
# But not where words are looked for: that it is found would say that it holds them.
GET     /kiem-tra/ho-so?q=bon+rau
expect  200 no~"$code" no~"Bốn Râu nuôi"
# A reader of the feed that has the entry from before takes it away (RFC 6721).
GET     /kiem-tra/ho-so.atom
expect  200 no~"Bốn Râu" text~"<at:deleted-entry ref=" text~"ho-so/$code\" when=\"2026-03-02T09:00:00+07:00\"" text~"đời tư của người khác"
GET     /api/v1/reports
expect  200 no~"Bốn Râu"
expect  json .items[0].code = $code
expect  json .items[0].title = null
expect  json .items[0].withheld = doi-tu
GET     /api/v1/reports?q=bon+rau
expect  200 no~"$code"
GET     /api/v1/reports/$code
expect  200 no~"Bốn Râu" no~"Nhật Lệ"
expect  json .status = answered
expect  json .text = null
expect  json .answer = null
expect  json .withheld = doi-tu
# Its sender reads everything, and acts as before.
POST    /kiem-tra/ho-so/$code/mo secret=22222222
expect  422 no~"Bốn Râu"
# A secret in an address opens nothing.
GET     /kiem-tra/ho-so/$code?secret=$secret
expect  200 no~"Bốn Râu"
POST    /kiem-tra/ho-so/$code/mo secret=$secret
expect  200 text~"ba mươi con heo" text~"buộc dời chuồng" text~"Chỉ bà con và nơi giải quyết đọc được" Cache-Control~no-store
POST    /kiem-tra/ho-so/$code/rate amount=4 secret=$secret
expect  303

# It can still be published, or withheld again, when it is over.
as      sau
POST    /cb/hs/$code/publish
expect  303
anonymous
GET     /kiem-tra/ho-so/$code
expect  200 text~"Bốn Râu" text~"buộc dời chuồng"
GET     /api/v1/reports
expect  200 text~"$code"
expect  json .items[0].withheld = null
GET     /kiem-tra/ho-so.atom
expect  200 text~"Bốn Râu" no~"deleted-entry"
GET     /kiem-tra/ho-so?q=bon+rau
expect  200 text~"$code"
as      sau
POST    /cb/hs/$code/withhold reason=nguoi-gui
expect  303
anonymous
GET     /kiem-tra/ho-so/$code
expect  200 no~"Bốn Râu" text~"Theo đề nghị của người gửi"
ledger  verifies
