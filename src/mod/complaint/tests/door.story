# Letters that are not accepted, and why: not ours, too late, unsigned, of many people, unsigned from the web.
story   A complaint is guided, returned or refused by law, or waits for its signature
law     02/2011/QH13 art 8
law     02/2011/QH13 art 9
law     02/2011/QH13 art 11
law     02/2011/QH13 art 17
law     02/2011/QH13 art 48
law     02/2011/QH13 art 50
law     42/2013/QH13 art 29
law     155/2026/NĐ-CP art 10
law     05/2021/TT-TTCP art 14
law     154/2026/NĐ-CP art 41
clock   2026-08-03 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Chủ tịch" --power complaint.handle,complaint.decide --password "trời mưa ở Vỹ Dạ" --chosen
as      lan "trời mưa ở Vỹ Dạ"

POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune people=1
expect  422 text~"Hãy chọn cơ quan có quyết định, hành vi đó"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 channel=bo-cau people=1
expect  422 text~"Hãy chọn một cách nhận trong danh sách"
# Another commune's decision is for that commune.
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19774 people=1 has_all_signatures=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=Quyết định 9/QĐ-UBND" contested_on=20/07/2026 "content=Thu hồi sai." "request=Hủy."
let     code = between "id=\"ma-ho-so\">" "<"
POST    /cb/khieu-nai/hs/$code/accept document=11/TB-UBND
expect  422 text~"thuộc thẩm quyền của Chủ tịch Ủy ban nhân dân cấp xã"
# Of the province's chair the commune decides nothing: it guides, once.
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=province people=1 has_all_signatures=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=Quyết định 9/QĐ-UBND" contested_on=20/07/2026 "content=Thu hồi sai." "request=Hủy."
let     code = between "id=\"ma-ho-so\">" "<"
let     secret = between "id=\"ma-bi-mat\">" "<"
POST    /cb/khieu-nai/hs/$code/accept document=12/TB-UBND
expect  422 text~"thuộc thẩm quyền của Chủ tịch Ủy ban nhân dân tỉnh, thành phố" text~"Điều 21"
POST    /cb/khieu-nai/hs/$code/return document=12/TB-UBND "said=Không thuộc thẩm quyền."
expect  422 text~"gửi thẳng"
POST    /cb/khieu-nai/hs/$code/guide document=12/HD-UBND reason=khac "said=Gửi Chủ tịch thành phố."
expect  422 text~"Hãy chọn một căn cứ"
POST    /cb/khieu-nai/hs/$code/guide document=12/HD-UBND reason=noi-khac "said=Gửi Chủ tịch Ủy ban nhân dân thành phố, 16 Lê Lợi."
expect  303
fact    complaint.guide
anonymous
POST    /khieu-nai/hs/$code secret=$secret
expect  200 text~"đã hướng dẫn" text~"16 Lê Lợi"

# Passed on by a deputy: it goes back to who passed it on.
as      lan
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=department respondent_unit=46.SXD channel=forwarded "from_body=Đoàn đại biểu Quốc hội" people=1 has_all_signatures=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=Quyết định 8/QĐ-SXD" contested_on=20/07/2026 "content=Cấp phép sai." "request=Hủy."
let     code = between "id=\"ma-ho-so\">" "<"
GET     /cb/khieu-nai/hs/$code
expect  200 text~"Đoàn đại biểu Quốc hội" text~"3/2026"
POST    /cb/khieu-nai/hs/$code/return document=13/CV-UBND "said=Thuộc thẩm quyền Giám đốc Sở."
expect  303
fact    complaint.return

# Ninety days are over; ten of illness do not count, which is not enough, and twelve are.
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 excluded_days=5 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=Quyết định 45/QĐ-UBND" contested_on=20/04/2026 "content=Mức bồi thường thấp." "request=Tính lại."
let     code = between "id=\"ma-ho-so\">" "<"
let     secret = between "id=\"ma-bi-mat\">" "<"
POST    /cb/khieu-nai/hs/$code/accept document=14/TB-UBND
expect  422 text~"đã hết thời hiệu" text~"Điều 9"
POST    /cb/khieu-nai/hs/$code/refuse document=14/TB-UBND reason=khac "said=Quá 90 ngày."
expect  422 text~"Hãy chọn một căn cứ"
POST    /cb/khieu-nai/hs/$code/refuse document=14/TB-UBND reason=het-thoi-hieu "said=Quá 90 ngày mà không có lý do."
expect  303
fact    complaint.refuse
anonymous
POST    /khieu-nai/hs/$code secret=$secret
expect  200 text~"không được thụ lý" text~"Đã hết thời hiệu" text~"khoản 6 Điều 11" text~"khởi kiện"
as      lan
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 excluded_days=15 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=Quyết định 45/QĐ-UBND" contested_on=20/04/2026 "content=Mức bồi thường thấp." "request=Tính lại."
let     code = between "id=\"ma-ho-so\">" "<"
POST    /cb/khieu-nai/hs/$code/accept document=15/TB-UBND
expect  303

