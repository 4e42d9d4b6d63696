# Denunciations that end in other ways than with a conclusion, and limits that stand, grow and pass.
story   A limit is extended as far as its recorded tests allow, stands and runs on; letters are forwarded, refused, kept, passed on
law     25/2018/QH14 art 24
law     25/2018/QH14 art 25
law     25/2018/QH14 art 27
law     25/2018/QH14 art 29
law     25/2018/QH14 art 30
law     25/2018/QH14 art 33
law     25/2018/QH14 art 34
law     31/2019/NĐ-CP art 3
clock   2026-08-03 09:00
console org import --hue
console identity add --name "Phan Văn Quản" --sign-in quan --unit 46 --title "Quản trị" --power calendar.manage,admin --password "trời gió ở Thuận An" --chosen
console identity add --sign-in lan --name "Trần Thị Lan" --unit 46 --title "Thanh tra viên" --power denunciation.handle --email lan@hue.vn --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in mai --name "Lê Thị Mai" --unit 46 --title "Chủ tịch" --power denunciation.handle,denunciation.decide --email mai@hue.vn --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in tu --name "Võ Văn Tư" --unit 46 --title "Chuyên viên" --power denunciation.handle,denunciation.decide --email tu@hue.vn --password "nón bài thơ bên cầu" --chosen
as      lan "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="cầu gỗ sông Như Ý mùa lụt" again="cầu gỗ sông Như Ý mùa lụt"
expect  303 /cb/khoa
as      mai "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="đò Cồn sang bến Thừa Phủ" again="đò Cồn sang bến Thừa Phủ"
expect  303 /cb/khoa

anonymous
POST    /to-cao/gui accused="Ông Một" position=leader unit=19753 text="Một." identity=unnamed
let     one = between "<p class=\"k-code\">" "</p>"
POST    /to-cao/gui accused="Ông Hai" position=leader unit=19753 text="Hai." identity=unnamed
let     two = between "<p class=\"k-code\">" "</p>"
POST    /to-cao/gui accused="Ông Ba" position=leader unit=19753 text="Ba." identity=unnamed
let     three = between "<p class=\"k-code\">" "</p>"
POST    /to-cao/gui accused="Ông Bốn" position=leader unit=19753 text="Bốn." identity=unnamed
let     four = between "<p class=\"k-code\">" "</p>"
POST    /to-cao/gui accused="Ông Năm" position=leader unit=19753 text="Năm." identity=unnamed
let     five = between "<p class=\"k-code\">" "</p>"
POST    /to-cao/gui accused="Ông Sáu" position=leader unit=19753 text="Sáu." identity=unnamed
let     six = between "<p class=\"k-code\">" "</p>"
POST    /to-cao/gui accused="Ông Bảy" position=leader unit=19753 text="Bảy." identity=unnamed
let     seven = between "<p class=\"k-code\">" "</p>"
POST    /to-cao/gui accused="Ông Tám" position=leader unit=19753 text="Tám." identity=unnamed
let     eight = between "<p class=\"k-code\">" "</p>"
POST    /to-cao/gui accused="Ông Chín" position=leader unit=19753 text="Chín." identity=unnamed
let     nine = between "<p class=\"k-code\">" "</p>"
POST    /to-cao/gui accused="Ông Mười" position=leader unit=19753 text="Mười." identity=unnamed
let     ten = between "<p class=\"k-code\">" "</p>"
POST    /to-cao/gui accused="Ông Mười Một" position=leader unit=19753 text="Mười một." identity=unnamed
let     eleven = between "<p class=\"k-code\">" "</p>"

