# A complaint in its first round, from the letter to the decision that is carried out.
story   A complaint is received, accepted, verified, talked over, decided, sent, and comes into force
law     02/2011/QH13 art 27
law     02/2011/QH13 art 28
law     02/2011/QH13 art 29
law     02/2011/QH13 art 30
law     02/2011/QH13 art 31
law     02/2011/QH13 art 32
law     02/2011/QH13 art 33
law     02/2011/QH13 art 44
clock   2026-08-03 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Công chức tiếp dân" --power complaint.handle --password "trời nắng ở Kim Long" --chosen
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Chủ tịch" --power complaint.handle,complaint.decide --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Hồ Thị Bảy" --sign-in bay --unit 19774 --title "Chuyên viên" --power complaint.handle,complaint.decide --password "trời xanh ở An Cựu" --chosen

# A stranger enters nothing for others.
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=QĐ 45" contested_on=20/07/2026 "content=Mức bồi thường thấp." "request=Tính lại."
expect  401

as      sau "trời nắng ở Kim Long"
GET     /cb/khieu-nai
expect  200 text~"Không có khiếu nại nào ở mục này"
GET     /cb/khieu-nai/moi
expect  200 text~"Phường Phú Xuân"
# What the law asks of a letter, each in its turn.
POST    /cb/khieu-nai/moi unit=19753 round=3 respondent=commune respondent_unit=19753 people=1
expect  422 text~"từ 0 đến 2"
POST    /cb/khieu-nai/moi unit=19753 respondent=commune respondent_unit=19753 people=1
expect  422 text~"Hãy chọn khiếu nại lần đầu hoặc lần hai"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=ai-do people=1
expect  422 text~"Hãy chọn khiếu nại quyết định, hành vi của ai"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1
expect  422 text~"Đơn phải ghi họ tên" text~"Điều 8"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 "name=Phạm Thị Hoa"
expect  422 text~"Đơn phải ghi địa chỉ"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi"
expect  422 text~"quyết định nào"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=QĐ 45"
expect  422 text~"Đơn phải nêu nội dung, lý do và yêu cầu"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=QĐ 45" "content=Mức bồi thường thấp." "request=Tính lại."
expect  422 text~"Hãy ghi ngày nhận hoặc biết được"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=QĐ 45" "content=Mức bồi thường thấp." "request=Tính lại." contested_on=04/08/2026
expect  422 text~"không thể sau ngày nhận đơn"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=QĐ 45" "content=Mức bồi thường thấp." "request=Tính lại." contested_on=20/07/2026 received_on=05/08/2026
expect  422 text~"Ngày nhận không thể sau hôm nay"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=0 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=QĐ 45" "content=Mức bồi thường thấp." "request=Tính lại." contested_on=20/07/2026
expect  422 text~"ít nhất là 1"
POST    /cb/khieu-nai/moi unit=00000 round=1 respondent=commune respondent_unit=19753 people=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=QĐ 45" "content=Mức bồi thường thấp." "request=Tính lại." contested_on=20/07/2026
expect  422 text~"Không có đơn vị nào mang mã này"
POST    /cb/khieu-nai/moi unit=19774 round=1 respondent=commune respondent_unit=19774 people=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=QĐ 45" "content=Mức bồi thường thấp." "request=Tính lại." contested_on=20/07/2026
expect  403

# Received on Friday 31 July by its stamp: seven working days are over on 11 August.
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 channel=post received_on=31/07/2026 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "email=hoa@example.vn" "contested=Quyết định 45/QĐ-UBND" contested_on=20/07/2026 "content=Mức bồi thường đất thấp hơn giá đã công bố." "request=Tính lại mức bồi thường."
expect  201 text~"Mã bí mật" text~"1/2026"
let     code = between "id=\"ma-ho-so\">" "<"
let     secret = between "id=\"ma-bi-mat\">" "<"
fact    complaint.received
ledger  verifies
GET     /cb/khieu-nai
expect  200 text~"$code" text~"11/08/2026" text~"Thông báo thụ lý hoặc không thụ lý"
as      bay "trời xanh ở An Cựu"
GET     /cb/khieu-nai/hs/$code
expect  404

