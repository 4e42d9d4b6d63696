story   A unit sets the sheet by which its models are appraised, from a year on
clock   2025-10-06 09:00
console org import --hue
console identity add --sign-in lan --name "Trần Thị Lan" --unit 19753 --title "Cán bộ Mặt trận" --power model.register,model.lead --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in hoa --name "Hồ Thị Hoa" --unit 19789 --title "Cán bộ" --power model.register --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in tam --name "Lê Tâm" --unit 46 --title "Chuyên viên" --power model.appraise --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in yen --name "Phan Yến" --unit 46 --title "Chuyên viên" --power model.appraise --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in minh --name "Đặng Minh" --unit 46 --title "Trưởng phòng" --power model.lead --password "nón bài thơ bên cầu" --chosen

GET     /cb/phieu-cham
expect  401
as      hoa "nón bài thơ bên cầu"
GET     /cb/phieu-cham
expect  403
POST    /cb/phieu-cham unit=19789 from_year=2025 criteria="100 Hiệu quả" excellent=90 good=80 fair=65 average=50
expect  403

# --- The usual sheet, until somebody sets another; what is wrong with one is said, and what was typed is kept.
as      minh "nón bài thơ bên cầu"
GET     /cb/phieu-cham
expect  200 text~"Năm 2025 dùng phiếu mẫu" text~"30 Hiệu quả" text~"Xuất sắc" text~"Thành phố Huế"
POST    /cb/phieu-cham unit=46
expect  422 text~"Chưa có “Tiêu chí”" text~"Chưa có “Dùng từ năm”" text~"Chưa có “Khá từ”"
POST    /cb/phieu-cham unit=46 from_year=2025 "criteria=Hợp lòng dân 60" excellent=85 good=70 fair=60 average=40
expect  422 text~"Không đọc được dòng “Hợp lòng dân 60”"
POST    /cb/phieu-cham unit=46 from_year=2025 "criteria=50 Được việc\n50 Được việc" excellent=85 good=70 fair=60 average=40
expect  422 text~"Tiêu chí “Được việc” có hai lần"
POST    /cb/phieu-cham unit=46 from_year=2025 "criteria=12 a\n11 b\n11 c\n11 d\n11 e\n11 f\n11 g\n11 h\n11 i" excellent=85 good=70 fair=60 average=40
expect  422 text~"Nhiều nhất tám tiêu chí"
POST    /cb/phieu-cham unit=46 from_year=2025 "criteria=100 Một tiêu chí có tên dài hơn tám mươi chữ thì không ai đọc hết được trên một dòng của bảng" excellent=85 good=70 fair=60 average=40
expect  422 text~"dài quá 80 chữ"
POST    /cb/phieu-cham unit=46 from_year=2025 "criteria=0 Được việc" excellent=85 good=70 fair=60 average=40
expect  422 text~"Không đọc được dòng “0 Được việc”"
POST    /cb/phieu-cham unit=46 from_year=2025 "criteria=60 Được việc" excellent=85 good=70 fair=60 average=40
expect  422 text~"phải cộng lại đúng 100 điểm" text~"60 Được việc"
POST    /cb/phieu-cham unit=46 from_year=2025 "criteria=100 Được việc" excellent=85 good=85 fair=60 average=40
expect  422 text~"thấp hơn mức của hạng trên"
POST    /cb/phieu-cham unit=46 from_year=2024 "criteria=100 Được việc" excellent=85 good=70 fair=60 average=40
expect  422 text~"Phiếu mới dùng từ năm nay hoặc từ năm sau"
POST    /cb/phieu-cham unit=46 from_year=2027 "criteria=100 Được việc" excellent=85 good=70 fair=60 average=40
expect  422 text~"Phiếu mới dùng từ năm nay hoặc từ năm sau"
POST    /cb/phieu-cham unit=0000 from_year=2025 "criteria=100 Được việc" excellent=85 good=70 fair=60 average=40
expect  422 text~"0000"
POST    /cb/phieu-cham unit=46 from_year=2025 "criteria=100 Được việc" excellent=85 good=70 fair=60 average=40
expect  303 /cb/phieu-cham?unit=46
fact    model.sheet_said
GET     /cb/phieu-cham
expect  200 text~"Năm 2025 dùng phiếu của Thành phố Huế, đặt từ năm 2025" text~"Được việc" text~"Từ năm 2025"
# Nobody was judged by it yet: it may be set again.
POST    /cb/phieu-cham unit=46 from_year=2025 "criteria=100 Được việc thật" excellent=85 good=70 fair=60 average=40
expect  303

