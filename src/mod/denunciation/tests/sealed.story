story   A denunciation is sealed to those above, its name to two officers together
law     25/2018/QH14 art 23
clock   2026-03-13 09:00
console org import --hue
console identity add --sign-in lan --name "Trần Thị Lan" --unit 46 --title "Thanh tra viên" --power denunciation.handle --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in minh --name "Lê Minh" --unit 46 --title "Chánh Văn phòng" --power denunciation.identity --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in hoa --name "Tôn Nữ Hoa" --unit 46 --title "Trưởng ban" --power denunciation.identity --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in tam --name "Hồ Tâm" --unit 19753 --title "Chủ tịch" --power denunciation.handle --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in kim --name "Phan Kim" --unit 46 --title "Quản trị" --power admin,identity.manage --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in dan --name "Võ Dân" --unit 46 --title "Văn thư" --power feedback.handle --password "nón bài thơ bên cầu" --chosen

# Nobody has a key: nothing can be sealed, and no leaf says so by night.
GET     /to-cao
expect  200 text~"chưa nhận được đơn niêm phong" no~"/to-cao/gui"
POST    /to-cao/gui accused="Ông Hồ Tâm, Chủ tịch" position=leader unit=19753 text="Nhận tiền." identity=unnamed
expect  422 text~"chưa có ai giữ khóa để nhận đơn niêm phong" text~"Điều 56"

# Keys are for those who may hold one.
GET     /cb/khoa
expect  401
POST    /cb/khoa passphrase="cầu gỗ sông Như Ý mùa lụt" again="cầu gỗ sông Như Ý mùa lụt"
expect  401
as      dan "nón bài thơ bên cầu"
GET     /cb/khoa
expect  403
as      lan "nón bài thơ bên cầu"
GET     /cb/to-cao
expect  200 text~"Anh chị chưa có khóa"
POST    /cb/khoa passphrase="ngắn quá" again="ngắn quá"
expect  422 text~"ít nhất 16 ký tự"
POST    /cb/khoa passphrase="cầu gỗ sông Như Ý mùa lụt" again="cầu gỗ sông Như Ý mùa hạ"
expect  422 text~"Hai lần gõ không giống nhau"
POST    /cb/khoa/doi old="cầu gỗ sông Như Ý mùa lụt" passphrase="cầu gỗ sông Như Ý mùa hạ" again="cầu gỗ sông Như Ý mùa hạ"
expect  422 text~"Anh chị chưa có khóa."
POST    /cb/khoa passphrase="cầu gỗ sông Như Ý mùa lụt" again="cầu gỗ sông Như Ý mùa lụt"
expect  303 /cb/khoa
fact    denunciation.key_added
POST    /cb/khoa passphrase="cầu gỗ sông Như Ý mùa lụt" again="cầu gỗ sông Như Ý mùa lụt"
expect  422 text~"Anh chị đã có khóa rồi"
GET     /cb/khoa
expect  200 text~"Dấu của khóa"
as      tam "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="khóa của người bị tố cáo" again="khóa của người bị tố cáo"
expect  303 /cb/khoa

# Someone who reads for those above, and works in the accused unit besides.
as      kim "nón bài thơ bên cầu"
POST    /qt/nguoi-dung/moi "name=Đặng Thị Nga" sign_in=nga unit=46 "title=Thanh tra viên" powers=denunciation.handle
expect  200
let     first = between "k-code\">" "<"
let     nga = between "href=\"/qt/nguoi-dung/" "\""
POST    /qt/nguoi-dung/$nga/chuc-vu person=$nga unit=19753 "title=Phó Chủ tịch" from=01/03/2026
expect  303 /qt/nguoi-dung/$nga
as      nga
POST    /dang-nhap sign_in=nga password=$first
expect  303 /cb/toi
POST    /cb/toi/mat-khau old=$first "password=thuyền trên sông" "again=thuyền trên sông"
expect  303 /cb/toi
POST    /cb/khoa passphrase="thuyền ai đợi bến Văn Lâu" again="thuyền ai đợi bến Văn Lâu"
expect  303 /cb/khoa

# What the form wants.
anonymous
POST    /to-cao/gui accused="Ông Hồ Tâm, Chủ tịch" position=chief unit=19753 text="Nhận tiền." identity=unnamed
expect  422 text~"Hãy chọn vị trí"
POST    /to-cao/gui accused="Ông Hồ Tâm, Chủ tịch" position=leader unit=00000 text="Nhận tiền." identity=unnamed
expect  422 text~"Hãy chọn đơn vị"
POST    /to-cao/gui accused="Ông Hồ Tâm, Chủ tịch" position=leader unit=19753 text="Nhận tiền." identity=hidden
expect  422 text~"Hãy chọn nêu tên hay không"
POST    /to-cao/gui accused="Ông Hồ Tâm, Chủ tịch" position=leader unit=19753 text="Nhận tiền." identity=named
expect  422 text~"phải ghi họ và tên" text~"Điều 23"
POST    /to-cao/gui accused="Ông Hồ Tâm, Chủ tịch" position=leader unit=19753 text="Nhận tiền." identity=named name="Nguyễn Thị Kín"
expect  422 text~"phải ghi địa chỉ"
POST    /to-cao/gui accused="Ông Hồ Tâm, Chủ tịch" position=leader unit=19753 text="Nhận tiền." identity=named name="Nguyễn Thị Kín" address="7 kiệt 34 Chi Lăng"
expect  422 text~"cách thức liên hệ"
POST    /to-cao/gui accused="Chủ tịch thành phố" position=leader unit=46 text="Nhận tiền." identity=unnamed
expect  422 text~"phải gửi lên cấp trên"

