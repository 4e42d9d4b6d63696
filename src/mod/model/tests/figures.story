story   The figures of a year: every number opens the models that make it up
clock   2025-10-06 09:00
console org import --hue
console identity add --sign-in lan --name "Trần Thị Lan" --unit 19753 --title "Cán bộ Mặt trận" --power model.register,model.lead --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in hoa --name "Hồ Thị Hoa" --unit 19789 --title "Cán bộ" --power model.register,model.lead --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in tam --name "Lê Tâm" --unit 46 --title "Chuyên viên" --power model.appraise,model.verify --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in minh --name "Đặng Minh" --unit 46 --title "Trưởng phòng" --power model.register,model.appraise,model.lead --password "nón bài thơ bên cầu" --chosen

# --- Before anything: a page that says so.
GET     /lam/mo-hinh/so-lieu
expect  200 text~"năm 2025" text~"Chưa có số liệu"
GET     /lam/mo-hinh/so-lieu.json
expect  json .items[0] = absent

# --- Registered is not yet on a list; on the list it counts, by subject and field, with its households and money.
as      lan "nón bài thơ bên cầu"
POST    /cb/mo-hinh/moi act=register unit=19753 field=culture subject=collective name="Ngõ không rác" reason="Bốn mươi hộ để rác ngoài đường." goal="Cuối năm không còn hộ nào." way="Mỗi tối một tổ trực." place="Tổ 4" forces="Chi hội phụ nữ." resources="Năm triệu đồng." begins_on=01/07/2025 product="Biên bản đếm." upkeep="Tổ dân phố giữ tiếp." contact="Văn phòng phường" cost=5000000 households=40 workdays=12 land=120 road=300
expect  303 /cb/mo-hinh/*
let     alley = location after "/cb/mo-hinh/"
GET     /lam/mo-hinh/so-lieu
expect  200 text~"Chưa có số liệu"
POST    /cb/mo-hinh/$alley/approve
expect  303
POST    /cb/mo-hinh/$alley/ket-qua metric="Hộ để rác" amount_before=40 amount_after=3 measure=hộ measured_on=03/10/2025 source="Sổ tổ" failures="Mưa thì khó."
expect  303
POST    /cb/mo-hinh/moi act=register unit=19753 field=economy subject=individual person="Nguyễn Văn Ví Dụ" name="Vườn chung" reason="a" goal="b" way="c" place="d" forces="e" resources="f" begins_on=01/08/2025 product="g" upkeep="h" contact="i" households=3
expect  303 /cb/mo-hinh/*
let     garden = location after "/cb/mo-hinh/"
POST    /cb/mo-hinh/$garden/approve
expect  303
as      hoa "nón bài thơ bên cầu"
POST    /cb/mo-hinh/moi act=register unit=19789 field=culture subject=collective name="Chợ sạch" reason="a" goal="b" way="c" place="d" forces="e" resources="f" begins_on=01/08/2025 product="g" upkeep="h" contact="i"
expect  303 /cb/mo-hinh/*
let     market = location after "/cb/mo-hinh/"
POST    /cb/mo-hinh/$market/approve
expect  303
anonymous
GET     /lam/mo-hinh/so-lieu
expect  200 text~"Từ đăng ký đến khen thưởng" text~"figure=fresh&amp;year=2025&amp;of=" text~"figure=registered&amp;year=2025" no~"Từng loại đơn vị" no~"Chưa có số liệu" no~"figure=recognised&amp;"
limit   queries 5
GET     /lam/mo-hinh/so-lieu.json?year=2025
expect  json .items[0].code = 19753
expect  json .items[0].fresh = 2
expect  json .items[0].collective = 1
expect  json .items[0].individual = 1
expect  json .items[0].culture = 1
expect  json .items[0].economy = 1
expect  json .items[0].households = 43
expect  json .items[0].cost = 5000000
expect  json .items[0].workdays = 12
expect  json .items[0].land = 120
expect  json .items[0].road = 300
expect  json .items[0].recognised = 0
expect  json .items[1].code = 19789
expect  json .items[1].fresh = 1
expect  json .items[2] = absent
GET     /lam/mo-hinh/so-lieu.json?unit=19789
expect  json .items[0].code = 19789
expect  json .items[1] = absent
GET     /lam/mo-hinh/so-lieu.json?unit=46
expect  json .items[0].code = 19753
expect  json .items[1].code = 19789
GET     /lam/mo-hinh/so-lieu.csv?year=2025
expect  200 Content-Type~csv text~"Đăng ký mới" text~"Phú Xuân"
GET     /lam/mo-hinh/so-lieu.xlsx?year=2025
expect  200 Content-Type~spreadsheetml Content-Disposition~so-lieu-mo-hinh.xlsx
GET     /lam/mo-hinh/so-lieu?year=2024
expect  200 text~"năm 2024" text~"Chưa có số liệu"
GET     /lam/mo-hinh/so-lieu?unit=0000
expect  422 text~"Không có đơn vị nào mang mã này"
GET     /lam/mo-hinh/so-lieu.csv?unit=0000
expect  422

# --- A number opens its list, of the unit, of its kind, or of all below a unit.
GET     /lam/mo-hinh?figure=fresh&year=2025&unit=19753
expect  200 text~"Đăng ký mới, 2025" text~"Ngõ không rác" text~"Vườn chung" no~"Chợ sạch"
GET     /lam/mo-hinh?figure=culture&year=2025&above=46
expect  200 text~"Ngõ không rác" text~"Chợ sạch" no~"Vườn chung"
GET     /lam/mo-hinh?figure=culture&year=2025&kind=women
expect  200 no~"Ngõ không rác" text~"Chưa có mô hình nào"
GET     /lam/mo-hinh.json?figure=individual&year=2025
expect  json .items[0].name = "Vườn chung"
expect  json .items[1] = absent
GET     /lam/mo-hinh?figure=moon&year=2025
expect  422 text~"Không có số liệu này"
GET     /lam/mo-hinh?figure=fresh
expect  422 text~"Không có số liệu này"
GET     /lam/mo-hinh?figure=fresh&year=2025&q=rác
expect  422 text~"không đi cùng cách lọc nào khác"
GET     /lam/mo-hinh?figure=fresh&year=2025&above=0000
expect  422 text~"Không có đơn vị nào mang mã này"

# --- Put forward, appraised, recognised, chosen, proposed: one step of the funnel after the other.
as      lan "nón bài thơ bên cầu"
POST    /cb/mo-hinh/$alley/tu-cham year=2025 points_1=27 points_2=18 points_3=12 points_4=8 points_5=13 points_6=9 words="Đếm ba lần."
expect  303 /cb/xet-cong-nhan/*
let     entry = location after "/cb/xet-cong-nhan/"
as      tam "nón bài thơ bên cầu"
POST    /cb/xet-cong-nhan/$entry/cham points_1=26 points_2=17 points_3=12 points_4=8 points_5=13 points_6=9 words="Đã xem."
expect  303
GET     /lam/mo-hinh/so-lieu.json?year=2025
expect  json .items[0].assessed = 1
expect  json .items[0].effective = 0
as      minh "nón bài thơ bên cầu"
POST    /cb/xet-cong-nhan/$entry/cham points_1=26 points_2=17 points_3=12 points_4=8 points_5=13 points_6=8 words="Tốt."
expect  303
POST    /cb/xet-cong-nhan/$entry/recognise level=province decision="12-QĐ/TU"
expect  303
GET     /lam/mo-hinh/so-lieu.json?year=2025
expect  json .items[0].effective = 1
expect  json .items[0].recognised = 1
expect  json .items[0].recognised_fresh = 1
expect  json .items[0].province = 1
expect  json .items[0].commune = 0
expect  json .items[0].outstanding = 0
POST    /cb/xet-cong-nhan/$entry/choose
expect  303
POST    /cb/xet-cong-nhan/$entry/propose
expect  303
anonymous
GET     /lam/mo-hinh/so-lieu?year=2025
expect  200 text~"33,3 % số đăng ký" text~"33,3 % đã được công nhận" text~"50,0 %"
GET     /lam/mo-hinh?figure=proposed&year=2025
expect  200 text~"Ngõ không rác" no~"Vườn chung"

# --- A copy counts for who is copied, in the year in which it was first verified; once.
as      hoa "nón bài thơ bên cầu"
POST    /cb/mo-hinh/$alley/lam-theo unit=19789 begins_on=06/10/2025 metric="Hộ để rác" measure=hộ amount_before=30 source="Sổ tổ" contact="Chị Hoa"
expect  303 /cb/lam-theo/*
let     copy = location after "/cb/lam-theo/"
advance 95 days
as      hoa "nón bài thơ bên cầu"
POST    /cb/lam-theo/$copy/do month=3 amount=10 measured_on=08/01/2026 source="Sổ tổ" difficulties="Ít người trực."
expect  303
as      tam "nón bài thơ bên cầu"
POST    /cb/lam-theo/$copy/verify
expect  303
GET     /lam/mo-hinh/so-lieu.json?year=2026
expect  json .items[0].code = 19753
expect  json .items[0].copied = 1
expect  json .items[0].fresh = 0
expect  json .items[1] = absent

# --- The year after: kept apart from new; what stopped.
as      lan "nón bài thơ bên cầu"
POST    /cb/mo-hinh/$alley/ket-qua metric="Hộ để rác" amount_before=40 amount_after=2 measure=hộ measured_on=08/01/2026 source="Sổ tổ" failures="Như trước."
expect  303
POST    /cb/mo-hinh/$alley/tu-cham year=2026 points_1=27 points_2=18 points_3=12 points_4=8 points_5=13 points_6=9 words="Còn làm."
expect  303
POST    /cb/mo-hinh/$garden/stop said="Hết đất."
expect  303
GET     /lam/mo-hinh/so-lieu.json?year=2026
expect  json .items[0].registered = 1
expect  json .items[0].kept = 1
expect  json .items[0].fresh = 0
expect  json .items[0].stopped = 1
anonymous
GET     /lam/mo-hinh/$garden
expect  200 text~"Vì sao dừng, rút ra điều gì" text~"Hết đất."
GET     /lam/mo-hinh?figure=kept&year=2026
expect  200 text~"Duy trì từ năm trước, 2026" text~"Ngõ không rác" no~"Vườn chung"
GET     /lam/mo-hinh/so-lieu
expect  200 text~"năm 2026" text~"value=\"2025\""

# --- Communes and offices are told apart.
as      minh "nón bài thơ bên cầu"
POST    /cb/mo-hinh/moi act=register unit=46.SXD field=politics subject=collective name="Giấy phép trong ngày" reason="a" goal="b" way="c" place="d" forces="e" resources="f" begins_on=05/01/2026 product="g" upkeep="h" contact="i"
expect  303 /cb/mo-hinh/*
let     permit = location after "/cb/mo-hinh/"
POST    /cb/mo-hinh/$permit/approve
expect  303
GET     /lam/mo-hinh/so-lieu
expect  200 text~"Từng loại đơn vị" text~"Cơ quan, phòng ban" text~"figure=fresh&amp;year=2026&amp;kind=office"
GET     /lam/mo-hinh?figure=fresh&year=2026&kind=office
expect  200 text~"Giấy phép trong ngày" no~"Ngõ không rác"
ledger  verifies
