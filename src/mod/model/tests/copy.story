story   A unit copies a model, is checked after 3, 6 and 12 months, and somebody else verifies it
clock   2025-07-07 09:00
console org import --hue
console identity add --sign-in lan --name "Trần Thị Lan" --email lan@hue.example --unit 19753 --title "Cán bộ Mặt trận" --power model.register,model.lead --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in hoa --name "Hồ Thị Hoa" --email hoa@hue.example --unit 19789 --title "Cán bộ" --power model.register --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in tam --name "Lê Tâm" --unit 19777 --title "Cán bộ" --power model.register,model.verify --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in quan --name "Võ Quân" --unit 46 --title "Quản trị" --power org.manage,model.register,model.verify --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in yen --name "Phan Yến" --unit 46 --title "Chuyên viên" --power model.verify,report.read --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in dung --name "Đỗ Dung" --unit 46 --title "Chuyên viên" --power feedback.handle --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in thu --name "Lê Thư" --unit 46 --title "Quản trị" --power admin --password "nón bài thơ bên cầu" --chosen

GET     /lam/mo-hinh/duoc-lam-theo
expect  200 text~"Chưa có mô hình nào được làm theo"
GET     /cb/lam-theo
expect  401
GET     /cb/lam-theo/1
expect  401

# --- The model: a draft cannot be copied, nor one that nobody has approved.
as      lan "nón bài thơ bên cầu"
POST    /cb/mo-hinh/moi act=register unit=19753 field=culture subject=collective name="Ngõ không rác" reason="Bốn mươi hộ để rác ngoài đường." goal="Cuối năm không còn hộ nào." way="Mỗi tối một tổ trực." place="Tổ 4" forces="Chi hội phụ nữ chủ trì." resources="Năm triệu đồng." begins_on=03/07/2025 product="Biên bản đếm." upkeep="Tổ dân phố giữ tiếp." contact="Văn phòng phường, 0234 3822 000"
expect  303 /cb/mo-hinh/*
let     id = location after "/cb/mo-hinh/"
as      hoa "nón bài thơ bên cầu"
GET     /cb/mo-hinh/$id/lam-theo
expect  404
POST    /cb/mo-hinh/$id/lam-theo unit=19789 begins_on=11/07/2025 metric=a amount_before=1 measure=b source=c contact=d
expect  404
GET     /lam/mo-hinh/$id/nhan-rong
expect  404
as      lan "nón bài thơ bên cầu"
POST    /cb/mo-hinh/$id/approve
expect  303
GET     /lam/mo-hinh/$id
expect  200 text~"Chưa có nơi nào làm theo." text~"Chúng tôi muốn làm theo" text~"Đang chạy" no~"Chưa cập nhật"
GET     /lam/mo-hinh/$id/nhan-rong
expect  200 text~"Chưa có nơi nào làm theo"

# --- Whoever wants to do it too says what it begins with; each refusal names the field and the way out.
as      hoa "nón bài thơ bên cầu"
GET     /cb/lam-theo
expect  200 text~"Chưa làm theo mô hình nào"
GET     /cb/mo-hinh/$id/lam-theo
expect  200 text~"Ngõ không rác" text~"nơi có mô hình"
POST    /cb/mo-hinh/$id/lam-theo
expect  422 text~"Chưa có “Đơn vị làm theo”" text~"Chưa có “Ngày bắt đầu”" text~"Chưa có “Đo cái gì”" text~"Chưa có “Người để hỏi”"
POST    /cb/mo-hinh/$id/lam-theo unit=00000 begins_on=11/07/2025 metric="Hộ để rác" amount_before=25 measure=hộ source="Sổ tổ" contact="Văn phòng, 0234"
expect  422 text~"Không có đơn vị nào mang mã “00000”" text~"Hộ để rác"
POST    /cb/mo-hinh/$id/lam-theo unit=19753 begins_on=11/07/2025 metric="Hộ để rác" amount_before=25 measure=hộ source="Sổ tổ" contact="Văn phòng, 0234"
expect  403
POST    /cb/mo-hinh/$id/lam-theo unit=19789 begins_on=02/07/2025 metric="Hộ để rác" amount_before=25 measure=hộ source="Sổ tổ" contact="Văn phòng, 0234"
expect  422 text~"sớm hơn ngày có mô hình này" text~"Hộ để rác"
POST    /cb/mo-hinh/$id/lam-theo unit=19789 begins_on=06/10/2025 metric="Hộ để rác" amount_before=25 measure=hộ source="Sổ tổ" contact="Văn phòng, 0234"
expect  422 text~"còn quá 90 ngày nữa"
POST    /cb/mo-hinh/$id/lam-theo unit=19789 parent=999999 begins_on=07/07/2025 metric="Hộ để rác" amount_before=25 measure=hộ source="Sổ tổ" contact="Văn phòng, 0234"
expect  422 text~"Nơi này không làm theo mô hình này"
POST    /cb/mo-hinh/$id/lam-theo unit=19789 begins_on=07/07/2025 metric="Hộ để rác" amount_before=25 measure=hộ source="Sổ tổ" contact="Văn phòng, 0234"
expect  303 /cb/lam-theo/*
let     copy = location after "/cb/lam-theo/"
fact    model.copy_said model.copy_done
POST    /cb/mo-hinh/$id/lam-theo unit=19789 begins_on=07/07/2025 metric="Hộ để rác" amount_before=25 measure=hộ source="Sổ tổ" contact="Văn phòng, 0234"
expect  422 text~"đang làm theo mô hình đó rồi"
as      lan "nón bài thơ bên cầu"
POST    /cb/mo-hinh/$id/lam-theo unit=19753 begins_on=07/07/2025 metric="Hộ để rác" amount_before=25 measure=hộ source="Sổ tổ" contact="Văn phòng, 0234"
expect  422 text~"mô hình của chính đơn vị này"
GET     /cb/lam-theo/$copy
expect  403

# --- Learned from a copy: the tree grows.
as      tam "nón bài thơ bên cầu"
GET     /cb/mo-hinh/$id/lam-theo
expect  200 text~"value=\"$copy\""
POST    /cb/mo-hinh/$id/lam-theo unit=19777 parent=$copy begins_on=06/07/2025 metric="Hộ để rác" amount_before=12 measure=hộ source="Sổ tổ" contact="Văn phòng, 0235"
expect  422 text~"sớm hơn ngày nơi được học bắt đầu"
POST    /cb/mo-hinh/$id/lam-theo unit=19777 parent=$copy begins_on=05/10/2025 metric="Hộ để rác" amount_before=12 measure=hộ source="Sổ tổ" contact="Văn phòng, 0235"
expect  303 /cb/lam-theo/*
let     third = location after "/cb/lam-theo/"
POST    /cb/lam-theo/$third/end said="Chưa đủ người."
expect  303
POST    /cb/lam-theo/$third/end said="Chưa đủ người."
expect  422
POST    /cb/mo-hinh/$id/lam-theo unit=19777 parent=$third begins_on=05/10/2025 metric="Hộ để rác" amount_before=12 measure=hộ source="Sổ tổ" contact="Văn phòng, 0235"
expect  422 text~"không học từ chính mình"
POST    /cb/mo-hinh/$id/lam-theo unit=19777 parent=$copy begins_on=11/08/2025 metric="Hộ để rác" amount_before=12 measure=hộ source="Sổ tổ" contact="Văn phòng, 0235"
expect  303 /cb/lam-theo/*
let     next = location after "/cb/lam-theo/"
anonymous
GET     /lam/mo-hinh/$id/nhan-rong
expect  200 text~"3 nơi làm theo" text~"<svg" text~"tự khai, chưa được xác nhận" text~"Đã thôi"
limit   queries 3
GET     /lam/mo-hinh/$id/nhan-rong.json
expect  json .copies[0].unit = 19789
expect  json .copies[1].parent_id = $copy
GET     /lam/mo-hinh/$id/nhan-rong?nam=2024
expect  422 text~"Năm này chưa có nơi nào làm theo"
GET     /lam/mo-hinh/$id/nhan-rong.json?nam=2030
expect  422
ledger  verifies

# --- A check: of a month that has come, measured when it has come, not to come.
as      hoa "nón bài thơ bên cầu"
POST    /cb/lam-theo/$copy/do month=3 amount=20 measured_on=07/07/2025 source="Sổ tổ" difficulties="Mưa."
expect  422 text~"sớm hơn ngày đủ tháng"
GET     /cb/lam-theo/$copy
expect  200 text~"Kỳ kiểm tra tới: từ ngày 07/10/2025" no~"Báo kết quả kiểm tra" text~"Thôi làm theo"
advance 91 days
as      hoa "nón bài thơ bên cầu"
GET     /cb/lam-theo/$copy
expect  200 no~"Hỏi kết quả kiểm tra" no~"Báo kết quả kiểm tra"
advance 1 days
as      hoa "nón bài thơ bên cầu"
GET     /cb/lam-theo/$copy
expect  200 text~"Hỏi kết quả kiểm tra" text~"Báo kết quả kiểm tra" text~"3 tháng (từ 07/10/2025)"
POST    /cb/lam-theo/$copy/do
expect  422 text~"Chưa có “Kỳ kiểm tra”" text~"Chưa có “Khó khăn, thất bại”"
POST    /cb/lam-theo/$copy/do month=4 amount=20 measured_on=07/10/2025 source="Sổ tổ" difficulties="Mưa."
expect  422 text~"Chỉ kiểm tra sau 3, 6 và 12 tháng"
POST    /cb/lam-theo/$copy/do month=3 amount=20 measured_on=06/10/2025 source="Sổ tổ" difficulties="Mưa."
expect  422 text~"sớm hơn ngày đủ tháng"
POST    /cb/lam-theo/$copy/do month=3 amount=20 measured_on=08/10/2025 source="Sổ tổ" difficulties="Mưa dầm."
expect  422 text~"Ngày đo này chưa tới" text~"Mưa dầm."
POST    /cb/lam-theo/999999/do month=3 amount=20 measured_on=07/10/2025 source="Sổ tổ" difficulties="Mưa."
expect  404
as      lan "nón bài thơ bên cầu"
POST    /cb/lam-theo/$copy/do month=3 amount=20 measured_on=07/10/2025 source="Sổ tổ" difficulties="Mưa."
expect  403

# --- Nobody answers: 30 days later it is silent; a check brings it back.
advance 29 days
GET     /lam/mo-hinh/$id/nhan-rong
expect  200 no~"Chưa báo lại"
advance 1 days
GET     /lam/mo-hinh/$id/nhan-rong
expect  200 text~"Chưa báo lại"
as      hoa "nón bài thơ bên cầu"
POST    /cb/lam-theo/$copy/do month=3 amount=20 measured_on=06/11/2025 source="Sổ tổ" difficulties="Mưa nên đếm muộn."
expect  303 /cb/lam-theo/$copy
fact    model.copy_checked model.copy_said model.copy_done
POST    /cb/lam-theo/$copy/do month=3 amount=20 measured_on=06/11/2025 source="Sổ tổ" difficulties="Mưa."
expect  422 text~"đã báo rồi"
GET     /cb/lam-theo/$copy
expect  200 text~"Đang làm theo" text~"tự khai" text~"Mưa nên đếm muộn."
POST    /cb/lam-theo/$copy/verify
expect  403

# --- Verified by one who is of neither unit; turned down with a reason, and measured again.
as      yen "nón bài thơ bên cầu"
GET     /cb/lam-theo
expect  403
GET     /ld
expect  200 text~"<b>1</b> Nơi làm theo mô hình chờ xác nhận" text~"/cb/xac-nhan-lam-theo?unit=46"
GET     /cb/xac-nhan-lam-theo?unit=46
expect  200 text~"/cb/lam-theo/$copy"
GET     /cb/xac-nhan-lam-theo
expect  200 text~"Ngõ không rác" text~"Phường"
GET     /cb/xac-nhan-lam-theo?truoc=$copy
expect  200 no~"Ngõ không rác"
GET     /cb/lam-theo/$copy
expect  200 text~"Xác nhận" text~"Không xác nhận" no~"Báo kết quả kiểm tra</button>"
POST    /cb/lam-theo/$copy/ask
expect  404
POST    /cb/lam-theo/$copy/turn_down
expect  422 text~"Hãy nêu lý do"
POST    /cb/lam-theo/$copy/turn_down said="Sổ không có chữ ký."
expect  303 /cb/lam-theo/$copy
fact    model.copy_said model.copy_done
GET     /cb/lam-theo/$copy
expect  200 text~"không được xác nhận" text~"Sổ không có chữ ký."
POST    /cb/lam-theo/$copy/verify
expect  422 text~"Chưa có kết quả kiểm tra mới để xác nhận"
GET     /lam/mo-hinh/$id
expect  200 text~"3 nơi đã xin làm theo: 0 nơi được xác nhận"
as      hoa "nón bài thơ bên cầu"
POST    /cb/lam-theo/$copy/do month=3 amount=19 measured_on=06/11/2025 source="Sổ tổ có ký" difficulties="Mưa."
expect  303
GET     /cb/lam-theo/$copy
expect  200 text~"Đang làm theo" no~"Chưa báo lại"
as      yen "nón bài thơ bên cầu"
POST    /cb/lam-theo/$copy/verify
expect  303 /cb/lam-theo/$copy
POST    /cb/lam-theo/$copy/verify
expect  422 text~"Chưa có kết quả kiểm tra mới để xác nhận"
GET     /cb/xac-nhan-lam-theo
expect  200 text~"Không có nơi nào chờ xác nhận"

# --- One who holds a post at a unit does not verify for it, whatever power they hold.
as      tam "nón bài thơ bên cầu"
POST    /cb/lam-theo/$next/do month=3 amount=2 measured_on=11/11/2025 source="Sổ tổ" difficulties="Không."
expect  422 text~"Ngày đo này chưa tới"
advance 5 days
as      tam "nón bài thơ bên cầu"
POST    /cb/lam-theo/$next/do month=3 amount=2 measured_on=11/11/2025 source="Sổ tổ" difficulties="Ít người."
expect  303
GET     /cb/lam-theo/$next
expect  200 no~">Xác nhận</button>"
POST    /cb/lam-theo/$next/verify
expect  422 text~"có chức vụ ở một trong hai đơn vị"
GET     /cb/xac-nhan-lam-theo
expect  200 text~"Ngõ không rác"
POST    /cb/lam-theo/$copy/verify
expect  403

# --- For everybody: credit on the page of the model, ranking, card, tree.
anonymous
GET     /lam/mo-hinh/$id
expect  200 text~"3 nơi đã xin làm theo: 1 nơi được xác nhận, 0 nơi giữ được 12 tháng, 1 nơi đã thôi" text~"đã xác nhận sau 3 tháng, ngày 06/11/2025"
limit   queries 5
GET     /lam/mo-hinh
expect  200 text~"1 nơi làm theo đã được xác nhận"
limit   queries 3
GET     /lam/mo-hinh.json
expect  json .items[0].verified_copies = 1
GET     /lam/mo-hinh/duoc-lam-theo
expect  200 text~"Ngõ không rác"
limit   queries 1
GET     /lam/mo-hinh/duoc-lam-theo.json
expect  json .items[0].verified = 1
GET     /lam/mo-hinh/duoc-lam-theo.csv
expect  200 text~"Ngõ không rác" Content-Type~csv
GET     /lam/mo-hinh/duoc-lam-theo?before=1-0
expect  422 text~"Số trang không đúng"
GET     /lam/mo-hinh/duoc-lam-theo.json?before=x
expect  422
GET     /lam/mo-hinh/duoc-lam-theo?truoc=1-0-$id
expect  200 no~"Ngõ không rác"
GET     /lam/mo-hinh/duoc-lam-theo?truoc=1-1-1
expect  200 text~"Ngõ không rác"
GET     /lam/mo-hinh/duoc-lam-theo?truoc=2-0-1
expect  200 text~"Ngõ không rác"
ledger  verifies

# --- A check may be left out; the next year the last one; what was before stands under its year.
advance 250 days
as      hoa "nón bài thơ bên cầu"
GET     /cb/lam-theo/$copy
expect  200 text~"6 tháng (từ 07/01/2026)" text~"12 tháng (từ 07/07/2026)"
POST    /cb/lam-theo/$copy/do month=12 amount=3 measured_on=10/07/2026 source="Sổ tổ" difficulties="Hai hộ mới đến."
expect  303
POST    /cb/lam-theo/$copy/do month=6 amount=3 measured_on=10/07/2026 source="Sổ tổ" difficulties="Hai hộ mới đến."
expect  422 text~"đã báo rồi"
as      yen "nón bài thơ bên cầu"
POST    /cb/lam-theo/$copy/verify
expect  303
GET     /lam/mo-hinh/$id/nhan-rong
expect  200 text~"đã xác nhận sau 12 tháng" text~"nam=2025"
GET     /lam/mo-hinh/$id/nhan-rong?nam=2025
expect  200 text~"đã xác nhận sau 3 tháng" no~"đã xác nhận sau 12 tháng"
GET     /lam/mo-hinh/duoc-lam-theo.json
expect  json .items[0].held = 1
as      hoa "nón bài thơ bên cầu"
GET     /cb/lam-theo/$copy
expect  200 no~"Kỳ kiểm tra tới" text~"Đã xác nhận sau 12 tháng"
POST    /cb/lam-theo/$copy/end
expect  422 text~"Hãy nêu lý do"
POST    /cb/lam-theo/$copy/end said="Đã có xe gom rác mỗi ngày."
expect  303
GET     /lam/mo-hinh/$id/nhan-rong?nam=2025
expect  200 text~"Đang làm theo"

# --- A model that was stopped takes no new copy; a unit that has ended begins none.
as      lan "nón bài thơ bên cầu"
POST    /cb/mo-hinh/$id/stop said="Đã thành nếp."
expect  303
GET     /lam/mo-hinh/$id
expect  200 no~"Chúng tôi muốn làm theo" text~"Nơi làm theo"
as      hoa "nón bài thơ bên cầu"
POST    /cb/mo-hinh/$id/lam-theo unit=19789 begins_on=20/07/2026 metric="Hộ để rác" amount_before=25 measure=hộ source="Sổ tổ" contact="Văn phòng, 0234"
expect  422 text~"Mô hình này đã dừng"
as      quan "nón bài thơ bên cầu"
GET     /qt/don-vi/46.MTDT/ket-thuc
let     unit = between "name=\"unit\" value=\"" "\""
POST    /qt/don-vi/46.MTDT/ket-thuc unit=$unit until=18/07/2026
expect  303
POST    /cb/mo-hinh/$id/lam-theo unit=46.MTDT begins_on=20/07/2026 metric="Hộ để rác" amount_before=25 measure=hộ source="Sổ tổ" contact="Văn phòng, 0234"
expect  422 text~"Công ty Môi trường và Công trình đô thị Huế không còn hoạt động"
as      dung "nón bài thơ bên cầu"
GET     /cb/lam-theo
expect  403
GET     /cb/lam-theo/$copy
expect  403
ledger  verifies

# --- What the letters said.
as      thu "nón bài thơ bên cầu"
GET     /qt/hang-doi
expect  200 text~"Đã xác nhận nơi làm theo mô hình “Ngõ không rác”" text~"Chưa xác nhận được nơi làm theo mô hình “Ngõ không rác”" text~"Tới kỳ kiểm tra nơi làm theo mô hình “Ngõ không rác”"
