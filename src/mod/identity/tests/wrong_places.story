# What a form brings is not believed: neither a person that there is not, nor what is somebody else's.
story   Whoever manages one commune's people changes nothing of another's, whatever their browser sends
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 46 --title "Quản trị" --power admin,identity.manage,org.manage --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Quản trị" --power identity.manage --password "trời nắng ở Kim Long" --chosen
console identity add --name "Nguyễn Thị Bưởi" --sign-in buoi --unit 19867 --title "Chuyên viên" --power org.manage --password "vườn trái cây bên sông" --chosen

as      lan "trời mưa ở Vỹ Dạ"
GET     /qt/nguoi-dung
let     buoi = between "<td class=\"k-first\"><a class=\"govuk-link\" href=\"/qt/nguoi-dung/" "\">Nguyễn Thị Bưởi"
GET     /qt/nguoi-dung/$buoi
let     post = between "href=\"/qt/chuc-vu/" "/quyen"
let     grant = between "href=\"/qt/quyen/" "\""
as      buoi "vườn trái cây bên sông"
as      buoi-phone
POST    /dang-nhap sign_in=buoi "password=vườn trái cây bên sông"
expect  303
GET     /cb/toi
let     session = between "action=\"/cb/toi/phien/" "\""

# A post and a power of another commune, from pages of one's own.
as      sau "trời nắng ở Kim Long"
GET     /qt/nguoi-dung
let     sau = between "<td class=\"k-first\"><a class=\"govuk-link\" href=\"/qt/nguoi-dung/" "\">Lê Văn Sáu"
GET     /qt/nguoi-dung/$sau
let     own_post = between "href=\"/qt/chuc-vu/" "/quyen"
let     own_grant = between "href=\"/qt/quyen/" "\""
POST    /qt/chuc-vu/$own_post/sua post=$post "title=Chủ tịch" from=02/03/2026
expect  403 text~"không có quyền"
POST    /qt/chuc-vu/$own_post post=$post until=31/03/2026
expect  403 text~"không có quyền"
POST    /qt/quyen/$own_grant grant=$grant
expect  403 text~"không có quyền"
# Another commune's person, who would sign in without their telephone.
POST    /qt/nguoi-dung/$sau/hai-lop person=$buoi
expect  403 text~"không có quyền"
# Somebody else's post and session.
POST    /cb/toi/chuc-vu post=$post
expect  403
POST    /cb/toi/phien/$session
expect  403
as      buoi
GET     /cb/toi
expect  200 text~"Chuyên viên" no~"Chủ tịch"

# What there is not.
as      lan
POST    /qt/nguoi-dung/$buoi/chuc-vu person=999999999 unit=46 "title=Thư ký" from=01/03/2026
expect  404
POST    /qt/nguoi-dung/$buoi/sua person=999999999 version=0 "name=Nguyễn Thị Bưởi"
expect  404
POST    /qt/chuc-vu/$post/sua post=999999999 "title=Chủ tịch" from=02/03/2026
expect  404
POST    /qt/chuc-vu/$post post=999999999 until=31/03/2026
expect  404
POST    /qt/chuc-vu/$post/quyen post=999999999 power=org.manage unit=46
expect  404
POST    /qt/quyen/$grant grant=999999999
expect  404
POST    /cb/toi/chuc-vu post=999999999
expect  404
ledger  verifies
