story   A unit sets the calendar of a year; who is late for a step is told before its last day
clock   2026-03-16 09:00
console org import --hue
console identity add --sign-in lan --name "Trần Thị Lan" --email lan@hue.example --unit 19753 --title "Cán bộ Mặt trận" --power model.register,model.lead --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in hoa --name "Hồ Thị Hoa" --email hoa@hue.example --unit 19789 --title "Cán bộ" --power model.register --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in tam --name "Lê Tâm" --email tam@hue.example --unit 46 --title "Chuyên viên" --power model.appraise --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in yen --name "Phan Yến" --unit 46 --title "Chuyên viên" --power model.appraise --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in minh --name "Đặng Minh" --email minh@hue.example --unit 46 --title "Trưởng phòng" --power model.lead --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in son --name "Mai Sơn" --email son@hue.example --unit 46.MTDT --title "Phó Giám đốc" --power model.register --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in khach --name "Ngô Khách" --unit 46 --title "Chuyên viên" --power knpa.handle --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in thu --name "Lê Thư" --unit 46 --title "Quản trị" --power admin,org.manage --password "nón bài thơ bên cầu" --chosen

GET     /cb/lich-mo-hinh
expect  401
as      khach "nón bài thơ bên cầu"
GET     /cb/lich-mo-hinh
expect  403

# --- The usual calendar, until somebody sets another; each number opens its list.
as      minh "nón bài thơ bên cầu"
GET     /cb/lich-mo-hinh
expect  200 text~"Lịch xét mô hình năm 2026" text~"Lịch mẫu" text~"31/03/2026" text~"còn 15 ngày" text~"31/12/2026" text~"Đặt lịch"
GET     /cb/lich-mo-hinh?year=2026&step=register
expect  200 text~"Đang chờ: Đăng ký mô hình mới" text~"Phường Phú Xuân" text~"Phường Thuận Hóa"
GET     /cb/lich-mo-hinh?year=2025
expect  200 text~"năm 2025" text~"31/03/2025" text~"quá 350 ngày"
GET     /cb/lich-mo-hinh?year=2024
expect  200 text~"31/03/2024" no~"quá"
GET     /cb/lich-mo-hinh?year=10000
expect  422 text~"phải là số từ 0 đến"
GET     /cb/lich-mo-hinh?step=nothing
expect  200 no~"Đang chờ:"

# --- A unit that has ended waits no more, and has no calendar to look at.
GET     /cb/lich-mo-hinh?year=2026&step=register
expect  200 text~"<li>Công ty Môi trường"
GET     /cb/lich-mo-hinh?unit=46.MTDT
expect  200 text~"Công ty Môi trường"
as      thu "nón bài thơ bên cầu"
GET     /qt/don-vi/46.MTDT/ket-thuc
let     unit = between "name=\"unit\" value=\"" "\""
POST    /qt/don-vi/46.MTDT/ket-thuc unit=$unit until=15/03/2026
expect  303
as      minh "nón bài thơ bên cầu"
GET     /cb/lich-mo-hinh?year=2026&step=register
expect  200 no~"<li>Công ty Môi trường"
GET     /cb/lich-mo-hinh?unit=46.MTDT
expect  404
POST    /cb/lich-mo-hinh unit=46.MTDT year=2026 register_until=31/03/2026 review_until=31/07/2026 assess_until=30/11/2026 appraise_until=20/12/2026 recognise_until=31/12/2026
expect  422 text~"không còn hoạt động"

