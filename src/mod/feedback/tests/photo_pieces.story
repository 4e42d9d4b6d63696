# Pieces come in their order, each once; what does not fit together is refused with what to do.
story   A photo that the network breaks off goes on from there
clock   2026-03-13 09:00
console org import --hue

POST    /api/v1/reports json {"unit":"19753","category":"chieu-sang","text":"Đèn đường Kim Long tắt ba đêm nay."}
let     code = json .code
let     secret = json .secret

# Whoever has not the secret learns nothing, and sends nothing.
GET     /api/v1/reports/$code/photos/e3983d27f15cbbf475ac4c77276f6ea3c0b1b1ee04673fbf78773fa3a4e227c7
expect  422
expect  json .errors[0].field = report_secret
header  Report-Secret: 22222222
PATCH   /api/v1/reports/$code/photos/e3983d27f15cbbf475ac4c77276f6ea3c0b1b1ee04673fbf78773fa3a4e227c7 piece fuzz/corpus/picture/woven.png 0 206
expect  422
header  Report-Secret: $secret
GET     /api/v1/reports/PX-2222-2222/photos/e3983d27f15cbbf475ac4c77276f6ea3c0b1b1ee04673fbf78773fa3a4e227c7
expect  404
header  Report-Secret: $secret
GET     /api/v1/reports/$code/photos/e3983d
expect  422 text~"SHA-256 phải là 64"
# A page of another site could send JSON or a form; neither is a piece.
header  Report-Secret: $secret
PATCH   /api/v1/reports/$code/photos/e3983d27f15cbbf475ac4c77276f6ea3c0b1b1ee04673fbf78773fa3a4e227c7 json {}
expect  415

# Programs are told in the language that they ask for; pages go by the cookie alone.
header  Report-Secret: 22222222
header  Accept-Language: fr, en-GB;q=0.8, vi;q=0.7
GET     /api/v1/reports/$code/photos/e3983d27f15cbbf475ac4c77276f6ea3c0b1b1ee04673fbf78773fa3a4e227c7
expect  422 text~"The secret code is not right"
header  Accept-Language: en
GET     /gui
expect  200 text~"Gửi phản ánh"

# One of one piece.
header  Report-Secret: $secret
GET     /api/v1/reports/$code/photos/e3983d27f15cbbf475ac4c77276f6ea3c0b1b1ee04673fbf78773fa3a4e227c7
expect  200 Upload-Offset~0
expect  json .offset = 0
expect  json .taken = false
header  Report-Secret: $secret
header  Upload-Offset: 0
header  Upload-Length: 206
PATCH   /api/v1/reports/$code/photos/e3983d27f15cbbf475ac4c77276f6ea3c0b1b1ee04673fbf78773fa3a4e227c7 piece fuzz/corpus/picture/woven.png 0 206
expect  201
expect  json .taken = true
fact    feedback.photo
ledger  verifies
# The answer was lost: it is known again, and there is one photo.
header  Report-Secret: $secret
GET     /api/v1/reports/$code/photos/e3983d27f15cbbf475ac4c77276f6ea3c0b1b1ee04673fbf78773fa3a4e227c7
expect  json .taken = true
header  Report-Secret: $secret
header  Upload-Offset: 0
header  Upload-Length: 206
PATCH   /api/v1/reports/$code/photos/e3983d27f15cbbf475ac4c77276f6ea3c0b1b1ee04673fbf78773fa3a4e227c7 piece fuzz/corpus/picture/woven.png 0 206
expect  200
expect  json .taken = true
GET     /api/v1/reports/$code
expect  json .photos[0].number = 1
expect  json .photos[1] = absent

