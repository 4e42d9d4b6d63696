# Templates of answers: kept by a unit, offered to it and below, poured into what is empty, never sent with a gap.
story   An administrator keeps templates, an officer pours one into an answer and fills what is left
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Phan Viết Sơn" --sign-in son --unit 46 --title "Quản trị" --power admin --password "trời gió ở Bạch Hổ" --chosen
console identity add --name "Võ Thị Chín" --sign-in chin --unit 19774 --title "Quản trị" --power admin --password "trời nồm ở Thủy Biều" --chosen
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Phó Chủ tịch" --power feedback.handle,feedback.approve --password "trời mưa ở Vỹ Dạ" --chosen

GET     /qt/mau-tra-loi
expect  401
as      sau "trời nắng ở Kim Long"
GET     /qt/mau-tra-loi
expect  403
POST    /qt/mau-tra-loi/moi unit=19753 title=x occasion=any said=x
expect  403

as      son "trời gió ở Bạch Hổ"
GET     /qt/mau-tra-loi
expect  200 text~"Chưa có mẫu nào" text~"Thành phố Huế dùng được"
GET     /qt/mau-tra-loi?unit=99999
expect  404
GET     /qt/mau-tra-loi/moi?unit=19753
expect  200 text~"value=\"19753\"" text~"ngày nhận" text~"Mọi loại việc" no~"Khiếu nại quyết định"

# What is wrong is said beside its field, and what was typed is kept.
POST    /qt/mau-tra-loi/moi unit=99999 title="Đèn đường" occasion=any said=x
expect  422 text~"Không tìm thấy đơn vị mang mã “99999”" text~"value=\"Đèn đường\""
POST    /qt/mau-tra-loi/moi unit=19753 occasion=any said=x
expect  422 text~"href=\"#title\""
POST    /qt/mau-tra-loi/moi unit=19753 title="Đèn đường" occasion=any
expect  422 text~"Mẫu chưa có chữ nào"
POST    /qt/mau-tra-loi/moi unit=19753 title="Đèn đường" occasion=khac said=x
expect  422 text~"lần trả lời nào"
POST    /qt/mau-tra-loi/moi unit=19753 title="Đèn đường" occasion=any category=khong-co said=x
expect  422 text~"Không có loại việc này"
POST    /qt/mau-tra-loi/moi unit=19753 title="Đèn đường" occasion=any "said=Xong ngày {{ngày xong."
expect  422 text~"Dấu “{{” này chưa thành chỗ trống" text~"href=\"#said\"" text~"{{ngày xong.</textarea>"
POST    /qt/mau-tra-loi/moi unit=19753 title="Đèn đường" occasion=any said=Được. "plan=Xong {{ngày {{xong}}."
expect  422 text~"href=\"#plan\""

POST    /qt/mau-tra-loi/moi unit=19753 title="Đèn đường, đã thay bóng" occasion=any category=chieu-sang "said=Đèn ở {{nơi xảy ra}} đã sáng lại." "done=Tổ quản lý đô thị của {{đơn vị}} đã thay bóng {{ngày thay}}; hồ sơ {{ mã hồ sơ }} nhận {{ngày nhận}}, hạn {{hạn trả lời}}." "unhappy=gọi {{người trả lời}}, số 0234 3822222."
expect  303 /qt/mau-tra-loi?unit=19753
fact    feedback.template_added
GET     /qt/mau-tra-loi?unit=19753
expect  200 text~"Đèn đường, đã thay bóng" text~"Chiếu sáng, điện" text~"Mọi lần trả lời" text~"Đang dùng"
let     one = between "k-first\"><a class=\"govuk-link\" href=\"/qt/mau-tra-loi/" "\">Đèn đường"
POST    /qt/mau-tra-loi/moi unit=19753 title="Đèn đường, đã thay bóng" occasion=any said=x
expect  422 text~"đã có mẫu đang dùng mang tên này"
# Of the city for all below it; of another ward; for what was opened once more.
POST    /qt/mau-tra-loi/moi unit=46 title="Xin lỗi vì chậm" occasion=any "said=Chúng tôi xin lỗi về “{{tên việc}}”. {{hôm nay}}"
expect  303
POST    /qt/mau-tra-loi/moi unit=46 title="Mở lại" occasion=again "said=Việc làm lại."
expect  303
POST    /qt/mau-tra-loi/moi unit=46 title="Chuyện đường sá" occasion=first category=giao-thong "said=Đã vá."
expect  303
POST    /qt/mau-tra-loi/moi unit=19774 title="Của phường An Cựu" occasion=any "said=Của An Cựu."
expect  303
GET     /qt/mau-tra-loi?unit=19753
expect  200 text~"Xin lỗi vì chậm" text~"Trả lời hồ sơ được mở lại" no~"Của phường An Cựu"

