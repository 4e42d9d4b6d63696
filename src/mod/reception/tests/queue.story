# A day of reception, from its posting to the answer: booking, queue, hearing, conclusion, closing, missing.
story   A day is posted in time, citizens book it, are heard in their order, and answered in ten working days
law     42/2013/QH13 art 24
law     42/2013/QH13 art 25
law     42/2013/QH13 art 26
law     42/2013/QH13 art 28
law     154/2026/NĐ-CP art 25
clock   2026-10-08 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Công chức tiếp dân" --power reception.handle --password "trời nắng ở Kim Long" --chosen
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Chủ tịch" --power reception.handle,reception.lead --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Hồ Thị Bảy" --sign-in bay --unit 19774 --title "Chuyên viên" --power reception.handle,reception.lead --password "trời xanh ở An Cựu" --chosen

GET     /tiep-dan
expect  200 text~"Chưa có ngày tiếp nào được niêm yết"
POST    /cb/tiep-dan/moi unit=19753 on=15/10/2026 from=07:30 until=11:00 "place=Phòng tiếp công dân" seats=2 is_by_head=1
expect  401

# Posted for Thursday 15 October: Thursday 8 October is the last day on which it can be.
as      sau "trời nắng ở Kim Long"
GET     /cb/tiep-dan
expect  200 text~"Chưa niêm yết ngày tiếp nào" text~"Không có việc nào đang chờ"
GET     /cb/tiep-dan/moi
expect  200 text~"Phường Phú Xuân"
POST    /cb/tiep-dan/moi unit=19753 from=07:30 until=11:00 "place=Phòng tiếp công dân"
expect  422 text~"Ngày tiếp"
POST    /cb/tiep-dan/moi unit=00000 on=15/10/2026 from=07:30 until=11:00 "place=Phòng tiếp công dân"
expect  422 text~"Không có đơn vị nào mang mã này"
POST    /cb/tiep-dan/moi unit=19774 on=15/10/2026 from=07:30 until=11:00 "place=Phòng tiếp công dân"
expect  403
POST    /cb/tiep-dan/moi unit=19753 on=07/10/2026 from=07:30 until=11:00 "place=Phòng tiếp công dân"
expect  422 text~"Ngày này đã qua"
POST    /cb/tiep-dan/moi unit=19753 on=15/10/2026 from=sáng until=11:00 "place=Phòng tiếp công dân"
expect  422 text~"giờ bắt đầu"
POST    /cb/tiep-dan/moi unit=19753 on=15/10/2026 from=07:30 until=07:30 "place=Phòng tiếp công dân"
expect  422 text~"sau giờ bắt đầu"
POST    /cb/tiep-dan/moi unit=19753 on=14/10/2026 from=07:30 until=11:00 "place=Phòng tiếp công dân"
expect  422 text~"chậm nhất hết ngày 07/10/2026" text~"khoản 4 Điều 24"
POST    /cb/tiep-dan/moi unit=19753 on=09/10/2026 from=13h30 until=16h "place=Phòng tiếp công dân" unscheduled=voi
expect  422 text~"Hãy chọn một căn cứ"
POST    /cb/tiep-dan/moi unit=19753 on=09/10/2026 from=13h30 until=16h "place=Phòng tiếp công dân" unscheduled=gay-gat
expect  422 text~"Hãy ghi việc nào cần tiếp đột xuất"
POST    /cb/tiep-dan/moi unit=19753 on=09/10/2026 from=13h30 until=16h "place=Phòng tiếp công dân" unscheduled=gay-gat "reason=Đền bù ở tổ 7."
expect  303 /cb/tiep-dan/buoi/*
fact    reception_day.posted
POST    /cb/tiep-dan/moi unit=19753 on=15/10/2026 from=07:30 until=11:00 "place=Phòng tiếp công dân" seats=2 is_by_head=1
expect  303 /cb/tiep-dan/buoi/*
let     day = location after "/buoi/"
fact    reception_day.posted
ledger  verifies
GET     /cb/tiep-dan/buoi/$day
expect  200 text~"Chưa có ai đăng ký hoặc đến" text~"thứ Năm 15/10/2026" no~"Ghi kết quả buổi tiếp" no~"không hẹn"
as      bay "trời xanh ở An Cựu"
GET     /cb/tiep-dan/buoi/$day
expect  404
GET     /cb/tiep-dan?don-vi=19753
expect  403

# Everybody sees it, and books without an account.
anonymous
GET     /tiep-dan
expect  200 text~"thứ Năm 15/10/2026" text~"07:30 – 11:00" text~"Người đứng đầu" text~"còn 2 chỗ" text~"Đột xuất" text~"Nhận số tại chỗ"
limit   queries 4
GET     /tiep-dan?don-vi=19774
expect  200 text~"Chưa có ngày tiếp nào được niêm yết"
GET     /tiep-dan/buoi/$day
expect  200 text~"Phòng tiếp công dân"
GET     /tiep-dan/buoi/999999
expect  404
POST    /tiep-dan/buoi/999999 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "content=Ranh thửa đất." people=1
expect  404
POST    /tiep-dan/buoi/xx "name=Phạm Thị Hoa" "address=12 Lê Lợi" "content=Ranh thửa đất." people=1
expect  404
POST    /tiep-dan/buoi/$day "name=Phạm Thị Hoa" people=1
expect  422 text~"Địa chỉ"
POST    /tiep-dan/buoi/$day "name=Phạm Thị Hoa" "address=12 Lê Lợi" "content=Ranh thửa đất." people=0
expect  422 text~"ít nhất là 1"
POST    /tiep-dan/buoi/$day "name=Phạm Thị Hoa" "address=12 Lê Lợi" "content=Ranh thửa đất." people=1 representatives=2
expect  422 text~"trong số người cùng đến"
POST    /tiep-dan/buoi/$day "name=Phạm Thị Hoa" "address=12 Lê Lợi" "content=Ranh thửa đất." people=6
expect  422 text~"phải cử người đại diện" text~"Điều 29"
POST    /tiep-dan/buoi/$day "name=Phạm Thị Hoa" "address=12 Lê Lợi" "content=Ranh thửa đất." people=6 representatives=3
expect  422 text~"một hoặc hai người đại diện"
POST    /tiep-dan/buoi/$day "name=Phạm Thị Hoa" "address=12 Lê Lợi" "identity_number=046180001234" "email=hoa@example.vn" "content=Ranh thửa đất sai trên bản đồ." "settled_by=Văn phòng đăng ký đất đai" people=1
expect  201 text~"Giấy hẹn tiếp công dân" text~"Hủy đăng ký" no~"Số thứ tự"
let     code = between "id=\"ma-ho-so\">" "<"
let     secret = between "id=\"ma-bi-mat\">" "<"
fact    reception.received
POST    /tiep-dan/buoi/$day "name=Võ Văn Tư" "address=7 Đống Đa" "content=Đường ngập." people=6 representatives=2 "representative=Võ Văn Tư, Lê Thị Na"
expect  201
let     group = between "id=\"ma-ho-so\">" "<"
let     key = between "id=\"ma-bi-mat\">" "<"
POST    /tiep-dan/buoi/$day "name=Đỗ Thị Mơ" "address=5 Bà Triệu" "content=Hỏi chế độ." people=1
expect  422 text~"không còn chỗ đăng ký trước"
GET     /tiep-dan
expect  200 text~"Hết chỗ, vẫn nhận số tại chỗ"
GET     /tiep-dan/tim?ma=$code
expect  303 /tiep-dan/hs/$code
GET     /tiep-dan/tim?ma=PX-2222-2222
expect  422 text~"Không có lượt tiếp nào mang mã này"
POST    /tiep-dan/hs/$code secret=23456789
expect  422 text~"Mã bí mật không đúng" no~"Ranh thửa"
POST    /tiep-dan/hs/$code secret=$secret
expect  200 text~"đã đăng ký được tiếp" text~"thứ Năm 15/10/2026" text~"giấy tờ tùy thân"
GET     /tiep-dan/hs/$code/tep
expect  200 text~"c2sp.org/tlog-proof@v1"

# One of them takes the booking back: with both codes only.
GET     /tiep-dan/huy
expect  200 text~"Hủy đăng ký"
POST    /tiep-dan/huy code=$group
expect  422 text~"Mã bí mật"
POST    /tiep-dan/huy code=$group secret=23456789
expect  422 text~"không đúng"
POST    /tiep-dan/huy code=$group secret=$key
expect  303 /tiep-dan
fact    reception.give_up
POST    /tiep-dan/huy code=$group secret=$key
expect  422 text~"Đã hủy đăng ký"
GET     /tiep-dan
expect  200 text~"còn 1 chỗ"
POST    /tiep-dan/buoi/$day "name=Đỗ Thị Mơ" "address=5 Bà Triệu" "content=Hỏi chế độ." people=1
expect  201
let     absent = between "id=\"ma-ho-so\">" "<"
let     other = between "id=\"ma-bi-mat\">" "<"

# Before the day nobody gets a number.
as      sau "trời nắng ở Kim Long"
POST    /cb/tiep-dan/hs/$code/check_in
expect  422 text~"Chưa tới ngày tiếp"
GET     /cb/tiep-dan/buoi/$day/nguoi
expect  200 text~"cấp số thứ tự ngay"
POST    /cb/tiep-dan/buoi/$day/nguoi "name=Bùi Văn Lì" "address=9 Đống Đa" "content=Thu phí sai." people=1
expect  422 text~"Chưa tới ngày tiếp"
POST    /cb/tiep-dan/buoi/$day/ket-qua outcome=head
expect  422 text~"Chưa tới ngày tiếp"
POST    /cb/tiep-dan/hs/$code/note "said=Mang theo bản đồ."
expect  303
POST    /cb/tiep-dan/hs/$absent/miss
expect  403
POST    /cb/tiep-dan/hs/$absent/give_up
expect  404

# On the day: a number for who booked, the next one for who just came.
advance 7 days
as      sau "trời nắng ở Kim Long"
POST    /cb/tiep-dan/hs/$code/check_in
expect  303
fact    reception.check_in
POST    /cb/tiep-dan/buoi/$day/nguoi "name=Bùi Văn Lì" "address=9 Đống Đa" "content=Thu phí sai." people=1
expect  201 text~"Số thứ tự: 2" no~"Hủy đăng ký"
let     walker = between "id=\"ma-ho-so\">" "<"
as      bay "trời xanh ở An Cựu"
POST    /cb/tiep-dan/buoi/$day/nguoi "name=Bùi Văn Lì" "address=9 Đống Đa" "content=Thu phí sai." people=1
expect  403
GET     /cb/tiep-dan/buoi/$day/nguoi
expect  404
as      sau
GET     /cb/tiep-dan/buoi/$day
expect  200 text~"Phạm Thị Hoa" text~"Bùi Văn Lì" text~"Đang chờ được tiếp"
limit   queries 6
anonymous
POST    /tiep-dan/hs/$code secret=$secret
expect  200 text~"Số thứ tự"

# Heard: what was said, of what kind, whose matter. Ten working days over Tết would be more; here until 29 October.
as      sau
POST    /cb/tiep-dan/hs/$code/hear "said=Bản đồ vẽ lệch 2 m."
expect  422 text~"Hãy chọn loại việc"
POST    /cb/tiep-dan/hs/$code/hear "said=Bản đồ vẽ lệch 2 m." choice=complaint
expect  422 text~"Hãy chọn một căn cứ"
POST    /cb/tiep-dan/hs/$code/hear "said=Bản đồ vẽ lệch 2 m." choice=complaint reason=chuyen "told=Sở Nông nghiệp và Môi trường"
expect  422 text~"không chuyển" text~"Điều 14"
POST    /cb/tiep-dan/hs/$code/hear "said=Bản đồ vẽ lệch 2 m." choice=report reason=chuyen
expect  422 text~"Hãy ghi cơ quan có thẩm quyền"
POST    /cb/tiep-dan/hs/$code/hear "said=Bản đồ vẽ lệch 2 m." choice=report reason=noi-tiep
expect  303
fact    reception.hear
GET     /cb/tiep-dan/hs/$code
expect  200 text~"29/10/2026" text~"Kiến nghị, phản ánh" text~"Thuộc thẩm quyền của nơi tiếp"
POST    /cb/tiep-dan/hs/$walker/hear "said=Thu phí cao hơn quy định." choice=complaint reason=huong-dan "told=Chi cục Thuế"
expect  303

# Who received, in person.
POST    /cb/tiep-dan/buoi/$day/ket-qua outcome=ai-do
expect  422 text~"Hãy chọn ai đã tiếp"
POST    /cb/tiep-dan/buoi/$day/ket-qua outcome=deputy
expect  422 text~"Hãy ghi ai đã tiếp"
POST    /cb/tiep-dan/buoi/$day/ket-qua outcome=none "reason=Bận họp."
expect  422 text~"Còn người đã đăng ký buổi này"
as      bay "trời xanh ở An Cựu"
POST    /cb/tiep-dan/buoi/$day/ket-qua outcome=head
expect  403
POST    /cb/tiep-dan/buoi/999999/ket-qua outcome=head
expect  404
POST    /cb/tiep-dan/buoi/xx/ket-qua outcome=head
expect  404
POST    /cb/tiep-dan/buoi/xx/lui on=01/11/2026
expect  404
as      sau "trời nắng ở Kim Long"
POST    /cb/tiep-dan/buoi/$day/ket-qua outcome=head
expect  303
fact    reception_day.held
POST    /cb/tiep-dan/buoi/$day/ket-qua outcome=head
expect  422 text~"đã ghi kết quả"

# Who booked and did not come: the day after, without blame.
advance 1 day
anonymous
POST    /tiep-dan/hs/$absent secret=$other
expect  200 text~"chưa có ai đến theo đăng ký này"
POST    /tiep-dan/buoi/$day "name=Đỗ Thị Mơ" "address=5 Bà Triệu" "content=Hỏi chế độ." people=1
expect  422 text~"đã ghi kết quả"
as      lan "trời mưa ở Vỹ Dạ"

# The answer; what needs longer is answered twice, and the head's conclusion has a day.
POST    /cb/tiep-dan/hs/$code/assign person=sau
expect  303
POST    /cb/tiep-dan/hs/$walker/assign
expect  303
POST    /cb/tiep-dan/hs/$code/assign person=bay
expect  422 text~"không có quyền xử lý đơn"
POST    /cb/tiep-dan/hs/$code/answer "said=Đang đo lại." choice=roi
expect  422 text~"Hãy chọn một cách trả lời"
POST    /cb/tiep-dan/hs/$code/answer "said=Chuyển." choice=forwarded
expect  422 text~"đã chuyển tới cơ quan nào"
POST    /cb/tiep-dan/hs/$code/answer "said=Đang đo lại." choice=longer
expect  303
fact    reception.answer
POST    /cb/tiep-dan/hs/$code/close
expect  422 text~"Mới trả lời là cần thêm thời gian"
POST    /cb/tiep-dan/hs/$code/answer "said=Vẫn đang đo." choice=longer
expect  422 text~"một lần"
POST    /cb/tiep-dan/hs/$code/answer "said=Đã đo lại, sẽ chỉnh bản đồ." choice=accepted "told=Phòng Kinh tế" document=40/UBND
expect  303
POST    /cb/tiep-dan/hs/$code/answer "said=Nữa." choice=accepted
expect  422 text~"đã được trả lời"
POST    /cb/tiep-dan/hs/$code/close
expect  422 text~"phải có thông báo kết luận" text~"khoản 2 Điều 25"
POST    /cb/tiep-dan/hs/$code/conclude "said=Phòng Kinh tế chỉnh bản đồ." document=41/TB-UBND
expect  422 text~"thời hạn thực hiện"
POST    /cb/tiep-dan/hs/$code/conclude "said=Phòng Kinh tế chỉnh bản đồ." document=41/TB-UBND on=15/10/2026
expect  422 text~"từ hôm nay"
POST    /cb/tiep-dan/hs/$code/conclude "said=Phòng Kinh tế chỉnh bản đồ." document=41/TB-UBND on=30/10/2026
expect  303
fact    reception.conclude
POST    /cb/tiep-dan/hs/$code/refer said=$code
expect  422 text~"Đây không phải mã của một hồ sơ khác"
POST    /cb/tiep-dan/hs/$code/refer said=PX-2222
expect  422 text~"Đây không phải mã của một hồ sơ khác"
POST    /cb/tiep-dan/hs/$code/refer said=$walker
expect  303
fact    reception.refer
POST    /cb/tiep-dan/hs/$code/close
expect  303
fact    reception.close
anonymous
POST    /tiep-dan/hs/$code secret=$secret
expect  200 text~"Đã thụ lý để giải quyết" text~"sẽ chỉnh bản đồ" text~"thứ Sáu 30/10/2026" no~"Mang theo bản đồ"

# What is not answered is told of two working days before its end, and once it is over.
advance 12 days
as      lan "trời mưa ở Vỹ Dạ"
GET     /cb/tiep-dan/hs/$walker
expect  200 text~"Nhắc sắp đến hạn" no~"Đã quá hạn"
advance 4 days
as      lan "trời mưa ở Vỹ Dạ"
GET     /cb/tiep-dan/hs/$walker
expect  200 text~"Đã quá hạn"
GET     /cb/tiep-dan
expect  200 text~"$walker" text~"Thu phí sai"

# The book, in thirteen columns.
GET     /cb/tiep-dan/so?tu=01/10/2026&den=31/10/2026
expect  200 text~"03/TCD" text~"Phạm Thị Hoa, 12 Lê Lợi" text~"046180001234" text~"Bản đồ vẽ lệch" text~"Văn phòng đăng ký đất đai" text~"Chi cục Thuế" text~"Đã thụ lý để giải quyết, 16/10/2026" no~"Đỗ Thị Mơ"
limit   queries 6
GET     /cb/tiep-dan/so.xlsx?tu=01/10/2026&den=31/10/2026
expect  200 Content-Type~spreadsheetml Content-Disposition~so-tiep-cong-dan.xlsx
GET     /cb/tiep-dan/so.csv?tu=01/10/2026&den=31/10/2026
expect  200 Content-Type~csv text~"Hướng dẫn, chuyển tới" text~"Chi cục Thuế"
GET     /cb/tiep-dan/so?tu=10/2026&den=2026
expect  200 text~"01/10/2026" text~"31/12/2026" text~"Phạm Thị Hoa"
GET     /cb/tiep-dan/so?tu=31/10/2026&den=01/10/2026
expect  422 text~"Ngày cuối phải sau ngày đầu"
GET     /cb/tiep-dan/so?tu=hôm+nay
expect  422
GET     /cb/tiep-dan/so
expect  200 text~"Chưa tiếp ai trong những ngày này"
GET     /cb/tiep-dan/so?don-vi=19774
expect  403
ledger  verifies
