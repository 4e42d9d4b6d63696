# Somebody denounces where reports are sent: nothing of it is left there, and it goes on sealed.
story   A report that is a denunciation is asked about, read first, sealed, and forgotten
law     25/2018/QH14 art 56
clock   2026-03-13 09:00
console org import --hue
console identity add --sign-in tho --name "Lê Thị Thơ" --unit 19753 --title "Văn thư" --power feedback.handle --password "trời nắng ở Kim Long" --chosen
console identity add --sign-in duy --name "Hồ Duy" --unit 19753 --title "Phó Chủ tịch" --power feedback.handle,feedback.approve --password "trời nắng ở Kim Long" --chosen
console identity add --sign-in lan --name "Trần Thị Lan" --unit 46 --title "Thanh tra viên" --power denunciation.handle --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in minh --name "Lê Minh" --unit 46 --title "Chánh Văn phòng" --power denunciation.identity --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in hoa --name "Tôn Nữ Hoa" --unit 46 --title "Trưởng ban" --power denunciation.identity --password "nón bài thơ bên cầu" --chosen

# A house with a fence, "nhà to cao", is none; nor is anything asked of it.
POST    /api/v1/reports json {"unit":"19753","category":"trat-tu","text":"Nhà to cao quá, che hết nắng của xóm."}
let     plain = json .code
GET     /kiem-tra/ho-so/$plain
expect  200 text~"che hết nắng"

# Where nobody holds a key there is nothing to choose.
POST    /gui
let     draft = location after "/gui/"
GET     /gui/$draft
let     token = between "action=\"/gui/" "/viec\""
POST    /gui/$token/viec category=thu-tuc
POST    /gui/$token/noi-dung "text=Tôi muốn tố cáo ông Hồ Tâm, Chủ tịch phường."
expect  303 /gui/$token/hoi-them

# What sounds like one is read by an officer before the public does, whatever way it came.
POST    /api/v1/reports json {"unit":"19753","category":"thu-tuc","text":"Tôi tố cáo ông Hồ Tâm nhận tiền của chị Xuân ở trụ sở.","place":"Trụ sở phường","name":"Nguyễn Thị Kín","phone":"0905000111","email":"kin@mail.vn","identity":"hidden"}
expect  201
let     code = json .code
let     secret = json .secret
fact    feedback.received feedback.withhold
header  Report-Secret: $secret
POST    /api/v1/reports/$code/photos photo@fuzz/corpus/picture/turned.jpg
expect  201
GET     /kiem-tra/ho-so/$code
expect  200 text~"Nơi nhận đọc trước khi công khai" no~"Hồ Tâm" no~"Trụ sở phường"
GET     /kiem-tra/ho-so?q=chi+xuan
expect  200 no~"$code"
ledger  verifies

# The officer of that unit says what it is. Nobody holds a key yet: nothing is lost.
as      tho "trời nắng ở Kim Long"
GET     /cb/hs/$code
expect  200 text~"nhận tiền của chị Xuân" text~"Lời kể giống tố cáo nên chưa công khai" text~"Đây là tố cáo: chuyển sang đường niêm phong" no~"Xóa nội dung"
GET     /cb/hs/$code/niem-phong
expect  200 text~"Không hoàn tác được" text~"Phường Phú Xuân" text~"Điều 56" text~"ảnh được niêm phong theo đơn"
POST    /cb/hs/$code/niem-phong accused= position=leader unit=19753
expect  422 text~"Người bị tố cáo"
POST    /cb/hs/$code/niem-phong "accused=Ông Hồ Tâm, Chủ tịch" position=chief unit=19753
expect  422 text~"Hãy chọn vị trí" text~"Ông Hồ Tâm, Chủ tịch"
POST    /cb/hs/$code/niem-phong "accused=Ông Hồ Tâm, Chủ tịch" position=leader unit=00000
expect  422 text~"Hãy chọn đơn vị"
POST    /cb/hs/$code/niem-phong "accused=Ông Hồ Tâm, Chủ tịch" position=leader unit=19753
expect  422 text~"chưa có ai giữ khóa"
as      lan "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="cầu gỗ sông Như Ý mùa lụt" again="cầu gỗ sông Như Ý mùa lụt"
as      tho
POST    /cb/hs/$code/niem-phong "accused=Ông Hồ Tâm, Chủ tịch" position=leader unit=19753
expect  422 text~"Chưa đủ người giữ khóa để niêm phong họ tên"
as      minh "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="chim về núi Ngự buổi chiều" again="chim về núi Ngự buổi chiều"
as      hoa "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="phá Tam Giang ngày rày đã cạn" again="phá Tam Giang ngày rày đã cạn"