# --- What is wrong is said beside its field, and nothing is set.
POST    /cb/lich-mo-hinh unit=46 year=2026
expect  422 text~"Chưa có “Đăng ký đến hết ngày”" text~"Chưa có “Công nhận đến hết ngày”"
POST    /cb/lich-mo-hinh unit=46 year=2024 register_until=31/03/2024 review_until=31/07/2024 assess_until=30/11/2024 appraise_until=20/12/2024 recognise_until=31/12/2024
expect  422 text~"của năm trước chỉ sửa đến hết tháng 3"
POST    /cb/lich-mo-hinh unit=46 year=2026 register_until=05/01/2027 review_until=31/01/2027 assess_until=01/02/2027 appraise_until=01/02/2027 recognise_until=01/02/2027
expect  422 text~"đến hết 31/12 là muộn nhất"
POST    /cb/lich-mo-hinh unit=46 year=2026 register_until=31/03/2026 review_until=31/07/2026 assess_until=30/11/2026 appraise_until=20/12/2026
expect  422 text~"Chưa có “Công nhận đến hết ngày”" text~"31/07/2026"
POST    /cb/lich-mo-hinh unit=46 year=2028 register_until=31/03/2028 review_until=31/07/2028 assess_until=30/11/2028 appraise_until=20/12/2028 recognise_until=31/12/2028
expect  422 text~"Lịch đặt cho năm nay hoặc năm sau"
POST    /cb/lich-mo-hinh unit=46 year=2026 register_until=15/03/2026 review_until=31/07/2026 assess_until=30/11/2026 appraise_until=20/12/2026 recognise_until=31/12/2026
expect  422 text~"Ngày này đã qua nên không đặt làm hạn được nữa" text~"15/03/2026"
POST    /cb/lich-mo-hinh unit=46 year=2026 register_until=31/03/2026 review_until=30/03/2026 assess_until=30/11/2026 appraise_until=20/12/2026 recognise_until=31/12/2026
expect  422 text~"trước ngày của bước trên"
POST    /cb/lich-mo-hinh unit=46 year=2026 register_until=31/12/2025 review_until=31/07/2026 assess_until=30/11/2026 appraise_until=20/12/2026 recognise_until=31/12/2026
expect  422 text~"từ 01/01 của năm đến 31/3 của năm sau"
POST    /cb/lich-mo-hinh unit=46 year=2026 register_until=31/03/2026 review_until=31/07/2026 assess_until=30/11/2026 appraise_until=20/12/2026 recognise_until=01/04/2027
expect  422 text~"từ 01/01 của năm đến 31/3 của năm sau"
POST    /cb/lich-mo-hinh unit=0000 year=2026 register_until=31/03/2026 review_until=31/07/2026 assess_until=30/11/2026 appraise_until=20/12/2026 recognise_until=31/12/2026
expect  422 text~"0000"
as      lan "nón bài thơ bên cầu"
POST    /cb/lich-mo-hinh unit=46 year=2026 register_until=31/03/2026 review_until=31/07/2026 assess_until=30/11/2026 appraise_until=20/12/2026 recognise_until=31/12/2026
expect  403
as      hoa "nón bài thơ bên cầu"
GET     /cb/lich-mo-hinh
expect  200 text~"Lịch mẫu" no~"Đặt lịch"
POST    /cb/lich-mo-hinh unit=19789 year=2026 register_until=31/03/2026 review_until=31/07/2026 assess_until=30/11/2026 appraise_until=20/12/2026 recognise_until=31/12/2026
expect  403

