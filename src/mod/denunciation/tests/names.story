story   A name is opened by two officers together, with a reason, and its sender sees who asked
law     25/2018/QH14 art 56
clock   2026-03-13 09:00
console org import --hue
console identity add --sign-in lan --name "Trần Thị Lan" --unit 46 --title "Thanh tra viên" --power denunciation.handle,denunciation.identity,identity.manage --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in mai --name "Lê Thị Mai" --unit 46 --title "Thanh tra viên" --power denunciation.handle --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in minh --name "Lê Minh" --unit 46 --title "Chánh Văn phòng" --power denunciation.identity --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in hoa --name "Tôn Nữ Hoa" --unit 46 --title "Trưởng ban" --power denunciation.identity --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in both --name "Hồ Thị Cả" --unit 46 --title "Quản trị" --power denunciation.handle,identity.manage --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in only --name "Hồ Thị Một" --unit 46 --title "Quản trị" --power identity.manage --password "nón bài thơ bên cầu" --chosen
as      lan "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="cầu gỗ sông Như Ý mùa lụt" again="cầu gỗ sông Như Ý mùa lụt"
expect  303 /cb/khoa
as      mai "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="đò Cồn sang bến Thừa Phủ" again="đò Cồn sang bến Thừa Phủ"
expect  303 /cb/khoa
as      minh "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="chim về núi Ngự buổi chiều" again="chim về núi Ngự buổi chiều"
expect  303 /cb/khoa
as      hoa "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="phá Tam Giang ngày rày đã cạn" again="phá Tam Giang ngày rày đã cạn"
expect  303 /cb/khoa

anonymous
POST    /to-cao/gui accused="Bà Hồ Thị Ê" position=staff unit=19753 text="Sửa hồ sơ hộ nghèo." identity=unnamed
expect  200 text~"không nêu" text~"không ai trong đơn vị bị tố cáo có khóa"
let     other = between "<p class=\"k-code\">" "</p>"
POST    /to-cao/gui accused="Bà Hồ Thị Ê" position=staff unit=19753 text="Sửa hồ sơ hộ nghèo." identity=named name="Nguyễn Thị Kín" address="7 kiệt 34 Chi Lăng" contact="0905 000 111"
expect  200
let     code = between "<p class=\"k-code\">" "</p>"
let     secret = between "id=\"secret\">" "<"

as      minh
GET     /cb/ho-ten
expect  200 text~"$code" no~"$other"
GET     /cb/ho-ten/$code
expect  200 text~"Chưa ai xin mở họ tên"
GET     /cb/ho-ten/$other
expect  404
POST    /cb/ho-ten/$other passphrase="chim về núi Ngự buổi chiều"
expect  404
GET     /cb/to-cao
expect  403
POST    /cb/ho-ten/$code passphrase="chim về núi Ngự buổi chiều"
expect  422 text~"Chưa ai xin mở họ tên"
POST    /cb/ho-ten/$code passphrase="sai rồi sai rồi sai rồi"
expect  422 text~"không đúng"
POST    /cb/ho-ten/$code passphrase=
expect  422 text~"Chưa có"

as      lan
POST    /cb/to-cao/$other/hoi-ten reason=verify
expect  422 text~"không nêu tên người gửi"
POST    /cb/to-cao/$code/hoi-ten reason=curious
expect  422 text~"Hãy chọn lý do"
POST    /cb/to-cao/$code/mo-ten name_passphrase="cầu gỗ sông Như Ý mùa lụt"
expect  422 text~"Chỉ người đã xin"
POST    /cb/to-cao/$code/hoi-ten reason=verify
expect  303 /cb/to-cao/$code
fact    denunciation.name_asked
GET     /cb/to-cao/$code
expect  200 text~"0 trên 2" no~"Kín"
POST    /cb/ho-ten/$code passphrase="cầu gỗ sông Như Ý mùa lụt"
expect  422 text~"Người xin mở không tự góp"

