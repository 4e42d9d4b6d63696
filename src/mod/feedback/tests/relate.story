# Two reports that have to do with each other are read together.
story   Related reports name each other to officers, and to the public when both are public
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen
console identity add --name "Hồ Thị Bảy" --sign-in bay --unit 19774 --title "Chuyên viên" --power feedback.handle --password "trời xanh ở An Cựu" --chosen
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"thoat-nuoc","text":"Nước ngập đường Nguyễn Huệ sau mỗi trận mưa."}
let     one = json .code
POST    /api/v1/reports json {"unit":"19774","category":"thoat-nuoc","text":"Cống trước chợ An Cựu nghẹt cả tuần nay."}
let     two = json .code
POST    /api/v1/reports json {"unit":"19774","category":"y-te","text":"Nhà hàng xóm có người bệnh lạ, xin kiểm tra."}
let     hidden = json .code
as      bay "trời xanh ở An Cựu"
POST    /cb/hs/$hidden/withhold reason=doi-tu
expect  303

as      bay
POST    /cb/hs/$one/relate other=$two
expect  404
as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$one/relate
expect  422 text~"mã của hồ sơ kia"
POST    /cb/hs/$one/relate other=PX-2222-2222
expect  422 text~"Không có hồ sơ nào"
POST    /cb/hs/$one/relate other=$one
expect  422 text~"chính hồ sơ này"
# What is withheld elsewhere does not exist here.
POST    /cb/hs/$one/relate other=$hidden
expect  422 text~"Không có hồ sơ nào"
POST    /cb/hs/$one/unrelate other=$two
expect  422 text~"không liên kết với nhau"
POST    /cb/hs/$one/accept
expect  303
POST    /cb/hs/$one/relate other=$two
expect  303
fact    feedback.relate feedback.relate
POST    /cb/hs/$one/relate other=$two
expect  422 text~"đã liên kết với nhau"
GET     /cb/hs/$one
expect  200 text~"Có liên quan" text~"Cống trước chợ An Cựu" text~"href=\"/kiem-tra/ho-so/$two\"" text~"Bỏ liên kết"
# A link is not in the way of an undo.
POST    /cb/hs/$one/undo
expect  303
as      bay
GET     /cb/hs/$two
expect  200 text~"Có liên quan" text~"Nước ngập đường Nguyễn Huệ" text~"Ghi là liên quan"
POST    /cb/hs/$two/relate other=$one
expect  422 text~"đã liên kết với nhau"
anonymous
GET     /kiem-tra/ho-so/$one
expect  200 text~"Có liên quan" text~"href=\"/kiem-tra/ho-so/$two\"" no~"Bỏ liên kết" no~"Ghi là liên quan"
GET     /kiem-tra/ho-so/$two
expect  200 text~"href=\"/kiem-tra/ho-so/$one\""

# Withheld later, it is named to no one outside its own office; the other's page keeps its words.
as      bay
POST    /cb/hs/$two/withhold reason=doi-tu
expect  303
anonymous
GET     /kiem-tra/ho-so/$one
expect  200 no~"$two" no~"Có liên quan"
GET     /kiem-tra/ho-so/$two
expect  200 no~"$one"
as      sau
GET     /cb/hs/$one
expect  200 no~"Cống trước chợ An Cựu"
as      bay
GET     /cb/hs/$two
expect  200 text~"$one"
POST    /cb/hs/$two/publish
expect  303

# Either office takes the link away, on both sides; finished reports may be linked too.
as      bay
POST    /cb/hs/$two/unrelate other=$one
expect  303
fact    feedback.unrelate feedback.unrelate
anonymous
GET     /kiem-tra/ho-so/$one
expect  200 no~"$two"
as      sau
POST    /cb/hs/$one/unrelate other=$two
expect  422 text~"không liên kết với nhau"
POST    /cb/hs/$one/refuse reason=khong-ro "text=Mời bà con cho biết rõ đoạn đường, gọi 0234 382 2222."
expect  303
POST    /cb/hs/$one/relate other=$two
expect  303
anonymous
GET     /kiem-tra/ho-so/$two
expect  200 text~"href=\"/kiem-tra/ho-so/$one\""
ledger  verifies