# Now who writes one on the web is asked before anybody reads it; who says that it is none goes on.
anonymous
POST    /gui
let     draft = location after "/gui/"
GET     /gui/$draft
let     token = between "action=\"/gui/" "/viec\""
POST    /gui/$token/viec category=thu-tuc
POST    /gui/$token/noi-dung "text=Tôi muốn tố cáo ông Hồ Tâm, Chủ tịch phường."
expect  303 /gui/$token/to-cao
GET     /gui/$token/to-cao
expect  200 text~"Đây có phải là tố cáo?" text~"nơi bị tố cáo không đọc được"
POST    /gui/$token/to-cao chon=khong
expect  303 /gui/$token/hoi-them
GET     /gui/$token/hoi-them
expect  200 text~"/gui/$token/to-cao"
POST    /gui/$token/to-cao chon=niem-phong
expect  200 text~"Gửi đơn tố cáo niêm phong" text~"Tôi muốn tố cáo ông Hồ Tâm, Chủ tịch phường." text~"/to-cao/gui"
GET     /gui/$token/xem-lai
expect  404

# Meanwhile it was asked about, answered by its sender, and another unit too.
as      tho
POST    /cb/hs/$code/accept
POST    /cb/hs/$code/ask "text=Chị Xuân nào?"
anonymous
POST    /kiem-tra/ho-so/$code/supply secret=$secret "text=Chị Xuân bán bún ở chợ Đông Ba."
expect  303
as      tho
POST    /cb/hs/$code/consult unit=46 "text=Có biết việc này không?" amount=2
expect  303
POST    /cb/hs/$code/relate other=$plain
expect  303
POST    /cb/hs/$code/niem-phong "accused=Ông Hồ Tâm, Chủ tịch" position=leader unit=19753 version=1
expect  409 text~"Có người vừa sửa hồ sơ này"
POST    /cb/hs/$code/niem-phong "accused=Ông Hồ Tâm, Chủ tịch" position=leader unit=46
expect  422 text~"phải gửi lên cấp trên"
POST    /cb/hs/$code/niem-phong "accused=Ông Hồ Tâm, Chủ tịch" position=leader unit=19753
expect  303 /kiem-tra/ho-so/$code
fact    feedback.removed
ledger  verifies

# It is nowhere; and of the code everybody learns the same.
GET     /cb/hs/$code
expect  404
POST    /cb/hs/$code/niem-phong "accused=Ông Hồ Tâm, Chủ tịch" position=leader unit=19753
expect  404
GET     /cb/hop-thu
expect  200 no~"$code"
anonymous
GET     /kiem-tra/ho-so/$code
expect  410 text~"Hồ sơ không còn ở đây" no~"tố cáo" no~"Tâm"
GET     /kiem-tra/ho-so?status=accepted
expect  200 no~"$code"
GET     /bien-nhan/$code
expect  404
GET     /api/v1/reports/$code
expect  404

# Its sender reads on with the secret of the receipt.
POST    /kiem-tra/ho-so/$code/noi-giu secret=23456789
expect  422 text~"Mã bí mật không đúng, hoặc nội dung đã được xóa hẳn"
POST    /kiem-tra/ho-so/$plain/noi-giu secret=$secret
expect  404
POST    /kiem-tra/ho-so/$code/noi-giu secret=$secret
expect  200 text~"đường niêm phong theo Luật Tố cáo" text~"Tám âm tiết bí mật"
let     sealed = between "k-code\">" "<"
let     words = between "id=\"secret\">" "<"
POST    /to-cao/hop-thu code=$sealed "secret=$words" "text=Tôi có ghi âm."
expect  200