# Four of which nobody signed: an inspection, kept, forwarded, taken back before anybody accepted them.
as      mai
POST    /cb/to-cao/$one/vao-so channel=web
let     one = location after "/hs/"
POST    /cb/to-cao/hs/$one/inspect
expect  422 text~"số, ký hiệu của văn bản"
POST    /cb/to-cao/hs/$one/inspect document=1/QĐ-UBND
expect  303
GET     /cb/to-cao/hs/$one
expect  200 text~"· Đã chuyển thanh tra, kiểm tra"
POST    /cb/to-cao/$two/vao-so channel=web
let     two = location after "/hs/"
POST    /cb/to-cao/hs/$two/file
expect  422 text~"Hãy nêu lý do"
POST    /cb/to-cao/hs/$two/file reason=khong-thich
expect  422 text~"Hãy chọn một căn cứ trong danh sách"
POST    /cb/to-cao/hs/$two/file reason=khong-ten
expect  303
GET     /cb/to-cao/hs/$two
expect  200 text~"Lưu đơn" text~"Không rõ họ tên, địa chỉ" text~"khoản 1 Điều 25"
# The signed letter comes after all: it is a denunciation from that day on.
POST    /cb/to-cao/hs/$two/sign
expect  303
GET     /cb/to-cao/hs/$two
expect  200 text~"Đã vào sổ tố cáo" text~"hết ngày 12/08/2026"
POST    /cb/to-cao/hs/$two/accept document=2/QĐ-UBND
expect  303
POST    /cb/to-cao/hs/$one/sign
expect  303
# Information that another body can inspect is passed on; the days of art. 24 are not for it.
POST    /cb/to-cao/$eleven/vao-so channel=web
let     eleven = location after "/hs/"
POST    /cb/to-cao/hs/$eleven/forward document=1/CV-UBND "told=Thanh tra tỉnh"
expect  303
GET     /cb/to-cao/hs/$eleven
expect  200 text~"Đã chuyển nơi có thẩm quyền" no~"Chuyển đơn tố cáo"
POST    /cb/to-cao/$three/vao-so channel=counter
let     three = location after "/hs/"
POST    /cb/to-cao/hs/$three/forward document=2/PC-UBND
expect  422 text~"đã gửi cho ai"
POST    /cb/to-cao/hs/$three/forward document=2/PC-UBND "told=Thanh tra Chính phủ"
expect  303
# The act says by when the law wanted it.
GET     /cb/to-cao/hs/$three
expect  200 text~"Đã chuyển nơi có thẩm quyền" text~"hết ngày 10/08/2026" text~"Thanh tra Chính phủ"
POST    /cb/to-cao/$four/vao-so channel=counter
let     four = location after "/hs/"
POST    /cb/to-cao/hs/$four/withdraw document=3/QĐ-UBND
expect  422 text~"đã xem xét các dấu hiệu"
POST    /cb/to-cao/hs/$four/withdraw document=3/QĐ-UBND choice=doubtful
expect  422 text~"vẫn phải được giải quyết" text~"Điều 33"
POST    /cb/to-cao/hs/$four/withdraw document=3/QĐ-UBND choice=clear
expect  303
# Nobody was told of it, and nobody is to be.
GET     /cb/to-cao/hs/$four
expect  200 text~"Lưu đơn"

# Not handled, refused, handed to the police.
POST    /cb/to-cao/$five/vao-so channel=post received_on=31/07/2026
let     five = location after "/hs/"
POST    /cb/to-cao/hs/$five/pass_by reason=khong-ten
expect  422 text~"Hãy chọn một căn cứ trong danh sách"
POST    /cb/to-cao/hs/$five/pass_by reason=gui-nhieu-noi
expect  303
POST    /cb/to-cao/$six/vao-so channel=spoken
let     six = location after "/hs/"
POST    /cb/to-cao/hs/$six/refuse document=4/TB-UBND reason=khong-ten
expect  422 text~"Hãy chọn một căn cứ trong danh sách"
POST    /cb/to-cao/hs/$six/refuse document=4/TB-UBND reason=co-so
expect  303
GET     /cb/to-cao/hs/$six
expect  200 text~"· Không thụ lý"
GET     /cb/to-cao/hs/$six
expect  200 text~"Không thụ lý" text~"khoản 1 Điều 29"
POST    /cb/to-cao/$seven/vao-so channel=post
let     seven = location after "/hs/"
POST    /cb/to-cao/hs/$seven/crime document=5/CV-UBND "told=Cơ quan Cảnh sát điều tra"
expect  303
GET     /cb/to-cao/hs/$seven
expect  200 text~"· Đã chuyển cơ quan điều tra, viện kiểm sát"
POST    /cb/to-cao/hs/$seven/accept document=6/QĐ-UBND
expect  422 text~"Đã chuyển cơ quan điều tra"

