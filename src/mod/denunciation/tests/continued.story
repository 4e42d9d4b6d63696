# One that continues: the superior looks at how it was settled, and settles it again or says why not.
story   A continued denunciation is looked at within twenty days of its receipt: upheld, settled again, settled by whom the law names, or forwarded
law     25/2018/QH14 art 37
law     25/2018/QH14 art 27
law     25/2018/QH14 art 33
clock   2026-08-11 09:00
console org import --hue
console identity add --sign-in lan --name "Trần Thị Lan" --unit 46 --title "Thanh tra viên" --power denunciation.handle --email lan@hue.vn --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in mai --name "Lê Thị Mai" --unit 46 --title "Chủ tịch" --power denunciation.handle,denunciation.decide --email mai@hue.vn --password "nón bài thơ bên cầu" --chosen
as      lan "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="cầu gỗ sông Như Ý mùa lụt" again="cầu gỗ sông Như Ý mùa lụt"
expect  303 /cb/khoa
as      mai "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="đò Cồn sang bến Thừa Phủ" again="đò Cồn sang bến Thừa Phủ"
expect  303 /cb/khoa

# It is sealed to those above the office that settled it; nobody is above the topmost one.
anonymous
POST    /to-cao/gui accused="Ông Một" position=settler unit=46 text="Giải quyết sai." identity=unnamed
expect  422 text~"phải gửi lên cấp trên"
POST    /to-cao/gui accused="Ông Một" position=settler unit=19753 text="Giải quyết sai." identity=unnamed
expect  200 text~"người đứng đầu cơ quan cấp trên trực tiếp của người đã giải quyết tố cáo" text~"Điều 37"
let     one = between "<p class=\"k-code\">" "</p>"
let     secret = between "id=\"secret\">" "<"
POST    /to-cao/gui accused="Ông Hai" position=settler unit=19753 text="Bỏ sót." identity=unnamed
let     two = between "<p class=\"k-code\">" "</p>"
let     second = between "id=\"secret\">" "<"
POST    /to-cao/gui accused="Ông Ba" position=settler unit=19753 text="Không đúng thẩm quyền." identity=unnamed
let     three = between "<p class=\"k-code\">" "</p>"
POST    /to-cao/gui accused="Ông Bốn" position=settler unit=19753 text="Không đúng thẩm quyền." identity=unnamed
let     four = between "<p class=\"k-code\">" "</p>"
POST    /to-cao/gui accused="Ông Năm" position=settler unit=19753 text="Rút." identity=unnamed
let     five = between "<p class=\"k-code\">" "</p>"
POST    /to-cao/gui accused="Ông Sáu" position=settler unit=19753 text="Tội phạm." identity=unnamed
let     six = between "<p class=\"k-code\">" "</p>"

# Signed at the counter, seen the next day to be one that continues: its days count from the receipt, over the feast.
as      lan
POST    /cb/to-cao/$one/vao-so channel=counter
let     one_case = location after "/hs/"
advance 1 days
as      lan "nón bài thơ bên cầu"
POST    /cb/to-cao/hs/$one_case/again
expect  303
GET     /cb/to-cao/hs/$one_case
expect  200 text~"Tố cáo tiếp, đang xem xét" text~"Tố cáo tiếp về vụ việc đã giải quyết" text~"Xem xét việc tố cáo tiếp</strong>: hết ngày 03/09/2026" text~"khoản 2 Điều 37"
POST    /cb/to-cao/hs/$one_case/again
expect  422
anonymous
POST    /to-cao/hop-thu code=$one secret="$secret"
expect  200 text~"Cấp trên đang xem hồ sơ đã giải quyết" text~"hết ngày 03/09/2026" no~"Trần Thị Lan"
as      lan
POST    /cb/to-cao/hs/$one_case/call_file document=1/CV-UBND
expect  422 text~"đã gửi cho ai"
POST    /cb/to-cao/hs/$one_case/call_file document=1/CV-UBND "told=Ủy ban nhân dân phường Phú Xuân"
expect  303
POST    /cb/to-cao/hs/$one_case/uphold document=2/TB-UBND
expect  403

