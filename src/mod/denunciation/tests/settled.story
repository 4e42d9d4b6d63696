# A denunciation that is settled, from the sealed letter to the conclusion that hangs at the office.
story   A sealed denunciation is entered in the book when it is signed, accepted, verified, concluded, sent, acted on and made public
law     25/2018/QH14 art 23
law     25/2018/QH14 art 24
law     25/2018/QH14 art 29
law     25/2018/QH14 art 30
law     25/2018/QH14 art 31
law     25/2018/QH14 art 35
law     25/2018/QH14 art 36
law     25/2018/QH14 art 39
law     25/2018/QH14 art 40
law     31/2019/NĐ-CP art 6
law     31/2019/NĐ-CP art 10
clock   2026-08-03 09:00
console org import --hue
console identity add --sign-in lan --name "Trần Thị Lan" --unit 46 --title "Thanh tra viên" --power denunciation.handle --email lan@hue.vn --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in mai --name "Lê Thị Mai" --unit 46 --title "Chủ tịch" --power denunciation.handle,denunciation.decide --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in tu --name "Võ Văn Tư" --unit 46 --title "Chuyên viên" --power denunciation.handle,denunciation.decide --email tu@hue.vn --password "nón bài thơ bên cầu" --chosen
as      lan "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="cầu gỗ sông Như Ý mùa lụt" again="cầu gỗ sông Như Ý mùa lụt"
expect  303 /cb/khoa
as      mai "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="đò Cồn sang bến Thừa Phủ" again="đò Cồn sang bến Thừa Phủ"
expect  303 /cb/khoa

anonymous
POST    /to-cao/gui accused="Ông Nguyễn Văn Ích" position=leader unit=19753 text="Thu tiền sai ngày 2 tháng 3." identity=unnamed
expect  200
let     code = between "<p class=\"k-code\">" "</p>"
let     secret = between "id=\"secret\">" "<"
POST    /to-cao/hop-thu code=$code secret="$secret"
expect  200 text~"Nơi nhận chưa vào sổ" text~"7 ngày làm việc"

# Whoever has the power and no key sees nothing of it, and enters nothing.
as      tu "nón bài thơ bên cầu"
GET     /cb/to-cao/$code
expect  404
POST    /cb/to-cao/$code/vao-so channel=web
expect  404