# A name goes to two officers, and there are none with keys.
POST    /to-cao/gui accused="Ông Hồ Tâm, Chủ tịch" position=leader unit=19753 text="Nhận tiền." identity=named name="Nguyễn Thị Kín" address="7 kiệt 34 Chi Lăng" contact="0905 000 111"
expect  422 text~"Chưa đủ người giữ khóa để niêm phong họ tên"
as      minh "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="chim về núi Ngự buổi chiều" again="chim về núi Ngự buổi chiều"
expect  303 /cb/khoa
as      hoa "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="phá Tam Giang ngày rày đã cạn" again="phá Tam Giang ngày rày đã cạn"
expect  303 /cb/khoa
GET     /cb/ho-ten
expect  200 text~"chưa giữ phần khóa nào"

anonymous
GET     /to-cao/gui
expect  200 text~"Phường Phú Xuân" no~"<script"
POST    /to-cao/gui accused="Ông Hồ Tâm, Chủ tịch" position=leader unit=19753 text="Nhận tiền của chị X ngày 2 tháng 3 tại trụ sở." identity=named name="Nguyễn Thị Kín" address="7 kiệt 34 Chi Lăng" contact="0905 000 111"
expect  200 text~"Thành phố Huế" text~"kheo-promise/v1" text~"14/03/2026" text~"cấp trên trực tiếp"
let     code = between "<p class=\"k-code\">" "</p>"
let     secret = between "id=\"secret\">" "<"

# By night the ledger is told: sixteen leaves, of which nobody sees which is this one.
advance 1 days
fact    denunciation.received denunciation.received denunciation.received denunciation.received denunciation.received denunciation.received denunciation.received denunciation.received denunciation.received denunciation.received denunciation.received denunciation.received denunciation.received denunciation.received denunciation.received denunciation.received
ledger  verifies

# The accused has a key and the power over their own unit: it is not there for them.
as      tam "nón bài thơ bên cầu"
GET     /cb/to-cao
expect  200 no~"$code"
GET     /cb/to-cao/$code
expect  404
POST    /cb/to-cao/$code/mo passphrase="khóa của người bị tố cáo"
expect  404
# A colleague of theirs reads for those above too, and has a key: it is not there for her either.
as      nga
POST    /dang-nhap sign_in=nga password="thuyền trên sông"
expect  303 /cb/toi
GET     /cb/to-cao
expect  200 no~"$code" text~"Chưa có đơn nào"
GET     /cb/to-cao/$code
expect  404
as      dan "nón bài thơ bên cầu"
GET     /cb/to-cao
expect  403

# Its reader opens it with the passphrase, and the ledger says so.
as      lan "nón bài thơ bên cầu"
GET     /cb/to-cao
expect  200 text~"$code" no~"Nhận tiền"
GET     /cb/to-cao/$code
expect  200 no~"Nhận tiền" no~"Kín"
POST    /cb/to-cao/$code/mo passphrase="cầu gỗ sông Như Ý mùa hạ"
expect  422 text~"Cụm mật khẩu của khóa không đúng" no~"Nhận tiền"
POST    /cb/to-cao/$code/mo passphrase="cầu gỗ sông Như Ý mùa lụt"
expect  200 text~"Nhận tiền của chị X" text~"Hồ Tâm" no~"Kín" no~"Chi Lăng"
fact    denunciation.opened
POST    /cb/to-cao/$code/vut passphrase="cầu gỗ sông Như Ý mùa lụt"
expect  404

# Questions and answers by code and secret.
POST    /cb/to-cao/$code/tra-loi text=
expect  422 text~"Anh chị chưa viết gì"
POST    /cb/to-cao/$code/tra-loi text="Có ai khác chứng kiến không?"
expect  303 /cb/to-cao/$code
anonymous
GET     /to-cao/hop-thu
expect  200 text~"Mở hộp thư"
POST    /to-cao/hop-thu code=$code "secret=ba ba ba ba ba ba ba ba"
expect  422 text~"không đúng" no~"chứng kiến"
POST    /to-cao/hop-thu code=$code "secret=ba ba ba ba ba ba ba wwww"
expect  422 text~"không nằm trong danh sách"
POST    /to-cao/hop-thu code=TC-2222-2222 "secret=$secret"
expect  422 text~"không đúng"
POST    /to-cao/hop-thu code=$code "secret=$secret"
expect  200 text~"Có ai khác chứng kiến không?" text~"Chưa có ai."
POST    /to-cao/hop-thu code=$code "secret=$secret" text="Có bà Y bán nước trước cổng."
expect  200 no~"bà Y"
as      lan
POST    /cb/to-cao/$code/mo passphrase="cầu gỗ sông Như Ý mùa lụt"
expect  200 text~"bà Y bán nước" text~"Có ai khác chứng kiến"