# --- The city's goes for all below it, but for those that have one of their own.
as      minh "nón bài thơ bên cầu"
POST    /cb/lich-mo-hinh unit=46 year=2026 register_until=05/04/2026 review_until=15/07/2026 assess_until=31/10/2026 appraise_until=10/11/2026 recognise_until=20/11/2026
expect  303 /cb/lich-mo-hinh?year=2026&unit=46
fact    model.calendar_said
# Until March the year before may still be put off.
POST    /cb/lich-mo-hinh unit=46 year=2025 register_until=31/03/2025 review_until=31/07/2025 assess_until=30/11/2025 appraise_until=20/12/2025 recognise_until=31/03/2026
expect  303 /cb/lich-mo-hinh?year=2025&unit=46
as      hoa "nón bài thơ bên cầu"
GET     /cb/lich-mo-hinh
expect  200 text~"Lịch do Thành phố Huế đặt" text~"05/04/2026"
as      lan "nón bài thơ bên cầu"
POST    /cb/lich-mo-hinh unit=19753 year=2026 register_until=10/04/2026 review_until=15/07/2026 assess_until=31/10/2026 appraise_until=10/11/2026 recognise_until=20/11/2026
expect  303
GET     /cb/lich-mo-hinh
expect  200 text~"Lịch do Phường Phú Xuân đặt" text~"10/04/2026"
as      minh "nón bài thơ bên cầu"
GET     /cb/lich-mo-hinh?unit=19753
expect  200 text~"Lịch do Phường Phú Xuân đặt" text~"10/04/2026" text~"year=2025&amp;unit=19753"
as      hoa "nón bài thơ bên cầu"
GET     /cb/lich-mo-hinh?unit=19753
expect  404
GET     /cb/lich-mo-hinh?unit=0000
expect  404

