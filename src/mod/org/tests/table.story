# A table of units from a browser: tried first, done by a second click, bad rows named.
story   A table of units is shown row by row before anything changes, and done by the same rules
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 46 --title "Quản trị" --power org.manage --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Quản trị" --power org.manage --password "trời nắng ở Kim Long" --chosen

GET     /qt/don-vi/nhap
expect  401
as      sau "trời nắng ở Kim Long"
GET     /qt/don-vi
expect  200 text~"/qt/don-vi/nhap"
GET     /qt/don-vi/nhap
expect  200 text~"Tệp CSV" text~"Mã đơn vị cấp trên" text~"phải có"

# What is no table is said, each in a sentence that says how to mend it.
POST    /qt/don-vi/nhap on=01/03/2026
expect  422 text~"Chưa chọn tệp, hoặc tệp trống"
POST    /qt/don-vi/nhap on=01/03/2026 tep@src/mod/org/tests/table/book.csv
expect  422 text~"Đây là bảng tính Excel"
POST    /qt/don-vi/nhap on=01/03/2026 tep@src/mod/org/tests/table/utf16.csv
expect  422 text~"Tệp này là chữ UTF-16"
POST    /qt/don-vi/nhap on=01/03/2026 tep@src/mod/org/tests/table/latin.csv
expect  422 text~"Dòng 2 không phải chữ UTF-8"
POST    /qt/don-vi/nhap on=01/03/2026 tep@src/mod/org/tests/table/large.csv
expect  422 text~"Tệp này quá lớn"
POST    /qt/don-vi/nhap on=01/03/2026 tep@src/mod/org/tests/table/long.csv
expect  422 text~"quá 1.000 dòng"
POST    /qt/don-vi/nhap on=01/03/2026 tep@src/mod/org/tests/table/twice.csv
expect  422 text~"Cột “code” có hai lần." text~"Thiếu cột “Loại đơn vị”."
POST    /qt/don-vi/nhap on=01/03/2026 tep@src/mod/org/tests/table/empty.csv
expect  422 text~"không có dòng nào dưới hàng tiêu đề"
POST    /qt/don-vi/nhap on=01/03/2026 tep@src/mod/org/tests/refused/header.csv
expect  422 text~"không có hàng tiêu đề đọc được"
POST    /qt/don-vi/nhap on=31/02/2026 tep@src/mod/org/tests/table/good.csv
expect  422 text~"phải là một ngày có thật"
POST    /qt/don-vi/nhap tep@src/mod/org/tests/table/good.csv
expect  422 text~"Chưa có “Có hiệu lực từ ngày”"
POST    /qt/don-vi/nhap on=01/03/2026 tep@src/mod/org/tests/table/nul.csv
expect  200 text~"Có ký tự điều khiển trong ô." text~"Không nhận: 1"

# Row by row: what is wrong, and nothing to click when nothing would be done.
POST    /qt/don-vi/nhap on=01/03/2026 tep@src/mod/org/tests/table/bad.csv
expect  200 text~"Đây mới là xem trước" text~"Thêm: 2" text~"Không nhận: 14"
expect  200 text~"Dòng 2" text~"“Tên đơn vị” chỉ được viết trên một dòng."
expect  200 text~"Không có loại đơn vị “huyện”." text~"Đơn vị mới cần mã của đơn vị cấp trên."
expect  200 text~"Không có đơn vị mã “99999” vào ngày đó." text~"“Hoạt động từ ngày” phải là một ngày có thật"
expect  200 text~"Mã đang thuộc đơn vị" text~"Nếu là “Phòng kinh tế xã Phú Hồ” thì sửa như vậy trong tệp" text~"Số cột khác với hàng tiêu đề."
expect  200 text~"Sau ngoặc kép đóng phải là dấu ngăn cột hoặc hết dòng." text~"Mã trùng với dòng 13 của tệp."
expect  200 text~"Không có đơn vị mã “19753.M” vào ngày đó."
GET     /don-vi/19753.K
expect  404

# A good one, as Excel here writes it: tried, then done.
POST    /qt/don-vi/nhap on=01/03/2026 tep@src/mod/org/tests/table/good.csv
expect  200 text~"Thêm: 2" text~"Sửa: 1" text~"Không nhận: 0" text~"Bỏ qua các cột: Ghi chú"
expect  200 text~"Sẽ thêm" text~"Sẽ sửa" text~"Tên đơn vị: " text~"Làm với 3 dòng"
let     rows = between "name=\"rows\" value=\"" "\">"
GET     /don-vi/19753.X
expect  404
ledger  verifies
POST    /qt/don-vi/nhap/lam on=01/03/2026 "rows=code,name,kind"
expect  422 text~"không có dòng nào dưới hàng tiêu đề"
POST    /qt/don-vi/nhap/lam on=01/03/2026 "rows=$rows"
expect  200 text~"Đã làm xong" text~"Thêm: 2" text~"Sửa: 1" text~"Đã thêm"
fact    org.unit_added org.unit_renamed org.unit_contact org.unit_added org.unit_contact
GET     /don-vi/19753.T9
expect  200 text~"Tổ dân phố 9" text~"Khối “Phố cổ”" text~"0234 3 822 222"
ledger  verifies

