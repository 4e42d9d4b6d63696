# What a form brings is not believed: neither a unit that there is not, nor one that somebody else manages.
story   Whoever manages one commune changes nothing in another, whatever their browser sends
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 46 --title "Quản trị" --power org.manage --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Quản trị" --power org.manage --password "trời nắng ở Kim Long" --chosen

as      lan "trời mưa ở Vỹ Dạ"
GET     /qt/don-vi/19867/ten
let     theirs = between "name=\"unit\" value=\"" "\""
POST    /qt/don-vi/19867/dau-moi unit=$theirs kind=phoi-hop other=19753 from=01/07/2025
expect  303
GET     /qt/don-vi/19867
let     link = between "href=\"/qt/dau-moi/" "\""

# From pages of one's own, with the unit of another commune in them.
as      sau "trời nắng ở Kim Long"
POST    /qt/don-vi/19753/ten unit=$theirs "name=Xã Khác" kind=government on=01/03/2026
expect  403 text~"không có quyền"
POST    /qt/don-vi/19753/chuyen unit=$theirs parent=19753 on=01/03/2026
expect  403 text~"không có quyền"
POST    /qt/don-vi/19753/ket-thuc unit=$theirs until=31/03/2026
expect  403 text~"không có quyền"
POST    /qt/don-vi/19753/lien-he unit=$theirs phone=0234000000
expect  403 text~"không có quyền"
POST    /qt/don-vi/19753/dau-moi unit=$theirs kind=phoi-hop other=19753 from=01/07/2025
expect  403 text~"không có quyền"
POST    /qt/dau-moi/$link link=$link until=31/03/2026
expect  403 text~"không có quyền"

# With one that there is not.
POST    /qt/don-vi/19753/ten unit=999999999 "name=Xã Khác" kind=government on=01/03/2026
expect  404
POST    /qt/don-vi/19753/chuyen unit=999999999 parent=19753 on=01/03/2026
expect  404
POST    /qt/don-vi/19753/ket-thuc unit=999999999 until=31/03/2026
expect  404
POST    /qt/don-vi/19753/lien-he unit=999999999 phone=0234000000
expect  404
POST    /qt/don-vi/19753/dau-moi unit=999999999 kind=phoi-hop other=19753 from=01/07/2025
expect  404
POST    /qt/dau-moi/$link link=999999999 until=31/03/2026
expect  404

GET     /don-vi/19867
expect  200 text~"Xã Quảng Điền" no~"Xã Khác" no~"0234000000" no~"đến hết"
fact    org.link_added
ledger  verifies