# The same once more: it is filed, and says with what.
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=Quyết định 45/QĐ-UBND" contested_on=20/04/2026 "content=Mức bồi thường thấp, gửi lại." "request=Tính lại."
let     again = between "id=\"ma-ho-so\">" "<"
let     key = between "id=\"ma-bi-mat\">" "<"
# Its handler sees what the same sender sent before, before judging it; the other cases show nothing.
GET     /cb/khieu-nai/hs/$again
expect  200 text~"Có thể cùng một việc" text~"$code" text~"cùng tên người gửi"
GET     /cb/khieu-nai/hs/$code
expect  200 no~"Có thể cùng một việc"
POST    /cb/khieu-nai/hs/$again/file
expect  422 text~"Hãy nêu lý do"
POST    /cb/khieu-nai/hs/$again/file reason=khac
expect  422 text~"Hãy chọn một căn cứ"
POST    /cb/khieu-nai/hs/$again/file reason=trung
expect  422 text~"Không có hồ sơ nào mang mã này"
POST    /cb/khieu-nai/hs/$code/file reason=trung other=$again
expect  422
POST    /cb/khieu-nai/hs/$again/file reason=trung other=$again
expect  422 text~"Chỉ ghi trùng với hồ sơ nhận trước"
POST    /cb/khieu-nai/hs/$again/file reason=trung other=$code
expect  303
fact    complaint.file
anonymous
POST    /khieu-nai/hs/$again secret=$key
expect  200 text~"Cùng một việc với một đơn đang được giải quyết" no~"$code"
as      lan

# Without a signature, and of many people.
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=Quyết định 45/QĐ-UBND" contested_on=20/07/2026 "content=Mức bồi thường thấp." "request=Tính lại."
let     code = between "id=\"ma-ho-so\">" "<"
POST    /cb/khieu-nai/hs/$code/accept document=16/TB-UBND
expect  422 text~"chưa có chữ ký" text~"khoản 5 Điều 11"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=6 representatives=7 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=Quyết định 45/QĐ-UBND" contested_on=20/07/2026 "content=Mức bồi thường thấp." "request=Tính lại."
expect  422 text~"ở trong số người ký đơn"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=6 representatives=3 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=Quyết định 45/QĐ-UBND" contested_on=20/07/2026 "content=Mức bồi thường thấp." "request=Tính lại."
expect  422 text~"một hoặc hai người đại diện" text~"Điều 29"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=60 representatives=6 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=Quyết định 45/QĐ-UBND" contested_on=20/07/2026 "content=Mức bồi thường thấp." "request=Tính lại."
expect  422 text~"nhiều nhất năm người đại diện"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=6 representatives=2 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=Quyết định 45/QĐ-UBND" contested_on=20/07/2026 "content=Mức bồi thường thấp." "request=Tính lại."
let     code = between "id=\"ma-ho-so\">" "<"
POST    /cb/khieu-nai/hs/$code/accept document=17/TB-UBND
expect  422 text~"đủ chữ ký của mọi người" text~"Điều 10"
POST    /cb/khieu-nai/hs/$code/complete
expect  422 text~"Hãy chọn đã bổ sung gì"
POST    /cb/khieu-nai/hs/$code/complete choice=both amount=9
expect  422 text~"ở trong số người ký đơn"
POST    /cb/khieu-nai/hs/$code/complete choice=both amount=1
expect  303
fact    complaint.complete
POST    /cb/khieu-nai/hs/$code/accept document=17/TB-UBND
expect  303
POST    /cb/khieu-nai/hs/$code/narrow "said=Hai người đã rút." amount=6
expect  422 text~"phải ít hơn số người đã ký đơn"
POST    /cb/khieu-nai/hs/$code/narrow "said=Hai người đã rút." amount=4
expect  303
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=6 representatives=2 has_all_signatures=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=Quyết định 45/QĐ-UBND" contested_on=20/07/2026 "content=Mức bồi thường thấp." "request=Tính lại."
let     code = between "id=\"ma-ho-so\">" "<"
POST    /cb/khieu-nai/hs/$code/accept document=17/TB-UBND
expect  422 text~"văn bản cử người đại diện"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=6 has_all_signatures=1 has_appointment=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=Quyết định 45/QĐ-UBND" contested_on=20/07/2026 "content=Mức bồi thường thấp." "request=Tính lại."
let     code = between "id=\"ma-ho-so\">" "<"
POST    /cb/khieu-nai/hs/$code/accept document=17/TB-UBND
expect  422 text~"từ 5 người trở lên phải cử người đại diện"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=6 representatives=2 has_all_signatures=1 has_appointment=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=Quyết định 45/QĐ-UBND" contested_on=20/07/2026 "content=Mức bồi thường thấp." "request=Tính lại."
let     code = between "id=\"ma-ho-so\">" "<"
POST    /cb/khieu-nai/hs/$code/accept document=17/TB-UBND
expect  303

