story   The key of an officer who is gone passes to another, by two custodians of different units
law     25/2018/QH14 art 49
clock   2026-03-13 09:00
console org import --hue
console identity add --sign-in kim --name "Phan Kim" --unit 46 --title "Quản trị" --power admin,identity.manage,denunciation.recover --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in lan --name "Trần Thị Lan" --unit 46 --title "Thanh tra viên" --power denunciation.handle,denunciation.identity --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in mai --name "Lê Thị Mai" --unit 46 --title "Thanh tra viên" --power denunciation.handle --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in minh --name "Lê Minh" --unit 46 --title "Chánh Văn phòng" --power denunciation.handle,denunciation.identity --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in vy --name "Người vy" --unit 46.VP --title "Chuyên viên" --power report.read --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in son --name "Người son" --unit 46.SNV --title "Chuyên viên" --power report.read --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in ha --name "Người ha" --unit 46.TT --title "Chuyên viên" --power report.read --password "nón bài thơ bên cầu" --chosen

# Three custodians, each of another unit, over all of the city's.
as      kim "nón bài thơ bên cầu"
GET     /qt/nguoi-dung?don-vi=46.VP
let     id = between "k-first\"><a class=\"govuk-link\" href=\"/qt/nguoi-dung/" "\""
GET     /qt/nguoi-dung/$id
let     post = between "href=\"/qt/chuc-vu/" "/quyen"
POST    /qt/chuc-vu/$post/quyen post=$post power=denunciation.recover unit=46
expect  303
GET     /qt/nguoi-dung?don-vi=46.SNV
let     id = between "k-first\"><a class=\"govuk-link\" href=\"/qt/nguoi-dung/" "\""
GET     /qt/nguoi-dung/$id
let     post = between "href=\"/qt/chuc-vu/" "/quyen"
POST    /qt/chuc-vu/$post/quyen post=$post power=denunciation.recover unit=46
expect  303
POST    /qt/chuc-vu/$post/quyen post=$post power=denunciation.handle unit=46
expect  303
GET     /qt/nguoi-dung?don-vi=46.TT
let     id = between "k-first\"><a class=\"govuk-link\" href=\"/qt/nguoi-dung/" "\""
GET     /qt/nguoi-dung/$id
let     post = between "href=\"/qt/chuc-vu/" "/quyen"
POST    /qt/chuc-vu/$post/quyen post=$post power=denunciation.recover unit=46
expect  303

# A key that is made before they have theirs is lost with its holder.
as      minh "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="chim về núi Ngự buổi chiều" again="chim về núi Ngự buổi chiều"
expect  303 /cb/khoa
GET     /cb/khoa
expect  200 text~"không ai lấy lại được khóa này"
GET     /cb/khoa/phuc-hoi
expect  200 text~"Không có khóa nào đang được xin" no~"Xin khóa"
as      vy "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="Vỹ Dạ thôn hàng cau mới" again="Vỹ Dạ thôn hàng cau mới"
expect  303 /cb/khoa
as      son "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="ngự bình trước tròn sau méo" again="ngự bình trước tròn sau méo"
expect  303 /cb/khoa
as      ha "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="hạc nội mây ngàn đất Thần Kinh" again="hạc nội mây ngàn đất Thần Kinh"
expect  303 /cb/khoa
as      lan "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="cầu gỗ sông Như Ý mùa lụt" again="cầu gỗ sông Như Ý mùa lụt"
expect  303 /cb/khoa
POST    /cb/khoa/doi old="cầu gỗ sông Như Ý mùa lụt" passphrase="Kim Long có gái mỹ miều" again="Kim Long có gái mỹ miều"
expect  303 /cb/khoa
GET     /cb/khoa
expect  200 text~"giao lại được khóa này"

anonymous
GET     /cb/khoa/phuc-hoi
expect  401
POST    /to-cao/gui accused="Bà Hồ Thị Ê" position=staff unit=19753 text="Sửa hồ sơ hộ nghèo." identity=named name="Nguyễn Thị Kín" address="7 kiệt 34 Chi Lăng" contact="0905 000 111"
expect  200
let     code = between "<p class=\"k-code\">" "</p>"

# Whoever holds a share of the same name may not have hers too.
as      minh
GET     /cb/khoa/phuc-hoi
expect  200 text~"Trần Thị Lan"
let     key = between "action=\"/cb/khoa/phuc-hoi/" "/xin"
POST    /cb/khoa/phuc-hoi/$key/xin
expect  422 text~"cùng giữ phần khóa của một họ tên"
POST    /cb/khoa/phuc-hoi/x/xin
expect  404
POST    /cb/khoa/phuc-hoi/999999/xin
expect  404
as      vy
GET     /cb/khoa/phuc-hoi
expect  200 no~"/xin"
POST    /cb/khoa/phuc-hoi/$key/xin
expect  403
POST    /cb/khoa/phuc-hoi/999999/gop passphrase="Vỹ Dạ thôn hàng cau mới"
expect  404

