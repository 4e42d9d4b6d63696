story   A model is registered with its nine boxes, approved, measured, and asked for news when it is silent
clock   2025-07-03 09:00
console org import --hue
console identity add --sign-in lan --name "Trần Thị Lan" --email lan@hue.example --unit 19753 --title "Cán bộ Mặt trận" --power model.register --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in minh --name "Lê Minh" --unit 19753 --title "Bí thư" --power model.register,model.lead --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in hoa --name "Hồ Thị Hoa" --unit 19789 --title "Cán bộ" --power model.register,model.lead --password "nón bài thơ bên cầu" --chosen

console identity add --sign-in quan --name "Võ Quân" --unit 46 --title "Quản trị" --power org.manage,model.register --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in thu --name "Lê Thư" --unit 46 --title "Quản trị" --power admin --password "nón bài thơ bên cầu" --chosen

GET     /lam/mo-hinh
expect  200 text~"Chưa có mô hình nào"
POST    /cb/mo-hinh/moi unit=19753 act=draft
expect  401

# --- A draft may lack anything but its unit; a registration is told all that is missing at once.
as      lan "nón bài thơ bên cầu"
GET     /cb/mo-hinh/moi
expect  200 text~"Lưu nháp" text~"Chín ô đều phải điền"
POST    /cb/mo-hinh/moi act=draft unit=00000
expect  422 text~"Không có đơn vị nào mang mã “00000”"
POST    /cb/mo-hinh/moi act=draft unit=19789
expect  403
POST    /cb/mo-hinh/moi act=draft unit=19753 name="Ngõ không rác"
expect  303 /cb/mo-hinh/*
let     id = location after "/cb/mo-hinh/"
fact    model.stated model.done
GET     /cb/mo-hinh/$id
expect  200 text~"Bản nháp" text~"Viết tiếp và đăng ký" no~"Xem trang công khai"
GET     /cb/mo-hinh/$id/sua
expect  200 text~"Ngõ không rác"
GET     /lam/mo-hinh/$id
expect  404
GET     /lam/mo-hinh/1x
expect  404
POST    /cb/mo-hinh/$id/sua act=register unit=19753 name="Ngõ không rác"
expect  422 text~"Chưa có “Thực trạng, lý do”" text~"Chưa có “Mục tiêu, chỉ tiêu”" text~"Chưa có “Nội dung, cách làm”" text~"Chưa có “Địa bàn, đối tượng”" text~"Chưa có “Lực lượng tham gia”" text~"Chưa có “Nguồn lực và thời gian”" text~"Chưa có “Sản phẩm kiểm chứng được”" text~"Chưa có “Khả năng duy trì, nhân rộng”" text~"Chưa có “Lĩnh vực”" text~"Ngõ không rác"
POST    /cb/mo-hinh/$id/sua act=draft unit=19753 name="Ngõ không rác" reason="Bốn mươi hộ."
expect  303 /cb/mo-hinh/$id
POST    /cb/mo-hinh/$id/sua act=draft unit=19753 field=khac
expect  422 text~"Hãy chọn một trong bốn lĩnh vực."
POST    /cb/mo-hinh/$id/sua act=draft unit=19753 subject=khac
expect  422 text~"Hãy chọn tập thể hoặc cá nhân."
POST    /cb/mo-hinh/$id/sua act=draft unit=19753 subject=individual
expect  422 text~"ghi họ tên người đó"
POST    /cb/mo-hinh/$id/sua act=draft unit=19753 begins_on=01/01/2028
expect  422 text~"Năm bắt đầu còn quá xa"
POST    /cb/mo-hinh/$id/sua act=draft unit=19753 cost=5000000
expect  422 text~"ghi cả số hộ hưởng lợi"

POST    /cb/mo-hinh/$id/sua act=register unit=19753 field=culture subject=collective name="Ngõ không rác" reason="Bốn mươi hộ để rác ngoài đường." goal="Cuối năm không còn hộ nào." way="Mỗi tối một tổ trực." place="Tổ 4" forces="Chi hội phụ nữ chủ trì." resources="Năm triệu đồng; đánh giá tháng 10." begins_on=01/07/2025 product="Biên bản đếm mỗi tháng." upkeep="Tổ dân phố giữ tiếp." contact="Văn phòng phường, 0234 3822 000" cost=5000000 households=40 workdays=120
expect  303 /cb/mo-hinh/$id
fact    model.stated model.done
POST    /cb/mo-hinh/$id/sua act=draft unit=19753 name="Khác"
expect  422
POST    /cb/mo-hinh/$id/approve
expect  403
POST    /cb/mo-hinh/$id/ask
expect  404
POST    /cb/mo-hinh/$id/ket-qua metric="Hộ để rác ngoài đường" amount_before=40 amount_after=3 measure=hộ measured_on=03/07/2025 source="Sổ tổ" failures="Mưa lụt không đếm được."
expect  422

# --- The list is approved by whoever leads the unit, or it goes back with a reason.
as      hoa "nón bài thơ bên cầu"
POST    /cb/mo-hinh/$id/approve
expect  403
GET     /cb/mo-hinh/$id
expect  403
GET     /cb/mo-hinh/$id/sua
expect  403
GET     /cb/mo-hinh/$id/ket-qua
expect  403
POST    /cb/mo-hinh/999999/approve
expect  404
as      minh "nón bài thơ bên cầu"
POST    /cb/mo-hinh/$id/send_back
expect  422 text~"Hãy nêu lý do"
POST    /cb/mo-hinh/$id/send_back said="Ghi rõ ai trực."
expect  303 /cb/mo-hinh/$id
GET     /cb/mo-hinh/$id
expect  200 text~"Ghi rõ ai trực." text~"Bản nháp"
POST    /cb/mo-hinh/$id/sua act=register unit=19753 field=culture subject=collective name="Ngõ không rác" reason="Bốn mươi hộ để rác ngoài đường." goal="Cuối năm không còn hộ nào." way="Mỗi tối một tổ trực năm người." place="Tổ 4" forces="Chi hội phụ nữ chủ trì." resources="Năm triệu đồng; đánh giá tháng 10." begins_on=01/07/2025 product="Biên bản đếm mỗi tháng." upkeep="Tổ dân phố giữ tiếp." contact="Văn phòng phường, 0234 3822 000" cost=5000000 households=40 workdays=120
expect  303 /cb/mo-hinh/$id
POST    /cb/mo-hinh/$id/approve
expect  303 /cb/mo-hinh/$id
POST    /cb/mo-hinh/$id/approve
expect  422

# --- What is measured is of a day since it began, and not to come.
as      lan
POST    /cb/mo-hinh/$id/ket-qua metric="Hộ để rác ngoài đường" amount_before=40 amount_after=3 measure=hộ measured_on=30/06/2025 source="Sổ tổ" failures="Mưa lụt."
expect  422 text~"sớm hơn ngày mô hình bắt đầu"
POST    /cb/mo-hinh/$id/ket-qua metric="Hộ để rác ngoài đường" amount_before=40 amount_after=3 measure=hộ measured_on=04/07/2025 source="Sổ tổ" failures="Mưa lụt."
expect  422 text~"Ngày đo này chưa tới" text~"Hộ để rác ngoài đường"
POST    /cb/mo-hinh/$id/ket-qua
expect  422 text~"Chưa có “Đo cái gì”"
POST    /cb/mo-hinh/$id/ket-qua metric="Hộ để rác ngoài đường" amount_before=40 amount_after=3 measure=hộ measured_on=01/07/2025 source="Sổ tổ" failures="Mưa lụt không đếm được." needs="Năm người mỗi tối." evidence="Biên bản số 2."
expect  303 /cb/mo-hinh/$id
fact    model.measured model.stated model.done
ledger  verifies

# --- The gallery.
anonymous
GET     /lam/mo-hinh
expect  200 text~"Ngõ không rác" text~"40 → " text~"3 hộ" text~"125.000 đồng mỗi hộ" text~"Đang chạy" text~"Phường Phú Xuân"
limit   queries 3
GET     /lam/mo-hinh?q=ngo+khong+rac
expect  200 text~"Ngõ không rác"
GET     /lam/mo-hinh?q=bauxite
expect  200 no~"Ngõ không rác"
GET     /lam/mo-hinh?q=rac&field=economy
expect  200 no~"Ngõ không rác"
GET     /lam/mo-hinh?field=culture&subject=collective&state=running&unit=19753&each_max=500000
expect  200 text~"Ngõ không rác"
GET     /lam/mo-hinh?each_max=100000
expect  200 no~"Ngõ không rác"
GET     /lam/mo-hinh?unit=00000
expect  422 text~"Không có đơn vị nào mang mã này"
GET     /lam/mo-hinh?before=x
expect  422 text~"Số trang không đúng"
GET     /lam/mo-hinh.json
expect  json .items[0].amount_after = 3
GET     /lam/mo-hinh.json?unit=00000
expect  422
GET     /lam/mo-hinh.csv
expect  200 text~"Ngõ không rác" Content-Type~csv
GET     /lam/mo-hinh.atom
expect  200 text~"Ngõ không rác" text~"<entry>"
GET     /lam/mo-hinh/$id
expect  200 text~"Vấn đề" text~"Cách làm" text~"Tiền và công" text~"Kết quả đo được" text~"Mưa lụt không đếm được." text~"Năm người mỗi tối." text~"0234 3822 000" text~"Biên bản số 2."
limit   queries 4
GET     /lam/mo-hinh/$id.json
expect  json .results[0].source = "Sổ tổ"

# --- A year without news: it is asked for; a month more: the page says so; news bring it back.
advance 364 days
GET     /lam/mo-hinh/$id
expect  200 text~"Đang chạy"
advance 2 days
as      lan "nón bài thơ bên cầu"
GET     /cb/mo-hinh/$id
expect  200 text~"Hỏi tin mới"
advance 28 days
GET     /lam/mo-hinh/$id
expect  200 text~"Đang chạy"
advance 1 days
GET     /lam/mo-hinh/$id
expect  200 text~"Chưa cập nhật" text~"số liệu có thể đã cũ"
as      lan "nón bài thơ bên cầu"
POST    /cb/mo-hinh/$id/ket-qua metric="Hộ để rác ngoài đường" amount_before=40 amount_after=1 measure=hộ measured_on=01/08/2026 source="Sổ tổ" failures="Hai hộ mới đến."
expect  303 /cb/mo-hinh/$id
GET     /lam/mo-hinh/$id
expect  200 text~"Đang chạy" text~"Hai hộ mới đến."
POST    /cb/mo-hinh/$id/stop
expect  422 text~"Hãy nêu lý do"
POST    /cb/mo-hinh/$id/stop said="Đã có xe gom rác mỗi ngày."
expect  303 /cb/mo-hinh/$id
GET     /lam/mo-hinh?state=stopped
expect  200 text~"Ngõ không rác"
as      thu "nón bài thơ bên cầu"
GET     /qt/hang-doi
expect  200 text~"Mô hình “Ngõ không rác”: xin báo tin mới"
as      lan "nón bài thơ bên cầu"

# --- A draft is given up; a list of what the unit has; a page behind the first.
POST    /cb/mo-hinh/moi act=draft unit=19753 subject=individual person="Nguyễn Văn Bình"
expect  303 /cb/mo-hinh/*
let     other = location after "/cb/mo-hinh/"
POST    /cb/mo-hinh/$other/drop
expect  303 /cb/mo-hinh/$other
repeat 21 POST /cb/mo-hinh/moi act=draft unit=19753 name="Bản nháp $n"
expect  303
GET     /cb/mo-hinh?state=draft
expect  200 text~"Bản nháp 21" text~"truoc=" no~"Ngõ không rác"
ledger  verifies

# --- A unit that has ended registers nothing more.
as      quan "nón bài thơ bên cầu"
GET     /qt/don-vi/46.MTDT/ket-thuc
let     unit = between "name=\"unit\" value=\"" "\""
POST    /qt/don-vi/46.MTDT/ket-thuc unit=$unit until=01/08/2026
expect  303
POST    /cb/mo-hinh/moi act=draft unit=46.MTDT
expect  422 text~"Công ty Môi trường và Công trình đô thị Huế không còn hoạt động"