# --- A unit without one has that of the nearest above; its own goes before.
as      lan "nón bài thơ bên cầu"
GET     /cb/phieu-cham
expect  200 text~"Năm 2025 dùng phiếu của Thành phố Huế" text~"Được việc thật"
POST    /cb/phieu-cham unit=46 from_year=2025 "criteria=100 Chiếm quyền" excellent=85 good=70 fair=60 average=40
expect  403
POST    /cb/mo-hinh/moi act=register unit=19753 field=culture subject=collective name="Ngõ không rác" reason="a" goal="b" way="c" place="d" forces="e" resources="f" begins_on=01/07/2025 product="g" upkeep="h" contact="i"
expect  303 /cb/mo-hinh/*
let     id = location after "/cb/mo-hinh/"
POST    /cb/mo-hinh/$id/approve
expect  303
POST    /cb/mo-hinh/$id/ket-qua metric="Hộ để rác" amount_before=40 amount_after=3 measure=hộ measured_on=03/10/2025 source="Sổ tổ" failures="Mưa thì khó."
expect  303
GET     /cb/mo-hinh/$id/tu-cham
expect  200 text~"Được việc thật" text~"Từ 0 đến 100 điểm" no~"Sáng tạo"
let     sheet = between "name=\"sheet\" value=\"" "\""
# The form of another sheet: nothing is taken from it by mistake.
POST    /cb/mo-hinh/$id/tu-cham year=2025 sheet=0 points_1=70 words="Đếm ba lần."
expect  422 text~"dùng một phiếu khác, đang hiện ở đây" text~"Đếm ba lần."
# Nor from that of one that was set again meanwhile.
as      minh "nón bài thơ bên cầu"
POST    /cb/phieu-cham unit=46 from_year=2025 "criteria=100 Được lòng dân" excellent=85 good=70 fair=60 average=40
expect  303
as      lan "nón bài thơ bên cầu"
POST    /cb/mo-hinh/$id/tu-cham year=2025 sheet=$sheet points_1=70 words="Đếm ba lần."
expect  422 text~"dùng một phiếu khác, đang hiện ở đây" text~"Được lòng dân" text~"Đếm ba lần."
GET     /cb/mo-hinh/$id/tu-cham
expect  200 text~"Được lòng dân"
let     sheet = between "name=\"sheet\" value=\"" "\""
POST    /cb/mo-hinh/$id/tu-cham year=2025 sheet=$sheet words="Đếm ba lần."
expect  422 text~"Chưa có “Được lòng dân”"
POST    /cb/mo-hinh/$id/tu-cham year=2025 sheet=$sheet points_1=101 words="Đếm ba lần."
expect  422
POST    /cb/mo-hinh/$id/tu-cham year=2025 sheet=$sheet points_1=70 words="Đếm ba lần."
expect  303 /cb/xet-cong-nhan/*
let     entry = location after "/cb/xet-cong-nhan/"
POST    /cb/phieu-cham unit=19753 from_year=2025 "criteria=100 Sửa sau khi chấm" excellent=85 good=70 fair=60 average=40
expect  422 text~"đã có mô hình tự chấm của năm đó"
POST    /cb/phieu-cham unit=19753 from_year=2026 "criteria=100 Của phường" excellent=85 good=70 fair=60 average=40
expect  303
GET     /cb/phieu-cham?unit=46
expect  404
as      minh "nón bài thơ bên cầu"
GET     /cb/phieu-cham?unit=19753
expect  200 text~"<p class=\"k-muted\">Phường Phú Xuân</p>" text~"Của phường"
GET     /cb/phieu-cham?unit=0000
expect  404
POST    /cb/phieu-cham unit=46 from_year=2025 "criteria=100 Sửa sau khi chấm" excellent=85 good=70 fair=60 average=40
expect  422 text~"đã có mô hình tự chấm của năm đó"

# --- Appraisers go by the same sheet, and its grades.
as      tam "nón bài thơ bên cầu"
GET     /cb/xet-cong-nhan/$entry
expect  200 text~"Được lòng dân" no~"Của phường"
POST    /cb/xet-cong-nhan/$entry/cham sheet=0 points_1=72 words="Tốt."
expect  422 text~"dùng một phiếu khác, đang hiện ở đây"
POST    /cb/xet-cong-nhan/$entry/cham sheet=$sheet words="Tốt."
expect  422 text~"Chưa có “Được lòng dân”"
POST    /cb/xet-cong-nhan/$entry/cham sheet=$sheet points_1=72 words="Tốt."
expect  303
as      yen "nón bài thơ bên cầu"
POST    /cb/xet-cong-nhan/$entry/cham sheet=$sheet points_1=74 words="Tốt."
expect  303
GET     /cb/xet-cong-nhan/$entry
expect  200 text~"73 điểm, Tốt"
ledger  verifies
