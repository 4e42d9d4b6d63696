# What becomes of days of reception, and of terms for their visitors, when the working calendar changes.
story   A day of reception is posted by the calendar in force, and a refusal's three days are counted again
law     42/2013/QH13 art 24
law     154/2026/NĐ-CP art 4
law     91/2015/QH13 art 147-148
clock   2026-10-08 09:00
console org import --hue
console identity add --name "Phan Văn Quản" --sign-in quan --unit 46 --title "Quản trị" --power calendar.manage --password "trời gió ở Thuận An" --chosen
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Chủ tịch" --power reception.handle,reception.lead --password "trời mưa ở Vỹ Dạ" --chosen
as      quan "trời gió ở Thuận An"
POST    /qt/lich-lam-viec/moi day=12/10/2026 kind=day-off "name=nghỉ sau bão" "decision=Công điện 12/CĐ-UBND" decided_on=08/10/2026 "reason=Bão số 1"
expect  303
# Five working days lie before the 16th now, four before the 15th.
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/tiep-dan/moi unit=19753 on=15/10/2026 from=07:30 until=11:00 "place=Phòng tiếp công dân" seats=5
expect  422 text~"khoản 4 Điều 24"
POST    /cb/tiep-dan/moi unit=19753 on=16/10/2026 from=07:30 until=11:00 "place=Phòng tiếp công dân" seats=5
expect  303
let     day = location after "/buoi/"
advance 8 days
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/tiep-dan/buoi/$day/nguoi "name=Phạm Thị Hoa" "address=12 Lê Lợi" "content=Ranh thửa đất." people=1
let     code = between "id=\"ma-ho-so\">" "<"
let     secret = between "id=\"ma-bi-mat\">" "<"
POST    /cb/tiep-dan/hs/$code/refuse "said=Không mang giấy ủy quyền." reason=uy-quyen
expect  303
GET     /cb/tiep-dan/hs/$code
expect  200 text~"hết ngày 21/10/2026"
as      quan "trời gió ở Thuận An"
POST    /qt/lich-lam-viec/moi day=20/10/2026 kind=day-off "name=nghỉ sau lũ" "decision=Công điện 14/CĐ-UBND" decided_on=16/10/2026 "reason=Lũ lớn."
expect  303
advance 1 minutes
advance 1 minutes
fact    calendar.day_set calendar.changed reception.recount
as      lan
GET     /cb/tiep-dan/hs/$code
expect  200 text~"hết ngày 22/10/2026" text~"Lịch làm việc đổi: Lũ lớn." text~"từ 21/10/2026 thành 22/10/2026."
GET     /cb/tiep-dan
expect  200 text~"22/10/2026"
anonymous
POST    /tiep-dan/hs/$code secret=$secret
expect  200 text~"Lịch làm việc đổi: Lũ lớn." text~"từ 21/10/2026 thành 22/10/2026."
ledger  verifies
