# Letters of the office: drafted on the form of the law, asked for, numbered, signed outside, sent.
story   A notice of acceptance and a decision to verify go from draft to proof of sending, and the act finds their numbers
law     30/2020/NĐ-CP art 15
law     124/2020/NĐ-CP art 20
clock   2026-08-03 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Chuyên viên" --power complaint.handle --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Lê Thị Mai" --sign-in mai --unit 19753 --title "Chủ tịch" --power complaint.handle,complaint.decide --password "trời nắng ở Kim Long" --chosen
console identity add --name "Võ Văn Tư" --sign-in tu --unit 19774 --title "Chuyên viên" --power complaint.handle --password "trời gió ở Thuận An" --chosen
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi" identity_number=046190001234 "contested=Quyết định 45/QĐ-UBND về thu hồi đất" contested_on=20/07/2026 "content=Mức bồi thường thấp." "request=Tính lại."
let     code = between "id=\"ma-ho-so\">" "<"
let     secret = between "id=\"ma-bi-mat\">" "<"

# What the case knows stands in the form already; a draft may lack something.
GET     /cb/khieu-nai/hs/$code
expect  200 text~"Soạn văn bản theo mẫu" text~"Thông báo thụ lý giải quyết khiếu nại"
GET     /cb/khieu-nai/hs/$code/thu-moi/D124-99
expect  404
GET     /cb/khieu-nai/hs/$code/thu-moi/D31-04
expect  404
GET     /cb/khieu-nai/hs/$code/thu-moi/D124-03
expect  200 text~"Phạm Thị Hoa" text~"12 Lê Lợi" text~"046190001234" text~"03/08/2026" text~"Chủ tịch Ủy ban nhân dân phường Phú Xuân" text~"155/2026/NĐ-CP"
POST    /cb/khieu-nai/hs/$code/thu-moi/D31-04 "denounced=Ông Tâm"
expect  404
POST    /cb/khieu-nai/hs/$code/thu-moi/D124-03 "complainant=Phạm Thị Hoa" "address=12 Lê Lợi" id_paper=046190001234 received_on=03/08/2026 "decider=Chủ tịch Ủy ban nhân dân phường Phú Xuân"
expect  303 /cb/khieu-nai/hs/$code/thu/*
let     one = location after "/thu/"
fact    complaint_letter.draft
GET     /cb/khieu-nai/hs/$code/thu/$one
expect  200 text~"Bản thảo" text~"(còn thiếu)" text~"Trình ký" no~"Cho số và ban hành"
GET     /cb/khieu-nai/hs/$code/thu/$one/tep
expect  200
POST    /cb/khieu-nai/hs/$code/thu/$one/ask
expect  422 text~"Văn bản còn thiếu: Khiếu nại về việc"
GET     /cb/khieu-nai/hs/$code/thu/$one?sua=1
expect  200 text~"Lưu bản thảo" text~"046190001234"
POST    /cb/khieu-nai/hs/$code/thu/$one/draft "complainant=Phạm Thị Hoa" "address=12 Lê Lợi" id_paper=046190001234 received_on=03/08/2026 "matter=thu hồi đất" "decider=Chủ tịch Ủy ban nhân dân phường Phú Xuân"
expect  303
# Another office sees nothing of it, and who handles it issues nothing.
as      tu "trời gió ở Thuận An"
GET     /cb/khieu-nai/hs/$code/thu/$one
expect  404
POST    /cb/khieu-nai/hs/$code/thu/$one/ask
expect  404
as      lan
POST    /cb/khieu-nai/hs/$code/thu/$one/issue signing=self "post=Chủ tịch" "name=Trần Thị Lan"
expect  403
POST    /cb/khieu-nai/hs/$code/thu/$one/sua
expect  404
POST    /cb/khieu-nai/hs/$code/thu/$one/send "note=Gửi rồi"
expect  409
POST    /cb/khieu-nai/hs/$code/thu/$one/ask
expect  303
fact    complaint_letter.ask

# The leader gives it back once, and issues it: the first of its type in the year.
as      mai "trời nắng ở Kim Long"
POST    /cb/khieu-nai/hs/$code/thu/$one/back
expect  422 text~"cần sửa điều gì"
POST    /cb/khieu-nai/hs/$code/thu/$one/back "note=Ghi rõ số quyết định."
expect  303
fact    complaint_letter.back
as      lan
GET     /cb/khieu-nai/hs/$code/thu/$one
expect  200 text~"Ghi rõ số quyết định." text~"Sửa bản thảo"
POST    /cb/khieu-nai/hs/$code/thu/$one/draft version=1 "complainant=Phạm Thị Hoa"
expect  409 text~"name=\"version\" value=\"1\""
POST    /cb/khieu-nai/hs/$code/thu/$one/draft "complainant=Phạm Thị Hoa" "address=12 Lê Lợi" id_paper=046190001234 received_on=03/08/2026 "matter=Quyết định 45/QĐ-UBND về thu hồi đất" "decider=Chủ tịch Ủy ban nhân dân phường Phú Xuân"
POST    /cb/khieu-nai/hs/$code/thu/$one/ask
expect  303
as      mai
POST    /cb/khieu-nai/hs/$code/thu/$one/issue signing=bao "post=Chủ tịch" "name=Lê Thị Mai"
expect  422 text~"Hãy chọn hình thức ký"
POST    /cb/khieu-nai/hs/$code/thu/$one/issue signing=kt "post=Phó Chủ tịch" "name=Lê Thị Mai"
expect  422 text~"ghi chức danh được ký thay"
POST    /cb/khieu-nai/hs/$code/thu/$one/issue signing=self "name=Lê Thị Mai"
expect  422 text~"ghi chức vụ của người ký"
POST    /cb/khieu-nai/hs/$code/thu/$one/issue signing=self "post=Chủ tịch"
expect  422 text~"họ và tên người ký"
POST    /cb/khieu-nai/hs/$code/thu/$one/issue signing=self "post=Chủ tịch" "name=Lê Thị Mai" on=04/08/2026
expect  422 text~"Ngày này chưa tới"
POST    /cb/khieu-nai/hs/$code/thu/$one/issue signing=self "post=Chủ tịch" "name=Lê Thị Mai" on=02/08/2026
expect  422 text~"trước ngày nhận đơn"
POST    /cb/khieu-nai/hs/$code/thu/$one/issue signing=self "post=Chủ tịch" "name=Lê Thị Mai"
expect  303
fact    complaint_letter.issue
GET     /cb/khieu-nai/hs/$code/thu/$one
expect  200 text~"Số 01/TB-UBND" text~"Lê Thị Mai, Chủ tịch" text~"Việc của hồ sơ đang chờ văn bản này: Thụ lý" no~"Sửa bản thảo"
POST    /cb/khieu-nai/hs/$code/thu/$one/draft "complainant=Ai khác"
expect  409
POST    /cb/khieu-nai/hs/$code/thu/$one/drop
expect  409
# The act finds number and day filled in.
GET     /cb/khieu-nai/hs/$code
expect  200 text~"value=\"01/TB-UBND\"" text~"value=\"03/08/2026\""
POST    /cb/khieu-nai/hs/$code/accept document=01/TB-UBND on=03/08/2026
expect  303

# It comes back signed: every page is the issued one, nobody changed it since, and it says who signed.
as      lan
POST    /cb/khieu-nai/hs/$code/thu/$one/sign is_compared=1
expect  422 text~"Hãy chọn tệp PDF đã ký"
POST    /cb/khieu-nai/hs/$code/thu/$one/sign file@docs/STORIES.md is_compared=1
expect  422 text~"Hãy chọn tệp PDF đã ký"
GET     /cb/khieu-nai/hs/$code/thu/$one/tep
expect  200
POST    /cb/khieu-nai/hs/$code/thu/$one/sign file@-
expect  422 text~"chưa có chữ ký số nào"
GET     /cb/khieu-nai/hs/$code/thu/$one/tep
POST    /cb/khieu-nai/hs/$code/thu/$one/sign file@altered is_compared=1
expect  422 text~"tệp đã bị sửa sau khi ký"
GET     /cb/khieu-nai/hs/$code/thu/$one/tep
POST    /cb/khieu-nai/hs/$code/thu/$one/sign file@signed
expect  303
fact    complaint_letter.sign
GET     /cb/khieu-nai/hs/$code/thu/$one
expect  200 text~"Đã ký số, từng trang đúng với bản đã ban hành" text~"Tải bản đã ký" text~"“Lê Thị Mai”, “Ủy ban nhân dân phường Phú Xuân” (nơi cấp chứng thư ghi là “Cơ quan chứng thực thử”), 09:00 ngày 05/08/2026. Tệp nguyên vẹn từ khi ký." no~"Không chứng thư nào"
GET     /cb/khieu-nai/hs/$code/thu/$one/tep?ky=1
expect  200
POST    /cb/khieu-nai/hs/$code/thu/$one/send
expect  422 text~"gửi cho ai, bằng cách nào"
POST    /cb/khieu-nai/hs/$code/thu/$one/send "note=Bà Hoa ký nhận" on=02/08/2026
expect  422 text~"từ ngày ban hành đến hôm nay"
POST    /cb/khieu-nai/hs/$code/thu/$one/send "note=Bà Hoa ký nhận"
expect  303
fact    complaint_letter.send
GET     /cb/khieu-nai/hs/$code/thu/$one
expect  200 text~"Đã gửi" text~"Bà Hoa ký nhận"
# It goes to somebody else as well, and the first proof stays.
POST    /cb/khieu-nai/hs/$code/thu/$one/send "note=Thanh tra thành phố, công văn"
expect  303
GET     /cb/khieu-nai/hs/$code/thu/$one
expect  200 text~"Bà Hoa ký nhận" text~"Thanh tra thành phố, công văn"
# Its receiver sees which letters went out, and when.
anonymous
POST    /khieu-nai/hs/$code secret=$secret
expect  200 text~"Văn bản đã gửi" text~"số 01/TB-UBND" no~"Bà Hoa ký nhận"
as      lan

# A decision with a table, signed for the head; what comes back scanned is compared by a person.
POST    /cb/khieu-nai/hs/$code/thu-moi/D124-05 "decider=Chủ tịch Ủy ban nhân dân phường Phú Xuân" "powers=Luật Tổ chức chính quyền địa phương" "complainant=Phạm Thị Hoa" "address=12 Lê Lợi" "matter=Mức bồi thường" "verifiers=1 | Trần Thị Lan | Chuyên viên | Tổ trưởng" "days=15 ngày" "proposer=Văn phòng"
expect  303
let     two = location after "/thu/"
as      mai
POST    /cb/khieu-nai/hs/$code/thu/$two/issue signing=kt "head=Chủ tịch" "post=Phó Chủ tịch" "name=Hồ Văn Nam"
expect  303
GET     /cb/khieu-nai/hs/$code/thu/$two
expect  200 text~"Số 01/QĐ-UBND" text~"Hồ Văn Nam, Phó Chủ tịch"
as      lan
GET     /cb/khieu-nai/hs/$code/thu/$one/tep
expect  200
POST    /cb/khieu-nai/hs/$code/thu/$two/sign file@signed
expect  422 text~"Hãy đối chiếu từng trang"
GET     /cb/khieu-nai/hs/$code/thu/$one/tep
POST    /cb/khieu-nai/hs/$code/thu/$two/sign file@signed is_compared=1
expect  303
GET     /cb/khieu-nai/hs/$code/thu/$two
expect  200 text~"Cán bộ đã đối chiếu từng trang" text~"Không chứng thư nào ghi tên người ký của văn bản: Hồ Văn Nam."

# The registry of the office gives a number; the next is behind it, and none is older than the one before.
POST    /cb/khieu-nai/hs/$code/thu-moi/D124-14a "action=Đình chỉ" "decider=Chủ tịch" "powers=Luật" "complainant=Phạm Thị Hoa" "address=12 Lê Lợi" "matter=Mức bồi thường" "accepted=Thông báo số 01/TB-UBND" "reason=Rút đơn" "proposer=Văn phòng"
let     four = location after "/thu/"
as      mai
POST    /cb/khieu-nai/hs/$code/thu/$four/issue signing=tm "post=Chủ tịch" "name=Lê Thị Mai" number=1
expect  422 text~"Số này đã có văn bản khác"
POST    /cb/khieu-nai/hs/$code/thu/$four/issue signing=tmkt "head=Chủ tịch" "post=Phó Chủ tịch" "name=Hồ Văn Nam" number=187
expect  303
GET     /cb/khieu-nai/hs/$code/thu/$four
expect  200 text~"Số 187/QĐ-UBND" text~"Việc của hồ sơ đang chờ văn bản này"
POST    /cb/khieu-nai/hs/$code/thu/$four/revoke
expect  422 text~"vì sao thu hồi"
POST    /cb/khieu-nai/hs/$code/thu/$four/revoke "note=Sai căn cứ, thay bằng quyết định khác."
expect  303
fact    complaint_letter.revoke
GET     /cb/khieu-nai/hs/$code/thu/$four
expect  200 text~"Đã thu hồi" no~"Việc của hồ sơ đang chờ văn bản này"
advance 1 days
as      mai "trời nắng ở Kim Long"
POST    /cb/khieu-nai/hs/$code/thu-moi/D124-14b "decider=Chủ tịch" "powers=Luật" "complainant=Phạm Thị Hoa" "address=12 Lê Lợi" "matter=Mức bồi thường" "suspended=Quyết định số 187/QĐ-UBND" "reason=Hết căn cứ" "due=10/09/2026" "proposer=Văn phòng"
let     five = location after "/thu/"
POST    /cb/khieu-nai/hs/$code/thu/$five/issue signing=q "post=Chủ tịch" "name=Lê Thị Mai"
expect  303
GET     /cb/khieu-nai/hs/$code/thu/$five
expect  200 text~"Số 188/QĐ-UBND"
POST    /cb/khieu-nai/hs/$code/thu-moi/D124-05 "decider=Chủ tịch" "powers=Luật" "complainant=Phạm Thị Hoa" "address=12 Lê Lợi" "matter=Mức bồi thường" "verifiers=| Trần Thị Lan | Chuyên viên | Tổ trưởng" "days=15 ngày" "proposer=Văn phòng"
let     six = location after "/thu/"
POST    /cb/khieu-nai/hs/$code/thu/$six/issue signing=self "post=Chủ tịch" "name=Lê Thị Mai" on=03/08/2026
expect  422 text~"Văn bản cùng loại ban hành sau ngày này đã có số"
as      lan "trời mưa ở Vỹ Dạ"

# What is not wanted is thrown away, and the numbers have no hole.
POST    /cb/khieu-nai/hs/$code/thu-moi/D124-04 "complainant=Phạm Thị Hoa"
let     three = location after "/thu/"
POST    /cb/khieu-nai/hs/$code/thu/$three/drop
expect  303 /cb/khieu-nai/hs/$code
fact    complaint_letter.drop
GET     /cb/khieu-nai/hs/$code
expect  200 text~"01/QĐ-UBND" text~"01/TB-UBND"
# The books: what came in, and what went out, with the number of each.
GET     /cb/khieu-nai/so
expect  200 text~"Sổ theo dõi đơn" text~"Phạm Thị Hoa" text~"01/TB-UBND" text~"Đã thụ lý"
GET     /cb/khieu-nai/so?tu=05/08/2026&den=04/08/2026
expect  422 text~"Ngày cuối phải sau ngày đầu"
GET     /cb/khieu-nai/so?tu=01/01/2025&den=31/12/2025
expect  200 text~"Chưa nhận đơn nào"
GET     /cb/khieu-nai/so.xlsx
expect  200 Content-Type~spreadsheetml Content-Disposition~so-theo-doi-don.xlsx
GET     /cb/khieu-nai/van-ban-di
expect  200 Content-Type~spreadsheetml Content-Disposition~so-van-ban-di.xlsx
GET     /cb/khieu-nai/so?don-vi=19774
expect  403
GET     /cb/khieu-nai/van-ban-di?don-vi=19774
expect  403

# A letter of nine people about three things: each is to be written by itself, and where it goes is said.
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=9 has_all_signatures=1 representatives=1 "representative=Phạm Thị Hoa" "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=Quyết định 45/QĐ-UBND về thu hồi đất" contested_on=20/07/2026 "content=Bồi thường thấp; cán bộ đo đất nhận tiền; cống trước ngõ nghẹt." "request=Giải quyết cả ba việc."
expect  201
let     mixed = between "id=\"ma-ho-so\">" "<"
let     theirs = between "id=\"ma-bi-mat\">" "<"
GET     /cb/khieu-nai/hs/$mixed/thu-moi/C05-05
expect  200 text~"Các nội dung và cơ quan có thẩm quyền" text~"Phạm Thị Hoa" text~"gõ dấu |: STT | Nội dung | Loại đơn | Gửi đến"
# A row with a hole would be issued with it; numbers come by themselves.
POST    /cb/khieu-nai/hs/$mixed/thu-moi/C05-05 "person=Phạm Thị Hoa" "address=12 Lê Lợi" received_on=20/08/2026 "parts=Bồi thường gửi Chủ tịch phường"
expect  422 text~"Hàng 1 chưa đủ hoặc thừa ô. Mỗi hàng có các ô: STT | Nội dung | Loại đơn | Gửi đến" text~"Bồi thường gửi Chủ tịch phường"
POST    /cb/khieu-nai/hs/$mixed/thu-moi/C05-05 "person=Phạm Thị Hoa" "address=12 Lê Lợi" received_on=20/08/2026 "parts=1 | Bồi thường | Khiếu nại | Chủ tịch phường | Phú Xuân"
expect  422 text~"Hàng 1 chưa đủ hoặc thừa ô"
POST    /cb/khieu-nai/hs/$mixed/thu-moi/C05-05 "person=Phạm Thị Hoa" "address=12 Lê Lợi" received_on=20/08/2026 "parts=Bồi thường | Khiếu nại | Chủ tịch phường"
expect  303 /cb/khieu-nai/hs/$mixed/thu/*
let     unnumbered = location after "/thu/"
GET     /cb/khieu-nai/hs/$mixed/thu/$unnumbered
expect  200 text~"1 | Bồi thường | Khiếu nại | Chủ tịch phường"
POST    /cb/khieu-nai/hs/$mixed/thu-moi/C05-05 "person=Phạm Thị Hoa" "address=12 Lê Lợi" received_on=20/08/2026 "parts=1 | Bồi thường | Khiếu nại | Chủ tịch phường"
expect  303 /cb/khieu-nai/hs/$mixed/thu/*
as      mai "trời nắng ở Kim Long"
POST    /cb/khieu-nai/hs/$mixed/guide document=12/PHD-UBND reason=nhieu-noi-dung "said=Viết ba đơn: khiếu nại gửi Chủ tịch phường, tố cáo gửi niêm phong cho cấp trên, phản ánh gửi phường."
expect  303
fact    complaint.guide
anonymous
POST    /khieu-nai/hs/$mixed secret=$theirs
expect  200 text~"gửi lại theo phiếu hướng dẫn" text~"mỗi nội dung viết một đơn. Theo Điều 16 Thông tư"
ledger  verifies
