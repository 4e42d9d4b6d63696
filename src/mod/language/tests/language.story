# A language of the country comes as a file: read whole, named fault by fault, and then people read it.
story   An operator brings core texts and narrations in a language of the country, and pages say which piece is in it
clock   2026-03-13 09:00
console org import --hue
console identity add --sign-in quan --name "Phan Văn Quản" --unit 46 --title "Quản trị" --power admin --password "gió lên ở Thuận An" --chosen
console identity add --sign-in lan --name "Trần Thị Lan" --unit 19753 --title "Công chức" --power admin --password "nón bài thơ bên cầu" --chosen

# The languages are the house's: not of who administers one commune.
GET     /qt/ngon-ngu
expect  401
as      lan "nón bài thơ bên cầu"
POST    /qt/ngon-ngu/pac/bo-chu file@src/mod/language/tests/data/few.po
expect  403
POST    /qt/ngon-ngu/pac/bo-bo-chu
expect  403
POST    /qt/ngon-ngu/pac/ban-doc page=trang-dau sound@src/mod/language/tests/data/two.ogg
expect  403
POST    /qt/ngon-ngu/pac/xoa-ban-doc page=trang-dau
expect  403

as      quan "gió lên ở Thuận An"
GET     /qt/ngon-ngu
expect  200 text~"Tiếng Pa Cô" text~"Tiếng Cơ Tu" text~"Chưa có bộ chữ"
GET     /qt/ngon-ngu/xxx
expect  404
GET     /qt/ngon-ngu/pac/mau.po
expect  200 text~"Language: pac" text~"msgid \"Nghe\""
expect  Content-Disposition~pac.po
GET     /qt/ngon-ngu/vi/mau.po
expect  404
GET     /qt/ngon-ngu/pac
expect  200 text~"Xem thử, chưa ghi" text~"Trang đầu" text~"chưa có"

# Every bad sentence has its line, and nothing was written.
POST    /qt/ngon-ngu/pac/bo-chu
expect  422 text~"Hãy chọn tệp .po"
POST    /qt/ngon-ngu/pac/bo-chu file@src/mod/language/tests/data/bad.po
expect  422 text~"Chưa ghi gì, vì có lỗi:" text~"không được có dấu" text~"đủ các chỗ điền" text~"phải là một dòng" text~"dài quá ba lần" text~"đã dịch cách khác" text~"không phải chữ UTF-8" text~"Dòng này không đọc được"
POST    /qt/ngon-ngu/pac/bo-chu file@src/mod/language/tests/data/nobody.po
expect  422 text~"mã của một tiếng trong danh sách"
POST    /qt/ngon-ngu/pac/bo-chu file@src/mod/language/tests/data/empty.po
expect  422 text~"chưa dịch câu nào"
POST    /qt/ngon-ngu/ktv/bo-chu file@src/mod/language/tests/data/few.po
expect  422 text~"của tiếng khác: “pac”"
POST    /qt/ngon-ngu/pac/bo-bo-chu
expect  422
refused language import src/mod/language/tests/data/bad.po
said    "Dòng 8: Câu dịch không được có dấu" "Chưa nhập câu nào"
console language import src/mod/language/tests/data/few.po --try

# A trial writes nothing; what is little is kept and not offered, until the keeper says so.
POST    /qt/ngon-ngu/pac/bo-chu thu=1 file@src/mod/language/tests/data/few.po
expect  200 text~"Không có lỗi. Chưa ghi gì" text~"bỏ qua 1 câu khác" text~"Chưa có bộ chữ"
POST    /qt/ngon-ngu/pac/bo-chu file@src/mod/language/tests/data/few.po
expect  303 /qt/ngon-ngu/pac
fact    language.installed
GET     /qt/ngon-ngu/pac
expect  200 text~"Chưa đủ để bà con chọn" text~"⟦Thử⟧"
GET     /giao-dien
expect  200 no~"⟦Thử⟧"
GET     /giao-dien?tieng=pac&ve=/
expect  303 /
GET     /
expect  200 text~"Cỡ chữ, màu" no~"⟦Cỡ⟧"
POST    /qt/ngon-ngu/pac/bo-chu offer=1 file@src/mod/language/tests/data/few.po
expect  303 /qt/ngon-ngu/pac
fact    language.installed