# Two pieces of something: out of place, too long, too short, twice; and no picture at the end.
header  Report-Secret: $secret
header  Upload-Offset: 65536
header  Upload-Length: 70000
PATCH   /api/v1/reports/$code/photos/0000000000000000000000000000000000000000000000000000000000000000 piece src/mod/feedback/po/en.po 65536 4464
expect  409 Upload-Offset~0
header  Report-Secret: $secret
header  Upload-Offset: 0
header  Upload-Length: 20000000
PATCH   /api/v1/reports/$code/photos/0000000000000000000000000000000000000000000000000000000000000000 piece src/mod/feedback/po/en.po 0 65536
expect  422 text~"Upload-Length phải từ 1 tới 10485760"
header  Report-Secret: $secret
header  Upload-Offset: 100
header  Upload-Length: 70000
PATCH   /api/v1/reports/$code/photos/0000000000000000000000000000000000000000000000000000000000000000 piece src/mod/feedback/po/en.po 0 65536
expect  422 text~"Upload-Offset phải là bội của 65536"
header  Report-Secret: $secret
header  Upload-Offset: 0
header  Upload-Length: 70000
PATCH   /api/v1/reports/$code/photos/0000000000000000000000000000000000000000000000000000000000000000 piece src/mod/feedback/po/en.po 0 100
expect  422 text~"chỉ mẩu cuối ngắn hơn"
header  Report-Secret: $secret
header  Upload-Offset: 0
header  Upload-Length: 70000
PATCH   /api/v1/reports/$code/photos/0000000000000000000000000000000000000000000000000000000000000000 piece src/mod/feedback/po/en.po 0 65536
expect  200
expect  json .offset = 65536
header  Report-Secret: $secret
header  Upload-Offset: 0
header  Upload-Length: 70000
PATCH   /api/v1/reports/$code/photos/0000000000000000000000000000000000000000000000000000000000000000 piece src/mod/feedback/po/en.po 0 65536
expect  200 Upload-Offset~65536
header  Report-Secret: $secret
HEAD    /api/v1/reports/$code/photos/0000000000000000000000000000000000000000000000000000000000000000
expect  200 Upload-Offset~65536
header  Report-Secret: $secret
header  Upload-Offset: 65536
header  Upload-Length: 70000
PATCH   /api/v1/reports/$code/photos/0000000000000000000000000000000000000000000000000000000000000000 piece src/mod/feedback/po/en.po 65536 4464
expect  422 text~"không khớp mã băm"
header  Report-Secret: $secret
GET     /api/v1/reports/$code/photos/0000000000000000000000000000000000000000000000000000000000000000
expect  json .offset = 0

# Another's report and secret lead to other pieces, and no more are begun than a report has photos.
POST    /api/v1/reports json {"unit":"19753","category":"chieu-sang","text":"Đèn trước trường học tắt từ hôm qua."}
let     other = json .code
let     key = json .secret
header  Report-Secret: $secret
GET     /api/v1/reports/$other/photos/0000000000000000000000000000000000000000000000000000000000000000
expect  422
header  Report-Secret: $key
header  Upload-Offset: 0
header  Upload-Length: 70000
PATCH   /api/v1/reports/$other/photos/0000000000000000000000000000000000000000000000000000000000000001 piece src/mod/feedback/po/en.po 0 65536
header  Report-Secret: $key
header  Upload-Offset: 0
header  Upload-Length: 70000
PATCH   /api/v1/reports/$other/photos/0000000000000000000000000000000000000000000000000000000000000002 piece src/mod/feedback/po/en.po 0 65536
header  Report-Secret: $key
header  Upload-Offset: 0
header  Upload-Length: 70000
PATCH   /api/v1/reports/$other/photos/0000000000000000000000000000000000000000000000000000000000000003 piece src/mod/feedback/po/en.po 0 65536
header  Report-Secret: $key
header  Upload-Offset: 0
header  Upload-Length: 70000
PATCH   /api/v1/reports/$other/photos/0000000000000000000000000000000000000000000000000000000000000004 piece src/mod/feedback/po/en.po 0 65536
header  Report-Secret: $key
header  Upload-Offset: 0
header  Upload-Length: 70000
PATCH   /api/v1/reports/$other/photos/0000000000000000000000000000000000000000000000000000000000000005 piece src/mod/feedback/po/en.po 0 65536
expect  200
header  Report-Secret: $key
header  Upload-Offset: 0
header  Upload-Length: 70000
PATCH   /api/v1/reports/$other/photos/000000000000000000000000000000000000000000000000000000000000000f piece src/mod/feedback/po/en.po 0 65536
expect  422 text~"đang có 5 ảnh gửi dở"
ledger  verifies