# The same file once more leaves all as it is, and offers nothing to click.
POST    /qt/don-vi/nhap on=01/03/2026 tep@src/mod/org/tests/table/good.csv
expect  200 text~"Giữ nguyên: 3" text~"Thêm: 0" no~"Làm với"

# What is no longer as it was when the plan was shown is named; the rest is done.
POST    /qt/don-vi/nhap/lam on=01/03/2026 "rows=code,name,kind,parent,until\n19753.T9,Tổ dân phố Chín,village,19753,\n19753.X,Khối Phố cổ,board,19753,28/02/2026\n19753.Y,Khối Y,board,19753,"
expect  200 text~"Không nhận: 1" text~"Đã sửa: Tên đơn vị: Khối “Phố cổ” → Khối Phố cổ." text~"Ngày kết thúc đứng trước lần thay đổi" text~"Mã đơn vị cấp trên: 19753.X → 19753"
fact    org.unit_renamed org.unit_moved org.unit_renamed org.unit_added
POST    /qt/don-vi/nhap/lam on=02/03/2026 "rows=code,name,kind,until,successor\n19753.X,Khối Phố cổ,board,31/03/2026,19753.Z 19753.Y\n19753.Y,Khối Y,board,31/03/2026,"
expect  200 text~"Không có đơn vị mã “19753.Z” vào ngày đó." text~"Sửa: 1"
fact    org.unit_ended
POST    /qt/don-vi/nhap/lam on=02/03/2026 "rows=code,name,kind,until,successor\n19753.X,Khối Phố cổ,board,31/03/2026,19753"
expect  200 text~"Sửa: 1" text~"Ngày hoạt động cuối cùng: (trống) → 2026-03-31"
fact    org.unit_ended

# Powers are asked row by row: he manages a ward, not the one beside it, nor the ward itself.
POST    /qt/don-vi/nhap/lam on=02/03/2026 "rows=code,name,kind,parent,from\n19774.X,Phòng X,office,19774,\n19753,Phường Phú Xuân Mới,government,46,01/07/2025"
expect  200 text~"Không nhận: 2" text~"Tài khoản này không có quyền"

# What goes out comes back: without formulas, and nothing is changed by it.
POST    /qt/don-vi/nhap/lam on=02/03/2026 "rows=code,name,kind,parent,address\n19753.W,=1+1,office,19753,@SUM(1)"
expect  200 text~"Thêm: 1"
GET     /qt/don-vi/danh-sach.csv
expect  200 Content-Type~csv text~"\"'=1+1\"" text~"Phường Phú Xuân" no~"Phường An Cựu"
POST    /qt/don-vi/nhap on=02/03/2026 tep@-
expect  200 text~"Thêm: 0" text~"Sửa: 0" text~"Không nhận: 0"
GET     /qt/don-vi/danh-sach.xlsx
expect  200
ledger  verifies

# Bringing in a table is grave: an hour later one shows first who one is, and the table comes along.
advance 1 hours
as      lan "trời mưa ở Vỹ Dạ"
advance 11 minutes
POST    /qt/don-vi/nhap/lam on=02/03/2026 "rows=code,name,kind,phone\n19774,Phường An Cựu,government,0234"
expect  403 text~"Xác nhận là chính mình" text~"19774,Phường An Cựu"
POST    /xac-nhan/qt/don-vi/nhap/lam on=02/03/2026 "rows=code,name,kind,phone\n19774,Phường Kim Long,government,0234" factor=sai
expect  422 text~"Mật khẩu không đúng" text~"19774,Phường Kim Long"
POST    /xac-nhan/qt/don-vi/nhap/lam on=02/03/2026 "rows=code,name,kind,phone\n19774,Phường Kim Long,government,0234" "factor=trời mưa ở Vỹ Dạ"
expect  307 /qt/don-vi/nhap/lam
POST    /qt/don-vi/nhap/lam on=02/03/2026 "rows=code,name,kind,phone\n19774,Phường Kim Long,government,0234"
expect  200 text~"Sửa: 1" text~"Điện thoại: (trống) → 0234"
ledger  verifies
