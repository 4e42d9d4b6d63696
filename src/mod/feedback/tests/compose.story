# An answer in four parts: read before it goes, joined to one text, and held back while it says nothing.
story   An officer writes an answer in parts, sees how it reads, and sends it on
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Phó Chủ tịch" --power feedback.handle,feedback.approve --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Hồ Thị Bảy" --sign-in bay --unit 19774 --title "Chuyên viên" --power feedback.handle --password "trời xanh ở An Cựu" --chosen
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"chieu-sang","text":"Đèn đường Kim Long tắt ba đêm nay.","place":"Kim Long"}
let     code = json .code
GET     /cb/hs/$code/tra-loi
expect  401
as      bay "trời xanh ở An Cựu"
GET     /cb/hs/$code/tra-loi
expect  404
POST    /cb/hs/$code/tra-loi step=send said=x
expect  404

as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$code/accept version=1
expect  303
GET     /cb/hs/$code
expect  200 text~"formaction=\"/cb/hs/$code/tra-loi\"" text~"Soạn bốn phần, xem trước"
GET     /cb/hs/$code/tra-loi
expect  200 text~"Kết luận" text~"Việc đã làm" text~"Việc sẽ làm" text~"trong 30 ngày" text~"Đèn đường Kim Long tắt" no~"Đọc lại trước khi trình"

# What came from the short form is in the first part.
POST    /cb/hs/$code/tra-loi "text=UBND phường đã ghi nhận và sẽ xem xét theo quy định."
expect  200 text~"Đọc lại trước khi trình" text~"Nói rõ ai làm" text~"Chưa thấy việc đã làm" text~"Chưa thấy ngày làm" text~"Câu sáo, không trả lời gì: 3" no~"Vì sao vẫn gửi"
# Looking keeps nothing.
GET     /cb/hs/$code
expect  200 no~"ghi nhận và sẽ xem xét"
GET     /cb/hs/$code/tra-loi
expect  200 no~"ghi nhận và sẽ xem xét"

# How it reads: who, what, when; long sentences, heavy words; and what a voice makes of it.
POST    /cb/hs/$code/tra-loi version=2 "said=Đèn sẽ sáng lại." "done=Tổ quản lý đô thị của UBND phường đã thay bóng ngày 01/03/2026." "plan=Ông Lê Văn Sáu thụ lý việc thay dây trước 05/03/2026 và sẽ đi kiểm tra lại từng cột một dọc theo bờ sông cùng với tổ dân phố vào buổi tối." "unhappy=gọi số 0234 3822222." step=look
expect  200 text~"Nói rõ ai làm." text~"Nói rõ việc làm." text~"Có ngày." text~"“thụ lý” → " text~"Câu dài quá 20 tiếng" text~"Việc đã làm: Tổ quản lý đô thị" text~"Nếu bà con chưa đồng ý: gọi số" text~"ngày 1 tháng 3 năm 2026" text~"Ủy ban nhân dân phường đã thay bóng" text~"Kính thưa bà con, Phường Phú Xuân trả lời về việc" text~"giây"

# The same on paper: who sent it is for the pen. What lacks is said, and nothing is kept.
POST    /cb/hs/$code/tra-loi/thu "done=Đã thay bóng ngày 01/03/2026."
expect  422 text~"Hãy viết kết luận, rồi xem bản thư" text~"Đã thay bóng ngày 01/03/2026"
POST    /cb/hs/$code/tra-loi/thu "said=Đèn sẽ sáng lại." "done=Đã thay bóng ngày 01/03/2026."
expect  200 Content-Type~application/pdf Content-Disposition~"du-thao-$code.pdf"
GET     /cb/hs/$code/thu-tra-loi.pdf
expect  404

# Letters of any keyboard come in one form.
POST    /cb/hs/$code/tra-loi "said=Đã sửa."
expect  200 text~"Đã sửa.</textarea>"

# An empty one is not sent on, and nothing that was typed is lost.
POST    /cb/hs/$code/tra-loi version=2 "said=Đã ghi nhận." step=send
expect  422 text~"Lỗi: " text~"Câu trả lời còn trống rỗng" text~"href=\"#said\"" text~"Đã ghi nhận."
POST    /cb/hs/$code/tra-loi version=2 "said=Đã ghi nhận." "reason=Chờ họp" step=send
expect  422 text~"Câu trả lời còn trống rỗng"
POST    /cb/hs/$code/tra-loi version=2 step=send
expect  422 text~"Hãy viết nội dung" text~"href=\"#said\""

