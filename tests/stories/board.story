# What waits for a leader comes from several services; each line opens the list that it counts.
story   The leader's board says what waits in each service, and nothing that the visitor has no power for
law     155/2026/NĐ-CP art 6
clock   2026-08-03 09:00
console org import --hue
console identity add --sign-in lan --name "Trần Thị Lan" --unit 19753 --title "Chủ tịch" --power complaint.handle,complaint.decide,feedback.handle,report.read --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in khoa --name "Lê Khoa" --unit 19753 --title "Văn thư" --power report.read --password "nón bài thơ bên cầu" --chosen
as      lan "nón bài thơ bên cầu"
GET     /ld
expect  200 text~"Không có việc nào chờ anh chị"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=Quyết định 45/QĐ-UBND" contested_on=20/07/2026 "content=Mức bồi thường thấp." "request=Tính lại."
let     code = between "id=\"ma-ho-so\">" "<"
POST    /cb/khieu-nai/hs/$code/propose choice=accept "said=Đủ điều kiện."
expect  303
GET     /ld
expect  200 text~"<b>1</b> Khiếu nại chờ duyệt đề xuất" text~"/cb/khieu-nai?don-vi=19753&amp;loc=proposed" no~"Khiếu nại quá hạn"
GET     /cb/khieu-nai?don-vi=19753&loc=proposed
expect  200 text~"$code"
GET     /cb/khieu-nai?don-vi=19753&loc=dialogued
expect  200 no~"$code"
GET     /cb/khieu-nai?don-vi=19753&loc=qua-han
expect  200 no~"$code"
as      khoa "nón bài thơ bên cầu"
GET     /ld
expect  200 no~"Khiếu nại"
advance 30 days
as      lan "nón bài thơ bên cầu"
GET     /ld
expect  200 text~"<b>1</b> Khiếu nại quá hạn"
GET     /cb/khieu-nai?don-vi=19753&loc=qua-han
expect  200 text~"$code"

# What is over and not said, what comes, what is to be signed, and the year that is not decided.
console identity add --sign-in hoai --name "Phan Hoài" --unit 19753 --title "Phó Chủ tịch" --power reception.handle,returns.sign,calendar.manage,report.read --password "nón bài thơ bên cầu" --chosen
as      hoai "nón bài thơ bên cầu"
POST    /cb/tiep-dan/moi unit=19753 on=14/09/2026 from=07:30 until=11:00 place=Phòng seats=5
expect  303
GET     /ld
expect  200 text~"<b>2</b> Báo cáo theo luật chờ ký" no~"Khiếu nại" no~"Buổi tiếp công dân" no~"Lịch làm việc năm"
GET     /cb/bao-cao-luat?don-vi=19753&loc=chua-ky
expect  200 text~"Quý II năm 2026" text~"Chỉ các kỳ vừa hết" no~"Quý I năm 2026" no~"Quý III năm 2026"
advance 8 days
as      hoai "nón bài thơ bên cầu"
GET     /ld
expect  200 text~"<b>1</b> Buổi tiếp công dân trong bảy ngày tới" text~"/cb/tiep-dan?don-vi=19753&amp;loc=sap-toi"
GET     /cb/tiep-dan?don-vi=19753&loc=sap-toi
expect  200 text~"14/09/2026" text~"Chỉ những buổi đang chờ"
GET     /cb/tiep-dan?don-vi=19753&loc=chua-ghi
expect  200 text~"Không còn buổi nào như vậy"
advance 30 days
as      hoai "nón bài thơ bên cầu"
GET     /ld
expect  200 text~"<b>1</b> Buổi tiếp công dân đã qua, chưa ghi kết quả" text~"Lịch làm việc năm tới chờ chốt" text~"/qt/lich-lam-viec?nam=2027"
