story   Help stands on every page, and the same sentences make a guide for each role
clock   2026-03-13 09:00
console org import --hue
console identity add --sign-in lan --name "Trần Thị Lan" --unit 19753 --title "Cán bộ" --power feedback.handle --password "nón bài thơ bên cầu" --chosen

# The list, and the sheet of those who most often need it: it names the buttons as they are.
GET     /tro-giup
expect  200 text~"/tro-giup/nguoi-dan" text~"/tro-giup/can-bo" text~"/tro-giup/mot-cua" text~"/tro-giup/lanh-dao" text~"/tro-giup/to-cao" text~"/tro-giup/quan-tri"
GET     /tro-giup/nguoi-dan
expect  200 text~"<h1" text~"Hướng dẫn cho người dân" text~"Bấm “Bắt đầu viết” rồi trả lời từng câu" text~"Bấm “Viết đơn khiếu nại”" no~"Duyệt và gửi trả lời"
GET     /tro-giup/khong-co
expect  404 help~"Chọn hướng dẫn của mình"

# At the foot of a page: the same sentence, and the way to the whole guide.
GET     /gui
expect  200 help~"Trợ giúp trang này" help~"Bấm “Bắt đầu viết” rồi trả lời từng câu" help~"/tro-giup/nguoi-dan"

# For an officer on the desk's pages, and for whoever has to sign in first: help is no secret.
GET     /cb/hop-thu
expect  401 help~"Trợ giúp trang này"
as      lan "nón bài thơ bên cầu"
GET     /cb/hop-thu
expect  200 help~"Mở hộp thư mỗi sáng" help~"/tro-giup/can-bo"

# In English all of it is English.
header  Cookie: tieng=en
GET     /tro-giup/can-bo
expect  200 text~"Open the inbox every morning" no~"Mở hộp thư mỗi sáng"

# A page that is not there has no help of its own; the guides are one step away.
GET     /khong-co-trang-nay
expect  404 help~"/tro-giup"
