# Photos that a sender adds later: with the secret, while the report is open, five in all, and seen in its history.
story   A sender adds a photo afterwards, replies to a question with two more, and no sixth is taken
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen

anonymous
POST    /api/v1/reports json {"unit":"19753","category":"giao-thong","text":"Nắp cống trước số 15 Lê Lợi bị vỡ."}
expect  201
let     code = json .code
let     secret = json .secret
advance 5 minutes
GET     /kiem-tra/ho-so/$code
expect  200 text~"Gửi thêm ảnh" text~"multipart/form-data" no~"Người gửi thêm ảnh"

# Not without the secret, and not without a photo.
POST    /kiem-tra/ho-so/$code/anh secret=22222222 photo@fuzz/corpus/picture/turned.jpg
expect  422 text~"Mã bí mật không đúng" no~"/anh/"
POST    /kiem-tra/ho-so/$code/anh secret=$secret
expect  422 text~"Bà con chưa chọn ảnh nào"
# A good one is kept beside a bad one, which is named.
POST    /kiem-tra/ho-so/$code/anh secret=$secret photo@fuzz/corpus/picture/turned.jpg photo@fuzz/corpus/picture/bomb.png
expect  422 text~"Ảnh thứ 2 lớn quá" text~"src=\"/anh/"
fact    feedback.photo
# The same photo again is not kept twice.
advance 1 hours
POST    /kiem-tra/ho-so/$code/anh secret=$secret photo@fuzz/corpus/picture/turned.jpg
expect  303 /kiem-tra/ho-so/$code
GET     /kiem-tra/ho-so/$code
expect  200 text~"alt=\"Ảnh 1\"" no~"alt=\"Ảnh 2\"" text~"Người gửi thêm ảnh"

# The office asks; the reply and its photos come together or not at all.
as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$code/accept
POST    /cb/hs/$code/ask "text=Bà con chụp giúp số nhà gần đó."
expect  303
anonymous
advance 20 minutes
GET     /kiem-tra/ho-so/$code
expect  200 text~"/kiem-tra/ho-so/$code/supply\" enctype=\"multipart/form-data\"" no~"action=\"/kiem-tra/ho-so/$code/anh"
POST    /kiem-tra/ho-so/$code/supply secret=$secret "text=Nhà số 15, có cây bàng." photo@fuzz/corpus/picture/grey1.png photo@fuzz/corpus/picture/bomb.png
expect  422 text~"Ảnh thứ 2 lớn quá" text~"Nhà số 15, có cây bàng." no~"alt=\"Ảnh 2\""
POST    /kiem-tra/ho-so/$code/supply secret=$secret text= photo@fuzz/corpus/picture/grey1.png
expect  422 text~"Hãy viết nội dung" no~"alt=\"Ảnh 2\""
POST    /kiem-tra/ho-so/$code/supply secret=$secret "text=Nhà số 15, có cây bàng." photo@fuzz/corpus/picture/grey1.png photo@fuzz/corpus/picture/woven.png
expect  303 /kiem-tra/ho-so/$code
fact    feedback.supply feedback.photo feedback.photo
GET     /kiem-tra/ho-so/$code
expect  200 text~"Ảnh 2, 3" text~"Nhà số 15"
as      sau
GET     /cb/hs/$code
expect  200 text~"Ảnh 2, 3" text~"Tải ảnh gốc 3"

# Five in all.
anonymous
POST    /kiem-tra/ho-so/$code/anh secret=$secret photo@fuzz/corpus/picture/inks.jpg photo@fuzz/corpus/picture/plain.png photo@fuzz/corpus/picture/grey.jpg
expect  422 text~"tối đa 5 ảnh" no~"alt=\"Ảnh 4\""
POST    /kiem-tra/ho-so/$code/anh secret=$secret photo@fuzz/corpus/picture/inks.jpg photo@fuzz/corpus/picture/plain.png
expect  303
GET     /kiem-tra/ho-so/$code
expect  200 text~"alt=\"Ảnh 5\"" no~"Gửi thêm ảnh"

# What has ended takes none.
POST    /kiem-tra/ho-so/$code/withdraw secret=$secret
expect  303
POST    /kiem-tra/ho-so/$code/anh secret=$secret photo@fuzz/corpus/picture/plain.png
expect  422 text~"không nhận thêm ảnh"
ledger  verifies
