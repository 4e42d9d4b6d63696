# The working calendar as data: who may set a day, what is refused, what everybody sees of it.
story   A day is set by decision, otherwise, and back; who may not is told so, and what is wrong
law     45/2019/QH14 art 111-112
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Phan Văn Quản" --sign-in quan --unit 46 --title "Quản trị" --power calendar.manage --password "trời gió ở Thuận An" --chosen
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power calendar.manage --password "trời nắng ở Kim Long" --chosen

GET     /biet/lich-lam-viec
expect  200 text~"Lịch làm việc năm 2026" text~"Tết Nguyên đán" text~"làm bù cho ngày 31/08/2026" no~"suy theo luật"
limit   queries 1
GET     /biet/lich-lam-viec.json
expect  json .decided = true
expect  json .working_days = 249
expect  json .hours = "07:00-11:30 13:30-17:00"
expect  json .days[0].day = 2026-01-01
expect  json .days[0].kind = holiday
GET     /biet/lich-lam-viec?nam=2027
expect  200 text~"suy theo luật" text~"chưa có quyết định đủ mọi ngày"
GET     /biet/lich-lam-viec/lich.ics?nam=2026
expect  200 text~"BEGIN:VCALENDAR" text~"DTSTART;VALUE=DATE:20260822" text~"CATEGORIES:LAM-BU"
expect  Content-Type~text/calendar

# Nobody edits it without the power, and a ward's administrator not for everybody.
GET     /qt/lich-lam-viec
expect  401
as      sau "trời nắng ở Kim Long"
POST    /qt/lich-lam-viec/moi day=10/03/2026 kind=day-off "name=nghỉ sau bão" "decision=Công điện 12/CĐ-UBND" decided_on=02/03/2026 "reason=Bão số 1"
expect  403
POST    /qt/lich-lam-viec/ngay/2026-08-31/bo day=2026-08-31 "reason=Thử"
expect  403
POST    /qt/lich-lam-viec/nam/2027 year=2027 "decision=Thông báo 9/TB" decided_on=01/03/2026 "reason=Thử"
expect  403

# What is wrong is said beside its field, and nothing changes.
as      quan "trời gió ở Thuận An"
GET     /qt/lich-lam-viec
expect  200 text~"Đặt một ngày" no~"/bo\""
POST    /qt/lich-lam-viec/moi day=10/03/2026 kind=day-off
expect  422 text~"Chưa có “Tên ngày”" text~"Chưa có “Văn bản quyết định”" text~"Chưa có “Lý do sửa lịch”"
POST    /qt/lich-lam-viec/moi day=10/03/2026 kind=feast "name=nghỉ sau bão" "decision=Công điện 12/CĐ-UBND" decided_on=02/03/2026 "reason=Bão số 1"
expect  422 text~"Hãy chọn loại ngày trong danh sách"
POST    /qt/lich-lam-viec/moi day=10/03/2026 kind=make-up "name=làm bù" "decision=Công điện 12/CĐ-UBND" decided_on=02/03/2026 "reason=Bão số 1"
expect  422 text~"vốn là ngày làm việc nên không thể là ngày làm bù"
POST    /qt/lich-lam-viec/moi day=14/03/2026 kind=day-off "name=nghỉ sau bão" "decision=Công điện 12/CĐ-UBND" decided_on=02/03/2026 "reason=Bão số 1"
expect  422 text~"vốn là ngày nghỉ nên không thể là ngày nghỉ bù"
POST    /qt/lich-lam-viec/moi day=10/03/2206 kind=day-off "name=nghỉ sau bão" "decision=Công điện 12/CĐ-UBND" decided_on=02/03/2026 "reason=Bão số 1"
expect  422 text~"không đặt được ngày 10/03/2206"
POST    /qt/lich-lam-viec/moi day=10/03/2026 kind=day-off "name=nghỉ sau bão" "decision=Công điện 12/CĐ-UBND" decided_on=03/03/2026 "reason=Bão số 1"
expect  422 text~"ngày ký sau hôm nay"
GET     /biet/lich-lam-viec.json
expect  json .working_days = 249

