# The limit stands still, runs on, is longer for a complex case; what is withdrawn, stayed and ended.
story   A limit is suspended and resumed, a case becomes complex, parts are taken back, and it ends
law     155/2026/NĐ-CP art 2
law     155/2026/NĐ-CP art 5
law     155/2026/NĐ-CP art 12
law     02/2011/QH13 art 10
law     02/2011/QH13 art 35
clock   2026-06-21 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Chủ tịch" --power complaint.handle,complaint.decide --password "trời mưa ở Vỹ Dạ" --chosen
as      lan "trời mưa ở Vỹ Dạ"
# Before the decree nobody may be talked over who stays away.
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 "name=Đỗ Thị Mơ" "address=5 Bà Triệu" "contested=Quyết định 44/QĐ-UBND" contested_on=15/06/2026 "content=Cấp sai." "request=Cấp lại."
let     absent = between "id=\"ma-ho-so\">" "<"
POST    /cb/khieu-nai/hs/$absent/accept document=9/TB-UBND
POST    /cb/khieu-nai/hs/$absent/verify document=10/QĐ-UBND
POST    /cb/khieu-nai/hs/$absent/report choice=differ "said=Khác."
expect  303
POST    /cb/khieu-nai/hs/$absent/invite on=22/06/2026 "told=Bà Mơ"
expect  303
POST    /cb/khieu-nai/hs/$absent/dialogue choice=absent on=22/06/2026 "said=Không tới."
expect  422 text~"Ngày này chưa tới"
advance 1 day
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/khieu-nai/hs/$absent/dialogue choice=absent "said=Không tới."
expect  422 text~"Trước 01/07/2026" text~"hãy mời lại"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=Quyết định 45/QĐ-UBND" contested_on=15/06/2026 "content=Mức bồi thường thấp." "request=Tính lại."
expect  201
let     code = between "id=\"ma-ho-so\">" "<"
let     secret = between "id=\"ma-bi-mat\">" "<"
# Before 1 July 2026 ten days are given, and the law knows no suspension.
GET     /cb/khieu-nai/hs/$code
expect  200 text~"02/07/2026"
POST    /cb/khieu-nai/hs/$code/accept document=12/TB-UBND
expect  303
POST    /cb/khieu-nai/hs/$code/suspend document=13/QĐ-UBND reason=tro-ngai "said=Bà Hoa nằm viện."
expect  422 text~"Căn cứ này chưa có hiệu lực" text~"155/2026"
POST    /cb/khieu-nai/hs/$code/narrow "said=Chỉ còn giá đất."
expect  422 text~"chưa quy định rút một phần"
POST    /cb/khieu-nai/hs/$code/complex reason=nhieu-noi "said=Hai xã."
expect  422 text~"chưa có hiệu lực"

advance 10 days
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/khieu-nai/hs/$code/suspend document=13/QĐ-UBND "said=Bà Hoa nằm viện."
expect  422 text~"Hãy nêu lý do"
POST    /cb/khieu-nai/hs/$code/suspend document=13/QĐ-UBND reason=khac "said=Bà Hoa nằm viện."
expect  422 text~"Hãy chọn một căn cứ trong danh sách"
POST    /cb/khieu-nai/hs/$code/suspend document=13/QĐ-UBND reason=tro-ngai on=20/06/2026 "said=Bà Hoa nằm viện."
expect  422 text~"trước ngày nhận đơn"
POST    /cb/khieu-nai/hs/$code/suspend document=13/QĐ-UBND reason=tro-ngai "said=Bà Hoa nằm viện."
expect  303
fact    complaint.suspend
anonymous
POST    /khieu-nai/hs/$code secret=$secret
expect  200 text~"tạm dừng" text~"đang tạm dừng, chưa tính tiếp"
as      lan
GET     /cb/khieu-nai/hs/$code
expect  200 text~"Gửi quyết định tạm đình chỉ" text~"07/07/2026"
POST    /cb/khieu-nai/hs/$code/tell "told=Bà Hoa, Phòng Kinh tế"
expect  303
advance 8 days
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/khieu-nai/hs/$code/resume document=14/QĐ-UBND "said=Bà Hoa đã ra viện."
expect  303
fact    complaint.resume
# Ten of thirty days were used by 2 July; twenty more from 10 July.
GET     /cb/khieu-nai/hs/$code
expect  200 text~"30/07/2026" text~"Đã thụ lý"

