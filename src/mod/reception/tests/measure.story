# Offices are measured by the law of each month: by the week until June 2026, by the month since.
story   A commune's head who received on two days was short of it in June 2026, and had done enough in July
law     42/2013/QH13 art 15
law     136/2025/QH15 art 0
clock   2026-05-25 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Chủ tịch" --power reception.handle,reception.lead --password "trời mưa ở Vỹ Dạ" --chosen
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/tiep-dan/moi unit=19753 on=05/06/2026 from=07:30 until=11:00 "place=Phòng tiếp công dân" is_by_head=1
let     first = location after "/buoi/"
POST    /cb/tiep-dan/moi unit=19753 on=19/06/2026 from=07:30 until=11:00 "place=Phòng tiếp công dân" is_by_head=1
let     second = location after "/buoi/"
POST    /cb/tiep-dan/moi unit=19753 on=03/07/2026 from=07:30 until=11:00 "place=Phòng tiếp công dân" is_by_head=1
let     third = location after "/buoi/"
POST    /cb/tiep-dan/moi unit=19753 on=17/07/2026 from=07:30 until=11:00 "place=Phòng tiếp công dân" is_by_head=1
let     fourth = location after "/buoi/"
advance 54 days
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/tiep-dan/buoi/$first/ket-qua outcome=head
expect  303
POST    /cb/tiep-dan/buoi/$second/ket-qua outcome=head
expect  303
POST    /cb/tiep-dan/buoi/$third/ket-qua outcome=head
expect  303
anonymous
GET     /giam-sat/tiep-dan.csv?thang=07-2026
expect  200 text~"\"19753\",\"Phường Phú Xuân\",\"07/2026\",2,2,1,\"ngày\",\"Tháng chưa hết\""
as      lan
POST    /cb/tiep-dan/buoi/$fourth/ket-qua outcome=head
expect  303
anonymous
GET     /giam-sat/tiep-dan.csv?thang=07-2026
expect  200 text~"\"19753\",\"Phường Phú Xuân\",\"07/2026\",2,2,2,\"ngày\",\"Đủ\""
GET     /giam-sat/tiep-dan.csv?thang=06-2026
expect  200 text~"\"19753\",\"Phường Phú Xuân\",\"06/2026\",2,4,2,\"tuần\",\"Chưa đủ\"" text~"Chưa niêm yết lịch ở đây" text~"Tuần từ thứ Hai 08/06/2026 không có ngày nào" text~"điểm d khoản 2 Điều 15"
GET     /giam-sat/tiep-dan.json?thang=06-2026
expect  json .month = 06/2026
GET     /giam-sat/tiep-dan?thang=06-2026
expect  200 text~"Người đứng đầu có tiếp dân đủ ngày?" text~"Chưa đủ" text~"Điều 15"
limit   queries 3
# What is no month is this one, and a month to come too.
GET     /giam-sat/tiep-dan.json?thang=xx
expect  json .month = 07/2026
GET     /giam-sat/tiep-dan.json?thang=08-2026
expect  json .month = 07/2026
