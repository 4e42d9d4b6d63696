# The network of units, from a file to a page, and how it changes.
story   Units are loaded, found without tone marks, changed, and their past stays
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 46 --title "Quản trị" --power org.manage --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Quản trị" --power org.manage --password "trời nắng ở Kim Long" --chosen
ledger  verifies

GET     /don-vi
expect  200 text~"Thành phố Huế" no~"Quản lý"
GET     "/don-vi?q=PHU%20xuan"
expect  200 text~"Phường Phú Xuân"
GET     "/don-vi.json?q=phu%20xuan"
expect  json .items[0].code = 19753
GET     "/don-vi?q=%25"
expect  200
GET     "/don-vi?q=khongcodau%20nao"
expect  200 text~"Không tìm thấy đơn vị nào"
GET     /don-vi/19753
expect  200 text~"Văn phòng Hội đồng nhân dân" text~"Thành phố Huế"
limit   queries 12 arena 128KiB
GET     /don-vi/46?loai=government
expect  200 text~"Xã Quảng Điền" no~"Xem tiếp"
GET     /don-vi/99999
expect  404
GET     /don-vi/19753?ngay=2025-06-30
expect  404

# Nobody but those who manage units comes in.
GET     /qt/don-vi
expect  401
POST    /qt/don-vi/moi code=1
expect  401

as      sau "trời nắng ở Kim Long"
GET     /qt/don-vi/19753
expect  200 no~"Kết thúc hoạt động" text~"Sửa cách liên hệ"
GET     /qt/don-vi/19867
expect  403
# A power reaches down, not up and not sideways.
POST    /qt/don-vi/moi parent=19753 code=19753.T13 "name=Tổ dân phố 13" kind=residential-group from=01/03/2026
expect  303 /qt/don-vi/19753.T13
fact    org.unit_added
POST    /qt/don-vi/moi parent=46 code=46.X "name=Sở X" kind=office from=01/03/2026
expect  403 text~"không có quyền"
POST    /qt/don-vi/moi parent=19867 code=19867.X "name=Ban X" kind=board from=01/03/2026
expect  403 text~"không có quyền"
# What is wrong is said beside its field, and what was typed stays.
POST    /qt/don-vi/moi parent=19753 code=19753.T13 "name=Tổ dân phố 13" kind=residential-group from=01/03/2026
expect  422 text~"Mã đang thuộc đơn vị" text~"19753.T13"
POST    /qt/don-vi/moi parent=19753 "code=mã có dấu" "name=X" kind=office from=01/03/2026
expect  422 text~"không đúng: chỉ gồm"
POST    /qt/don-vi/moi parent=19753 code=19753.Y "name=X" kind=office from=30/02/2026
expect  422 text~"một ngày có thật"

as      lan "trời mưa ở Vỹ Dạ"
GET     /qt/don-vi/19753/ten
let     ward = between "name=\"unit\" value=\"" "\""
POST    /qt/don-vi/19753/ten unit=$ward "name=Phường Phú Xuân Mới" kind=government on=03/03/2026
expect  422 text~"chưa tới"
POST    /qt/don-vi/19753/ten unit=$ward "name=Phường Phú Xuân Mới" kind=government on=01/03/2026
expect  303 /qt/don-vi/19753
fact    org.unit_renamed
GET     /don-vi/19753
expect  200 text~"Phường Phú Xuân Mới" text~"Trước đây" text~"28/02/2026"
POST    /qt/don-vi/19753/chuyen unit=$ward parent=19753.VP on=02/03/2026
expect  422 text~"không thể đứng dưới chính nó"

# A village moves to another commune, its Front team with it, and ends there.
GET     /qt/don-vi/19753.T01/chuyen
let     group = between "name=\"unit\" value=\"" "\""
POST    /qt/don-vi/19753.T01/chuyen unit=$group parent=19867 on=02/03/2026
expect  303 /qt/don-vi/19753.T01
fact    org.unit_moved
GET     /don-vi/19753.T01.MT
expect  200 text~"Xã Quảng Điền"
POST    /qt/don-vi/19753.T01/ket-thuc unit=$group until=31/03/2026
expect  422 text~"Còn đơn vị trực thuộc"
GET     /qt/don-vi/19753.T01.MT/ket-thuc
let     team = between "name=\"unit\" value=\"" "\""
POST    /qt/don-vi/19753.T01.MT/ket-thuc unit=$team until=31/03/2026
expect  303
POST    /qt/don-vi/19753.T01/ket-thuc unit=$group until=31/03/2026 "successor=19867.T01 99"
expect  422 text~"Không có đơn vị mã"
POST    /qt/don-vi/19753.T01/ket-thuc unit=$group until=31/03/2026 successor=19867.T01 "note=Nghị quyết 5/NQ-HĐND"
expect  303
fact    org.unit_ended
anonymous
GET     /don-vi/19753.T01
expect  200 text~"đến hết"
advance 30 days
GET     /don-vi/19753.T01
expect  301 /don-vi/19867.T01?tu=19753.T01
GET     /don-vi/19867.T01?tu=19753.T01
expect  200 text~"Tổ dân phố 1 nay là Thôn Đông Xuyên, từ ngày 01/04/2026"
GET     /don-vi/19753.T01?ngay=2026-03-31
expect  200 text~"Nay là"

# Its code is free from then on, and the old unit is still found by its day.
as      lan "trời mưa ở Vỹ Dạ"
POST    /qt/don-vi/moi parent=19753 code=19753.T01 "name=Tổ dân phố 1 mới" kind=residential-group from=01/04/2026
expect  303
GET     /don-vi/19753.T01
expect  200 text~"Tổ dân phố 1 mới"
GET     /don-vi/19753.T01?ngay=2026-03-01
expect  200 no~"Tổ dân phố 1 mới"

# Who is whose focal unit is a link, and ends by itself.
GET     /qt/don-vi/19753/dau-moi
let     ward = between "name=\"unit\" value=\"" "\""
POST    /qt/don-vi/19753/dau-moi unit=$ward kind=dan-van other=19753.DU.XDD from=01/07/2025
expect  303
fact    org.link_added
POST    /qt/don-vi/19753/dau-moi unit=$ward kind=dan-van other=19753.DU.XDD from=01/07/2025
expect  422 text~"đang là đầu mối rồi"
GET     /don-vi/19753
expect  200 text~"Đầu mối dân vận" text~"Ban Xây dựng Đảng"
ledger  verifies
