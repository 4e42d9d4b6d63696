# Who denounces, and those close to them, are protected: asked for, decided, refused, changed, ended. No word says who.
story   Protection is asked for and decided in acts that name nobody, told to those who decide at once, and ends with the conclusion at the latest
law     25/2018/QH14 art 47
law     25/2018/QH14 art 50
law     25/2018/QH14 art 51
law     25/2018/QH14 art 52
law     25/2018/QH14 art 54
law     31/2019/NĐ-CP art 7
law     136/2025/QH15
clock   2026-08-03 09:00
console org import --hue
console identity add --name "Phan Văn Quản" --sign-in quan --unit 46 --title "Quản trị" --power admin --password "trời gió ở Thuận An" --chosen
console identity add --sign-in lan --name "Trần Thị Lan" --unit 46 --title "Thanh tra viên" --power denunciation.handle --email lan@hue.vn --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in mai --name "Lê Thị Mai" --unit 46 --title "Chủ tịch" --power denunciation.handle,denunciation.decide --email mai@hue.vn --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in tu --name "Võ Văn Tư" --unit 46 --title "Chuyên viên" --power denunciation.handle,denunciation.decide --email tu@hue.vn --password "nón bài thơ bên cầu" --chosen
as      lan "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="cầu gỗ sông Như Ý mùa lụt" again="cầu gỗ sông Như Ý mùa lụt"
as      mai "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="đò Cồn sang bến Thừa Phủ" again="đò Cồn sang bến Thừa Phủ"
expect  303 /cb/khoa
anonymous
POST    /to-cao/gui accused="Ông Một" position=leader unit=19753 text="Một." identity=unnamed
let     code = between "<p class=\"k-code\">" "</p>"
let     secret = between "id=\"secret\">" "<"
POST    /to-cao/gui accused="Ông Hai" position=leader unit=19753 text="Hai." identity=unnamed
let     other = between "<p class=\"k-code\">" "</p>"
# The mailbox says what can be asked for, from the first day on.
POST    /to-cao/hop-thu code=$code secret="$secret"
expect  200 text~"Bảo vệ người tố cáo" text~"Điều 57" text~"Điều 58" text~"Điều 50" text~"gọi công an 113"

as      lan
POST    /cb/to-cao/$code/vao-so channel=counter
let     case = location after "/hs/"
POST    /cb/to-cao/hs/$case/pass_protection document=1/CV-UBND "told=Công an thành phố"
expect  403
POST    /cb/to-cao/hs/$case/ask_protection reason=nguy-co
expect  422 text~"Hãy chọn đề nghị bằng văn bản hay khẩn cấp"
POST    /cb/to-cao/hs/$case/ask_protection choice=urgent
expect  422 text~"Hãy nêu lý do"
POST    /cb/to-cao/hs/$case/ask_protection choice=urgent reason=so
expect  422 text~"Hãy chọn một căn cứ trong danh sách"
POST    /cb/to-cao/hs/$case/ask_protection choice=urgent reason=nguy-co "said=Bà Nguyễn Thị Kín" "told=Bà Nguyễn Thị Kín" document=Kín
expect  303
POST    /cb/to-cao/hs/$case/ask_protection choice=written reason=tru-dap
expect  422 text~"đang chờ quyết định"
# Nothing is kept that could say who; those who decide and can open it are told, and nobody else.
GET     /cb/to-cao/hs/$case
expect  200 no~"Kín" text~"Đã đề nghị, chưa quyết định" text~"Có nguy cơ bị xâm hại ngay tức khắc" text~"khoản 3 Điều 47"
as      quan "trời gió ở Thuận An"
GET     /qt/hang-doi
expect  200 text~"$case: Người tố cáo đề nghị bảo vệ" text~"m…@hue.vn" no~"t…@hue.vn" no~"Kín"