# Those above read all that its sender said; the name stays with two of them.
as      lan
GET     /cb/to-cao
expect  200 text~"$sealed" no~"Tâm"
POST    /cb/to-cao/$sealed/mo passphrase="cầu gỗ sông Như Ý mùa lụt"
expect  200 text~"Tôi tố cáo ông Hồ Tâm" text~"Nơi xảy ra: Trụ sở phường" text~"Bổ sung: Chị Xuân bán bún" text~"Tôi có ghi âm" text~"data:image/jpeg;base64" no~"Kín" no~"0905"

# By night its leaf is among sixteen, and the house is whole.
advance 1 days
ledger  verifies

# What its sender took back, whoever approves answers lets go of, and the leaf is the same.
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"trat-tu","text":"Loa kéo hát tới khuya ở kiệt 7.","name":"Trần Văn Ba","phone":"0905000222"}
let     loud = json .code
let     loud_secret = json .secret
as      tho "trời nắng ở Kim Long"
GET     /cb/hs/$loud/xoa
expect  403
as      duy "trời nắng ở Kim Long"
POST    /cb/hs/$loud/xoa
expect  422 text~"Chỉ xóa nội dung của hồ sơ mà người gửi đã rút"
anonymous
POST    /kiem-tra/ho-so/$loud/withdraw secret=$loud_secret
expect  303
as      duy
GET     /cb/hs/$loud
expect  200 text~"Xóa nội dung hồ sơ đã rút"
GET     /cb/hs/$loud/xoa
expect  200 text~"Không hoàn tác được"
POST    /cb/hs/$loud/xoa
expect  303 /kiem-tra/ho-so/$loud
fact    feedback.removed
GET     /kiem-tra/ho-so/$loud
expect  410 text~"Hồ sơ không còn ở đây"
POST    /kiem-tra/ho-so/$loud/noi-giu secret=$loud_secret
expect  422 text~"hoặc nội dung đã được xóa hẳn"
GET     /kiem-tra/ho-so?q=loa+keo
expect  200 no~"$loud"
ledger  verifies

# One into which another went is removed after it.
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"trat-tu","text":"Cán bộ vòi tiền người bán hàng ở chợ."}
let     first = json .code
POST    /api/v1/reports json {"unit":"19753","category":"trat-tu","text":"Vòi vĩnh người bán hàng ở chợ, như đơn trước."}
let     second = json .code
as      tho
POST    /cb/hs/$second/merge other=$first
expect  303
POST    /cb/hs/$first/niem-phong "accused=Cán bộ thuế chợ" position=staff unit=19753
expect  422 text~"Có hồ sơ khác đã gộp vào hồ sơ này"
POST    /cb/hs/$second/niem-phong "accused=Cán bộ thuế chợ" position=staff unit=19753
expect  303
POST    /cb/hs/$first/niem-phong "accused=Cán bộ thuế chợ" position=staff unit=19753
expect  303
ledger  verifies

# Two matters in one letter, and the first of them goes: the other still opens with the same secret.
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"trat-tu","text":"Loa kéo hát tới khuya ở kiệt 9, và đèn đầu kiệt tắt.","name":"Trần Văn Tư","phone":"0905000333"}
let     twofold = json .code
let     one_secret = json .secret
as      tho
POST    /cb/hs/$twofold/accept
POST    /cb/hs/$twofold/split category=chieu-sang "text=Đèn đầu kiệt 9 tắt."
let     second = location after "/cb/hs/"
POST    /cb/hs/$second/accept
POST    /cb/hs/$second/split category=thoat-nuoc "text=Cống đầu kiệt 9 nghẹt."
let     third = location after "/cb/hs/"
anonymous
POST    /kiem-tra/ho-so/$second/withdraw secret=$one_secret
expect  303
as      duy
POST    /cb/hs/$second/xoa
expect  303
ledger  verifies
anonymous
POST    /kiem-tra/ho-so/$twofold/withdraw secret=$one_secret
expect  303
as      duy
POST    /cb/hs/$twofold/xoa
expect  303
ledger  verifies
anonymous
POST    /kiem-tra/ho-so/$third/withdraw secret=$one_secret
expect  303
