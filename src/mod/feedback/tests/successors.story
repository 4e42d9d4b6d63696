# Communes end: their figures stay a line of their own, or are counted with the one that took over.
story   A unit that was merged is counted where it was or with its heir, and one that was divided is never divided
law     72/2025/QH15
clock   2026-03-02 09:00
console org import --hue
console identity add --sign-in khoa --name "Lê Khoa" --unit 46 --title "Chánh Văn phòng" --power report.read,org.manage --password "nón bài thơ bên cầu" --chosen
as      khoa "nón bài thơ bên cầu"
POST    /qt/don-vi/moi parent=46 code=99001 "name=Xã Bến Đò" kind=government prefix=QA from=01/01/2026
expect  303
POST    /qt/don-vi/moi parent=46 code=99002 "name=Xã Chợ Nọ" kind=government prefix=QB from=01/01/2026
expect  303
POST    /qt/don-vi/moi parent=46 code=99003 "name=Xã Đò Ngang" kind=government prefix=QC from=01/01/2026
expect  303
anonymous
POST    /api/v1/reports json {"unit":"99001","category":"rac-thai","text":"Rác chất đống ở bến đò.","place":"Bến đò","identity":"anonymous"}
POST    /api/v1/reports json {"unit":"99002","category":"rac-thai","text":"Chợ không ai quét dọn.","place":"Chợ Nọ","identity":"anonymous"}
POST    /api/v1/reports json {"unit":"99003","category":"rac-thai","text":"Đò ngang không có áo phao.","place":"Bến sông","identity":"anonymous"}
POST    /api/v1/reports json {"unit":"19753","category":"rac-thai","text":"Cống trước trường học hôi quá.","place":"Trường học","identity":"anonymous"}

# One goes into another, that one into the ward, and the third is divided between two wards.
as      khoa
GET     /qt/don-vi/99003/ket-thuc
let     third = between "name=\"unit\" value=\"" "\""
POST    /qt/don-vi/99003/ket-thuc unit=$third until=15/03/2026 successor=99001
expect  303
GET     /qt/don-vi/99001/ket-thuc
let     first = between "name=\"unit\" value=\"" "\""
POST    /qt/don-vi/99001/ket-thuc unit=$first until=31/03/2026 successor=19753
expect  303
GET     /qt/don-vi/99002/ket-thuc
let     second = between "name=\"unit\" value=\"" "\""
POST    /qt/don-vi/99002/ket-thuc unit=$second until=31/03/2026 "successor=19753 19789"
expect  303

# As long as they are at work nothing is said of them.
GET     /ld?unit=46&month=202603
expect  200 no~"Quy về đơn vị hiện nay" no~"Đường chấm"
# In its first days a month has next to nothing: the page leads to the one before.
advance 31 days
as      khoa "nón bài thơ bên cầu"
GET     /ld
expect  200 text~"Số liệu đến" text~"Tháng này mới bắt đầu, số còn ít." text~"Xem tháng 03/2026</a>"
advance 9 days
as      khoa "nón bài thơ bên cầu"
GET     /ld
expect  200 no~"Tháng này mới bắt đầu"
GET     /ld?unit=46&month=202603
expect  200 text~"Theo đơn vị lúc đó" text~"Quy về đơn vị hiện nay" text~"Xã Bến Đò</a> <span class=\"k-small k-muted\">(cũ, đến hết 31/03/2026, nay là Phường Phú Xuân)" text~"(cũ, đến hết 31/03/2026, chia cho Phường Phú Xuân, Phường Thuận Hóa)" text~"Đường chấm: 16/03/2026, đổi địa giới: Xã Đò Ngang thôi hoạt động." text~"Đường chấm: 01/04/2026, đổi địa giới: Xã Bến Đò và nơi khác thôi hoạt động."
GET     /ld.csv?unit=46&month=202603
expect  200 text~"Phường Phú Xuân\",1,0,0,1,0,0,0" text~"Xã Bến Đò\",1," text~"Xã Chợ Nọ\",1," text~"Xã Đò Ngang\",1,"

# Counted with its heir: all that is one place's; the divided one stays what it was.
GET     /ld?unit=46&month=202603&counted=now
expect  200 no~"Xã Bến Đò</a>" no~"Xã Đò Ngang</a>" text~"chia cho Phường Phú Xuân, Phường Thuận Hóa: không cộng vào nơi nào)"
GET     /ld.csv?unit=46&month=202603&counted=now
expect  200 text~"Phường Phú Xuân\",3,0,0,3,0,0,0" no~"Xã Bến Đò" no~"Xã Đò Ngang" text~"Xã Chợ Nọ\",1,"
GET     /ld/ho-so?unit=19753&month=202603&figure=received&counted=now
expect  200 text~"Rác chất đống ở bến đò" text~"Đò ngang không có áo phao" text~"Cống trước trường" no~"Chợ không ai quét"
GET     /ld/ho-so?unit=19753&month=202603&figure=received
expect  200 text~"Cống trước trường" no~"bến đò"
GET     /ld/ho-so?unit=46&month=202603&figure=received&counted=now
expect  200 text~"Rác chất đống ở bến đò" text~"Đò ngang không có áo phao" text~"Cống trước trường" text~"Chợ không ai quét"

# The ward says whose numbers these are, and a commune that is no more says where they went.
GET     /ld?unit=19753&month=202603
expect  200 text~"không gồm số của những đơn vị cũ" text~"/ld?unit=99001&amp;month=202603" text~"Xã Đò Ngang (đến hết 15/03/2026)"
GET     /ld?unit=19753&month=202603&counted=now
expect  200 text~"gồm cả số của những đơn vị cũ" text~"counted=now"
GET     /ld?unit=99001&month=202603
expect  200 text~"Đơn vị này hoạt động đến hết 31/03/2026. Nơi kế tục:" text~"/ld?unit=19753&amp;month=202604"
GET     /ld?unit=99002&month=202603
expect  200 text~"rồi được chia, nên số của nó không cộng vào nơi nào"
GET     /ld?unit=46&month=202603&counted=sometimes
expect  422 text~"Không có cách xem này"
GET     /ld?unit=46&month=202603&metric=beauty
expect  422 text~"Không có cách xem này"

# For everybody each keeps its line: the difference of two sums would tell a number below five.
anonymous
GET     /giam-sat/so-lieu
expect  200 text~"Xã Bến Đò (cũ)" text~"Xã Chợ Nọ (cũ)" no~"Phường Phú Xuân (cũ)" no~"Quy về đơn vị hiện nay"
ledger  verifies