as      mai "nón bài thơ bên cầu"
POST    /cb/khoa/phuc-hoi/$key/xin
expect  422 text~"phải lập khóa của mình trước"
POST    /cb/khoa passphrase="đò Cồn sang bến Thừa Phủ" again="đò Cồn sang bến Thừa Phủ"
expect  303 /cb/khoa
GET     /cb/to-cao/$code
expect  404
POST    /cb/khoa/phuc-hoi/$key/xin
expect  303 /cb/khoa/phuc-hoi
fact    denunciation.key_asked
POST    /cb/khoa/phuc-hoi/$key/xin
expect  422 text~"đang có người xin"
as      vy
GET     /cb/khoa/phuc-hoi
expect  200 text~"Lê Thị Mai" text~"0 trên 2"
let     asked = between "action=\"/cb/khoa/phuc-hoi/" "/gop"
POST    /cb/khoa/phuc-hoi/$asked/gop passphrase=
expect  422 text~"Chưa có"
POST    /cb/khoa/phuc-hoi/$asked/gop passphrase="sai rồi sai rồi sai rồi"
expect  422 text~"không đúng"
POST    /cb/khoa/phuc-hoi/$asked/gop passphrase="Vỹ Dạ thôn hàng cau mới"
expect  303 /cb/khoa/phuc-hoi
fact    denunciation.key_share
POST    /cb/khoa/phuc-hoi/$asked/gop passphrase="Vỹ Dạ thôn hàng cau mới"
expect  422 text~"đã góp phần khóa của mình rồi"
as      mai
POST    /cb/khoa/phuc-hoi/$asked/lay passphrase="đò Cồn sang bến Thừa Phủ"
expect  422 text~"Chưa đủ người góp"
POST    /cb/khoa/phuc-hoi/$asked/lay passphrase=
expect  422 text~"Chưa có"
as      kim
POST    /cb/khoa passphrase="đêm tàn bến Ngự ai về" again="đêm tàn bến Ngự ai về"
expect  303 /cb/khoa
POST    /cb/khoa/phuc-hoi/$asked/gop passphrase="đêm tàn bến Ngự ai về"
expect  422 text~"không giữ phần nào"
as      son
POST    /cb/khoa/phuc-hoi/$asked/gop passphrase="ngự bình trước tròn sau méo"
expect  303 /cb/khoa/phuc-hoi
as      minh
POST    /cb/khoa/phuc-hoi/$asked/lay passphrase="chim về núi Ngự buổi chiều"
expect  422 text~"khóa này người khác xin"
as      mai
POST    /cb/khoa/phuc-hoi/$asked/lay passphrase="sai rồi sai rồi sai rồi"
expect  422 text~"không đúng"
POST    /cb/khoa/phuc-hoi/$asked/lay passphrase="đò Cồn sang bến Thừa Phủ"
expect  303 /cb/khoa/phuc-hoi
fact    denunciation.key_recovered
POST    /cb/khoa/phuc-hoi/$asked/lay passphrase="đò Cồn sang bến Thừa Phủ"
expect  404

# She reads what was sealed to it, with her own passphrase; its former holder does not.
POST    /cb/to-cao/$code/mo passphrase="đò Cồn sang bến Thừa Phủ"
expect  200 text~"Sửa hồ sơ hộ nghèo"
as      lan
GET     /cb/to-cao/$code
expect  404
GET     /cb/khoa
expect  200 no~"Dấu của khóa"
POST    /cb/khoa passphrase="Kim Long có gái mỹ miều" again="Kim Long có gái mỹ miều"
expect  303 /cb/khoa

# Who asks is not one of the two.
as      son
GET     /cb/khoa/phuc-hoi
let     key = between "action=\"/cb/khoa/phuc-hoi/" "/xin"
POST    /cb/khoa/phuc-hoi/$key/xin
expect  303 /cb/khoa/phuc-hoi
as      ha
GET     /cb/khoa/phuc-hoi
let     asked = between "action=\"/cb/khoa/phuc-hoi/" "/gop"
as      son
POST    /cb/khoa/phuc-hoi/$asked/gop passphrase="ngự bình trước tròn sau méo"
expect  422 text~"không tự góp phần của mình"
ledger  verifies