# Discipline has limits of its own: fifteen days to complain, which for one of 17 July end on a Saturday and so
# on Monday; thirty to settle, and always a dialogue.
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 is_dismissal=1 has_all_signatures=1 "name=Đỗ Thị Mơ" "address=5 Bà Triệu" "contested=Quyết định 3/QĐ-UBND" contested_on=17/07/2026 "content=Kỷ luật sai." "request=Hủy."
expect  422 text~"Buộc thôi việc là một hình thức kỷ luật"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 is_discipline=1 has_all_signatures=1 "name=Đỗ Thị Mơ" "address=5 Bà Triệu" "contested=Quyết định 3/QĐ-UBND" contested_on=16/07/2026 "content=Kỷ luật sai." "request=Hủy."
let     code = between "id=\"ma-ho-so\">" "<"
POST    /cb/khieu-nai/hs/$code/accept document=18/TB-UBND
expect  422 text~"đã hết thời hiệu, thời hạn" text~"Điều 48"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 is_discipline=1 has_all_signatures=1 "name=Đỗ Thị Mơ" "address=5 Bà Triệu" "contested=Quyết định 3/QĐ-UBND" contested_on=17/07/2026 "content=Kỷ luật sai." "request=Hủy."
let     code = between "id=\"ma-ho-so\">" "<"
POST    /cb/khieu-nai/hs/$code/accept document=18/TB-UBND
expect  303
GET     /cb/khieu-nai/hs/$code
expect  200 text~"Giải quyết khiếu nại quyết định kỷ luật"
POST    /cb/khieu-nai/hs/$code/decide document=19/QĐ-UBND choice=right reason=huy-bo "said=Hủy."
expect  422 text~"Phải xác minh và đối thoại"
POST    /cb/khieu-nai/hs/$code/verify document=19/QĐ-UBND
expect  303
POST    /cb/khieu-nai/hs/$code/report choice=agree "said=Đúng."
expect  303
POST    /cb/khieu-nai/hs/$code/decide document=20/QĐ-UBND choice=right reason=huy-bo "said=Hủy."
expect  422 text~"Phải đối thoại"

# Written on the web: a code at once, and a clock only with the signature.
anonymous
GET     /khieu-nai
expect  200 text~"Viết đơn khiếu nại"
GET     /khieu-nai/gui
expect  200 no~"trở ngại"
POST    /khieu-nai/gui unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 excluded_days=100 received_on=01/01/2026 "name=Võ Thị Na" "address=7 Đống Đa" "contested=Quyết định 50/QĐ-UBND" contested_on=20/07/2026 "content=Cấp sai thửa." "request=Cấp lại."
expect  201
let     code = between "id=\"ma-ho-so\">" "<"
let     secret = between "id=\"ma-bi-mat\">" "<"
POST    /khieu-nai/hs/$code secret=$secret
expect  200 text~"in đơn, ký tên" text~"03/08/2026" no~"Thông báo thụ lý"
POST    /khieu-nai/gui unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 "name=Võ Thị Na" "address=7 Đống Đa" "contested=Quyết định 50/QĐ-UBND" contested_on=20/07/2026 "content=Cấp sai thửa." "request=Cấp lại."
let     forgotten = between "id=\"ma-ho-so\">" "<"
let     key = between "id=\"ma-bi-mat\">" "<"
advance 4 days
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/khieu-nai/hs/$code/accept document=21/TB-UBND
expect  422 text~"Chờ đơn có chữ ký"
POST    /cb/khieu-nai/hs/$code/sign on=06/08/2026
expect  422 text~"đã đủ chữ ký hay chưa"
POST    /cb/khieu-nai/hs/$code/sign on=06/08/2026 choice=all
expect  303
fact    complaint.sign
GET     /cb/khieu-nai/hs/$code
expect  200 text~"· Đã nhận đơn"
GET     /cb/khieu-nai/hs/$code
expect  200 text~"17/08/2026"
POST    /cb/khieu-nai/hs/$code/accept document=21/TB-UBND
expect  303

# What is never signed is dropped after thirty days; a letter that lies is reported towards the forty-fifth.
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 "name=Bùi Văn Lì" "address=9 Đống Đa" "contested=Quyết định 51/QĐ-UBND" contested_on=20/07/2026 "content=Thu phí sai." "request=Trả lại."
let     lying = between "id=\"ma-ho-so\">" "<"
advance 29 days
anonymous
POST    /khieu-nai/hs/$forgotten secret=$key
expect  200 text~"không nhận được bản có chữ ký"
as      lan "trời mưa ở Vỹ Dạ"
GET     /cb/khieu-nai/hs/$lying
expect  200 text~"Đã quá hạn" no~"Báo động"
advance 17 days
as      lan "trời mưa ở Vỹ Dạ"
GET     /cb/khieu-nai/hs/$lying
expect  200 text~"Báo động: đơn chưa được xử lý"
POST    /cb/khieu-nai/hs/$lying/alarm
expect  403
ledger  verifies
