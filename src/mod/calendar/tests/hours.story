# Office hours of a unit, and a year of which every day is decided.
story   A ward with other office hours counts its hours by them; a decided year infers nothing more
law     45/2019/QH14 art 112
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Phan Văn Quản" --sign-in quan --unit 46 --title "Quản trị" --power calendar.manage --password "trời gió ở Thuận An" --chosen
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Quản trị" --power calendar.manage --password "trời nắng ở Kim Long" --chosen

# 24 working hours from Monday 9:00: three days of eight, so Thursday 9:00.
POST    /api/v1/reports json {"unit":"19753","category":"rac-thai","text":"Rác dồn đống ở đầu ngõ đã năm ngày."}
let     code = json .code
expect  json .due = 2026-03-05T09:00:00+07:00
POST    /api/v1/reports json {"unit":"19753","category":"dat-dai","text":"Bản đồ quy hoạch sai ranh thửa."}
let     days = json .code
POST    /api/v1/reports json {"unit":"19774","category":"rac-thai","text":"Thùng rác công cộng bị vỡ nắp."}
let     elsewhere = json .code

# Each unit's administrator sets its hours, and no other unit's.
as      sau "trời nắng ở Kim Long"
POST    /qt/lich-lam-viec/gio unit=19774 hours=7:30-11:30 "decision=Quyết định 5/QĐ-UBND" decided_on=02/03/2026 "reason=Giờ mùa mưa"
expect  403
POST    /qt/lich-lam-viec/gio unit=00000 hours=7:30-11:30 "decision=Quyết định 5/QĐ-UBND" decided_on=02/03/2026 "reason=Giờ mùa mưa"
expect  422 text~"Không có đơn vị nào mang mã này"
POST    /qt/lich-lam-viec/gio unit=19753 hours=sáng "decision=Quyết định 5/QĐ-UBND" decided_on=02/03/2026 "reason=Giờ mùa mưa"
expect  422 text~"Hãy ghi giờ như"
POST    /qt/lich-lam-viec/gio unit=19753 "hours=7:30-11:30 11:00-17:00" "decision=Quyết định 5/QĐ-UBND" decided_on=02/03/2026 "reason=Giờ mùa mưa"
expect  422 text~"chồng nhau hoặc sai thứ tự"
POST    /qt/lich-lam-viec/gio unit=19753 hours=7:30-11:30 "decision=Quyết định 5/QĐ-UBND" decided_on=03/03/2026 "reason=Giờ mùa mưa"
expect  422 text~"ngày ký sau hôm nay"
POST    /qt/lich-lam-viec/gio unit=19753 "decision=Quyết định 5/QĐ-UBND" decided_on=02/03/2026 "reason=Giờ mùa mưa"
expect  422 text~"chưa có giờ riêng"

# Six hours a day: the 24 hours end on Friday at 9:00. Days, and other wards, stay as they were.
POST    /qt/lich-lam-viec/gio unit=19753 "hours=8:00-11:00, 14h00–17h00" "decision=Quyết định 5/QĐ-UBND" decided_on=02/03/2026 "reason=Giờ mùa mưa"
expect  303 /qt/lich-lam-viec
fact    calendar.hours_set calendar.changed
POST    /qt/lich-lam-viec/gio unit=19753 "hours=08:00-11:00 14:00-17:00" "decision=Quyết định 5/QĐ-UBND" decided_on=02/03/2026 "reason=Giờ mùa mưa"
expect  422 text~"đã đúng như vậy"
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"rac-thai","text":"Nước thải tràn ra đường sau mưa."}
expect  json .due = 2026-03-06T09:00:00+07:00
GET     /biet/lich-lam-viec
expect  200 text~"Đơn vị có giờ riêng" text~"Phường Phú Xuân" text~"08:00-11:00 14:00-17:00"
GET     /biet/lich-lam-viec.json
expect  json .units[0].unit = 19753
expect  json .units[0].hours = "08:00-11:00 14:00-17:00"
as      sau
POST    /qt/lich-lam-viec/gio unit=19753 "decision=Quyết định 6/QĐ-UBND" decided_on=02/03/2026 "reason=Hết mùa mưa"
expect  303
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"rac-thai","text":"Xe rác không vào ngõ 12 đã hai tuần."}
expect  json .due = 2026-03-05T09:00:00+07:00
ledger  verifies

# A year is decided when it has its holidays, one year after the other.
as      quan "trời gió ở Thuận An"
POST    /qt/lich-lam-viec/nam/2028 year=2028 "decision=Thông báo 77/TB-BNV" decided_on=02/03/2026 "reason=Đủ lịch năm"
expect  422 text~"năm kế tiếp là 2027"
POST    /qt/lich-lam-viec/nam/2027 year=2027 "decision=Thông báo 77/TB-BNV" decided_on=03/03/2026 "reason=Đủ lịch năm"
expect  422 text~"ngày ký sau hôm nay"
POST    /qt/lich-lam-viec/nam/2027 year=2027 "decision=Thông báo 77/TB-BNV" decided_on=02/03/2026 "reason=Đủ lịch năm"
expect  422 text~"còn thiếu ngày lễ 01/01/2027"
GET     /qt/lich-lam-viec/nam/1900
expect  404
POST    /qt/lich-lam-viec/duyet "rows=2027-01-01 holiday Tết Dương lịch\n2027-04-30 holiday Ngày Chiến thắng\n2027-05-01 holiday Ngày Quốc tế lao động\n2027-09-02 holiday Quốc khánh" ngay-1=1 ngay-2=1 ngay-3=1 ngay-4=1 "decision=Thông báo 77/TB-BNV" decided_on=02/03/2026 "reason=Lịch nghỉ năm 2027"
expect  303
POST    /qt/lich-lam-viec/nam/2027 year=2027 "decision=Thông báo 77/TB-BNV" decided_on=02/03/2026 "reason=Đủ lịch năm"
expect  422 text~"mới có 4 ngày nghỉ lễ"
POST    /qt/lich-lam-viec/duyet "rows=2027-02-05 holiday Tết Nguyên đán\n2027-02-06 holiday Tết Nguyên đán\n2027-02-07 holiday Tết Nguyên đán\n2027-02-08 holiday Tết Nguyên đán\n2027-02-09 holiday Tết Nguyên đán\n2027-04-16 holiday Giỗ Tổ Hùng Vương\n2027-09-01 holiday Quốc khánh\n2027-11-24 holiday Ngày Văn hóa Việt Nam" ngay-1=1 ngay-2=1 ngay-3=1 ngay-4=1 ngay-5=1 ngay-6=1 ngay-7=1 ngay-8=1 "decision=Thông báo 77/TB-BNV" decided_on=02/03/2026 "reason=Lịch nghỉ năm 2027"
expect  303
GET     /biet/lich-lam-viec?nam=2027
expect  200 text~"suy theo luật" text~"03/09/2027"
GET     /qt/lich-lam-viec?nam=2027
expect  200 text~"Chốt lịch năm 2027"
POST    /qt/lich-lam-viec/nam/2027 year=2027 "decision=Thông báo 77/TB-BNV" decided_on=02/03/2026 "reason=Đủ lịch năm"
expect  303 /qt/lich-lam-viec?nam=2027
fact    calendar.year_decided calendar.changed
GET     /biet/lich-lam-viec?nam=2027
expect  200 no~"suy theo luật" no~"03/09/2027" no~"10/02/2027"
GET     /biet/lich-lam-viec.json?nam=2027
expect  json .decided = true
GET     /qt/lich-lam-viec?nam=2027
expect  200 no~"Chốt lịch năm" text~"Đủ lịch năm"
ledger  verifies
