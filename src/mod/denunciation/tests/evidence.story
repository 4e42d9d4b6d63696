# Photos of papers come sealed with the letter; whoever verifies gets a copy in which nothing tells who denounced.
story   Evidence is sealed as pictures, and goes to those who verify blacked out and written anew
law     25/2018/QH14 art 56
law     25/2018/QH14 art 31
clock   2026-03-13 09:00
console org import --hue
console identity add --sign-in lan --name "Trần Thị Lan" --unit 46 --title "Thanh tra viên" --power denunciation.handle --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in binh --name "Phạm Bình" --unit 46 --title "Tổ trưởng xác minh" --power denunciation.verify --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in quy --name "Đoàn Quý" --unit 46 --title "Tổ viên" --power denunciation.verify --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in tam --name "Hồ Tâm" --unit 19753 --title "Công chức" --power denunciation.verify --password "nón bài thơ bên cầu" --chosen
as      lan "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="cầu gỗ sông Như Ý mùa lụt" again="cầu gỗ sông Như Ý mùa lụt"
expect  303 /cb/khoa

# What is no picture is said, and nothing is sent.
anonymous
GET     /to-cao/gui
expect  200 text~"Ảnh chụp giấy tờ" no~"<script"
POST    /to-cao/gui accused="Ông Hồ Tâm" position=leader unit=19753 text="Nhận tiền, có biên lai." identity=unnamed pictures@fuzz/corpus/picture/turned.jpg pictures@fuzz/corpus/picture/bomb.png
expect  422 text~"Ảnh thứ 2" text~"Nhận tiền, có biên lai."
POST    /to-cao/gui accused="Ông Hồ Tâm" position=leader unit=19753 text="Nhận tiền, có biên lai." identity=unnamed pictures@fuzz/corpus/picture/turned.jpg pictures@fuzz/corpus/picture/woven.png
expect  200 text~"Đơn đã khóa" text~"Ảnh kèm theo" text~"enclosed="
let     code = between "<p class=\"k-code\">" "</p>"
let     secret = between "id=\"secret\">" "<"

# More come by the mailbox, with words or alone; their sender does not see them again.
POST    /to-cao/hop-thu code=$code secret="$secret" pictures@fuzz/corpus/picture/bomb.png
expect  422 text~"Ảnh thứ 1"
POST    /to-cao/hop-thu code=$code secret="$secret" pictures@fuzz/corpus/picture/plain.png
expect  200 text~"Ảnh gửi ngày 13/03/2026: đã niêm phong" no~"data:image"
POST    /to-cao/hop-thu code=$code secret="$secret" text="Đây là sổ quỹ." pictures@fuzz/corpus/picture/grey.jpg
expect  200 no~"sổ quỹ"
advance 1 days
ledger  verifies

# Its reader sees them on the page that opening gives, and on no other.
as      lan "nón bài thơ bên cầu"
GET     /cb/to-cao/$code
expect  200 no~"data:image" text~"Soạn bản đã che"
POST    /cb/to-cao/$code/mo passphrase="cầu gỗ sông Như Ý mùa lụt"
expect  200 text~"Nhận tiền, có biên lai." text~"sổ quỹ" text~"data:image/jpeg;base64,/9j/" text~"Ảnh 2" text~"cấp phó của đơn vị, Phường" no~"19753" no~"<script"

# Nobody verifies here yet.
GET     /cb/to-cao/$code/giao
expect  200 text~"Chưa ai có quyền xác minh và có khóa" text~"Ảnh nhận ngày 13/03/2026" text~"Không kèm ảnh"
as      binh "nón bài thơ bên cầu"
GET     /cb/xac-minh
expect  200 text~"Chưa có bản nào giao cho anh chị"
GET     /cb/to-cao
expect  403
POST    /cb/khoa passphrase="đò Cồn sang bến Thừa Phủ" again="đò Cồn sang bến Thừa Phủ"
expect  303 /cb/khoa
as      quy "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="chim về núi Ngự buổi chiều" again="chim về núi Ngự buổi chiều"
expect  303 /cb/khoa
as      tam "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="khóa của người cùng đơn vị" again="khóa của người cùng đơn vị"
expect  303 /cb/khoa
GET     /cb/to-cao/$code/giao
expect  403