POST    /cb/to-cao/$nine/vao-so channel=post
let     nine = location after "/hs/"
POST    /cb/to-cao/hs/$nine/accept document=6/QĐ-UBND
expect  303
POST    /cb/to-cao/hs/$nine/tell_sender on=31/07/2026
expect  422 text~"trước ngày nhận đơn"
POST    /cb/to-cao/$eight/vao-so channel=post received_on=31/07/2026
let     eight = location after "/hs/"
POST    /cb/to-cao/hs/$eight/accept document=7/QĐ-UBND
expect  303
POST    /cb/to-cao/hs/$eight/tell_sender on=01/08/2026
expect  422 text~"trước ngày thụ lý"
POST    /cb/to-cao/hs/$nine/tell_sender
expect  303
POST    /cb/to-cao/hs/$nine/tell_accused
expect  303
# From any step it goes to the police.
POST    /cb/to-cao/$ten/vao-so channel=post
let     ten = location after "/hs/"
POST    /cb/to-cao/hs/$ten/accept document=22/QĐ-UBND
expect  303
POST    /cb/to-cao/hs/$ten/crime document=23/CV-UBND "told=Viện kiểm sát"
expect  303
GET     /cb/to-cao/hs/$ten
expect  200 text~"· Đã chuyển cơ quan điều tra, viện kiểm sát"

# One is accepted: thirty days, until 2 September, a feast, so until the 3rd.
GET     /cb/to-cao/hs/$eight
expect  200 text~"Giải quyết tố cáo" text~"hết ngày 03/09/2026"
# No test, no more days; each test stands once; two of them allow two extensions.
POST    /cb/to-cao/hs/$eight/extend document=8/QĐ-UBND amount=30
expect  422 text~"Thời hạn này không được gia hạn" text~"Điều 30"
POST    /cb/to-cao/hs/$eight/complex reason=kho
expect  422 text~"Hãy chọn một căn cứ trong danh sách"
POST    /cb/to-cao/hs/$eight/complex reason=nhieu-noi
expect  303
POST    /cb/to-cao/hs/$eight/complex reason=nhieu-noi
expect  422 text~"Tiêu chí này đã ghi nhận rồi"
POST    /cb/to-cao/hs/$eight/extend document=8/QĐ-UBND
expect  422 text~"Hãy ghi số ngày gia hạn"
POST    /cb/to-cao/hs/$eight/extend document=8/QĐ-UBND amount=31
expect  422 text~"30 ngày"
POST    /cb/to-cao/hs/$eight/extend document=8/QĐ-UBND amount=30
expect  303
GET     /cb/to-cao/hs/$eight
expect  200 text~"Vụ việc phức tạp" text~"hết ngày 02/10/2026"
POST    /cb/to-cao/hs/$eight/extend document=9/QĐ-UBND amount=10
expect  422
POST    /cb/to-cao/hs/$eight/complex reason=nuoc-ngoai
expect  303
POST    /cb/to-cao/hs/$eight/extend document=9/QĐ-UBND amount=10
expect  303
GET     /cb/to-cao/hs/$eight
expect  200 text~"Vụ việc đặc biệt phức tạp" text~"hết ngày 12/10/2026"

