# Letters of a reception: a receipt for papers that two people sign by hand, and a notice of refusal.
story   Papers are taken in against a receipt, and a refusal is told in a letter with a number
law     154/2026/NĐ-CP art 4
law     30/2020/NĐ-CP art 15
clock   2026-10-08 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Chủ tịch" --power reception.handle,reception.lead --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Hồ Thị Bảy" --sign-in bay --unit 19753 --title "Chuyên viên" --power reception.handle --password "trời xanh ở An Cựu" --chosen
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/tiep-dan/moi unit=19753 on=15/10/2026 from=07:30 until=11:00 "place=Phòng tiếp công dân" seats=5
let     day = location after "/buoi/"
anonymous
POST    /tiep-dan/buoi/$day "name=Phạm Thị Hoa" "address=12 Lê Lợi" "content=Ranh thửa đất." people=1
let     code = between "id=\"ma-ho-so\">" "<"
advance 7 days
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/tiep-dan/hs/$code/check_in
expect  303

# Two sign it by hand: no number and no signer of the office.
GET     /cb/tiep-dan/hs/$code/thu-moi/D154-02
expect  200 text~"Phạm Thị Hoa" text~"Phòng tiếp công dân" text~"giữa các ô gõ dấu |: STT | Tên thông tin, tài liệu, bằng chứng | Số trang | Tình trạng"
GET     /cb/tiep-dan/hs/$code/thu-moi/D124-03
expect  404
POST    /cb/tiep-dan/hs/$code/thu-moi/D154-02 "when=8 giờ ngày 15/10/2026" "place=Phòng tiếp công dân" "officer=Trần Thị Lan" "officer_post=Chủ tịch" "person=Phạm Thị Hoa" "id_paper=046190001234" "papers=1 | Bản đồ thửa đất | 2 | Bản sao" copies=02
expect  303
let     one = location after "/thu/"
fact    reception_letter.draft
POST    /cb/tiep-dan/hs/$code/thu/$one/ask
expect  303
fact    reception_letter.ask
POST    /cb/tiep-dan/hs/$code/thu/$one/back "note=Ghi số tờ."
expect  303
fact    reception_letter.back
# Whoever receives the papers gives the receipt.
as      bay "trời xanh ở An Cựu"
POST    /cb/tiep-dan/hs/$code/thu/$one/issue
expect  303
fact    reception_letter.issue
as      lan
GET     /cb/tiep-dan/hs/$code/thu/$one
expect  200 text~"Đã ban hành" no~"/TB-UBND"
GET     /cb/tiep-dan/hs/$code/thu/$one/tep
expect  200
POST    /cb/tiep-dan/hs/$code/thu/$one/sign file@signed
expect  303
fact    reception_letter.sign
POST    /cb/tiep-dan/hs/$code/thu/$one/sign file@-
expect  422
POST    /cb/tiep-dan/hs/$code/thu/$one/send "note=Trao tay bà Hoa một bản"
expect  303
fact    reception_letter.send

# The notice of a refusal has its number, and telling of it finds that.
POST    /cb/tiep-dan/hs/$code/refuse "said=Không mang giấy ủy quyền." reason=uy-quyen
expect  303
GET     /cb/tiep-dan/hs/$code/thu-moi/D154-01
expect  200 text~"Không mang giấy ủy quyền."
POST    /cb/tiep-dan/hs/$code/thu-moi/D154-01 "person=Phạm Thị Hoa" "id_paper=046190001234" "address=12 Lê Lợi" came_on=15/10/2026 "place=Phòng tiếp công dân" "kind=kiến nghị, phản ánh" "matter=Ranh thửa đất" "ground=điểm e khoản 1" "reason=Không mang giấy ủy quyền"
let     two = location after "/thu/"
POST    /cb/tiep-dan/hs/$code/thu/$two/issue signing=self "post=Chủ tịch" "name=Trần Thị Lan"
expect  303
GET     /cb/tiep-dan/hs/$code
expect  200 text~"value=\"01/TB-UBND\""
POST    /cb/tiep-dan/hs/$code/thu/$two/revoke "note=Ghi sai tên."
expect  303
fact    reception_letter.revoke
GET     /cb/tiep-dan/hs/$code
expect  200 no~"value=\"01/TB-UBND\""
POST    /cb/tiep-dan/hs/$code/thu-moi/D154-01 "person=Phạm Thị Hoa"
let     three = location after "/thu/"
POST    /cb/tiep-dan/hs/$code/thu/$three/drop
expect  303
fact    reception_letter.drop
ledger  verifies
