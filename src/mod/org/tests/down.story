# The page that a proxy keeps: how people are reached while the server is not.
story   While nothing answers, a proxy shows the telephones of the units, and says what was not received
clock   2026-03-02 09:00
GET     /tam-ngung
expect  404
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 46 --title "Quản trị" --power org.manage --password "trời mưa ở Vỹ Dạ" --chosen
GET     /tam-ngung
expect  200 text~"Hệ thống của Thành phố Huế chưa trả lời được" no~"Gọi hỏi" no~"<table>" Content-Security-Policy~"style-src 'sha256-"
as      lan "trời mưa ở Vỹ Dạ"
GET     /qt/don-vi/46/lien-he
let     unit = between "name=\"unit\" value=\"" "\""
POST    /qt/don-vi/46/lien-he unit=$unit "phone=0234 3822 122" "hours=7:30–17:00" "address=14 Lê Lợi"
expect  303
GET     /qt/don-vi/19753/lien-he
let     unit = between "name=\"unit\" value=\"" "\""
POST    /qt/don-vi/19753/lien-he unit=$unit "phone=0234 3501 234"
expect  303
anonymous
GET     /tam-ngung
expect  200 text~"Gọi hỏi: 0234 3822 122" text~"Giờ làm việc: 7:30–17:00" text~"Đến tận nơi: 14 Lê Lợi"
expect  200 text~"<th scope=\"row\">Phường Phú Xuân</th><td>0234 3501 234</td>" text~"chưa được nhận" text~"was not received"
# It stands on nothing that would have to be fetched.
expect  200 no~"src=" no~"<link" no~"<script" no~"url(" no~"href=\"/"