# Four parts that are too long together.
POST    /cb/hs/$code/tra-loi "said=đầu Một hai ba bốn năm sáu bảy tám chín mười mười một. cuối"
let     ten = between "đầu " " cuối"
POST    /cb/hs/$code/tra-loi "said=đầu $ten$ten$ten$ten$ten$ten$ten$ten$ten$ten cuối"
let     hundred = between "đầu " " cuối"
POST    /cb/hs/$code/tra-loi "said=đầu $hundred$hundred$hundred$hundred$hundred$hundred$hundred$hundred$hundred$hundred cuối"
let     thousand = between "đầu " " cuối"
POST    /cb/hs/$code/tra-loi version=2 "said=$thousand" "done=$thousand" "plan=$thousand" step=send
expect  422 text~"Bốn phần cộng lại dài quá" text~"href=\"#said\"" text~"mười mười một.</textarea>"

# One that is too long by itself, or all in one from the short form: what was typed is still there.
POST    /cb/hs/$code/tra-loi version=2 "said=Được." "done=$thousand$thousand$thousand" step=look
expect  422 text~"“Việc đã làm” dài quá" text~"href=\"#done\"" text~"Được.</textarea>" text~"mười một.</textarea>" no~"Đọc lại trước khi trình"
POST    /cb/hs/$code/tra-loi version=2 "text=$thousand$thousand$thousand"
expect  422 text~"href=\"#said\"" text~"mười một.</textarea>"

# Somebody else has written meanwhile.
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/hs/$code/note version=2 "text=Đã gọi điện lực."
expect  303
as      sau
# A look does not take it as seen; sending says it.
POST    /cb/hs/$code/tra-loi version=2 "said=Đèn sẽ sáng lại." step=look
expect  200 text~"name=\"version\" value=\"2\""
POST    /cb/hs/$code/tra-loi version=2 "said=Đèn sẽ sáng lại." "done=Tổ quản lý đô thị đã thay bóng ngày 01/03/2026." step=send
expect  409 text~"Hồ sơ đã có việc mới" text~"Đã gọi điện lực" text~"Đèn sẽ sáng lại." text~"name=\"version\" value=\"3\""
POST    /cb/hs/$code/tra-loi version=3 "said=Đèn sẽ sáng lại." "done=Tổ quản lý đô thị đã thay bóng ngày 01/03/2026." "unhappy=gọi số 0234 3822222." step=send
expect  303 /cb/hs/$code
GET     /cb/hs/$code
expect  200 text~"Trả lời đang chờ duyệt" text~"Việc đã làm: Tổ quản lý đô thị đã thay bóng"
# It comes apart again for whoever writes on.
GET     /cb/hs/$code/tra-loi
expect  200 text~"Đèn sẽ sáng lại.</textarea>" text~"Tổ quản lý đô thị đã thay bóng ngày 01/03/2026.</textarea>" text~"gọi số 0234 3822222.</textarea>"

# Who lets answers go may let an empty one go, and says why.
as      lan
POST    /cb/hs/$code/tra-loi version=4 "said=Đã ghi nhận." step=look
expect  200 text~"Vì sao vẫn gửi câu trả lời này"
POST    /cb/hs/$code/tra-loi version=4 "said=Đã ghi nhận." step=send
expect  422 text~"Câu trả lời còn trống rỗng"
POST    /cb/hs/$code/tra-loi version=4 "said=Đã ghi nhận." "reason=Bão, mọi việc dừng." step=send
expect  303
fact    feedback.draft
GET     /cb/hs/$code
expect  200 text~"Đã ghi nhận." text~"Bão, mọi việc dừng."
# Sent back, it is there to be mended; once it went out, nothing is written any more.
POST    /cb/hs/$code/send_back "reason=Hết bão rồi."
expect  303
GET     /cb/hs/$code/tra-loi
expect  200 text~"Đã ghi nhận.</textarea>"
POST    /cb/hs/$code/tra-loi "said=Tổ quản lý đô thị đã thay bóng ngày 01/03/2026." step=send
expect  303
POST    /cb/hs/$code/approve
expect  303
GET     /cb/hs/$code/tra-loi
expect  303 /cb/hs/$code
GET     /cb/hs/$code
expect  200 text~"In thư trả lời"
GET     /cb/hs/$code/thu-tra-loi.pdf
expect  200 Content-Type~application/pdf Content-Disposition~"tra-loi-$code.pdf"
as      bay
GET     /cb/hs/$code/thu-tra-loi.pdf
expect  404
as      lan
ledger  verifies

# Of one that the public does not see nothing is read out.
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"chieu-sang","text":"Đèn ngõ 5 tắt.","place":"Ngõ 5"}
let     other = json .code
as      lan
POST    /cb/hs/$other/accept version=1
POST    /cb/hs/$other/withhold reason=doi-tu
expect  303
POST    /cb/hs/$other/tra-loi "said=Tổ quản lý đô thị đã thay bóng ngày 01/03/2026."
expect  200 text~"không đọc trên loa" no~"Kính thưa bà con"