# Its sender, and nobody without the secret.
anonymous
GET     /khieu-nai/hs/$code
expect  200 text~"Mã bí mật" no~"bồi thường"
POST    /khieu-nai/hs/$code secret=23456789
expect  422 text~"Mã bí mật không đúng" no~"bồi thường"
POST    /khieu-nai/hs/$code secret=$secret
expect  200 text~"đang xem có đủ điều kiện thụ lý" text~"11/08/2026" text~"Tính lại mức bồi thường"
GET     /khieu-nai/tim?ma=$code
expect  303 /khieu-nai/hs/$code
GET     /khieu-nai/tim?ma=PX-2222-2222
expect  422 text~"Không có khiếu nại nào mang mã này"
GET     /khieu-nai/hs/$code/tep
expect  200 text~"c2sp.org/tlog-proof@v1"

# An officer proposes, the head decides.
as      sau
POST    /cb/khieu-nai/hs/$code/accept document=12/TB-UBND
expect  403
POST    /cb/khieu-nai/hs/$code/propose "said=Đủ điều kiện."
expect  422 text~"Hãy chọn một cách xử lý"
POST    /cb/khieu-nai/hs/$code/propose choice=accept
expect  422 text~"Hãy viết nội dung"
POST    /cb/khieu-nai/hs/$code/propose choice=accept "said=Đủ điều kiện theo Điều 8, Điều 9."
expect  303
fact    complaint.propose
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/khieu-nai/hs/$code/send_back "said=Bổ sung bản sao quyết định."
expect  303
as      sau
POST    /cb/khieu-nai/hs/$code/propose choice=accept "said=Đã có bản sao."
expect  303
as      lan
POST    /cb/khieu-nai/hs/$code/accept
expect  422 text~"số, ký hiệu của văn bản"
POST    /cb/khieu-nai/hs/$code/accept document=12/TB-UBND on=04/08/2026
expect  422 text~"Ngày này chưa tới"
POST    /cb/khieu-nai/hs/$code/accept document=12/TB-UBND on=30/07/2026
expect  422 text~"trước ngày nhận đơn"
POST    /cb/khieu-nai/hs/$code/accept document=12/TB-UBND on=03/08/2026
expect  303
fact    complaint.accept
GET     /cb/khieu-nai/hs/$code
expect  200 text~"Giải quyết khiếu nại lần đầu" text~"12/TB-UBND" text~"02/09/2026"
POST    /cb/khieu-nai/hs/$code/accept document=13/TB-UBND
expect  422 text~"Đã thụ lý"

# The days of the counting: thirty from 3 August end on National Day and roll to the next working day.
anonymous
POST    /khieu-nai/hs/$code secret=$secret
expect  200 text~"đã được thụ lý" text~"03/09/2026" text~"khoản" no~"Đủ điều kiện theo"

as      lan
POST    /cb/khieu-nai/hs/$code/verify document=20/QĐ-UBND person=bay
expect  422 text~"không có quyền xử lý đơn tại đơn vị"
POST    /cb/khieu-nai/hs/$code/verify document=20/QĐ-UBND person=sau "said=Tổ xác minh ba người."
expect  303
fact    complaint.verify
POST    /cb/khieu-nai/hs/$code/assign person=nobody
expect  422 text~"không có quyền xử lý đơn tại đơn vị"
POST    /cb/khieu-nai/hs/$code/assign
expect  303
as      sau
POST    /cb/khieu-nai/hs/$code/note "said=Đã gọi cho bà Hoa."
expect  303
POST    /cb/khieu-nai/hs/$code/supply "said=Hồ sơ giá đất."
expect  422 text~"Chưa yêu cầu ai cung cấp tài liệu"
POST    /cb/khieu-nai/hs/$code/tell "told=Bà Hoa"
expect  422 text~"Không có quyết định nào đang chờ gửi"
POST    /cb/khieu-nai/hs/$code/request "said=Hồ sơ giá đất." "told=Phòng Kinh tế"
expect  303
advance 2 days
as      sau "trời nắng ở Kim Long"
POST    /cb/khieu-nai/hs/$code/supply "said=Đã nhận hồ sơ giá đất."
expect  303
POST    /cb/khieu-nai/hs/$code/report "said=Giá đã công bố cao hơn."
expect  422 text~"kết quả xác minh có như yêu cầu"
POST    /cb/khieu-nai/hs/$code/report choice=differ "said=Giá đã công bố cao hơn, nhưng chỉ một phần."
expect  303
fact    complaint.report

