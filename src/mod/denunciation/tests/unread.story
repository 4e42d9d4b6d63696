# A sealed letter that nobody opens does not lie unseen.
story   Three working days after it came, those who can open it are reminded of the seven, and once only
law     25/2018/QH14 art 24
clock   2026-08-03 09:00
console org import --hue
console identity add --name "Phan Văn Quản" --sign-in quan --unit 46 --title "Quản trị" --power admin --password "trời gió ở Thuận An" --chosen
console identity add --sign-in lan --name "Trần Thị Lan" --unit 46 --title "Thanh tra viên" --power denunciation.handle --email lan@hue.vn --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in tu --name "Võ Văn Tư" --unit 46 --title "Chuyên viên" --power denunciation.handle --email tu@hue.vn --password "nón bài thơ bên cầu" --chosen
as      lan "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="cầu gỗ sông Như Ý mùa lụt" again="cầu gỗ sông Như Ý mùa lụt"
expect  303 /cb/khoa
anonymous
POST    /to-cao/gui accused="Ông Nguyễn Văn Ích" position=leader unit=19753 text="Thu tiền sai." identity=unnamed
let     lies = between "<p class=\"k-code\">" "</p>"
POST    /to-cao/gui accused="Ông Nguyễn Văn Ích" position=leader unit=19753 text="Thu tiền sai nữa." identity=unnamed
let     entered = between "<p class=\"k-code\">" "</p>"
as      lan
POST    /cb/to-cao/$entered/vao-so channel=web
expect  303
advance 2 days
as      quan "trời gió ở Thuận An"
GET     /qt/hang-doi
expect  200 no~"Có đơn tố cáo chờ vào sổ"
advance 1 day
as      quan "trời gió ở Thuận An"
GET     /qt/hang-doi
expect  200 text~"Có đơn tố cáo chờ vào sổ" text~"l…@hue.vn" no~"t…@hue.vn" no~"$lies"
ledger  verifies