# From each step it goes on where it was.
POST    /cb/khieu-nai/hs/$code/verify document=15/QĐ-UBND
expect  303
POST    /cb/khieu-nai/hs/$code/suspend document=16/QĐ-UBND reason=cho-ket-qua "said=Chờ đo đạc."
expect  303
POST    /cb/khieu-nai/hs/$code/resume document=17/QĐ-UBND "said=Đã đo."
expect  303
GET     /cb/khieu-nai/hs/$code
expect  200 text~"Đang xác minh"
POST    /cb/khieu-nai/hs/$code/complex reason=khac "said=Hai xã."
expect  422 text~"Hãy chọn một căn cứ"
POST    /cb/khieu-nai/hs/$code/complex reason=nhieu-noi
expect  422 text~"Hãy viết nội dung"
POST    /cb/khieu-nai/hs/$code/complex reason=nhieu-noi "said=Đất nằm ở hai phường."
expect  303
fact    complaint.complex
GET     /cb/khieu-nai/hs/$code
expect  200 text~"14/08/2026" text~"Vụ việc phức tạp"
POST    /cb/khieu-nai/hs/$code/report choice=differ "said=Khác."
expect  303
POST    /cb/khieu-nai/hs/$code/suspend document=18/QĐ-UBND reason=cho-ket-qua "said=Chờ giám định."
expect  303
POST    /cb/khieu-nai/hs/$code/resume document=19/QĐ-UBND "said=Đã có."
expect  303
POST    /cb/khieu-nai/hs/$code/invite on=15/07/2026 "told=Bà Hoa"
expect  303
advance 5 days
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/khieu-nai/hs/$code/dialogue choice=attended "said=Đã đối thoại."
expect  303
POST    /cb/khieu-nai/hs/$code/suspend document=20/QĐ-UBND reason=cho-ket-qua "said=Chờ giám định lại."
expect  303
POST    /cb/khieu-nai/hs/$code/resume document=21/QĐ-UBND "said=Đã có."
expect  303
GET     /cb/khieu-nai/hs/$code
expect  200 text~"· Đã đối thoại"
GET     /cb/khieu-nai/hs/$code
expect  200 text~"Đã đối thoại"

# The contested decision is not carried out meanwhile.
POST    /cb/khieu-nai/hs/$code/lift document=22/QĐ-UBND "said=Hết lý do."
expect  422 text~"không bị tạm đình chỉ thi hành"
POST    /cb/khieu-nai/hs/$code/stay document=22/QĐ-UBND "said=Nhà sẽ bị dỡ."
expect  303
POST    /cb/khieu-nai/hs/$code/stay document=23/QĐ-UBND "said=Nhà sẽ bị dỡ."
expect  422 text~"đang được tạm đình chỉ thi hành"
POST    /cb/khieu-nai/hs/$code/lift document=24/QĐ-UBND "said=Hết lý do."
expect  303
POST    /cb/khieu-nai/hs/$code/narrow "said=Chỉ còn giá đất vườn."
expect  303
anonymous
POST    /khieu-nai/hs/$code secret=$secret
expect  200 text~"Chỉ còn giá đất vườn"
as      lan
POST    /cb/khieu-nai/hs/$code/terminate document=25/QĐ-UBND reason=rut-don
expect  422 text~"Hãy chọn một căn cứ"
POST    /cb/khieu-nai/hs/$code/withdraw document=25/QĐ-UBND "said=Bà Hoa rút bằng đơn ngày 10/07."
expect  303
fact    complaint.withdraw
anonymous
POST    /khieu-nai/hs/$code secret=$secret
expect  200 text~"đã được đình chỉ"
as      lan
POST    /cb/khieu-nai/hs/$code/tell "told=Bà Hoa"
expect  303
anonymous
POST    /khieu-nai/hs/$code secret=$secret
expect  200 text~"đã kết thúc"

# Somebody dies without heirs; and a case that is late is not made complex any more.
as      lan
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 "name=Lý Văn Ba" "address=3 Mai Thúc Loan" "contested=Quyết định 46/QĐ-UBND" contested_on=02/07/2026 "content=Phạt sai người." "request=Hủy."
let     other = between "id=\"ma-ho-so\">" "<"
POST    /cb/khieu-nai/hs/$other/accept document=26/TB-UBND
expect  303
advance 40 days
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/khieu-nai/hs/$other/complex reason=nhieu-noi "said=Hai nơi."
expect  422 text~"Thời hạn đã hết"
POST    /cb/khieu-nai/hs/$other/suspend document=27/QĐ-UBND reason=tro-ngai "said=Nằm viện."
expect  422 text~"không tạm đình chỉ để kéo dài được"
POST    /cb/khieu-nai/hs/$other/terminate document=27/QĐ-UBND reason=qua-doi
expect  303
fact    complaint.terminate
ledger  verifies