# They differ, so the law asks for a dialogue, called five days before.
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/khieu-nai/hs/$code/decide document=30/QĐ-UBND choice=partly reason=sua-doi "said=Tính lại một phần."
expect  422 text~"Phải đối thoại trước khi ra quyết định" text~"Điều 30"
as      sau
POST    /cb/khieu-nai/hs/$code/invite on=09/08/2026 "told=Bà Hoa, giấy mời số 5"
expect  422 text~"ít nhất 5 ngày" text~"Điều 11"
POST    /cb/khieu-nai/hs/$code/invite on=04/08/2026 "told=Bà Hoa, giấy mời số 5"
expect  422 text~"Ngày đối thoại đã qua khi gửi giấy mời"
POST    /cb/khieu-nai/hs/$code/invite on=10/08/2026
expect  422 text~"Hãy ghi đã gửi cho ai"
POST    /cb/khieu-nai/hs/$code/invite on=10/08/2026 "told=Bà Hoa, giấy mời số 5"
expect  303
fact    complaint.invite
advance 5 days
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/khieu-nai/hs/$code/dialogue "said=Hai bên trình bày." choice=attended on=09/08/2026
expect  422 text~"Chưa mời đối thoại vào ngày này"
POST    /cb/khieu-nai/hs/$code/dialogue "said=Hai bên trình bày."
expect  422 text~"có dự đối thoại không"
POST    /cb/khieu-nai/hs/$code/dialogue "said=Hai bên trình bày." choice=excused
expect  422 text~"mời đối thoại vào ngày khác"
POST    /cb/khieu-nai/hs/$code/dialogue "said=Hai bên trình bày." choice=absent on=10/08/2026
expect  303
fact    complaint.dialogue

POST    /cb/khieu-nai/hs/$code/decide document=30/QĐ-UBND reason=sua-doi "said=Tính lại một phần."
expect  422 text~"đúng, đúng một phần hay sai"
POST    /cb/khieu-nai/hs/$code/decide document=30/QĐ-UBND choice=right reason=giu-nguyen "said=Tính lại."
expect  422 text~"Khiếu nại đúng thì không giữ nguyên"
POST    /cb/khieu-nai/hs/$code/decide document=30/QĐ-UBND choice=wrong reason=sua-doi "said=Sai."
expect  422 text~"Khiếu nại sai thì giữ nguyên"
POST    /cb/khieu-nai/hs/$code/decide document=30/QĐ-UBND choice=partly reason=khac "said=Tính lại."
expect  422 text~"Hãy chọn một căn cứ trong danh sách"
POST    /cb/khieu-nai/hs/$code/decide document=30/QĐ-UBND choice=partly "said=Tính lại."
expect  422 text~"Hãy nêu lý do"
POST    /cb/khieu-nai/hs/$code/decide document=30/QĐ-UBND choice=partly reason=sua-doi "said=Tính lại một phần mức bồi thường."
expect  303
fact    complaint.decide
GET     /cb/khieu-nai/hs/$code
expect  200 text~"13/08/2026" text~"Gửi quyết định giải quyết khiếu nại lần đầu"
as      sau "trời nắng ở Kim Long"
POST    /cb/khieu-nai/hs/$code/tell "told=Bà Hoa, Phòng Kinh tế, Thanh tra tỉnh"
expect  303
POST    /cb/khieu-nai/hs/$code/deliver on=07/08/2026 "told=Bà Hoa ký nhận"
expect  422 text~"Hãy xem lại"
advance 1 day
as      sau "trời nắng ở Kim Long"
POST    /cb/khieu-nai/hs/$code/deliver on=11/08/2026 "told=Bà Hoa ký nhận"
expect  303
fact    complaint.deliver

# What she may do, and until when.
anonymous
POST    /khieu-nai/hs/$code secret=$secret
expect  200 text~"khiếu nại lần hai lên cấp trên" text~"10/09/2026" text~"Khiếu nại đúng một phần" text~"30/QĐ-UBND"

# Nobody complains again: thirty days after it was issued it comes into force, by itself.
advance 29 days
as      lan "trời mưa ở Vỹ Dạ"
GET     /cb/khieu-nai/hs/$code
expect  200 text~"Đã có quyết định giải quyết"
advance 1 day
fact    complaint.take_effect
# It is in force since 10 September; who had it on the 11th of August may go on until that day.
anonymous
POST    /khieu-nai/hs/$code secret=$secret
expect  200 text~"đã có hiệu lực" text~"10/09/2026"
as      sau "trời nắng ở Kim Long"
POST    /cb/khieu-nai/hs/$code/enforce "said=Đã chi trả phần chênh lệch."
expect  303
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/khieu-nai/hs/$code/finish "told=Niêm yết tại trụ sở 15 ngày"
expect  303
fact    complaint.finish
GET     /cb/khieu-nai?loc=dong
expect  200 text~"$code"
anonymous
POST    /khieu-nai/hs/$code secret=$secret
expect  200 text~"Hồ sơ khiếu nại đã kết thúc"
ledger  verifies
