# A letter that was scanned comes as a PDF: page by page it is evidence as photos are.
story   Pages of a PDF are sealed as pictures, and none is left out unsaid
law     25/2018/QH14 art 56
clock   2026-03-13 09:00
console org import --hue
console identity add --sign-in lan --name "Trần Thị Lan" --unit 46 --title "Thanh tra viên" --power denunciation.handle --password "nón bài thơ bên cầu" --chosen
as      lan "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="cầu gỗ sông Như Ý mùa lụt" again="cầu gỗ sông Như Ý mùa lụt"
expect  303 /cb/khoa
anonymous
GET     /to-cao/gui
expect  200 text~"application/pdf" no~"from_page"

# What a scanner makes is taken page by page; what is no paper, or shut, or leaves its letters out, is said.
POST    /to-cao/gui accused="Ông Hai" position=leader unit=19753 text="Bản quét." identity=unnamed pictures@fuzz/corpus/scan/locked.pdf
expect  422 text~"Tệp thứ 1 là PDF có mật khẩu" text~"Bản quét." no~"from_page"
POST    /to-cao/gui accused="Ông Hai" position=leader unit=19753 text="Bản quét." identity=unnamed pictures@fuzz/corpus/scan/bare.pdf
expect  422 text~"PDF thiếu kiểu chữ"
POST    /to-cao/gui accused="Ông Hai" position=leader unit=19753 text="Bản quét." identity=unnamed pictures@fuzz/corpus/scan/cut.pdf
expect  422 text~"Ảnh thứ 1 không mở được"
POST    /to-cao/gui accused="Ông Hai" position=leader unit=19753 text="Bản quét." identity=unnamed pictures@docs/LEDGER.md
expect  422 text~"Tệp thứ 1 không phải ảnh JPEG, PNG hoặc tệp PDF"
# More pages than one letter takes: the rest goes by the mailbox, and nothing is left out unsaid.
POST    /to-cao/gui accused="Ông Hai" position=leader unit=19753 text="Bản quét." identity=unnamed pictures@fuzz/corpus/scan/eight.pdf
expect  422 text~"Tệp PDF có 8 trang" text~"name=\"from_page\"" text~"Bản quét."
POST    /to-cao/gui accused="Ông Hai" position=leader unit=19753 text="Bản quét." identity=unnamed pictures@fuzz/corpus/scan/eight.pdf from_page=9
expect  422 text~"Tệp này chỉ có 8 trang" text~"value=\"9\""
POST    /to-cao/gui accused="Ông Hai" position=leader unit=19753 text="Bản quét." identity=unnamed pictures@fuzz/corpus/scan/two.pdf pictures@fuzz/corpus/scan/eight.pdf from_page=2
expect  422 text~"chỉ chọn một tệp PDF"
POST    /to-cao/gui accused="Ông Hai" position=leader unit=19753 text="Bản quét." identity=unnamed pictures@fuzz/corpus/picture/turned.jpg pictures@fuzz/corpus/picture/woven.png pictures@fuzz/corpus/picture/grey.jpg pictures@fuzz/corpus/scan/two.pdf pictures@fuzz/corpus/picture/plain.png
expect  422 text~"tối đa 5 ảnh hoặc trang. Hãy bỏ bớt"
POST    /to-cao/gui accused="Ông Hai" position=leader unit=19753 text="Bản quét." identity=unnamed pictures@fuzz/corpus/scan/eight.pdf from_page=1
expect  200 text~"Đơn đã khóa" text~"Tệp PDF có 8 trang. Các trang từ 6"
let     code = between "<p class=\"k-code\">" "</p>"
let     secret = between "id=\"secret\">" "<"
POST    /to-cao/hop-thu code=$code secret="$secret" pictures@fuzz/corpus/scan/eight.pdf
expect  422 text~"Tệp PDF có 8 trang" text~"id=\"from_page-loi\""
POST    /to-cao/hop-thu code=$code secret="$secret" pictures@fuzz/corpus/scan/eight.pdf from_page=2
expect  200 text~"các trang từ 7 chưa gửi" text~"name=\"from_page\" value=\"7\""
POST    /to-cao/hop-thu code=$code secret="$secret" pictures@fuzz/corpus/scan/eight.pdf from_page=7
expect  200 no~"chưa gửi"
as      lan "nón bài thơ bên cầu"
POST    /cb/to-cao/$code/mo passphrase="cầu gỗ sông Như Ý mùa lụt"
expect  200 text~"Bản quét." text~"data:image/jpeg;base64,/9j/" text~"Ảnh 5"
advance 1 days
ledger  verifies