# A reader finds it on the first page. What is not translated stays Vietnamese, and each piece says what it is.
anonymous
GET     /
expect  200 text~"hreflang=\"pac\">⟦Thử⟧</a>" text~"<html lang=\"vi\"" no~"<bdi"
GET     /giao-dien
expect  200 text~"lang=\"pac\">⟦Thử⟧</label>"
GET     /giao-dien?tieng=pac&ve=/
expect  303 /
GET     /
expect  200 text~"<html lang=\"vi\"" text~"<bdi lang=\"pac\">⟦Cỡ⟧</bdi></a>" text~"aria-label=\"Việc của dân\"" text~">Trợ giúp" no~"data-listen"
# What programs read is as it was.
GET     /don-vi/46.json
expect  200 no~"⟦"

# A narration is looked into, and not believed by its name.
as      quan "gió lên ở Thuận An"
GET     /giao-dien?tieng=vi&ve=/
POST    /qt/ngon-ngu/pac/ban-doc page=trang-dau
expect  422 text~"Hãy chọn tệp ghi âm"
POST    /qt/ngon-ngu/pac/ban-doc page=trang-dau sound@src/mod/language/tests/data/few.po
expect  422 text~"không phải ghi âm Opus"
POST    /qt/ngon-ngu/pac/ban-doc page=trang-dau sound@src/mod/language/tests/data/film.mp4
expect  422 text~"không phải ghi âm Opus"
POST    /qt/ngon-ngu/pac/ban-doc page=trang-dau sound@src/mod/language/tests/data/long.ogg
expect  422 text~"dài quá 3 phút"
POST    /qt/ngon-ngu/pac/ban-doc page=trang-dau sound@fuzz/corpus/sound/iphone.m4a
expect  422 text~"không cho biết dài bao lâu"
POST    /qt/ngon-ngu/pac/ban-doc page=nhan-doi sound@src/mod/language/tests/data/two.ogg
expect  422 text~"Hãy chọn trang trong danh sách"
POST    /qt/ngon-ngu/xxx/ban-doc page=trang-dau sound@src/mod/language/tests/data/two.ogg
expect  404
refused language record src/mod/language/tests/data/two.ogg xxx trang-dau
said    "Không có tiếng nào mang mã này"
POST    /qt/ngon-ngu/pac/xoa-ban-doc page=trang-dau
expect  422
POST    /qt/ngon-ngu/pac/ban-doc page=trang-dau sound@src/mod/language/tests/data/two.ogg
expect  303 /qt/ngon-ngu/pac
fact    language.recorded
POST    /qt/ngon-ngu/pac/ban-doc page=trang-dau sound@src/mod/language/tests/data/sound.m4a
expect  303 /qt/ngon-ngu/pac
GET     /qt/ngon-ngu/pac
expect  200 text~"3 giây" text~"<audio controls preload=\"none\""
console language record src/mod/language/tests/data/two.ogg vi gui
GET     /qt/ngon-ngu
expect  200 text~"<td data-label=\"Trang có bản đọc\">1</td>"

# Who reads in that language hears it; who does not, hears the Vietnamese one where there is one.
anonymous
GET     /giao-dien?tieng=pac&ve=/
GET     /
expect  200 text~"lang=\"pac\"></audio>"
let     sound = between "preload=\"none\" src=\"" "\""
# Where it was read and with what telephone is in the file that was sent, and in none that is given out.
GET     $sound
expect  200 no~"16.4637" no~"iPhone" no~"Samsung"
expect  Content-Type~audio/mp4
expect  Cache-Control~immutable
expect  Accept-Ranges~bytes
header  Range: bytes=4-7
GET     $sound
expect  206 text~"ftyp"
expect  Content-Range~"bytes 4-7/624"
header  Range: bytes=624-
GET     $sound
expect  416
GET     /nghe/pac/trang-dau/0123456789abcdef
expect  404
GET     /gui
expect  200 text~"lang=\"vi\"></audio>"
GET     /tra-cuu
expect  200 no~"<audio"

# Taken away, the page is Vietnamese again for whoever had chosen it.
as      quan "gió lên ở Thuận An"
POST    /qt/ngon-ngu/pac/bo-bo-chu
expect  303
fact    language.removed
POST    /qt/ngon-ngu/pac/xoa-ban-doc page=trang-dau
expect  303
fact    language.silenced
anonymous
GET     /giao-dien?tieng=pac&ve=/
GET     /
expect  200 no~"<bdi" no~"<audio" text~"data-listen=\"vi\""
ledger  verifies