# A storm: the 10th is off, and whatever is sent from now on counts with it at once.
POST    /qt/lich-lam-viec/moi day=10/03/2026 kind=day-off "name=nghỉ sau bão" "decision=Công điện 12/CĐ-UBND" decided_on=02/03/2026 "reason=Bão số 1"
expect  303 /qt/lich-lam-viec?nam=2026
fact    calendar.day_set calendar.changed
GET     /biet/lich-lam-viec.json
expect  json .working_days = 248
POST    /qt/lich-lam-viec/moi day=10/03/2026 kind=day-off "name=nghỉ sau bão" "decision=Công điện 12/CĐ-UBND" decided_on=02/03/2026 "reason=Bão số 1"
expect  422 text~"Lịch đã ghi ngày này đúng như vậy"
GET     /biet/tinh-han?rule=KN-ACC&date=20/08/2026
expect  200 text~"Vẫn làm việc: thứ Bảy 22/08/2026"
GET     /qt/lich-lam-viec
expect  200 text~"nghỉ sau bão" text~"/qt/lich-lam-viec/ngay/2026-03-10/bo" text~"Bão số 1" text~"Phan Văn Quản"
GET     /qt/lich-lam-viec/ngay/2026-03-10
expect  200 text~"thứ Ba 10/03/2026" text~"value=\"nghỉ sau bão\"" text~"Công điện 12/CĐ-UBND"

# Otherwise, and what the program knows taken back: a make-up Saturday that is none after all.
POST    /qt/lich-lam-viec/ngay/2026-03-10 day=2026-03-10 kind=holiday "name=ngày tang của tỉnh" "decision=Công điện 14/CĐ-UBND" decided_on=02/03/2026 "reason=Đổi tên ngày"
expect  303
POST    /qt/lich-lam-viec/ngay/2026-08-22 day=2026-08-22 kind=ordinary "name=không làm bù nữa" "decision=Thông báo 9/TB" decided_on=02/03/2026 "reason=Bỏ hoán đổi"
expect  303
GET     /biet/lich-lam-viec
expect  200 text~"ngày tang của tỉnh" no~"nghỉ sau bão" no~"thứ Bảy 22/08/2026"
GET     /biet/tinh-han?rule=KN-ACC&date=20/08/2026
expect  200 no~"Vẫn làm việc"
GET     /qt/lich-lam-viec
expect  200 text~"thứ Bảy 22/08/2026" text~"/qt/lich-lam-viec/ngay/2026-08-22/bo"

# Taken back, the day is again what the program knows.
POST    /qt/lich-lam-viec/ngay/2026-03-10/bo day=2026-03-10
expect  422 text~"Chưa có “Lý do sửa lịch”"
POST    /qt/lich-lam-viec/ngay/2026-03-10/bo day=2026-03-10 "reason=Ghi nhầm ngày"
expect  303
fact    calendar.day_cleared calendar.changed
POST    /qt/lich-lam-viec/ngay/2026-03-10/bo day=2026-03-10 "reason=Ghi nhầm ngày"
expect  422 text~"chưa được đặt gì"
POST    /qt/lich-lam-viec/ngay/2026-08-22/bo day=2026-08-22 "reason=Ghi nhầm ngày"
expect  303
GET     /biet/lich-lam-viec.json
expect  json .working_days = 249
GET     /qt/lich-lam-viec/ngay/2026-02-30/bo
expect  404
GET     /qt/lich-lam-viec/ngay/2026-02-30
expect  404
POST    /qt/lich-lam-viec/ngay/2026-02-30/bo day=2026-02-30 "reason=Ghi nhầm ngày"
expect  404

# A rest without end is no calendar: not by setting a day, and not by taking one back.
repeat 28 POST /qt/lich-lam-viec/moi day=$n/08/2026 kind=holiday name=nghỉ "decision=Công điện 15/CĐ-UBND" decided_on=02/03/2026 reason=Thử
expect  303
POST    /qt/lich-lam-viec/ngay/2026-08-01 day=2026-08-01 kind=make-up "name=làm một ngày" "decision=Công điện 15/CĐ-UBND" decided_on=02/03/2026 reason=Thử
expect  303
repeat 31 POST /qt/lich-lam-viec/moi day=$n/07/2026 kind=holiday name=nghỉ "decision=Công điện 15/CĐ-UBND" decided_on=02/03/2026 reason=Thử
expect  303
POST    /qt/lich-lam-viec/ngay/2026-08-01 day=2026-08-01 kind=holiday "name=nghỉ" "decision=Công điện 15/CĐ-UBND" decided_on=02/03/2026 reason=Thử
expect  422 text~"dài quá mức"
POST    /qt/lich-lam-viec/ngay/2026-08-01/bo day=2026-08-01 reason=Thử
expect  422 text~"dài quá mức"
GET     /qt/lich-lam-viec/ngay/2026-08-01
expect  200 text~"làm một ngày"
ledger  verifies