# On the last day nobody is told that it is over; on the day after they are.
advance 22 days
as      mai "nón bài thơ bên cầu"
GET     /cb/to-cao/hs/$one_case
expect  200 no~"Đã quá hạn"
advance 1 days
as      mai "nón bài thơ bên cầu"
GET     /cb/to-cao/hs/$one_case
expect  200 text~"Đã quá hạn"
POST    /cb/to-cao/hs/$one_case/uphold
expect  422 text~"số, ký hiệu của văn bản"
POST    /cb/to-cao/hs/$one_case/uphold document=2/TB-UBND
expect  303
GET     /cb/to-cao/hs/$one_case
expect  200 text~"Không giải quyết lại"
anonymous
POST    /to-cao/hop-thu code=$one secret="$secret"
expect  200 text~"việc giải quyết trước đó đúng luật nên không giải quyết lại" text~"có thể tố cáo lại"

# Settled again, on a ground of the law: the days of settling begin with the decision.
as      mai
POST    /cb/to-cao/$two/vao-so channel=post
let     two_case = location after "/hs/"
POST    /cb/to-cao/hs/$two_case/again
expect  303
POST    /cb/to-cao/hs/$two_case/resettle document=3/QĐ-UBND
expect  422 text~"Hãy nêu lý do"
POST    /cb/to-cao/hs/$two_case/resettle document=3/QĐ-UBND reason=co-so
expect  422 text~"Hãy chọn một căn cứ trong danh sách"
POST    /cb/to-cao/hs/$two_case/resettle document=3/QĐ-UBND reason=bo-sot
expect  303
GET     /cb/to-cao/hs/$two_case
expect  200 text~"Đã thụ lý" text~"Bỏ sót, bỏ lọt thông tin" text~"điểm b khoản 3 Điều 37" text~"Giải quyết tố cáo</strong>: hết ngày 05/10/2026" text~"hết ngày 11/09/2026"
anonymous
POST    /to-cao/hop-thu code=$two secret="$second"
expect  200 text~"Tố cáo đã được thụ lý để giải quyết" text~"hết ngày 05/10/2026"

# Who settled it was not the one to do so: it is settled here, or goes to whom the law names.
as      mai
POST    /cb/to-cao/$three/vao-so channel=post
let     three = location after "/hs/"
POST    /cb/to-cao/hs/$three/again
expect  303
POST    /cb/to-cao/hs/$three/accept document=4/QĐ-UBND
expect  303
GET     /cb/to-cao/hs/$three
expect  200 text~"Đã thụ lý"
POST    /cb/to-cao/$four/vao-so channel=post
let     four = location after "/hs/"
POST    /cb/to-cao/hs/$four/again
expect  303
POST    /cb/to-cao/hs/$four/forward document=5/PC-UBND "told=Thanh tra Chính phủ"
expect  303
# No five days are for this: the twenty were.
GET     /cb/to-cao/hs/$four
expect  200 text~"Đã chuyển nơi có thẩm quyền" no~"Chuyển tố cáo không thuộc thẩm quyền"
# Taken back, and handed to the police.
POST    /cb/to-cao/$five/vao-so channel=post
let     five = location after "/hs/"
POST    /cb/to-cao/hs/$five/again
expect  303
POST    /cb/to-cao/hs/$five/withdraw document=6/BB choice=clear
expect  303
GET     /cb/to-cao/hs/$five
expect  200 text~"Lưu đơn" text~"thôi tính từ ngày"
POST    /cb/to-cao/$six/vao-so channel=post
let     six = location after "/hs/"
POST    /cb/to-cao/hs/$six/again
expect  303
POST    /cb/to-cao/hs/$six/crime document=7/CV-UBND "told=Cơ quan Cảnh sát điều tra"
expect  303
GET     /cb/to-cao/hs/$six
expect  200 text~"· Đã chuyển cơ quan điều tra, viện kiểm sát"
ledger  verifies