# First it is opened, which the ledger hears; then it is written anew and blacked out.
as      lan
POST    /cb/to-cao/TC-2222-2222/giao passphrase="cầu gỗ sông Như Ý mùa lụt"
expect  404
POST    /cb/to-cao/$code/giao passphrase="cầu gỗ sông Như Ý mùa hạ"
expect  422 text~"Cụm mật khẩu của khóa không đúng"
GET     /cb/to-cao/$code/giao
expect  200 text~"Kèm ảnh nào?"
let     enclosure = between "name=\"enclosure\" type=\"radio\" value=\"" "\""
# Where there are more than a page holds, those of one are asked for.
POST    /cb/to-cao/$code/mo enclosure=$enclosure passphrase="cầu gỗ sông Như Ý mùa lụt"
expect  200 text~"data:image" text~"Mở ảnh nhận ngày 13/03/2026"
POST    /cb/to-cao/$code/giao enclosure=$enclosure passphrase="cầu gỗ sông Như Ý mùa lụt"
expect  200 text~"Nhận tiền, có biên lai." text~"data:image/jpeg" text~"Phạm Bình" text~"Đoàn Quý" no~"Hồ Tâm</option>" text~"redact"
fact    denunciation.opened
let     binh = between "Mời chọn</option>\n<option value=\"" "\""
let     quy = between "Phạm Bình</option>\n<option value=\"" "\""
POST    /cb/to-cao/$code/giao enclosure=$enclosure passphrase="cầu gỗ sông Như Ý mùa lụt" text="Ông Hồ Tâm nhận tiền." gives_1=1 boxes_1="100 100 200 200"
expect  422 text~"Hãy chọn ít nhất một người xác minh" text~"Hãy đọc lại lời và xem lại từng ảnh" text~"100 100 200 200" text~"data:image/jpeg"
fact    denunciation.opened
POST    /cb/to-cao/$code/giao enclosure=$enclosure passphrase="cầu gỗ sông Như Ý mùa lụt" text="Ông Hồ Tâm nhận tiền." verifier_1=$binh is_clean=1 gives_1=1 boxes_1="100 100 200"
expect  422 text~"bốn số từ 0 đến 1000" text~"Ông Hồ Tâm nhận tiền."
POST    /cb/to-cao/$code/giao enclosure=$enclosure passphrase="sai rồi sai rồi sai rồi" text="Ông Hồ Tâm nhận tiền." verifier_1=$binh is_clean=1 gives_1=1 "boxes_1=100 100 200 200"
expect  422 text~"Cụm mật khẩu của khóa không đúng" text~"Ông Hồ Tâm nhận tiền." text~"Gõ đúng cụm mật khẩu" text~"name=\"gives_1\" value=\"1\"" text~"name=\"boxes_1\" value=\"100 100 200 200\"" text~"name=\"is_shut\" value=\"1\"" no~"data:image"
# What that page sends again opens it, with what was marked; nothing is handed on yet.
POST    /cb/to-cao/$code/giao enclosure=$enclosure passphrase="cầu gỗ sông Như Ý mùa lụt" text="Ông Hồ Tâm nhận tiền." verifier_1=$binh is_clean=1 gives_1=1 "boxes_1=100 100 200 200" is_shut=1
expect  200 text~"data:image/jpeg" text~"100 100 200 200" no~"is_shut"
fact    denunciation.opened
POST    /cb/to-cao/$code/giao enclosure=$enclosure passphrase="cầu gỗ sông Như Ý mùa lụt" text="Ông Hồ Tâm nhận tiền." verifier_1=$binh verifier_2=$binh is_clean=1 gives_1=1 "boxes_1=100 100 200 200"
expect  303 /cb/to-cao/$code
fact    denunciation.handed
GET     /cb/to-cao/$code
expect  200 text~"Đã giao một bản đã che ngày 14/03/2026"

# Whoever verifies reads the copy alone, and the ledger says that they did.
as      binh
GET     /cb/xac-minh
expect  200 text~"$code" no~"nhận tiền"
let     copy = between "href=\"/cb/xac-minh/" "\""
GET     /cb/xac-minh/$copy
expect  200 no~"nhận tiền" no~"data:image"
POST    /cb/xac-minh/$copy passphrase=
expect  422
POST    /cb/xac-minh/$copy passphrase="cầu gỗ sông Như Ý mùa lụt"
expect  422 text~"Cụm mật khẩu của khóa không đúng"
POST    /cb/xac-minh/$copy passphrase="đò Cồn sang bến Thừa Phủ"
expect  200 text~"Ông Hồ Tâm nhận tiền." text~"data:image/jpeg" no~"có biên lai" text~"Ảnh 1 của bản giao" no~"Ảnh 2"
fact    denunciation.rendition_opened
GET     /cb/to-cao/$code
expect  403
as      quy
GET     /cb/xac-minh
expect  200 no~"$code"
GET     /cb/xac-minh/$copy
expect  404
POST    /cb/xac-minh/$copy passphrase="chim về núi Ngự buổi chiều"
expect  404

# Its sender sees that a copy went out, and not to whom.
anonymous
POST    /to-cao/hop-thu code=$code secret="$secret"
expect  200 text~"Ngày 14/03/2026, nơi nhận giao người xác minh một bản đã che" no~"Phạm Bình"

# The same again, without pictures, to another.
as      lan
POST    /cb/to-cao/$code/giao enclosure=0 passphrase="cầu gỗ sông Như Ý mùa lụt" text="Xem sổ quỹ năm ngoái." verifier_1=$quy is_clean=1
expect  303
as      quy
GET     /cb/xac-minh
let     other = between "href=\"/cb/xac-minh/" "\""
POST    /cb/xac-minh/$other passphrase="chim về núi Ngự buổi chiều"
expect  200 text~"Xem sổ quỹ năm ngoái." no~"data:image"
advance 1 days
ledger  verifies

# One too many is said, and what was typed is kept.
anonymous
POST    /to-cao/gui accused="Ông Một" position=leader unit=19753 text="Sáu tờ biên lai." identity=unnamed pictures@fuzz/corpus/picture/turned.jpg pictures@fuzz/corpus/picture/woven.png pictures@fuzz/corpus/picture/grey.jpg pictures@fuzz/corpus/picture/plain.png pictures@fuzz/corpus/picture/inks.jpg pictures@fuzz/corpus/picture/palette.png
expect  422 text~"Mỗi lần gửi tối đa 5 ảnh" text~"Sáu tờ biên lai."
