# Sending by API: the first answer again, and only to whoever has the key and the same words.
story   A retry gets the first receipt, another body under the same key is refused, a day forgets
clock   2026-03-02 09:00
console org import --hue
anonymous
header  Idempotency-Key: phieu-1
POST    /api/v1/reports json {"unit":"19753","category":"chieu-sang","text":"Đèn đường Kim Long tắt ba đêm nay.","name":"Nguyễn Thị Hường","phone":"0912 345 678","lat":"16.4637","lon":"107.5909"}
expect  201
expect  json .due = 2026-03-05T09:00:00+07:00
let     code = json .code
let     secret = json .secret
let     receipt = json .receipt
fact    feedback.received
header  Idempotency-Key: phieu-1
POST    /api/v1/reports json {"unit":"19753","category":"chieu-sang","text":"Đèn đường Kim Long tắt ba đêm nay.","name":"Nguyễn Thị Hường","phone":"0912 345 678","lat":"16.4637","lon":"107.5909"}
expect  201
expect  json .code = $code
expect  json .secret = $secret
header  Idempotency-Key: phieu-1
POST    /api/v1/reports json {"unit":"19753","category":"chieu-sang","text":"Đèn đường Kim Long tắt bốn đêm nay."}
expect  409 Content-Type~application/problem+json
# A refusal is not kept: the key is still free for the mended body.
header  Idempotency-Key: phieu-2
POST    /api/v1/reports json {"unit":"19753","category":"khong-co","text":"Đèn đường Kim Long tắt ba đêm nay.","phone":"12"}
expect  422
expect  json .errors[0].field = phone
header  Idempotency-Key: phieu-2
POST    /api/v1/reports json {"unit":"19753","category":"chieu-sang","text":"Đèn đường Kim Long tắt ba đêm nay."}
expect  201
# A name makes it named; hidden and named need one; complaints go elsewhere; the world is bounded.
POST    /api/v1/reports json {"unit":"19753","category":"chieu-sang","text":"Đèn đường Kim Long tắt ba đêm nay.","identity":"hidden"}
expect  422
expect  json .errors[0].field = name
POST    /api/v1/reports json {"unit":"19753","category":"khieu-nai","text":"Đề nghị xem lại quyết định xử phạt."}
expect  422
expect  json .errors[0].field = category
POST    /api/v1/reports json {"unit":"99999999","category":"chieu-sang","text":"Đèn đường Kim Long tắt ba đêm nay."}
expect  422
expect  json .errors[0].field = unit
POST    /api/v1/reports json {"unit":"19753","category":"chieu-sang","text":"Đèn đường Kim Long tắt ba đêm nay.","lat":"48.85","lon":"2.35"}
expect  422
expect  json .errors[0].field = lat
POST    /api/v1/reports json {"unit":"19753","category":"chieu-sang","text":"Đèn đường Kim Long tắt ba đêm nay.","lat":"16.4637","lon":"2.35"}
expect  422 text~"Kinh độ phải là số từ 101 đến 118"
expect  json .errors[0].field = lon
GET     /api/v1/reports?unit=123
expect  422 text~"Không có xã, phường nào mang mã này. Hãy chọn lại."

# What everyone may read of it, and what nobody may.
GET     /api/v1/reports/$code
expect  200 no~"Hường" no~"0912 345" no~0912345 no~"$secret" no~"hidden" no~"16.46"
GET     /api/v1/reports?unit=19753&status=received
expect  200 text~"$code" no~"Hường"
expect  json .next = null
GET     /api/v1/reports?before=99999999999999999999
expect  422
GET     /api/v1/reports?before=9223372036854775807
expect  200 text~"$code"
GET     /api/v1/reports?before=0
expect  422
GET     /api/v1/reports?before=1
expect  200 no~"$code"
GET     /api/v1/reports?status=nowhere
expect  422
GET     /api/v1/reports/PX-2222-2222
expect  404
GET     /kiem-tra/ho-so.atom?unit=19753
expect  200 Content-Type~atom text~"Đèn đường Kim Long" no~"Hường"

# The key opens the secret for a day, then it is forgotten and may be used for something else.
GET     /bien-nhan/$code?nhap=phieu-1
expect  200 text~"$secret"
advance 25 hours
GET     /bien-nhan/$code?nhap=phieu-1
expect  200 no~"$secret"
header  Idempotency-Key: phieu-1
POST    /api/v1/reports json {"unit":"19753","category":"chieu-sang","text":"Đèn đường Kim Long lại tắt."}
expect  201
ledger  verifies
