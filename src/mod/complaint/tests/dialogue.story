# The invitation to the dialogue: the day on which it went out counts, whenever it is typed in.
story   Five days lie between invitation and dialogue; an invitation typed in late is told as late, with its number
law     155/2026/NĐ-CP art 11
law     02/2011/QH13 art 30
clock   2026-08-03 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Chủ tịch" --power complaint.handle,complaint.decide --password "trời mưa ở Vỹ Dạ" --chosen
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=Quyết định 45/QĐ-UBND" contested_on=20/07/2026 "content=Mức bồi thường thấp." "request=Tính lại."
let     code = between "id=\"ma-ho-so\">" "<"
let     secret = between "id=\"ma-bi-mat\">" "<"
POST    /cb/khieu-nai/hs/$code/accept document=12/TB-UBND
POST    /cb/khieu-nai/hs/$code/verify document=20/QĐ-UBND
POST    /cb/khieu-nai/hs/$code/report choice=differ "said=Chỉ đúng một phần."
expect  303

# Typed in on the day it goes out: the 8th is the first day that can be, the 7th is one day short.
POST    /cb/khieu-nai/hs/$code/invite on=07/08/2026 "told=Bà Hoa"
expect  422 text~"ít nhất 5 ngày" text~"Điều 11"
POST    /cb/khieu-nai/hs/$code/invite on=08/08/2026 "told=Bà Hoa"
expect  303
GET     /cb/khieu-nai/hs/$code
expect  200 no~"ghi vào hồ sơ ngày"

# The dialogue was on the 14th; the invitation is typed in on the 17th, after it.
advance 14 days
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/khieu-nai/hs/$code/invite on=14/08/2026 "told=Bà Hoa"
expect  422 text~"Ngày đối thoại đã qua khi gửi giấy mời"
POST    /cb/khieu-nai/hs/$code/invite on=14/08/2026 "told=Bà Hoa" sent_on=18/08/2026 document=5/GM-UBND
expect  422 text~"từ ngày nhận đơn đến hôm nay"
POST    /cb/khieu-nai/hs/$code/invite on=14/08/2026 "told=Bà Hoa" sent_on=02/08/2026 document=5/GM-UBND
expect  422 text~"từ ngày nhận đơn đến hôm nay"
POST    /cb/khieu-nai/hs/$code/invite on=14/08/2026 "told=Bà Hoa" sent_on=15/08/2026 document=5/GM-UBND
expect  422 text~"Ngày đối thoại đã qua khi gửi giấy mời"
POST    /cb/khieu-nai/hs/$code/invite on=14/08/2026 "told=Bà Hoa" sent_on=09/08/2026
expect  422 text~"hãy ghi số, ký hiệu của giấy mời"
POST    /cb/khieu-nai/hs/$code/invite on=14/08/2026 "told=Bà Hoa" sent_on=10/08/2026 document=5/GM-UBND
expect  422 text~"ít nhất 5 ngày" text~"Điều 11"
POST    /cb/khieu-nai/hs/$code/invite on=14/08/2026 "told=Bà Hoa" sent_on=09/08/2026 document=5/GM-UBND "said=Tại hội trường."
expect  303
fact    complaint.invite
GET     /cb/khieu-nai/hs/$code
expect  200 text~"Giấy mời gửi ngày 09/08/2026, ghi vào hồ sơ ngày 17/08/2026." text~"5/GM-UBND" text~"Tại hội trường"
POST    /cb/khieu-nai/hs/$code/dialogue "said=Hai bên trình bày." choice=attended on=14/08/2026
expect  303
fact    complaint.dialogue
anonymous
POST    /khieu-nai/hs/$code secret=$secret
expect  200 text~"Giấy mời gửi ngày 09/08/2026"
ledger  verifies
