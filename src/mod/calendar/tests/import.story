# An iCalendar file is a proposal: shown day by day, and only what is ticked enters the calendar.
story   A file of next year is read, its bad rows are named, and the days that are ticked are set
law     45/2019/QH14 art 111-112
clock   2026-12-01 09:00
console org import --hue
console identity add --name "Phan Văn Quản" --sign-in quan --unit 46 --title "Quản trị" --power calendar.manage --password "trời gió ở Thuận An" --chosen

POST    /qt/lich-lam-viec/nhap rows=BEGIN
expect  401
as      quan "trời gió ở Thuận An"
GET     /qt/lich-lam-viec/nhap
expect  200 text~"Tệp iCalendar" text~"Chưa có gì thay đổi ở bước này"
POST    /qt/lich-lam-viec/nhap rows=xin
expect  422 text~"Đây không phải là tệp iCalendar"
POST    /qt/lich-lam-viec/nhap "rows=BEGIN:VCALENDAR\nEND:VCALENDAR"
expect  422 text~"Tệp này không có ngày nào"
POST    /qt/lich-lam-viec/nhap "rows=BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270101"
expect  200 text~"Dòng 2" text~"không có dòng kết thúc"
POST    /qt/lich-lam-viec/nhap "rows=BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270601\nDTEND;VALUE=DATE:20270801\nSUMMARY:Nghỉ hè\nEND:VEVENT"
expect  200 text~"dài hơn một tháng"
POST    /qt/lich-lam-viec/nhap "rows=BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270601\nEND:VEVENT"
expect  200 text~"không có tên"

# The file of an office: nine days can be taken, the others say why not, with their line.
POST    /qt/lich-lam-viec/nhap tep@src/mod/calendar/tests/files/2027.ics
expect  200 text~"thứ Sáu 01/01/2027" text~"Nghỉ Tết Nguyên đán, năm Đinh Mùi" text~"thứ Ba 09/02/2027"
expect  200 text~"Dòng 26: thứ Tư 17/02/2027" text~"vốn là ngày làm việc nên không thể là ngày làm bù"
expect  200 text~"Dòng 31: thứ Sáu 16/04/2027" text~"Mục này có giờ"
expect  200 text~"Dòng 36" text~"Mục này lặp lại"
expect  200 text~"Dòng 42" text~"ngày không có thật"
expect  200 text~"Dòng 47: thứ Hai 08/03/2027" text~"Không rõ là ngày nghỉ hay ngày làm bù"
expect  200 text~"Dòng 52: thứ Hai 03/05/2027" text~"Dòng 58: thứ Hai 03/05/2027" text~"hai điều trái nhau"
expect  200 text~"Dòng 63" text~"đã có ở trên trong tệp"
let     rows = between "name=\"rows\" value=\"" "\">"
GET     /biet/lich-lam-viec?nam=2027
expect  200 no~"Đinh Mùi"

# Approved without a decision, without a tick, with rows that somebody changed on the way.
POST    /qt/lich-lam-viec/duyet "rows=2027-02-05 holiday Nghỉ Tết Nguyên đán" ngay-1=1
expect  422 text~"Chưa có “Văn bản quyết định”" text~"thứ Sáu 05/02/2027"
POST    /qt/lich-lam-viec/duyet "rows=2027-02-05 holiday Nghỉ Tết Nguyên đán" "decision=Thông báo 77/TB-BNV" decided_on=30/11/2026 "reason=Lịch nghỉ năm 2027"
expect  422 text~"Chưa chọn ngày nào"
POST    /qt/lich-lam-viec/duyet "rows=2027-02-05 feast Nghỉ" ngay-1=1 "decision=Thông báo 77/TB-BNV" decided_on=30/11/2026 "reason=Lịch nghỉ năm 2027"
expect  422 text~"Dòng 1 không đọc được"
POST    /qt/lich-lam-viec/duyet "rows=2027-02-05 holiday Nghỉ Tết Nguyên đán\n2027-02-05 make-up Làm bù" ngay-1=1 ngay-2=1 "decision=Thông báo 77/TB-BNV" decided_on=30/11/2026 "reason=Lịch nghỉ năm 2027"
expect  422 text~"Dòng 2 nói về ngày đã có ở dòng trước"
POST    /qt/lich-lam-viec/duyet "rows=2027-02-05 holiday Nghỉ Tết Nguyên đán\n2027-02-17 make-up Làm bù" ngay-1=1 ngay-2=1 "decision=Thông báo 77/TB-BNV" decided_on=30/11/2026 "reason=Lịch nghỉ năm 2027"
expect  422 text~"Dòng 2. Ngày thứ Tư 17/02/2027 vốn là ngày làm việc"
GET     /biet/lich-lam-viec?nam=2027
expect  200 no~"77/TB-BNV"

# Two of nine are ticked, in the rows as the page gave them.
POST    /qt/lich-lam-viec/duyet "rows=$rows" ngay-2=1 ngay-8=1 "decision=Thông báo 77/TB-BNV" decided_on=30/11/2026 "reason=Lịch nghỉ năm 2027"
expect  303 /qt/lich-lam-viec?nam=2027
fact    calendar.day_set calendar.day_set calendar.changed
GET     /biet/lich-lam-viec?nam=2027
expect  200 text~"thứ Sáu 05/02/2027" text~"Nghỉ Tết Nguyên đán, năm Đinh Mùi" text~"thứ Bảy 13/02/2027" text~"Thông báo 77/TB-BNV ngày 30/11/2026" no~"Nghỉ bù Tết Nguyên đán"
GET     /biet/lich-lam-viec.json?nam=2027
expect  json .decided = false
ledger  verifies