# Its reader enters it: it came over the net, so it is information, and counts from the day on which it was sealed.
as      lan
GET     /cb/to-cao/$code
expect  200 text~"Chưa vào sổ" text~"Chỉ gửi qua mạng, chưa ký đơn"
POST    /cb/to-cao/$code/vao-so
expect  422 text~"Hãy chọn đơn đã có chữ ký hay chưa"
POST    /cb/to-cao/$code/vao-so channel=fax
expect  422 text~"Hãy chọn đơn đã có chữ ký hay chưa"
POST    /cb/to-cao/$code/vao-so channel=post received_on=04/08/2026
expect  422 text~"không thể sau hôm nay"
POST    /cb/to-cao/$code/vao-so channel=web received_on=01/08/2026
expect  303 /cb/to-cao/hs/*
let     case = location after "/hs/"
POST    /cb/to-cao/$code/vao-so channel=web
expect  422 text~"Đơn này đã vào sổ rồi"
GET     /cb/to-cao/$code
expect  200 text~"Thông tin có nội dung tố cáo" text~"12/08/2026"
GET     /cb/to-cao/hs/$case
expect  200 text~"Số đơn 1/2026" text~"$code" text~"Đơn không nêu tên" text~"hết ngày 12/08/2026" no~"Ích"
anonymous
POST    /to-cao/hop-thu code=$code secret="$secret"
expect  200 text~"nộp, hoặc đến trình bày trực tiếp tại Thành phố Huế" text~"đừng ghi mã hộp thư" text~"hết ngày 12/08/2026" no~"Trần Thị Lan"
as      tu
GET     /cb/to-cao/hs/$case
expect  404
GET     /cb/to-cao/hs/$case/mau/D31-04
expect  404
as      lan
GET     /cb/to-cao/hs/$case
expect  200 text~"In mẫu để điền bằng bút" text~"Quyết định thụ lý tố cáo"
GET     /cb/to-cao/hs/$case/mau/D31-04
expect  200 Content-Type~pdf Content-Disposition~mau-D31-04.pdf
GET     /cb/to-cao/hs/$case/mau/D124-03
expect  404
as      tu
POST    /cb/to-cao/hs/$case/forward "told=Thanh tra" document=1/PC
expect  404

# Information is not accepted: it becomes a denunciation with the signed letter, and its days begin anew.
as      mai
POST    /cb/to-cao/hs/$case/accept document=12/QĐ-UBND
expect  422
advance 2 days
as      lan "nón bài thơ bên cầu"
POST    /cb/to-cao/hs/$case/sign on=02/08/2026
expect  422 text~"trước ngày nhận đơn"
POST    /cb/to-cao/hs/$case/sign
expect  303
# No leaf says so: the newest are those of the night.
fact    denunciation.received denunciation.received
GET     /cb/to-cao/hs/$case
expect  200 text~"Đã vào sổ tố cáo" text~"hết ngày 14/08/2026"
POST    /cb/to-cao/hs/$case/delegate
expect  303
GET     /cb/to-cao/hs/$case
expect  200 text~"hết ngày 19/08/2026"
POST    /cb/to-cao/hs/$case/delegate
expect  422 text~"Đã ghi việc này rồi"
POST    /cb/to-cao/hs/$case/accept document=12/QĐ-UBND
expect  403
as      mai "nón bài thơ bên cầu"
POST    /cb/to-cao/hs/$case/accept
expect  422 text~"số, ký hiệu của văn bản"
POST    /cb/to-cao/hs/$case/accept document=12/QĐ-UBND
expect  303
GET     /cb/to-cao/hs/$case
expect  200 text~"Đã thụ lý" text~"hết ngày 04/09/2026" text~"hết ngày 12/08/2026"

# Both sides are told, each in its way; the second telling ends the days for it.
as      lan
POST    /cb/to-cao/hs/$case/tell_accused
expect  303
POST    /cb/to-cao/hs/$case/tell_accused
expect  422 text~"Đã báo nội dung cho người bị tố cáo"
GET     /cb/to-cao/hs/$case
expect  200 text~"hết ngày 12/08/2026"
POST    /cb/to-cao/hs/$case/tell_sender "said=Bà Nguyễn Thị Kín" "told=Bà Nguyễn Thị Kín" "reason=Bà Nguyễn Thị Kín" document=Kín-1
expect  303
# Nothing is kept that the act does not ask for.
GET     /cb/to-cao/hs/$case
expect  200 no~"Kín"
GET     /cb/to-cao/hs/$case
expect  200 text~"cho người bị tố cáo</strong>: xong ngày 05/08/2026"
POST    /cb/to-cao/hs/$case/tell_sender
expect  422 text~"Đã báo người tố cáo việc thụ lý"

# Two at least verify it, nobody bound to the accused, and their leader can open it.
as      mai
POST    /cb/to-cao/hs/$case/verify document=13/QĐ-UBND amount=1 choice=clear
expect  422 text~"ít nhất hai người" text~"Điều 10"
POST    /cb/to-cao/hs/$case/verify document=13/QĐ-UBND amount=3
expect  422 text~"có ai trong Tổ liên quan"
POST    /cb/to-cao/hs/$case/verify document=13/QĐ-UBND amount=3 choice=bound
expect  422 text~"không được tham gia" text~"Điều 10"
POST    /cb/to-cao/hs/$case/verify document=13/QĐ-UBND amount=3 choice=clear person=tu
expect  422 text~"Khóa của người này không mở được đơn"
POST    /cb/to-cao/hs/$case/verify document=13/QĐ-UBND amount=3 choice=clear person=lan
expect  303
POST    /cb/to-cao/hs/$case/assign person=lan
expect  303
POST    /cb/to-cao/hs/$case/close
expect  422
as      lan
POST    /cb/to-cao/hs/$case/report document=14/BC-TXM
expect  303

# The conclusion, and all that follows it.
advance 20 days
as      mai "nón bài thơ bên cầu"
POST    /cb/to-cao/hs/$case/conclude document=15/KL-UBND
expect  422 text~"Hãy chọn tố cáo đúng, đúng một phần hay sai"
POST    /cb/to-cao/hs/$case/conclude document=15/KL-UBND choice=partly
expect  303
GET     /cb/to-cao/hs/$case
expect  200 text~"Đã có kết luận" text~"Tố cáo đúng một phần" text~"Gửi kết luận nội dung tố cáo</strong>: hết ngày 04/09/2026" text~"hết ngày 08/09/2026"
POST    /cb/to-cao/hs/$case/close
expect  422 text~"Còn việc luật yêu cầu chưa xong"
as      lan "nón bài thơ bên cầu"
POST    /cb/to-cao/hs/$case/deliver
expect  303
POST    /cb/to-cao/hs/$case/deliver
expect  422 text~"Kết luận đã được gửi"
as      mai
POST    /cb/to-cao/hs/$case/act_on
expect  422 text~"Hãy chọn đã xử lý thế nào"
POST    /cb/to-cao/hs/$case/act_on choice=discipline
expect  303
POST    /cb/to-cao/hs/$case/close
expect  422 text~"Còn việc luật yêu cầu chưa xong"
as      lan
POST    /cb/to-cao/hs/$case/announce choice=radio
expect  422 text~"Hãy chọn công khai ở đâu"
POST    /cb/to-cao/hs/$case/announce choice=meeting
expect  303
POST    /cb/to-cao/hs/$case/post choice=street
expect  422 text~"Hãy chọn công khai ở đâu"
POST    /cb/to-cao/hs/$case/post choice=office
expect  303
as      mai
POST    /cb/to-cao/hs/$case/close
expect  422 text~"đủ 15 ngày liên tục" text~"Điều 6"
anonymous
POST    /to-cao/hop-thu code=$code secret="$secret"
expect  200 text~"Đã có kết luận nội dung tố cáo" text~"Tố cáo đúng một phần" text~"tố cáo tiếp" text~"Nơi đó không dùng hệ thống này" no~"Viết đơn tố cáo tiếp"
advance 15 days
as      mai "nón bài thơ bên cầu"
POST    /cb/to-cao/hs/$case/close
expect  303
anonymous
POST    /to-cao/hop-thu code=$code secret="$secret"
expect  200 text~"Việc giải quyết đã kết thúc"
ledger  verifies
# The public sees the way, not one who went it.
GET     /biet/quy-trinh/denunciation
expect  200 text~"Giải quyết tố cáo" text~"Lập Tổ xác minh"
