# A reception by a line: people come to a unit that is connected, are identified there, and the book says so.
story   An online day is told of five working days before, tested and recorded, its link is shown to nobody outside
law     154/2026/NĐ-CP art 20
law     154/2026/NĐ-CP art 23
law     154/2026/NĐ-CP art 24
clock   2026-10-08 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Chủ tịch" --power reception.handle,reception.lead --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Hồ Thị Bảy" --sign-in bay --unit 19774 --title "Chuyên viên" --power reception.handle --password "trời xanh ở An Cựu" --chosen
console identity add --name "Võ Văn Tư" --sign-in tu --unit 19789 --title "Chuyên viên" --power reception.handle --password "trời gió ở Thuận An" --chosen

# Thursday the 15th: today is the last day. An urgent one does not shorten it.
as      lan "trời mưa ở Vỹ Dạ"
GET     /cb/tiep-dan/moi
expect  200 text~"Điểm cầu, khi tiếp trực tuyến" text~"không hiện cho người dân"
POST    /cb/tiep-dan/moi unit=19753 on=14/10/2026 from=07:30 until=11:00 place=Phòng seats=2 unscheduled=hau-qua "reason=Sạt lở." point=19774 link=https://hop.example.vn/kin
expect  422 text~"thông báo chậm nhất hết ngày 07/10/2026" text~"Điều 23"
POST    /cb/tiep-dan/moi unit=19753 on=15/10/2026 from=07:30 until=11:00 place=Phòng seats=2 link=https://hop.example.vn/kin
expect  422 text~"Hãy chọn điểm cầu"
POST    /cb/tiep-dan/moi unit=19753 on=15/10/2026 from=07:30 until=11:00 place=Phòng seats=2 point=19753 link=https://hop.example.vn/kin
expect  422 text~"đơn vị khác với đơn vị tiếp"
POST    /cb/tiep-dan/moi unit=19753 on=15/10/2026 from=07:30 until=11:00 place=Phòng seats=2 point=19774 link=hop.example.vn/kin
expect  422 text~"bắt đầu bằng https://"
POST    /cb/tiep-dan/moi unit=19753 on=15/10/2026 from=07:30 until=11:00 place=Phòng seats=2 point=00000 link=https://hop.example.vn/kin
expect  422 text~"Không có đơn vị nào mang mã này"
POST    /cb/tiep-dan/moi unit=19753 on=15/10/2026 from=07:30 until=11:00 place=Phòng seats=3 point=19774 link=https://hop.example.vn/kin
expect  303
let     day = location after "/buoi/"
fact    reception_day.posted reception_day.online
POST    /cb/tiep-dan/moi unit=19753 on=15/10/2026 from=13:30 until=16:00 place=Phòng seats=3
let     usual = location after "/buoi/"
GET     /cb/tiep-dan/buoi/$day
expect  200 text~"https://hop.example.vn/kin" text~"chưa thử; chậm nhất hết thứ Tư 14/10/2026"

# The public sees where to go, and nowhere the link.
anonymous
GET     /tiep-dan
expect  200 text~"Trực tuyến" text~"bà con đến điểm cầu" no~"hop.example.vn"
GET     /tiep-dan/buoi/$day
expect  200 text~"bà con đến điểm cầu" no~"hop.example.vn"
POST    /tiep-dan/buoi/$day "name=Phạm Thị Hoa" "address=12 Lê Lợi" "content=Ranh thửa đất." people=1
expect  201 no~"hop.example.vn"
let     code = between "id=\"ma-ho-so\">" "<"
let     secret = between "id=\"ma-bi-mat\">" "<"
POST    /tiep-dan/hs/$code secret=$secret
expect  200 text~"có cán bộ kiểm tra giấy tờ" no~"hop.example.vn"

# The unit to which people come sees the day, but not their files; a third one sees nothing.
as      bay "trời xanh ở An Cựu"
GET     /cb/tiep-dan
expect  200 text~"Phường Phú Xuân" text~"Trực tuyến"
GET     /cb/tiep-dan/buoi/$day
expect  200 text~"Phạm Thị Hoa" text~"https://hop.example.vn/kin" no~"Lùi lịch sang ngày khác" no~"/hs/$code"
GET     /cb/tiep-dan/hs/$code
expect  404
as      tu "trời gió ở Thuận An"
GET     /cb/tiep-dan/buoi/$day
expect  404
POST    /cb/tiep-dan/buoi/$day/duong-truyen step=test
expect  403
POST    /cb/tiep-dan/buoi/999999/duong-truyen step=test
expect  404
POST    /cb/tiep-dan/buoi/xx/duong-truyen step=test
expect  404

