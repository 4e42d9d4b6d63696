# How the house stands, for who runs it.
story   An administrator sees what is well and what to mend, and nobody else does
clock   2026-08-03 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Quản trị" --power admin --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Lê Thị Mai" --sign-in mai --unit 19753 --title "Cán bộ" --power feedback.handle --password "trời nắng ở Kim Long" --chosen
GET     /qt/suc-khoe
expect  401
as      mai "trời nắng ở Kim Long"
GET     /qt/suc-khoe
expect  403
as      lan "trời mưa ở Vỹ Dạ"
GET     /qt/suc-khoe
expect  200 text~"Sức khỏe máy chủ" text~"Kho dữ liệu" text~"Đọc lại cả kho mỗi đêm" text~"cần xem" text~"Sao lưu" no~"Mọi thứ đều tốt"
