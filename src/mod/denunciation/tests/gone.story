story   When the last of its readers has left office, nothing more is sealed to them
law     25/2018/QH14 art 49
clock   2026-03-13 09:00
console org import --hue
console identity add --sign-in kim --name "Phan Kim" --unit 46 --title "Quản trị" --power admin,identity.manage --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in an --name "Trần An" --unit 46 --title "Thanh tra viên" --power denunciation.handle --password "nón bài thơ bên cầu" --chosen
as      an "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="cầu gỗ sông Như Ý mùa lụt" again="cầu gỗ sông Như Ý mùa lụt"
expect  303 /cb/khoa
# Nobody asks who is signed in on the browser that it is sent from.
POST    /to-cao/gui accused="Bà Hồ Thị Ê" position=staff unit=19753 text="Sửa hồ sơ hộ nghèo." identity=unnamed
expect  200
let     code = between "<p class=\"k-code\">" "</p>"
let     secret = between "id=\"secret\">" "<"
POST    /to-cao/hop-thu code=$code "secret=$secret" text="Còn giấy tờ ở nhà."
expect  200
POST    /cb/to-cao/$code/mo passphrase="cầu gỗ sông Như Ý mùa lụt"
expect  200 text~"Còn giấy tờ ở nhà"

as      kim "nón bài thơ bên cầu"
GET     /qt/nguoi-dung?don-vi=46
let     an = between "k-first\"><a class=\"govuk-link\" href=\"/qt/nguoi-dung/" "\""
POST    /qt/nguoi-dung/$an/thoi-viec person=$an "note=QĐ 12/QĐ-UBND ngày 13/03/2026"
expect  303 /qt/nguoi-dung/$an
anonymous
POST    /to-cao/hop-thu code=$code "secret=$secret" text="Họ vừa sửa nữa."
expect  422 text~"Không còn ai giữ khóa" text~"Họ vừa sửa nữa."
POST    /to-cao/gui accused="Bà Hồ Thị Ê" position=staff unit=19753 text="Sửa hồ sơ hộ nghèo." identity=unnamed
expect  422 text~"chưa có ai giữ khóa"
