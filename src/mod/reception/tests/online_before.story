# Before July 2026 the law knew no reception by a line.
story   A day before 1 July 2026 is not held online
law     154/2026/NĐ-CP art 23
clock   2026-06-10 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Chủ tịch" --power reception.handle,reception.lead --password "trời mưa ở Vỹ Dạ" --chosen
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/tiep-dan/moi unit=19753 on=30/06/2026 from=07:30 until=11:00 place=Phòng seats=2 point=19774 link=https://hop.example.vn/kin
expect  422 text~"chưa có quy định về tiếp công dân trực tuyến" text~"Điều 23"
POST    /cb/tiep-dan/moi unit=19753 on=01/07/2026 from=07:30 until=11:00 place=Phòng seats=2 point=19774 link=https://hop.example.vn/kin
expect  303
ledger  verifies
