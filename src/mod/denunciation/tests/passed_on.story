# What the press or a body passed on is handled as any other, and whoever passed it on is told within twenty days.
story   Whoever passed a denunciation on is told within twenty days what is done with it, however it ends
law     25/2018/QH14 art 26
law     25/2018/QH14 art 25
law     31/2019/NĐ-CP art 20
clock   2026-08-10 09:00
console org import --hue
console identity add --sign-in lan --name "Trần Thị Lan" --unit 46 --title "Thanh tra viên" --power denunciation.handle --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in mai --name "Lê Thị Mai" --unit 46 --title "Chủ tịch" --power denunciation.handle,denunciation.decide --password "nón bài thơ bên cầu" --chosen
as      lan "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="cầu gỗ sông Như Ý mùa lụt" again="cầu gỗ sông Như Ý mùa lụt"
as      mai "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="đò Cồn sang bến Thừa Phủ" again="đò Cồn sang bến Thừa Phủ"
expect  303 /cb/khoa

anonymous
POST    /to-cao/gui accused="Ông Một" position=leader unit=19753 text="Một." identity=unnamed
let     one = between "<p class=\"k-code\">" "</p>"
let     secret = between "id=\"secret\">" "<"
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
POST    /to-cao/gui accused="Ông Tám" position=settler unit=19753 text="Tám." identity=unnamed
let     eight = between "<p class=\"k-code\">" "</p>"

# One is refused: the file stays open until the paper was told, and says which way it went.
as      lan
POST    /cb/to-cao/$one/vao-so channel=post
let     one_case = location after "/hs/"
POST    /cb/to-cao/hs/$one_case/passed_on document=7/CV-BTH
expect  422 text~"đã gửi cho ai"
POST    /cb/to-cao/hs/$one_case/passed_on document=7/CV-BTH "told=Báo Thừa Thiên Huế"
expect  303
POST    /cb/to-cao/hs/$one_case/passed_on document=7/CV-BTH "told=Báo Thừa Thiên Huế"
expect  422 text~"đã ghi"
GET     /cb/to-cao/hs/$one_case
expect  200 text~"Trả lời báo chí, cơ quan đã chuyển thông tin</strong>: hết ngày 03/09/2026" text~"Báo Thừa Thiên Huế"
as      mai
# It is not passed over: the law has it forwarded, accepted, or answered.
POST    /cb/to-cao/hs/$one_case/pass_by reason=gui-nhieu-noi
expect  422 text~"chuyển nơi có thẩm quyền"
POST    /cb/to-cao/hs/$one_case/refuse document=1/TB-UBND reason=co-so
expect  303
GET     /cb/to-cao/hs/$one_case
expect  200 text~"Đã xử lý, chờ báo nơi chuyển đơn"
anonymous
POST    /to-cao/hop-thu code=$one secret="$secret"
expect  200 text~"nơi nhận còn phải báo cho cơ quan đã chuyển đơn" text~"khoản 1 Điều 29" no~"Báo Thừa Thiên Huế"
# The day before it is over, the day, and the day after.
advance 24 days
as      mai "nón bài thơ bên cầu"
GET     /cb/to-cao/hs/$one_case
expect  200 no~"Đã quá hạn"
advance 1 days
as      mai "nón bài thơ bên cầu"
GET     /cb/to-cao/hs/$one_case
expect  200 text~"Đã quá hạn"
as      lan "nón bài thơ bên cầu"
POST    /cb/to-cao/hs/$one_case/tell_body document=2/CV-UBND on=03/09/2026
expect  303
GET     /cb/to-cao/hs/$one_case
expect  200 text~"Không thụ lý" text~"xong ngày 03/09/2026" text~"· Không thụ lý"

