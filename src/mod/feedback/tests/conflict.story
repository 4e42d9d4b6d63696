# Two officers, one case: whoever is second sees what the first did, and loses no word of their own.
story   An act on an older version is not carried out, shows what others did, and keeps what was typed
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Phó Chủ tịch" --power feedback.handle,feedback.approve --password "trời mưa ở Vỹ Dạ" --chosen
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"thu-tuc","text":"Nộp giấy khai sinh hai tuần chưa thấy trả."}
let     code = json .code
as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$code/accept version=1
expect  303
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/hs/$code/draft version=2 "text=Ủy ban nhân dân phường đã cấp giấy khai sinh ngày 27/02/2026, mời anh chị tới nhận ở quầy số 1 của phường."
expect  303

# Both wrote an answer: the other's is on the page, mine is in its form.
as      sau
POST    /cb/hs/$code/draft version=2 "text=Phường sẽ trả giấy khai sinh trước ngày 06/03/2026, do ông Lê Văn Sáu ở bộ phận một cửa phụ trách."
expect  409 text~"Có người vừa sửa hồ sơ này" text~"“Trình duyệt trả lời” chưa được ghi" text~"Trần Thị Lan, Phường Phú Xuân"
let     news = between "hồ sơ đã có việc mới:" "Giữ của tôi"
expect  409 text~"quầy số 1 của phường" text~"do ông Lê Văn Sáu" text~"href=\"#viec-draft\"" text~"id=\"viec-draft\" open" text~"Lấy bản mới"
# The page that comes back is of the new version, so that sending again is a choice that was made.
POST    /cb/hs/$code/draft version=3 "text=Phường sẽ trả giấy khai sinh trước ngày 06/03/2026, do ông Lê Văn Sáu ở bộ phận một cửa phụ trách."
expect  303

# What cannot be done any more leaves the words to copy; nobody has to remember them.
as      lan
POST    /cb/hs/$code/approve version=4
expect  303
as      sau
POST    /cb/hs/$code/ask version=4 "text=Anh chị nộp giấy ở quầy nào, ngày nào?"
expect  409 text~"việc này không làm được nữa" text~"quầy nào, ngày nào" text~"“Hỏi thêm người gửi” chưa được ghi"
POST    /cb/hs/$code/ask "text=Anh chị nộp giấy ở quầy nào, ngày nào?"
expect  422 text~"quầy nào, ngày nào" no~"hồ sơ đã có việc mới"
POST    /cb/hs/$code/note version=4 "text=Đã gọi điện."
expect  409 text~"“Ghi chú nội bộ” chưa được ghi" text~"Trả lời người gửi</h3>" text~"Đã gọi điện."
# A plain mistake is no conflict.
POST    /cb/hs/$code/note version=5 text=
expect  422 no~"chưa được ghi" no~"việc mới"
fact    feedback.draft feedback.draft feedback.approve
ledger  verifies