# Another ward's administrator sees what the ward gets, and touches only its own.
as      chin "trời nồm ở Thủy Biều"
GET     /qt/mau-tra-loi
expect  200 text~"Của phường An Cựu" text~"Xin lỗi vì chậm" no~"Đèn đường, đã thay bóng"
let     theirs = between "k-first\"><a class=\"govuk-link\" href=\"/qt/mau-tra-loi/" "\">Của phường"
GET     /qt/mau-tra-loi?unit=19753
expect  403
GET     /qt/mau-tra-loi/$one
expect  403
GET     /qt/mau-tra-loi/1
expect  404
GET     /qt/mau-tra-loi/abc
expect  404
POST    /qt/mau-tra-loi/$one version=1 title=x occasion=any said=x
expect  403
POST    /qt/mau-tra-loi/moi unit=19753 title=x occasion=any said=x
expect  403
POST    /qt/mau-tra-loi/$one/dung version=1
expect  403

# Two at once: the second sees what the first has written, and loses nothing.
as      son
POST    /qt/mau-tra-loi/$one version=1 title="Đèn đường, đã thay bóng" occasion=any category=chieu-sang "said=Đèn ở {{nơi xảy ra}} đã sáng lại rồi." "done=Tổ quản lý đô thị của {{đơn vị}} đã thay bóng {{ngày thay}}; hồ sơ {{ mã hồ sơ }} nhận {{ngày nhận}}, hạn {{hạn trả lời}}." "unhappy=gọi {{người trả lời}}, số 0234 3822222."
expect  303
fact    feedback.template_changed
POST    /qt/mau-tra-loi/$one version=1 title="Đèn đường" occasion=any "said=Bản của tôi."
expect  409 text~"Người khác vừa sửa mẫu này" text~"đã sáng lại rồi" text~"Bản của tôi.</textarea>" text~"name=\"version\" value=\"2\""
POST    /qt/mau-tra-loi/$one/dung version=1
expect  409 text~"Người khác vừa sửa mẫu này" text~"đã sáng lại rồi.</textarea>"
POST    /qt/mau-tra-loi/$one version=2 title="" occasion=any said=Xyz
expect  422 text~"href=\"#title\"" text~"Xyz</textarea>"

anonymous
POST    /api/v1/reports json {"unit":"19753","category":"chieu-sang","text":"Đèn đường Kim Long tắt ba đêm nay.","place":"Kim Long"}
let     code = json .code
let     secret = json .secret
as      sau
POST    /cb/hs/$code/accept version=1
GET     /cb/hs/$code/tra-loi
expect  200 text~"Chép vào" text~"Đèn đường, đã thay bóng" text~"Xin lỗi vì chậm" no~"Mở lại</option>" no~"Chuyện đường sá" no~"Của phường An Cựu"
POST    /cb/hs/$code/tra-loi version=2 step=copy said=Tôi
expect  422 text~"Hãy chọn một mẫu" text~"Tôi</textarea>"
POST    /cb/hs/$code/tra-loi version=2 step=copy template=$theirs
expect  422 text~"Hãy chọn một mẫu"

