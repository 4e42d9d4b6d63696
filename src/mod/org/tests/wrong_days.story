# What the network of units does not take: days that cannot be, and ties that lead nowhere.
story   A change of a unit on a day that cannot be is refused, and so is a tie to nobody
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 46 --title "Quản trị" --power org.manage --password "trời mưa ở Vỹ Dạ" --chosen
as      lan "trời mưa ở Vỹ Dạ"

# A change is told in its order, and not of a unit that is no more.
GET     /qt/don-vi/19753.T01.MT/ten
let     team = between "name=\"unit\" value=\"" "\""
POST    /qt/don-vi/19753.T01.MT/ten unit=$team "name=Ban công tác Mặt trận số 1" kind=front on=01/03/2026
expect  303 /qt/don-vi/19753.T01.MT
POST    /qt/don-vi/19753.T01.MT/ten unit=$team "name=Ban công tác Mặt trận" kind=front on=28/02/2026
expect  422 text~"Ngày thay đổi đứng trước lần thay đổi gần nhất của đơn vị."
POST    /qt/don-vi/19753.T01.MT/ket-thuc unit=$team until=28/02/2026
expect  422 text~"Ngày kết thúc đứng trước lần thay đổi gần nhất của đơn vị."
POST    /qt/don-vi/19753.T01.MT/ket-thuc unit=$team until=01/03/2026
expect  303 /qt/don-vi/19753.T01.MT
fact    org.unit_ended
POST    /qt/don-vi/19753.T01.MT/ket-thuc unit=$team until=02/03/2026
expect  422 text~"Đơn vị này đã có ngày kết thúc."
POST    /qt/don-vi/19753.T01.MT/ten unit=$team "name=Ban công tác Mặt trận" kind=front on=02/03/2026
expect  422 text~"Đơn vị đã kết thúc trước ngày đó."

# Nobody stands below what ends before them.
POST    /qt/don-vi/moi parent=46.VP code=46.VP.A "name=Phòng A" kind=office from=01/03/2026
expect  303
GET     /qt/don-vi/46.VP.A/ket-thuc
let     office = between "name=\"unit\" value=\"" "\""
POST    /qt/don-vi/46.VP.A/ket-thuc unit=$office until=31/12/2026
expect  303
POST    /qt/don-vi/moi parent=46.VP.A code=46.VP.A1 "name=Tổ A1" kind=team from=01/03/2026
expect  422 text~"Đơn vị cấp trên kết thúc trước đơn vị này."

# A focal unit is there on the day, of a kind that there is, and its end comes after its beginning.
GET     /qt/don-vi/19753/dau-moi
let     ward = between "name=\"unit\" value=\"" "\""
POST    /qt/don-vi/19753/dau-moi unit=$ward kind=dan-chu other=19753.DU.XDD from=01/07/2025
expect  422 text~"Không có loại đầu mối “dan-chu”."
POST    /qt/don-vi/19753/dau-moi unit=$ward kind=dan-van other=19753.XDD from=01/07/2025
expect  422 text~"Không có đơn vị mã “19753.XDD” vào ngày đó."
POST    /qt/don-vi/19753/dau-moi unit=$ward kind=dan-van other=19753.DU.XDD from=01/07/2025
expect  303
GET     /qt/don-vi/19753
let     link = between "href=\"/qt/dau-moi/" "\""
POST    /qt/dau-moi/$link link=$link until=30/06/2025
expect  422 text~"Ngày kết thúc đứng trước ngày bắt đầu."
POST    /qt/dau-moi/$link link=$link until=31/03/2026
expect  303 /qt/don-vi/19753
fact    org.link_ended
POST    /qt/dau-moi/$link link=$link until=31/03/2026
expect  422 text~"Đầu mối này đã có ngày kết thúc."
ledger  verifies