# The test: the 14th is in time.
as      bay
POST    /cb/tiep-dan/buoi/$day/duong-truyen on=hôm-nay
expect  422
POST    /cb/tiep-dan/buoi/$day/duong-truyen
expect  422 text~"Hãy chọn việc đã làm với đường truyền"
POST    /cb/tiep-dan/buoi/$day/duong-truyen step=test on=09/10/2026
expect  422 text~"không sau hôm nay"
POST    /cb/tiep-dan/buoi/$day/duong-truyen step=connect at=06:30
expect  422 text~"Việc này chỉ có từ ngày tiếp"
as      lan
POST    /cb/tiep-dan/buoi/$usual/duong-truyen step=test
expect  422 text~"không tiếp trực tuyến"
advance 6 days
as      bay "trời xanh ở An Cựu"
POST    /cb/tiep-dan/buoi/$day/duong-truyen step=test
expect  303
fact    reception_day.line
GET     /cb/tiep-dan/buoi/$day
expect  200 text~"thứ Tư 14/10/2026" no~"muộn hơn luật định"

# On the day: identified, heard, recorded.
advance 1 day
as      bay "trời xanh ở An Cựu"
POST    /cb/tiep-dan/buoi/$day/duong-truyen step=connect at=12:00
expect  422 text~"giờ mở đường truyền"
POST    /cb/tiep-dan/buoi/$day/duong-truyen step=connect at=06:31
expect  303
GET     /cb/tiep-dan/buoi/$day
expect  200 text~"06:31, muộn hơn luật định"
POST    /cb/tiep-dan/buoi/$day/duong-truyen step=connect at=06:30
expect  303
GET     /cb/tiep-dan/buoi/$day
expect  200 text~"06:30" no~"muộn hơn luật định"
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/tiep-dan/hs/$code/check_in
expect  422 text~"giấy tờ tùy thân đã kiểm tra" text~"Điều 24"
POST    /cb/tiep-dan/hs/$code/check_in "document=căn cước, bà Bảy kiểm tra"
expect  303
POST    /cb/tiep-dan/buoi/$day/nguoi "name=Bùi Văn Lì" "address=9 Đống Đa" "content=Cán bộ nhận tiền." people=1
expect  422 text~"ghi số giấy tờ tùy thân"
POST    /cb/tiep-dan/buoi/$day/nguoi "name=Bùi Văn Lì" "address=9 Đống Đa" "content=Cán bộ nhận tiền." people=1 identity_number=046190001234
expect  201
let     walker = between "id=\"ma-ho-so\">" "<"
POST    /cb/tiep-dan/hs/$code/hear "said=Bản đồ vẽ lệch." choice=report reason=noi-tiep
expect  303
POST    /cb/tiep-dan/hs/$walker/hear "said=Cán bộ nhận tiền." choice=denunciation reason=chuyen "told=Thanh tra thành phố"
expect  422 text~"không yêu cầu giữ bí mật danh tính" text~"khoản 4 Điều 20"
POST    /cb/tiep-dan/hs/$walker/hear "said=Cán bộ nhận tiền." choice=denunciation reason=chuyen "told=Thanh tra thành phố" "document=Bản cam kết ngày 15/10"
expect  303
POST    /cb/tiep-dan/buoi/$day/ket-qua outcome=head
expect  422 text~"phải giữ bản ghi âm, ghi hình"
POST    /cb/tiep-dan/buoi/$day/duong-truyen step=record
expect  422 text~"nơi giữ bản ghi âm"
POST    /cb/tiep-dan/buoi/$day/duong-truyen step=record "note=Kho lưu trữ phường, mã 15-10"
expect  303
POST    /cb/tiep-dan/buoi/$day/ket-qua outcome=head
expect  303
POST    /cb/tiep-dan/buoi/$day/duong-truyen step=test
expect  422 text~"đã ghi kết quả"
GET     /cb/tiep-dan/so?tu=01/10/2026&den=31/10/2026
expect  200 text~"tiếp trực tuyến, điểm cầu" no~"hop.example.vn"
anonymous
POST    /tiep-dan/hs/$code secret=$secret
expect  200 no~"hop.example.vn"
ledger  verifies

# One that is moved is still held by its line; what is tested late is told as late.
as      lan
POST    /cb/tiep-dan/moi unit=19753 on=29/10/2026 from=07:30 until=11:00 place=Phòng seats=2 point=19774 link=https://hop.example.vn/kin2
let     first = location after "/buoi/"
POST    /cb/tiep-dan/buoi/$first/lui on=30/10/2026 from=13:30 until=16:00 "reason=Bão số 9."
expect  303
let     instead = location after "/buoi/"
fact    reception_day.posted reception_day.online reception_day.moved
advance 15 days
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/tiep-dan/buoi/$instead/duong-truyen step=test on=30/10/2026
expect  303
GET     /cb/tiep-dan/buoi/$instead
expect  200 text~"https://hop.example.vn/kin2" text~"thứ Sáu 30/10/2026, muộn hơn luật định"
ledger  verifies