# Into an empty page: the report fills what it knows, and what is left is named.
POST    /cb/hs/$code/tra-loi version=2 step=copy template=$one "unhappy=mở trang tra cứu hồ sơ, chọn “Chưa xong, hoặc tái diễn” và viết còn gì chưa được, trong 30 ngày."
expect  200 text~"Đã chép mẫu “Đèn đường, đã thay bóng”" text~"Đèn ở Kim Long đã sáng lại rồi.</textarea>" text~"của Phường Phú Xuân đã thay bóng {{ngày thay}}; hồ sơ $code nhận 02/03/2026, hạn 05/03/2026." text~"gọi Lê Văn Sáu, số 0234 3822222." text~"<strong>{{ngày thay}}</strong>" no~"đã có chữ nên giữ nguyên" no~"Đọc lại trước khi trình"
# What was typed stays.
POST    /cb/hs/$code/tra-loi version=2 step=copy template=$one "said=Đèn sáng từ tối qua." "unhappy=tới phường."
expect  200 text~"Phần “Kết luận” đã có chữ nên giữ nguyên" text~"Phần “Nếu bà con chưa đồng ý” đã có chữ" text~"Đèn sáng từ tối qua.</textarea>" text~"tới phường.</textarea>" text~"đã thay bóng {{ngày thay}}" no~"Phần “Việc đã làm”"
# With a gap it does not go, whoever sends it and for whatever reason; the sentence quotes it.
POST    /cb/hs/$code/tra-loi version=2 step=send "said=Đèn đã sáng lại." "done=Tổ quản lý đô thị của phường đã thay bóng {{ngày thay}}."
expect  422 text~"còn chỗ trống “{{ngày thay}}”" text~"{{ngày thay}}.</textarea>"
POST    /cb/hs/$code/draft version=2 "text=Tổ quản lý đô thị đã thay bóng {{ngày thay}}"
expect  422 text~"còn chỗ trống “{{ngày thay}}”"
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/hs/$code/tra-loi version=2 step=send "said=Đã ghi nhận {{gì đó}}." "reason=Chờ họp"
expect  422 text~"còn chỗ trống “{{gì đó}}”"
as      sau
# A template alone is still judged as an answer is.
POST    /cb/hs/$code/tra-loi version=2 step=send "said=Chúng tôi xin lỗi."
expect  422 text~"Câu trả lời còn trống rỗng"
POST    /cb/hs/$code/tra-loi version=2 step=send "said=Đèn đã sáng lại." "done=Tổ quản lý đô thị của phường đã thay bóng ngày 01/03/2026."
expect  303

# What the public may not read no template repeats: the gap stays for whoever writes.
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"chieu-sang","text":"Đèn ngõ 5 nhà ông Tư tắt.","place":"Ngõ 5"}
let     other = json .code
as      lan
POST    /cb/hs/$other/accept version=1
POST    /cb/hs/$other/withhold reason=doi-tu
expect  303
POST    /cb/hs/$other/tra-loi step=copy template=$one
expect  200 text~"Đèn ở {{nơi xảy ra}} đã sáng lại" no~"Đèn ở Ngõ 5"
GET     /cb/hs/$other/tra-loi
let     apology = between "Thành phố Huế\"><option value=\"" "\">Xin lỗi"
POST    /cb/hs/$other/tra-loi step=copy template=$apology
expect  200 text~"xin lỗi về “{{tên việc}}”. 02/03/2026</textarea>"

# Out of use it is offered no more; its name is free; and it comes back when its name is.
as      son
POST    /qt/mau-tra-loi/$one/dung version=2
expect  303 /qt/mau-tra-loi?unit=19753
fact    feedback.template_closed
GET     /qt/mau-tra-loi?unit=19753
expect  200 text~"Đã thôi dùng"
GET     /qt/mau-tra-loi/$one
expect  200 text~"Dùng lại mẫu này" no~"Thôi dùng mẫu này</button>"
POST    /qt/mau-tra-loi/moi unit=19753 title="Đèn đường, đã thay bóng" occasion=first "said=Mẫu mới."
expect  303
POST    /qt/mau-tra-loi/$one/dung version=3 is_open=1
expect  422 text~"mang tên này"
POST    /qt/mau-tra-loi/$one version=3 title="Đèn cũ" occasion=any "said=Cũ."
expect  303
as      sau
GET     /cb/hs/$other/tra-loi
expect  200 no~"Đèn cũ"
as      son
POST    /qt/mau-tra-loi/$one/dung version=4 is_open=1
expect  303
fact    feedback.template_opened
as      sau
GET     /cb/hs/$other/tra-loi
expect  200 text~"Đèn cũ"

# After a reopening those for it are offered, and those for the first answer are not.
as      lan
POST    /cb/hs/$code/approve
expect  303
anonymous
POST    /kiem-tra/ho-so/$code/reopen secret=$secret "text=Đèn lại tắt."
expect  303
as      sau
GET     /cb/hs/$code/tra-loi
expect  200 text~"Mở lại</option>" text~"Đèn cũ" no~"Đèn đường, đã thay bóng</option>"
ledger  verifies

# A hundred are enough to choose from.
as      son
repeat  97 POST /qt/mau-tra-loi/moi unit=46 title="Mẫu số $n" occasion=any said=Được.
expect  303
POST    /qt/mau-tra-loi/moi unit=46 title="Một mẫu nữa" occasion=any said=Được.
expect  422 text~"đã có 100 mẫu đang dùng" text~"value=\"Một mẫu nữa\""
