# What becomes of a complaint's limits when the working calendar changes while it is open.
story   Limits that run on a changed day are counted again with the reason, those that stopped or stand are not
law     02/2011/QH13 art 27
law     02/2011/QH13 art 28
law     45/2019/QH14 art 111-112
law     91/2015/QH13 art 147-148
clock   2026-08-03 09:00
console org import --hue
console identity add --name "Phan Văn Quản" --sign-in quan --unit 46 --title "Quản trị" --power calendar.manage,admin --password "trời gió ở Thuận An" --chosen
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Chủ tịch" --power complaint.handle,complaint.decide --email lan@phuxuan.vn --password "trời mưa ở Vỹ Dạ" --chosen

# One waits to be accepted, until 11 August. One is settled, until 3 September, the day after National Day. One stands.
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 channel=post received_on=31/07/2026 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "email=hoa@example.vn" "contested=Quyết định 45/QĐ-UBND" contested_on=20/07/2026 "content=Mức bồi thường đất thấp." "request=Tính lại."
expect  201
let     waits = between "id=\"ma-ho-so\">" "<"
let     secret = between "id=\"ma-bi-mat\">" "<"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 channel=post received_on=31/07/2026 "name=Võ Văn Tư" "address=7 Đống Đa" "contested=Quyết định 46/QĐ-UBND" contested_on=20/07/2026 "content=Thu hồi sai ranh." "request=Đo lại."
let     settled = between "id=\"ma-ho-so\">" "<"
POST    /cb/khieu-nai/hs/$settled/accept document=12/TB-UBND
expect  303
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 channel=post received_on=31/07/2026 "name=Đỗ Thị Mơ" "address=5 Bà Triệu" "contested=Quyết định 47/QĐ-UBND" contested_on=20/07/2026 "content=Cấp sai diện tích." "request=Cấp lại."
let     stands = between "id=\"ma-ho-so\">" "<"
POST    /cb/khieu-nai/hs/$stands/accept document=13/TB-UBND
expect  303
POST    /cb/khieu-nai/hs/$stands/suspend document=14/QĐ-UBND reason=tro-ngai "said=Bà Mơ nằm viện."
expect  303
GET     /cb/khieu-nai/hs/$waits
expect  200 text~"hết ngày 11/08/2026"
GET     /cb/khieu-nai/hs/$settled
expect  200 text~"hết ngày 03/09/2026" text~"xong ngày 03/08/2026" text~"Hạn là hết thứ Ba 11/08/2026"
# It is the clock's, and nobody asks for it.
POST    /cb/khieu-nai/hs/$waits/recount "reason=Bão số 1"
expect  403

# A storm: the 6th is off, and so is 3 September. Nothing changes in the same breath, a minute later all does.
as      quan "trời gió ở Thuận An"
POST    /qt/lich-lam-viec/moi day=06/08/2026 kind=day-off "name=nghỉ sau bão" "decision=Công điện 12/CĐ-UBND" decided_on=03/08/2026 "reason=Bão số 1"
expect  303
POST    /qt/lich-lam-viec/moi day=03/09/2026 kind=day-off "name=nghỉ thêm" "decision=Công điện 13/CĐ-UBND" decided_on=03/08/2026 "reason=Nghỉ thêm dịp Quốc khánh"
expect  303
fact    calendar.day_set calendar.changed calendar.day_set calendar.changed
as      lan
GET     /cb/khieu-nai
expect  200 text~"11/08/2026" no~"12/08/2026"
# A letter that comes now counts with it at once.
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 channel=counter "name=Bùi Văn Lì" "address=9 Đống Đa" "contested=Quyết định 48/QĐ-UBND" contested_on=20/07/2026 "content=Phạt sai." "request=Hủy."
let     fresh = between "id=\"ma-ho-so\">" "<"
GET     /cb/khieu-nai/hs/$fresh
expect  200 text~"hết ngày 13/08/2026" text~"nghỉ sau bão (Công điện 12/CĐ-UBND ngày 03/08/2026)"
advance 1 minutes
advance 1 minutes
fact    complaint.recount complaint.recount complaint.recount
ledger  verifies

# Both changes are one event, which says every day that is another, and why.
GET     /cb/khieu-nai/hs/$waits
expect  200 text~"hết ngày 12/08/2026" text~"Tính lại hạn theo lịch làm việc mới" text~"Lịch làm việc đổi: Bão số 1; Nghỉ thêm dịp Quốc khánh." text~"từ 11/08/2026 thành 12/08/2026."
GET     /cb/khieu-nai/hs/$settled
expect  200 text~"hết ngày 04/09/2026" text~"từ 03/09/2026 thành 04/09/2026."
# What was stopped in time keeps its day, and shows no steps that led elsewhere.
GET     /cb/khieu-nai/hs/$settled
expect  200 text~"xong ngày 03/08/2026" no~"Hạn là hết thứ Ba 11/08/2026" no~"Hạn là hết thứ Tư 12/08/2026" no~"trễ hạn"
GET     /cb/khieu-nai
expect  200 text~"12/08/2026" no~"11/08/2026"
GET     /cb/khieu-nai/hs/$fresh
expect  200 no~"Tính lại hạn"
GET     /cb/khieu-nai/hs/$stands
# Of the one that stands, only the days in which the decision on it must be sent.
expect  200 text~"đang tạm dừng" text~"Gửi quyết định tạm đình chỉ, đình chỉ giải quyết khiếu nại: từ 06/08/2026 thành 07/08/2026." no~"Giải quyết khiếu nại lần đầu: từ"

# Its sender reads the same, and gets a letter; so does whoever works on it.
anonymous
POST    /khieu-nai/hs/$waits secret=$secret
expect  200 text~"12/08/2026" text~"Lịch làm việc đổi: Bão số 1; Nghỉ thêm dịp Quốc khánh." text~"từ 11/08/2026 thành 12/08/2026."
as      quan
GET     /qt/hang-doi
expect  200 text~"$waits: Tính lại hạn theo lịch làm việc mới" text~"h…@example.vn" text~"l…@phuxuan.vn"

# What stood is counted when it runs on: ten days later than it would have ended, on a Saturday, so on Monday.
advance 10 days
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/khieu-nai/hs/$stands/resume document=15/QĐ-UBND "said=Bà Mơ đã về."
expect  303
GET     /cb/khieu-nai/hs/$stands
expect  200 text~"hết ngày 14/09/2026"

# The day off is taken back: what ended meanwhile is not asked again.
POST    /cb/khieu-nai/hs/$waits/accept document=16/TB-UBND on=12/08/2026
expect  303
as      quan "trời gió ở Thuận An"
POST    /qt/lich-lam-viec/ngay/2026-09-03/bo day=2026-09-03 "reason=Ghi nhầm ngày"
expect  303
advance 1 minutes
advance 1 minutes
as      lan
GET     /cb/khieu-nai/hs/$settled
expect  200 text~"hết ngày 03/09/2026" text~"Lịch làm việc đổi: Ghi nhầm ngày. " text~"từ 04/09/2026 thành 03/09/2026."
GET     /cb/khieu-nai/hs/$waits
expect  200 text~"xong ngày 12/08/2026" no~"trễ hạn" no~"Ghi nhầm ngày"
ledger  verifies
