# A report that waited in a browser: one key for two weeks, whichever way it comes.
story   What was sent under a draft's address is one report, by the API or by the draft's own page
clock   2026-03-02 09:00
console org import --hue
anonymous
# Pages that a browser may keep say so; others never do.
GET     /manifest.webmanifest
expect  200 Content-Type~application/manifest+json Cache-Control~no-cache text~"standalone" text~"Khéo"
GET     /gui/hang-cho
expect  200 Kheo-Keep~1 text~"Máy này không giữ đơn nào" text~"data-kept hidden"
GET     /gui/khi-mat-mang
expect  200 Kheo-Keep~1 text~"Số ghi trên cột đèn" text~"dich-vu-so-reply1" no~"khieu-nai" no~"name=\"token\""
GET     /mat-mang
expect  200 Kheo-Keep~1 text~"No network" text~"/gui/khi-mat-mang"
GET     /kiem-tra/ho-so
expect  200 Kheo-Keep~1

# Drawn by the browser itself: sent three times, also after the day for which keys are known.
POST    /api/v1/reports json {"unit":"19753","category":"chieu-sang","text":"Đèn đường Kim Long tắt ba đêm nay.","draft":"00112233445566778899aabbccddeeff"}
expect  201
let     code = json .code
let     secret = json .secret
fact    feedback.received
POST    /api/v1/reports json {"unit":"19753","category":"chieu-sang","text":"Đèn đường Kim Long tắt ba đêm nay.","draft":"00112233445566778899aabbccddeeff"}
expect  201 Idempotency-Replayed~true
expect  json .code = $code
expect  json .secret = $secret
# Mended meanwhile, or no more than the address: the first answer, and a sign that it is one.
POST    /api/v1/reports json {"unit":"1","category":"chieu-sang","text":"Đèn","draft":"00112233445566778899aabbccddeeff"}
expect  201 Idempotency-Replayed~true
expect  json .code = $code
GET     /gui/00112233445566778899aabbccddeeff/xem-lai
expect  303 /bien-nhan/$code*
GET     /bien-nhan/$code?nhap=00112233445566778899aabbccddeeff
expect  200 text~"$secret" Cache-Control~no-store
advance 13 days
POST    /api/v1/reports json {"unit":"19753","category":"chieu-sang","text":"Đèn đường Kim Long tắt ba đêm nay.","draft":"00112233445566778899aabbccddeeff"}
expect  201 Idempotency-Replayed~true text~"\"secret\":null"
expect  json .code = $code

# Walked through the pages to the last one, which a network did not take.
POST    /gui don-vi=19753
let     start = location after "/gui/"
GET     /gui/$start
let     draft = between "action=\"/gui/" "/viec\""
POST    /gui/$draft/viec category=giao-thong
POST    /gui/$draft/noi-dung "text=Nắp cống trước số 15 Lê Lợi bị vỡ, xe hay sụp." photos@fuzz/corpus/picture/grey1.png
POST    /gui/$draft/o-dau unit=19753 "place=15 Lê Lợi"
POST    /gui/$draft/ai-gui identity=anonymous
GET     /gui/$draft/xem-lai
expect  200 text~"data-outbox=\"$draft\"" text~"data-unit=\"19753\"" Cache-Control~no-store
POST    /api/v1/reports json {"draft":"$draft"}
expect  201
let     other = json .code
fact    feedback.photo
POST    /gui/$draft/xem-lai
expect  303 /bien-nhan/$other*
GET     /api/v1/reports/$other
expect  200 text~"15 Lê Lợi" text~"url_small"

# An address that nobody could have drawn is refused beside its field.
POST    /api/v1/reports json {"unit":"19753","category":"chieu-sang","text":"Đèn đường Kim Long tắt ba đêm nay.","draft":"PHIEU-1"}
expect  422 text~"32 chữ số hệ 16"
expect  json .errors[0].field = draft
POST    /api/v1/reports json {"unit":"99999","category":"chieu-sang","text":"Đèn đường Kim Long tắt ba đêm nay.","draft":"ffffffffffffffffffffffffffffffff"}
expect  422
# A refusal leaves the address free for what was mended.
POST    /api/v1/reports json {"unit":"19753","category":"chieu-sang","text":"Đèn đường Kim Long tắt ba đêm nay.","draft":"ffffffffffffffffffffffffffffffff"}
expect  201
ledger  verifies