# One is not enough, twice the same is one, and it is for her who asked.
as      minh
POST    /cb/ho-ten/$code passphrase="chim về núi Ngự buổi chiều"
expect  303 /cb/ho-ten
fact    denunciation.name_share
POST    /cb/ho-ten/$code passphrase="chim về núi Ngự buổi chiều"
expect  422 text~"đã góp phần khóa của mình rồi"
GET     /cb/ho-ten/$code
expect  200 text~"Trần Thị Lan" text~"Xác minh họ tên" text~"1 trên 2"
as      lan
POST    /cb/to-cao/$code/mo-ten name_passphrase="cầu gỗ sông Như Ý mùa lụt"
expect  422 text~"Chưa đủ người giữ khóa" no~"Kín"
as      hoa
POST    /cb/ho-ten/$code passphrase="phá Tam Giang ngày rày đã cạn"
expect  303 /cb/ho-ten
as      mai
POST    /cb/to-cao/$code/mo-ten name_passphrase="đò Cồn sang bến Thừa Phủ"
expect  422 text~"Chỉ người đã xin" no~"Kín"
as      lan
POST    /cb/to-cao/$code/mo-ten name_passphrase="cầu gỗ sông Như Ý mùa hạ"
expect  422 text~"không đúng" no~"Kín"
POST    /cb/to-cao/$code/mo-ten name_passphrase="cầu gỗ sông Như Ý mùa lụt"
expect  200 text~"Nguyễn Thị Kín" text~"7 kiệt 34 Chi Lăng" text~"0905 000 111"
fact    denunciation.name_opened
ledger  verifies
anonymous
POST    /to-cao/hop-thu code=$code "secret=$secret"
expect  200 text~"Xác minh họ tên" text~"Đã mở lúc"

# The access log says that a name was asked for and opened, to whom it was sealed to: of none of them which, or why.
# Whoever manages people there, or reads others, and may be whom it is about, learns nothing of it.
as      lan
GET     /qt/nhat-ky?kind=denouncer
expect  200 text~"<td data-label=\"Việc\">Mở họ tên người tố cáo" text~"Trần Thị Lan" no~"$code" no~"$other" no~"Kín" no~"Xác minh"
as      both "nón bài thơ bên cầu"
GET     /qt/nhat-ky?kind=denouncer
expect  200 text~"Không có việc nào như vậy." no~"<td data-label=\"Việc\">Mở họ tên người tố cáo"
as      only "nón bài thơ bên cầu"
GET     /qt/nhat-ky
expect  200 no~"<td data-label=\"Việc\">Mở họ tên người tố cáo" no~"$code"
GET     /qt/nhat-ky?kind=denouncer
expect  200 text~"Không có việc nào như vậy."

# A new key opens what was sealed to the old one, and the old passphrase opens nothing any more.
as      lan
POST    /cb/khoa/doi old="cầu gỗ sông Như Ý mùa hạ" passphrase="Kim Long có gái mỹ miều" again="Kim Long có gái mỹ miều"
expect  422 text~"không đúng"
POST    /cb/khoa/doi old="cầu gỗ sông Như Ý mùa lụt" passphrase="Kim Long có gái mỹ miều" again="Kim Long có gái mỹ miều"
expect  303 /cb/khoa
fact    denunciation.key_replaced
GET     /cb/khoa
expect  200 text~"Khóa cũ"
POST    /cb/to-cao/$code/mo passphrase="cầu gỗ sông Như Ý mùa lụt"
expect  422 text~"không đúng"
POST    /cb/to-cao/$code/mo passphrase="Kim Long có gái mỹ miều"
expect  200 text~"Sửa hồ sơ hộ nghèo"
POST    /cb/to-cao/$code/mo-ten name_passphrase="Kim Long có gái mỹ miều"
expect  200 text~"Nguyễn Thị Kín"
anonymous
POST    /to-cao/hop-thu code=$code "secret=$secret" text="Tôi gửi thêm sau khi đổi khóa."
expect  200
as      lan
POST    /cb/to-cao/$code/mo passphrase="Kim Long có gái mỹ miều"
expect  200 text~"sau khi đổi khóa" text~"Sửa hồ sơ hộ nghèo"
ledger  verifies