# It stands from each step, and runs on from there.
POST    /cb/to-cao/hs/$eight/tell_both
expect  422 text~"Không có quyết định nào đang chờ gửi"
POST    /cb/to-cao/hs/$eight/suspend document=10/QĐ-UBND reason=tro-ngai
expect  422 text~"Hãy chọn một căn cứ trong danh sách"
POST    /cb/to-cao/hs/$eight/suspend document=10/QĐ-UBND reason=cho-ket-qua
expect  303
GET     /cb/to-cao/hs/$eight
expect  200 text~"Tạm đình chỉ" text~"đang tạm dừng"
as      lan
POST    /cb/to-cao/hs/$eight/tell_both
expect  303
POST    /cb/to-cao/hs/$eight/narrow document=11/BB
expect  303
advance 3 days
as      mai "nón bài thơ bên cầu"
POST    /cb/to-cao/hs/$eight/resume document=12/QĐ-UBND
expect  303
GET     /cb/to-cao/hs/$eight
expect  200 text~"Đã thụ lý" text~"hết ngày 15/10/2026"
# Both are told; what was typed last need not have happened last.
POST    /cb/to-cao/hs/$two/tell_accused
expect  303
POST    /cb/to-cao/hs/$two/tell_sender on=04/08/2026
expect  303
GET     /cb/to-cao/hs/$two
expect  200 text~"cho người bị tố cáo</strong>: xong ngày 06/08/2026"
POST    /cb/to-cao/hs/$eight/verify document=13/QĐ-UBND amount=2 choice=clear person=lan
POST    /cb/to-cao/hs/$eight/suspend document=14/QĐ-UBND reason=giam-dinh
expect  303
POST    /cb/to-cao/hs/$eight/resume document=15/QĐ-UBND
expect  303
GET     /cb/to-cao/hs/$eight
expect  200 text~"Đang xác minh" text~"hết ngày 15/10/2026"

# Who handles it is reminded, and a colleague without a key hears of nothing.
as      quan "trời gió ở Thuận An"
POST    /qt/lich-lam-viec/moi day=12/08/2026 kind=day-off "name=nghỉ sau bão" "decision=Công điện 12/CĐ-UBND" decided_on=06/08/2026 "reason=Bão số 1"
expect  303
advance 1 minutes
advance 1 minutes
as      mai
GET     /cb/to-cao/hs/$eight
expect  200 text~"Lịch làm việc đổi: Bão số 1." text~"từ 13/08/2026 thành 14/08/2026."
advance 10 days
as      mai "nón bài thơ bên cầu"
GET     /cb/to-cao/hs/$eight
expect  200 text~"Đã quá hạn"
as      quan "trời gió ở Thuận An"
GET     /qt/hang-doi
expect  200 text~"$eight: Đã quá hạn" text~"l…@hue.vn" text~"m…@hue.vn" no~"t…@hue.vn"

# Its report is in when everything is taken back; both must still hear of it.
as      lan "nón bài thơ bên cầu"
POST    /cb/to-cao/hs/$eight/report document=16/BC-TXM
expect  303
as      mai
POST    /cb/to-cao/hs/$eight/suspend document=17/QĐ-UBND reason=cho-ket-qua
expect  303
POST    /cb/to-cao/hs/$eight/resume document=18/QĐ-UBND
expect  303
GET     /cb/to-cao/hs/$eight
expect  200 text~"Đã xác minh"
POST    /cb/to-cao/hs/$eight/terminate document=19/QĐ-UBND reason=giai-the
expect  422 text~"Hãy chọn một căn cứ trong danh sách"
POST    /cb/to-cao/hs/$eight/terminate document=19/QĐ-UBND reason=qua-doi
expect  303

# A limit that is over is neither lengthened nor stopped.
advance 20 days
as      mai "nón bài thơ bên cầu"
POST    /cb/to-cao/hs/$nine/complex reason=nhieu-noi
expect  422 text~"không ghi nhận phức tạp để kéo dài"
POST    /cb/to-cao/hs/$nine/extend document=20/QĐ-UBND amount=30
expect  422 text~"chỉ gia hạn khi còn hạn"
POST    /cb/to-cao/hs/$nine/suspend document=21/QĐ-UBND reason=cho-ket-qua
expect  303
# It stands, and what was late stays late.
GET     /cb/to-cao/hs/$nine
expect  200 text~"Quá hạn" no~"đang tạm dừng"
POST    /cb/to-cao/hs/$nine/withdraw document=24/QĐ-UBND choice=clear
expect  303
GET     /cb/to-cao/hs/$nine
expect  200 text~"Đã đình chỉ, chờ gửi" text~"thôi tính từ ngày"
POST    /cb/to-cao/hs/$nine/tell_both
expect  303
GET     /cb/to-cao/hs/$nine
expect  200 text~"· Đã kết thúc"
ledger  verifies