# At once by word of mouth, then in writing; another body decides, and the measure is changed.
as      lan
POST    /cb/to-cao/hs/$case/protect_at_once
expect  422 text~"đã gửi cho ai"
POST    /cb/to-cao/hs/$case/protect_at_once "told=Công an phường Phú Xuân"
expect  303
GET     /cb/to-cao/hs/$case
expect  200 text~"Đã yêu cầu bảo vệ ngay; còn phải gửi văn bản"
as      mai
POST    /cb/to-cao/hs/$case/pass_protection document=2/CV-UBND "told=Công an thành phố"
expect  303
GET     /cb/to-cao/hs/$case
expect  200 no~"còn phải gửi văn bản"
POST    /cb/to-cao/hs/$case/change_protection document=3/QĐ choice=work
expect  422 text~"Không có biện pháp bảo vệ nào đang áp dụng"
POST    /cb/to-cao/hs/$case/protect document=3/QĐ-CA choice=money
expect  422 text~"Hãy chọn biện pháp bảo vệ"
POST    /cb/to-cao/hs/$case/protect document=3/QĐ-CA choice=safety
expect  303
POST    /cb/to-cao/hs/$case/refuse_protection document=4/TB-UBND reason=khong-can-cu
expect  422 text~"Không có đề nghị bảo vệ nào đang chờ"
POST    /cb/to-cao/hs/$case/change_protection document=5/QĐ-CA choice=work
expect  303
anonymous
POST    /to-cao/hop-thu code=$code secret="$secret"
expect  200 text~"Đang áp dụng biện pháp bảo vệ" text~"Văn bản số 3/QĐ-CA" no~"Công an thành phố"

# It ends when its ground is gone, and another request is refused with a reason of the law.
as      mai
POST    /cb/to-cao/hs/$case/end_protection document=6/QĐ-CA reason=khong-can-cu
expect  422 text~"Hãy chọn một căn cứ trong danh sách"
POST    /cb/to-cao/hs/$case/end_protection document=6/QĐ-CA reason=het-can-cu
expect  303
POST    /cb/to-cao/hs/$case/end_protection document=6/QĐ-CA reason=het-can-cu
expect  422 text~"Không có biện pháp bảo vệ nào đang áp dụng"
POST    /cb/to-cao/hs/$case/ask_protection choice=written reason=tru-dap
expect  303
POST    /cb/to-cao/hs/$case/refuse_protection document=7/TB-UBND reason=so
expect  422 text~"Hãy chọn một căn cứ trong danh sách"
POST    /cb/to-cao/hs/$case/refuse_protection document=7/TB-UBND reason=khong-can-thiet
expect  303
anonymous
POST    /to-cao/hop-thu code=$code secret="$secret"
expect  200 text~"Xét thấy không cần thiết" text~"khoản 3 Điều 51" no~"Đang áp dụng"

# One that is under way when it is concluded ends with that; from then on there is none.
as      mai
POST    /cb/to-cao/hs/$case/protect document=8/QĐ-UBND choice=work
POST    /cb/to-cao/hs/$case/accept document=9/QĐ-UBND
POST    /cb/to-cao/hs/$case/verify document=10/QĐ-UBND amount=2 choice=clear
POST    /cb/to-cao/hs/$case/report document=11/BC
POST    /cb/to-cao/hs/$case/conclude document=12/KL-UBND choice=right
expect  303
GET     /cb/to-cao/hs/$case
expect  200 text~"Đã chấm dứt cùng kết luận"
POST    /cb/to-cao/hs/$case/protect document=13/QĐ-UBND choice=work
expect  422
anonymous
POST    /to-cao/hop-thu code=$code secret="$secret"
expect  200 text~"Đã chấm dứt cùng kết luận"
# Nobody without a key asks for it, or learns of it.
as      mai
POST    /cb/to-cao/$other/vao-so channel=counter
let     second = location after "/hs/"
as      tu "nón bài thơ bên cầu"
POST    /cb/to-cao/hs/$second/protect document=14/QĐ-UBND choice=work
expect  404
ledger  verifies
