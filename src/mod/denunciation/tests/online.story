# What nobody has signed: information with a denunciation in it, or a denunciation, as an administrator chose.
story   A denunciation with a name that was only sent online is entered as the setting of its day says; without a name it stays information
law     25/2018/QH14 art 22
law     25/2018/QH14 art 25
clock   2026-08-03 09:00
console org import --hue
console identity add --sign-in quan --name "Phan Văn Quản" --unit 46 --title "Quản trị" --power admin --password "trời gió ở Thuận An" --chosen
console identity add --sign-in lan --name "Trần Thị Lan" --unit 46 --title "Thanh tra viên" --power denunciation.handle,denunciation.decide --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in minh --name "Lê Minh" --unit 46 --title "Chánh Văn phòng" --power denunciation.identity --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in hoa --name "Tôn Nữ Hoa" --unit 46 --title "Trưởng ban" --power denunciation.identity --password "nón bài thơ bên cầu" --chosen
as      lan "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="cầu gỗ sông Như Ý mùa lụt" again="cầu gỗ sông Như Ý mùa lụt"
expect  303 /cb/khoa
as      minh "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="chim về núi Ngự buổi chiều" again="chim về núi Ngự buổi chiều"
expect  303 /cb/khoa
as      hoa "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="phá Tam Giang ngày rày đã cạn" again="phá Tam Giang ngày rày đã cạn"
expect  303 /cb/khoa
as      quan "trời gió ở Thuận An"
POST    /qt/thiet-lap-luat/to-cao-qua-mang value=to-cao from=05/08/2026 "decision=Quyết định 9/QĐ-UBND" decided_on=01/08/2026 "reason=Đơn có họ tên thì nhận như đơn"
expect  303
fact    deadline.setting_chosen

# Sent the day before: information, though it is entered after it. Who writes is told so.
anonymous
GET     /to-cao
expect  200 text~"Đơn gửi ở đây được xử lý theo Điều 25" no~"Điều 22"
POST    /to-cao/gui accused="Ông Một" position=leader unit=19753 text="Một." identity=named name="Nguyễn Thị Kín" address="7 kiệt 34 Chi Lăng" contact="0905 000 111"
expect  200
let     before = between "<p class=\"k-code\">" "</p>"
advance 2 days
GET     /to-cao
expect  200 text~"có họ tên, địa chỉ được vào sổ là đơn tố cáo ngay, theo Điều 22" text~"Đơn không nêu tên được xử lý theo Điều 25" no~"Đơn gửi ở đây được xử lý"
POST    /to-cao/gui accused="Ông Hai" position=leader unit=19753 text="Hai." identity=named name="Nguyễn Thị Kín" address="7 kiệt 34 Chi Lăng" contact="0905 000 111"
expect  200
let     named = between "<p class=\"k-code\">" "</p>"
POST    /to-cao/gui accused="Ông Ba" position=leader unit=19753 text="Ba." identity=unnamed
expect  200
let     unnamed = between "<p class=\"k-code\">" "</p>"
as      lan "nón bài thơ bên cầu"
POST    /cb/to-cao/$before/vao-so channel=web
expect  303 /cb/to-cao/hs/*
let     case = location after "/hs/"
GET     /cb/to-cao/hs/$case
expect  200 text~"Thông tin có nội dung tố cáo"

# Sent on that day with a name: a denunciation, which can be refused for want of a condition at once.
POST    /cb/to-cao/$named/vao-so channel=web
expect  303 /cb/to-cao/hs/*
let     case = location after "/hs/"
GET     /cb/to-cao/hs/$case
expect  200 text~"Đã vào sổ tố cáo" text~"hết ngày 14/08/2026" no~"· Thông tin có nội dung tố cáo"

# Without a name the law leaves no choice.
POST    /cb/to-cao/$unnamed/vao-so channel=web
expect  303 /cb/to-cao/hs/*
let     case = location after "/hs/"
GET     /cb/to-cao/hs/$case
expect  200 text~"Thông tin có nội dung tố cáo"
ledger  verifies