# --- Two weeks before the last day those who have not registered are reminded, once, each by its own calendar.
advance 6 days
as      hoa "nón bài thơ bên cầu"
GET     /cb/lich-mo-hinh
expect  200 text~"còn 14 ngày"
fact    model.reminded
advance 4 days
fact    model.calendar_said model.reminded
as      lan "nón bài thơ bên cầu"
POST    /cb/mo-hinh/moi act=register unit=19753 field=culture subject=collective name="Ngõ không rác" reason="a" goal="b" way="c" place="d" forces="e" resources="f" begins_on=01/02/2026 product="g" upkeep="h" contact="i"
expect  303 /cb/mo-hinh/*
let     id = location after "/cb/mo-hinh/"
POST    /cb/mo-hinh/$id/approve
expect  303
as      minh "nón bài thơ bên cầu"
GET     /cb/lich-mo-hinh?year=2026&step=register
expect  200 text~"Phường Thuận Hóa" no~"<li>Phường Phú Xuân"
# Done in time: on its day nobody is told. Moved, it is a new day, and told anew.
advance 1 days
fact    model.done
as      minh "nón bài thơ bên cầu"
POST    /cb/lich-mo-hinh unit=46 year=2026 register_until=12/04/2026 review_until=15/07/2026 assess_until=31/10/2026 appraise_until=10/11/2026 recognise_until=20/11/2026
expect  303
advance 2 days
fact    model.calendar_said model.reminded
# Moved back to a day that was told already: nobody hears of it twice.
as      minh "nón bài thơ bên cầu"
POST    /cb/lich-mo-hinh unit=46 year=2026 register_until=05/04/2026 review_until=15/07/2026 assess_until=31/10/2026 appraise_until=10/11/2026 recognise_until=20/11/2026
expect  303
advance 1 days
fact    model.calendar_said

# --- The year goes on: what was not measured, not put forward, not judged waits at its step.
as      lan "nón bài thơ bên cầu"
GET     /cb/lich-mo-hinh?step=review
expect  200 text~"Đang chờ: Báo số đo của năm" text~"Ngõ không rác"
# What begins only next year is asked for nothing in this one; nor is, later, what was listed behind the last day.
as      lan "nón bài thơ bên cầu"
POST    /cb/mo-hinh/moi act=register unit=19753 field=culture subject=collective name="Năm sau mới làm" reason="a" goal="b" way="c" place="d" forces="e" resources="f" begins_on=01/02/2027 product="g" upkeep="h" contact="i"
expect  303 /cb/mo-hinh/*
let     later = location after "/cb/mo-hinh/"
POST    /cb/mo-hinh/$later/approve
expect  303
GET     /cb/lich-mo-hinh?step=review
expect  200 text~"Ngõ không rác" no~"Năm sau mới làm"
GET     /cb/lich-mo-hinh?step=assess
expect  200 text~"Ngõ không rác" no~"Năm sau mới làm"
advance 94 days
fact    model.reminded
as      lan "nón bài thơ bên cầu"
POST    /cb/mo-hinh/$id/ket-qua metric="Hộ để rác" amount_before=40 amount_after=3 measure=hộ measured_on=02/07/2026 source="Sổ tổ" failures="Mưa thì khó."
expect  303
GET     /cb/lich-mo-hinh?step=review
expect  200 text~"Không còn gì chờ ở bước này"
advance 40 days
as      lan "nón bài thơ bên cầu"
POST    /cb/mo-hinh/moi act=register unit=19753 field=culture subject=collective name="Muộn mà mới" reason="a" goal="b" way="c" place="d" forces="e" resources="f" begins_on=01/06/2026 product="g" upkeep="h" contact="i"
expect  303 /cb/mo-hinh/*
let     late = location after "/cb/mo-hinh/"
POST    /cb/mo-hinh/$late/approve
expect  303
GET     /cb/lich-mo-hinh?step=review
expect  200 text~"Không còn gì chờ ở bước này" no~"quá"
GET     /cb/lich-mo-hinh?step=assess
expect  200 text~"Muộn mà mới"
GET     /cb/lich-mo-hinh?step=assess
expect  200 text~"Đang chờ: Đơn vị tự chấm" text~"Ngõ không rác"
advance 70 days
fact    model.reminded
as      lan "nón bài thơ bên cầu"
GET     /cb/mo-hinh/$id/tu-cham
expect  200 text~"Theo lịch, năm 2026 tự chấm đến hết ngày 31/10/2026"
POST    /cb/mo-hinh/$id/tu-cham year=2026 sheet=0 points_1=27 points_2=18 points_3=12 points_4=8 points_5=13 points_6=9 words="Đếm ba lần."
expect  303 /cb/xet-cong-nhan/*
let     entry = location after "/cb/xet-cong-nhan/"
advance 10 days
fact    model.reminded
as      tam "nón bài thơ bên cầu"
GET     /cb/xet-cong-nhan
expect  200 text~"Lịch xét mô hình"
GET     /cb/lich-mo-hinh?step=appraise
expect  200 text~"Đang chờ: Thẩm định" text~"Ngõ không rác" text~"/cb/xet-cong-nhan/$entry"
POST    /cb/xet-cong-nhan/$entry/cham sheet=0 points_1=26 points_2=17 points_3=12 points_4=8 points_5=12 points_6=9 words="Tốt."
expect  303
as      yen "nón bài thơ bên cầu"
POST    /cb/xet-cong-nhan/$entry/cham sheet=0 points_1=26 points_2=17 points_3=12 points_4=8 points_5=12 points_6=8 words="Tốt."
expect  303
advance 8 days
fact    model.reminded
as      minh "nón bài thơ bên cầu"
GET     /cb/lich-mo-hinh?step=recognise
expect  200 text~"Đang chờ: Công nhận" text~"Ngõ không rác"
advance 15 days
as      minh "nón bài thơ bên cầu"
GET     /cb/lich-mo-hinh
expect  200 text~"quá 2 ngày" text~"đã xong"
as      lan "nón bài thơ bên cầu"
GET     /cb/lich-mo-hinh?step=recognise
expect  200 text~"Ngõ không rác"
ledger  verifies

# --- What the letters said.
as      thu "nón bài thơ bên cầu"
GET     /qt/hang-doi
expect  200 text~"Lịch mô hình năm 2026: Đăng ký mô hình mới đến hết 05/04/2026" text~"Lịch mô hình năm 2026: Đăng ký mô hình mới đến hết 12/04/2026" text~"Báo số đo của năm đến hết 15/07/2026" text~"Đơn vị tự chấm đến hết 31/10/2026" text~"Thẩm định đến hết 10/11/2026" text~"Công nhận đến hết 20/11/2026"
