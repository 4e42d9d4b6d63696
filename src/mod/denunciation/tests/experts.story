# Days with the experts do not count, and what another body did because of the conclusion is watched.
story   The limit stands while experts work, and a body that acts on a conclusion says so within five working days
law     31/2019/NĐ-CP art 15
law     25/2018/QH14 art 36
clock   2026-08-12 09:00
console org import --hue
console identity add --name "Phan Văn Quản" --sign-in quan --unit 46 --title "Quản trị" --power admin --password "trời gió ở Thuận An" --chosen
console identity add --sign-in lan --name "Trần Thị Lan" --unit 46 --title "Thanh tra viên" --power denunciation.handle --email lan@hue.vn --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in mai --name "Lê Thị Mai" --unit 46 --title "Chủ tịch" --power denunciation.handle,denunciation.decide --email mai@hue.vn --password "nón bài thơ bên cầu" --chosen
as      lan "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="cầu gỗ sông Như Ý mùa lụt" again="cầu gỗ sông Như Ý mùa lụt"
as      mai "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="đò Cồn sang bến Thừa Phủ" again="đò Cồn sang bến Thừa Phủ"
expect  303 /cb/khoa
anonymous
POST    /to-cao/gui accused="Ông Một" position=leader unit=19753 text="Một." identity=unnamed
let     code = between "<p class=\"k-code\">" "</p>"
let     secret = between "id=\"secret\">" "<"
as      mai
POST    /cb/to-cao/$code/vao-so channel=counter
let     case = location after "/hs/"
POST    /cb/to-cao/hs/$case/accept document=1/QĐ-UBND
POST    /cb/to-cao/hs/$case/tell_sender
POST    /cb/to-cao/hs/$case/tell_accused
POST    /cb/to-cao/hs/$case/verify document=2/QĐ-UBND amount=2 choice=clear person=lan
expect  303
POST    /cb/to-cao/hs/$case/experts_say document=3/KL
expect  422 text~"Không có giám định nào đang chờ"

# The letter that asks them is printed for the pen, with nothing of the case in it.
GET     /cb/to-cao/hs/$case/mau/D31-09
expect  200 Content-Type~pdf Content-Disposition~mau-D31-09.pdf
GET     /cb/to-cao/hs/$case/mau/D31-11
expect  200 Content-Type~pdf
# Thirty days until 11 September; twelve of them with the experts.
advance 8 days
as      mai "nón bài thơ bên cầu"
POST    /cb/to-cao/hs/$case/ask_experts document=4/CV-UBND
expect  422 text~"đã gửi cho ai"
POST    /cb/to-cao/hs/$case/ask_experts document=4/CV-UBND "told=Trung tâm Giám định"
expect  303
GET     /cb/to-cao/hs/$case
expect  200 text~"Đang xác minh" text~"Giải quyết tố cáo</strong>: đang tạm dừng" text~"Trưng cầu giám định (khoản 4 Điều 15" no~"trung-cau"
POST    /cb/to-cao/hs/$case/ask_experts document=4/CV-UBND "told=Trung tâm Giám định"
expect  422 text~"Đang chờ kết luận giám định"
POST    /cb/to-cao/hs/$case/suspend document=5/QĐ-UBND reason=cho-ket-qua
expect  422 text~"Đang chờ kết luận giám định"
anonymous
POST    /to-cao/hop-thu code=$code secret="$secret"
expect  200 text~"đang tạm dừng" text~"Trưng cầu giám định (khoản 4 Điều 15"
as      lan "nón bài thơ bên cầu"
POST    /cb/to-cao/hs/$case/report document=6/BC-TXM
expect  303
as      mai
POST    /cb/to-cao/hs/$case/conclude document=7/KL-UBND choice=right
expect  422 text~"Đang chờ kết luận giám định"
advance 12 days
as      lan "nón bài thơ bên cầu"
POST    /cb/to-cao/hs/$case/experts_say document=8/KLGĐ
expect  303
GET     /cb/to-cao/hs/$case
expect  200 text~"Giải quyết tố cáo</strong>: hết ngày 23/09/2026" text~"21/08/2026" text~"01/09/2026"
# A suspension beside it has its own ground, in words.
advance 3 days
as      mai "nón bài thơ bên cầu"
POST    /cb/to-cao/hs/$case/suspend document=9/QĐ-UBND reason=giam-dinh
expect  303
GET     /cb/to-cao/hs/$case
expect  200 text~"Cần giám định bổ sung, giám định lại (khoản 2 Điều 34"
advance 2 days
as      mai "nón bài thơ bên cầu"
POST    /cb/to-cao/hs/$case/resume document=10/QĐ-UBND
expect  303
GET     /cb/to-cao/hs/$case
expect  200 text~"Đã xác minh" text~"hết ngày 25/09/2026"

# Another body acts because of the conclusion, and has five working days to say so: it is its time, and it is watched.
POST    /cb/to-cao/hs/$case/conclude document=11/KL-UBND choice=right
expect  303
POST    /cb/to-cao/hs/$case/tell_both
POST    /cb/to-cao/hs/$case/deliver
POST    /cb/to-cao/hs/$case/act_on choice=proposed
POST    /cb/to-cao/hs/$case/announce choice=meeting
expect  303
# Sunday 6 September and a day later: from Monday five working days are until the 14th.
advance 1 days
as      lan "nón bài thơ bên cầu"
POST    /cb/to-cao/hs/$case/handled on=07/09/2026
expect  422 text~"đã gửi cho ai"
POST    /cb/to-cao/hs/$case/handled on=07/09/2026 "told=Sở Nội vụ"
expect  303
POST    /cb/to-cao/hs/$case/handled on=07/09/2026 "told=Sở Nội vụ"
expect  422 text~"Đã ghi ngày có kết quả"
GET     /cb/to-cao/hs/$case
expect  200 text~"Báo kết quả xử lý cho người giải quyết tố cáo</strong>: hết ngày 14/09/2026"
advance 7 days
as      mai "nón bài thơ bên cầu"
GET     /cb/to-cao/hs/$case
expect  200 no~"quá hạn báo kết quả"
POST    /cb/to-cao/hs/$case/close
expect  422 text~"nhận kết quả xử lý"
advance 1 days
as      mai "nón bài thơ bên cầu"
GET     /cb/to-cao/hs/$case
expect  200 text~"Nơi được kiến nghị quá hạn báo kết quả" no~"Đã quá hạn"
as      quan "trời gió ở Thuận An"
GET     /qt/hang-doi
expect  200 text~"$case: Nơi được kiến nghị quá hạn báo kết quả"
as      lan "nón bài thơ bên cầu"
POST    /cb/to-cao/hs/$case/result document=12/CV-SNV
expect  303
as      mai
POST    /cb/to-cao/hs/$case/close
expect  303
ledger  verifies
