# A unit that is gone receives nobody, though its days were posted.
story   Nobody books a day of a unit that has ended
clock   2026-10-01 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 46 --title "Quản trị" --power org.manage,reception.handle --password "trời mưa ở Vỹ Dạ" --chosen
as      lan "trời mưa ở Vỹ Dạ"
POST    /qt/don-vi/moi parent=19753 code=19753.HC "name=Trung tâm Hành chính công" kind=office from=01/10/2026
expect  303
POST    /cb/tiep-dan/moi unit=19753.HC on=20/10/2026 from=07:30 until=11:00 "place=Quầy 1" seats=3
expect  303
let     day = location after "/buoi/"
GET     /qt/don-vi/19753.HC/ket-thuc
let     unit = between "name=\"unit\" value=\"" "\""
POST    /qt/don-vi/19753.HC/ket-thuc unit=$unit until=05/10/2026
expect  303
advance 6 days
anonymous
POST    /tiep-dan/buoi/$day "name=Phạm Thị Hoa" "address=12 Lê Lợi" "content=Ranh thửa đất." people=1
expect  422 text~"không còn hoạt động"
