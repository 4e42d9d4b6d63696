# Voice in place of writing: who hears it, who writes it down, and what becomes of the sound.
story   A citizen speaks instead of writing; an officer listens and writes; the public reads
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen
console identity add --name "Hồ Thị Mười" --sign-in muoi --unit 19804 --title "Chuyên viên" --power feedback.handle --password "trời mát ở Hương An" --chosen
console identity add --name "Hồ Duy" --sign-in duy --unit 19753 --title "Phó Chủ tịch" --power feedback.handle,feedback.approve --password "trời nắng ở Kim Long" --chosen
console identity add --sign-in lan --name "Trần Thị Lan" --unit 46 --title "Thanh tra viên" --power denunciation.handle --password "nón bài thơ bên cầu" --chosen

anonymous
POST    /gui don-vi=19753
let     viec = location after "/gui/"
GET     /gui/$viec
let     draft = between "action=\"/gui/" "/viec\""
expect  Permissions-Policy~microphone=()
POST    /gui/$draft/viec category=giao-thong
GET     /gui/$draft/noi-dung
expect  200 text~"Nói thay viết" text~"accept=\"audio/*\" capture" text~"data-record-start" Permissions-Policy~microphone=(self)

# What is no recording is named with how to mend it, whatever the file is called.
POST    /gui/$draft/noi-dung text= recording@fuzz/corpus/sound/wave.wav
expect  422 text~"WAV nặng quá" text~"Bà con chưa viết nội dung"
POST    /gui/$draft/noi-dung text= recording@fuzz/corpus/sound/video.mp4
expect  422 text~"đừng quay phim"
POST    /gui/$draft/noi-dung text= recording@fuzz/corpus/sound/words.txt
expect  422 text~"không phải ghi âm"
POST    /gui/$draft/noi-dung text= recording@fuzz/corpus/sound/cut.webm
expect  422 text~"có lẽ bị cắt cụt" no~"/ghi-am/"
# One that is good is kept beside what needs mending; it can be heard, taken away, and said again.
POST    /gui/$draft/noi-dung text=ngắn recording@fuzz/corpus/sound/nokia.amr
expect  422 text~"Bà con chưa viết nội dung" text~"/ghi-am/" text~"Bỏ bản ghi âm"
let     kept = between "name=\"bo-ghi-am\" value=\"" "\""
POST    /gui/$draft/noi-dung text= bo-ghi-am=$kept
expect  303 /gui/$draft/noi-dung
GET     /gui/$draft/noi-dung
expect  200 no~"/ghi-am/"
POST    /gui/$draft/noi-dung text=
expect  422 text~"Bà con chưa viết nội dung"
POST    /gui/$draft/noi-dung text= recording@fuzz/corpus/sound/nokia.amr
expect  303 /gui/$draft/o-dau
POST    /gui/$draft/noi-dung text= recording@fuzz/corpus/sound/tagged.webm
expect  303 /gui/$draft/o-dau
GET     /gui/$draft/noi-dung
expect  200 text~"Bỏ bản ghi âm"
let     mine = between "src=\"/ghi-am/" "\""
GET     /ghi-am/$mine
expect  200 Content-Type~audio/webm Cache-Control~no-store text~"A_OPUS" no~"16.4637" no~"SM-A125F" Content-Security-Policy~sandbox Accept-Ranges~bytes
header  Range: bytes=0-3
GET     /ghi-am/$mine
expect  206 Content-Range~"bytes 0-3/" no~"A_OPUS"
header  Range: bytes=-10
GET     /ghi-am/$mine
expect  206 Content-Range~"/" no~"A_OPUS"
header  Range: bytes=9999999-
GET     /ghi-am/$mine
expect  200 text~"A_OPUS"
POST    /gui/$draft/o-dau unit=19753 "place=Trước số 15 Lê Lợi"
expect  303 /gui/$draft/ai-gui
POST    /gui/$draft/ai-gui identity=anonymous
GET     /gui/$draft/xem-lai
expect  200 text~"Lời nói ghi âm" text~" KB"
POST    /gui/$draft/xem-lai
expect  303 /bien-nhan/PX-*
fact    feedback.received feedback.withhold feedback.recorded
ledger  verifies
let     receipt = location after "/bien-nhan/"
GET     /bien-nhan/$receipt
let     code = between "<p class=\"k-code\">" "<"
let     secret = between "Mã bí mật của bà con:</p>\n<p class=\"k-code\">" "<"
GET     /bien-nhan/$code.txt
expect  200
# A draft that was sent takes no other.
POST    /gui/$draft/noi-dung text= recording@fuzz/corpus/sound/iphone.m4a
expect  303 /bien-nhan/*

# Everybody reads that it was spoken, and hears nothing; its sender hears it with the secret.
GET     /kiem-tra/ho-so/$code
expect  200 text~"Người gửi nói thay viết" no~"/ghi-am/" no~"chờ nghe"
GET     /kiem-tra/ho-so
expect  200 text~"Người gửi nói thay viết"
GET     /api/v1/reports/$code
expect  200 no~"ghi-am"
expect  json .withheld = loi-noi
POST    /kiem-tra/ho-so/$code/mo secret=$secret
expect  200 text~"/ghi-am/" text~"Lời nói ghi âm, chờ nghe và ghi lại"
let     opened = between "src=\"/ghi-am/" "\""
let     name = between "id=\"ghi-am-" "\""
GET     /ghi-am/$opened
expect  200 Content-Type~audio/webm
GET     /ghi-am/$name
expect  404
GET     /ghi-am/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
expect  404
as      muoi "trời mát ở Hương An"
GET     /ghi-am/$name
expect  404

# An officer of the unit listens and writes; it is public only then.
as      sau "trời nắng ở Kim Long"
GET     /cb/hop-thu
expect  200 text~"Lời nói ghi âm, chờ nghe và ghi lại"
GET     /cb/hs/$code
expect  200 text~"/ghi-am/$name" text~"Người gửi nói thay viết. Hãy nghe" text~"Lời đã nghe"
GET     /cb/hs/$code/xem-nhanh
expect  200 text~"chờ nghe"
GET     /ghi-am/$name
expect  200 Content-Type~audio/webm Cache-Control~no-store
POST    /cb/hs/$code/publish
expect  422 text~"Hãy nghe và ghi lại lời nói trước khi công khai"
POST    /cb/hs/$code/withhold reason=loi-noi
expect  422 text~"Hãy chọn một lý do"
POST    /cb/hs/$code/write_down text=
expect  422 text~"Hãy viết nội dung"
POST    /cb/hs/$code/write_down "text=Nắp cống vỡ." reason=loi-noi
expect  422 text~"Hãy chọn công khai, hoặc một lý do" text~"Nắp cống vỡ."
POST    /cb/hs/$code/write_down "text=Nắp cống trước nhà tôi vỡ đã ba ngày. Cháu tôi suýt sụp chân." spoken=Tày
expect  303 /cb/hs/$code
fact    feedback.write_down feedback.publish
ledger  verifies
GET     /cb/hs/$code
expect  200 text~"(Người gửi nói tiếng Tày.)" text~"Ghi lại lời nói" text~"Lê Văn Sáu" text~"· Mới nhận" no~"Hãy nghe, rồi ghi lại"
anonymous
GET     /kiem-tra/ho-so/$code
expect  200 text~"Nắp cống trước nhà tôi vỡ đã ba ngày" text~"Ghi lại lời nói" no~"/ghi-am/" no~"Lê Văn Sáu"
GET     /kiem-tra/ho-so?q=suyt+sup+chan
expect  200 text~"$code"
GET     /api/v1/reports/$code
expect  json .title = "Nắp cống trước nhà tôi vỡ đã ba ngày"

# What was heard wrongly is mended; the history keeps both. One word more, and it must be read first.
as      sau
POST    /cb/hs/$code/write_down "text=Nắp cống trước nhà tôi vỡ đã năm ngày."
expect  303
fact    feedback.write_down
POST    /cb/hs/$code/write_down "text=Nắp cống vỡ, cán bộ vòi tiền mới sửa."
expect  303
fact    feedback.write_down feedback.withhold
ledger  verifies
anonymous
GET     /kiem-tra/ho-so/$code
expect  200 text~"Nơi nhận đọc trước khi công khai" no~"vòi tiền"
# Passed on, it is heard where it is now.
as      sau
POST    /cb/hs/$code/transfer unit=19804 "reason=Việc của Hương An"
expect  303
GET     /cb/hs/$code
expect  200 no~"/ghi-am/"
GET     /ghi-am/$name
expect  404
as      muoi
GET     /ghi-am/$name
expect  200 Content-Type~audio/webm

# Who wrote may add one recording by the API; it is never public, and does not replace the words.
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"trat-tu","text":"Loa kéo hát tới khuya ở kiệt 7."}
let     loud = json .code
let     loud_secret = json .secret
header  Report-Secret: 22222222
POST    /api/v1/reports/$loud/recording recording@fuzz/corpus/sound/iphone.m4a
expect  422
expect  json .errors[0].field = report_secret
header  Report-Secret: $loud_secret
POST    /api/v1/reports/$loud/recording photo@fuzz/corpus/picture/inks.jpg
expect  422 text~"Chưa có bản ghi âm"
header  Report-Secret: $loud_secret
POST    /api/v1/reports/PX-2222-2222/recording recording@fuzz/corpus/sound/iphone.m4a
expect  404
header  Report-Secret: $loud_secret
POST    /api/v1/reports/$loud/recording recording@fuzz/corpus/sound/iphone.m4a
expect  201
expect  json .kind = mp4
fact    feedback.recorded
header  Report-Secret: $loud_secret
POST    /api/v1/reports/$loud/recording recording@fuzz/corpus/sound/iphone.m4a
expect  201
header  Report-Secret: $loud_secret
POST    /api/v1/reports/$loud/recording recording@fuzz/corpus/sound/firefox.ogg
expect  422 text~"Hồ sơ đã có một bản ghi âm"
ledger  verifies
as      sau
GET     /cb/hs/$loud
expect  200 text~"/ghi-am/" no~"Lời đã nghe"
POST    /cb/hs/$loud/write_down "text=Ông ấy nói thêm điều khác."
expect  422 text~"Người gửi đã tự viết"
# Removed with its report, file and all; what was settled takes no more.
anonymous
POST    /kiem-tra/ho-so/$loud/mo secret=$loud_secret
let     heard = between "src=\"/ghi-am/" "\""
GET     /ghi-am/$heard
expect  200 Content-Type~audio/mp4
POST    /kiem-tra/ho-so/$loud/withdraw secret=$loud_secret
expect  303
header  Report-Secret: $loud_secret
POST    /api/v1/reports/$loud/recording recording@fuzz/corpus/sound/firefox.ogg
expect  422 text~"đã giải quyết xong nên không nhận thêm lời nói"
as      duy "trời nắng ở Kim Long"
GET     /cb/hs/$loud/xoa
expect  200 text~"bản ghi âm"
POST    /cb/hs/$loud/xoa
expect  303
fact    feedback.removed
anonymous
GET     /ghi-am/$heard
expect  404
advance 2 minutes
GET     /ghi-am/$heard
expect  404
ledger  verifies

# A spoken denunciation: written down first, for the sound goes and only words are sealed.
POST    /gui don-vi=19753
let     viec = location after "/gui/"
GET     /gui/$viec
let     draft = between "action=\"/gui/" "/viec\""
POST    /gui/$draft/viec category=trat-tu
POST    /gui/$draft/noi-dung text= recording@fuzz/corpus/sound/amr.3gp
POST    /gui/$draft/o-dau unit=19753 "place=Chợ Đông Ba"
POST    /gui/$draft/ai-gui identity=anonymous
POST    /gui/$draft/xem-lai
expect  303 /bien-nhan/PX-*
let     sealed = location after "/bien-nhan/"
GET     /bien-nhan/$sealed
let     sealed = between "<p class=\"k-code\">" "<"
as      lan "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="cầu gỗ sông Như Ý mùa lụt" again="cầu gỗ sông Như Ý mùa lụt"
as      sau
POST    /cb/hs/$sealed/niem-phong "accused=Cán bộ thuế chợ" position=staff unit=19753
expect  422 text~"Hãy nghe và ghi lại lời nói trước"
POST    /cb/hs/$sealed/write_down "text=Ông ấy cầm tiền của tôi." reason=doc-truoc
expect  303
fact    feedback.write_down feedback.withhold
GET     /cb/hs/$sealed
let     gone = between "id=\"ghi-am-" "\""
GET     /cb/hs/$sealed/niem-phong
expect  200 text~"bản ghi âm"
POST    /cb/hs/$sealed/niem-phong "accused=Cán bộ thuế chợ" position=staff unit=19753
expect  303
fact    feedback.removed
GET     /ghi-am/$gone
expect  404
ledger  verifies

# A draft that is forgotten forgets what was said.
anonymous
POST    /gui don-vi=19753
let     viec = location after "/gui/"
GET     /gui/$viec
let     draft = between "action=\"/gui/" "/viec\""
POST    /gui/$draft/viec category=giao-thong
POST    /gui/$draft/noi-dung text= recording@fuzz/corpus/sound/wide.amr
expect  303 /gui/$draft/o-dau
advance 15 days
GET     /gui/$draft/noi-dung
expect  404
ledger  verifies