# The other ends: inspected, kept, taken back, forwarded, handed to the police, upheld.
as      mai
POST    /cb/to-cao/$two/vao-so channel=web
let     two = location after "/hs/"
POST    /cb/to-cao/hs/$two/passed_on document=8/CV "told=Mặt trận Tổ quốc thành phố"
POST    /cb/to-cao/hs/$two/inspect document=3/QĐ-UBND
expect  303
POST    /cb/to-cao/hs/$two/tell_body document=4/CV-UBND
expect  303
GET     /cb/to-cao/hs/$two
expect  200 text~"Đã chuyển thanh tra, kiểm tra" text~"· Đã chuyển thanh tra, kiểm tra"
POST    /cb/to-cao/$three/vao-so channel=web
let     three = location after "/hs/"
POST    /cb/to-cao/hs/$three/passed_on document=9/CV "told=Mặt trận Tổ quốc thành phố"
POST    /cb/to-cao/hs/$three/file reason=khong-ten
expect  303
GET     /cb/to-cao/hs/$three
expect  200 text~"· Đã xử lý, chờ báo nơi chuyển đơn"
POST    /cb/to-cao/hs/$three/tell_body document=5/CV-UBND
expect  303
GET     /cb/to-cao/hs/$three
expect  200 text~"Lưu đơn" text~"· Lưu đơn"
POST    /cb/to-cao/$four/vao-so channel=counter
let     four = location after "/hs/"
POST    /cb/to-cao/hs/$four/passed_on document=10/CV "told=Đoàn đại biểu Quốc hội"
POST    /cb/to-cao/hs/$four/withdraw document=6/BB choice=clear
expect  303
GET     /cb/to-cao/hs/$four
expect  200 text~"· Đã xử lý, chờ báo nơi chuyển đơn"
POST    /cb/to-cao/hs/$four/tell_body document=6/CV-UBND
expect  303
POST    /cb/to-cao/$five/vao-so channel=counter
let     five = location after "/hs/"
POST    /cb/to-cao/hs/$five/passed_on document=11/CV "told=Đoàn đại biểu Quốc hội"
POST    /cb/to-cao/hs/$five/forward document=7/PC-UBND "told=Thanh tra Chính phủ"
POST    /cb/to-cao/hs/$five/tell_body document=8/CV-UBND
expect  303
GET     /cb/to-cao/hs/$five
expect  200 text~"Đã chuyển nơi có thẩm quyền" text~"· Đã chuyển nơi có thẩm quyền"
POST    /cb/to-cao/$six/vao-so channel=counter
let     six = location after "/hs/"
POST    /cb/to-cao/hs/$six/passed_on document=12/CV "told=Đoàn đại biểu Quốc hội"
POST    /cb/to-cao/hs/$six/accept document=9/QĐ-UBND
POST    /cb/to-cao/hs/$six/crime document=10/CV-UBND "told=Viện kiểm sát"
POST    /cb/to-cao/hs/$six/tell_body document=11/CV-UBND
expect  303
GET     /cb/to-cao/hs/$six
expect  200 text~"Đã chuyển cơ quan điều tra, viện kiểm sát" text~"· Đã chuyển cơ quan điều tra, viện kiểm sát"
POST    /cb/to-cao/$eight/vao-so channel=counter
let     eight = location after "/hs/"
POST    /cb/to-cao/hs/$eight/passed_on document=13/CV "told=Báo Thừa Thiên Huế"
POST    /cb/to-cao/hs/$eight/again
POST    /cb/to-cao/hs/$eight/uphold document=12/TB-UBND
expect  303
GET     /cb/to-cao/hs/$eight
expect  200 text~"· Đã xử lý, chờ báo nơi chuyển đơn"
POST    /cb/to-cao/hs/$eight/tell_body document=13/CV-UBND
expect  303
GET     /cb/to-cao/hs/$eight
expect  200 text~"Không giải quyết lại" text~"· Không giải quyết lại"

# One is accepted: the body is told of that, and before the end.
POST    /cb/to-cao/$seven/vao-so channel=counter
let     seven = location after "/hs/"
POST    /cb/to-cao/hs/$seven/passed_on document=14/CV "told=Báo Thừa Thiên Huế"
POST    /cb/to-cao/hs/$seven/accept document=14/QĐ-UBND
expect  303
POST    /cb/to-cao/hs/$seven/hand_over document=15/CV "told=Thanh tra Chính phủ"
expect  422 text~"Hãy báo kết quả cho nơi chuyển đơn trước"
POST    /cb/to-cao/hs/$seven/terminate document=15/QĐ-UBND reason=qua-doi
expect  303
POST    /cb/to-cao/hs/$seven/tell_both
expect  422 text~"Hãy báo kết quả cho nơi chuyển đơn trước"
POST    /cb/to-cao/hs/$seven/tell_body document=16/CV-UBND
expect  303
POST    /cb/to-cao/hs/$seven/tell_body document=16/CV-UBND
expect  422 text~"Không còn phải báo nơi nào"
POST    /cb/to-cao/hs/$seven/tell_both
expect  303
GET     /cb/to-cao/hs/$seven
expect  200 text~"· Đã kết thúc"
ledger  verifies
