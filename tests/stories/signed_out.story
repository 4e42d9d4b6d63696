# A session ends while somebody writes: nothing of it is lost, and nothing is sent unseen.
story   Who is not signed in is asked to on the spot; what they had written goes on with them
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"chieu-sang","text":"Đèn đường Kim Long tắt ba đêm nay.","place":"Kim Long"}
let     code = json .code

# A page that needs it asks, and leads back.
GET     /cb/hop-thu
expect  401 text~"Hãy đăng nhập rồi làm tiếp." text~"name=\"ve\" value=\"/cb/hop-thu\"" text~"Mật khẩu" WWW-Authenticate~Session Cache-Control~no-store
# Programs are told as before.
GET     /ld.csv
expect  401 no~"Mật khẩu"
POST    /cb/hs/$code/accept version=1
expect  401 text~"Phiên làm việc đã hết" text~"name=\"gui\" value=\"/cb/hs/$code/accept\""
# Secrets are not kept, nor is a form whose route does not say what it takes, or of which it does not know a field.
POST    /cb/hs/$code/note text=Xong. secret=bimat123
expect  401 text~"name=\"giu.text\" value=\"Xong.\"" no~"bimat"
POST    /cb/toi/mat-khau old=bimat1 password=bimat2 again=bimat2
expect  401 no~"bimat" no~"name=\"gui\""
POST    /cb/hs/$code/note text=Xong. unheard=x
expect  401 no~"Xong." no~"name=\"gui\""
# What another site sends is nobody's words, and one that does not say is not kept.
header  Sec-Fetch-Site: cross-site
POST    /cb/hs/$code/accept version=1
expect  403 no~"name=\"gui\""
header  Sec-Fetch-Site: none
POST    /cb/hs/$code/accept version=1
expect  401 no~"name=\"gui\""

as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$code/accept version=1
expect  303
advance 2 hours
POST    /cb/hs/$code/tra-loi version=2 "said=Đèn sẽ sáng lại." "done=Tổ quản lý đô thị đã thay bóng ngày 01/03/2026." step=send
expect  401 text~"Nội dung vừa gửi còn nguyên" text~"name=\"giu.said\" value=\"Đèn sẽ sáng lại.\"" text~"name=\"giu.step\" value=\"send\"" no~"giu.token" text~"Kết luận" text~"<dd class=\"govuk-summary-list__value\">/cb/hs/$code/tra-loi</dd>"
let     seal = between "name=\"dau\" value=\"" "\""
# A wrong password loses nothing either.
POST    /dang-nhap sign_in=sau password=sai gui=/cb/hs/$code/tra-loi dau=$seal giu.version=2 "giu.said=Đèn sẽ sáng lại." "giu.done=Tổ quản lý đô thị đã thay bóng ngày 01/03/2026." giu.step=send
expect  422 text~"không đúng" text~"name=\"giu.said\" value=\"Đèn sẽ sáng lại.\""
# Nothing is sent yet: it is shown first, in a form of the new session.
POST    /dang-nhap sign_in=sau "password=trời nắng ở Kim Long" gui=/cb/hs/$code/tra-loi dau=$seal giu.version=2 "giu.said=Đèn sẽ sáng lại." "giu.done=Tổ quản lý đô thị đã thay bóng ngày 01/03/2026." giu.step=send
expect  200 text~"Chưa có gì được ghi" text~"action=\"/cb/hs/$code/tra-loi\"" text~"name=\"said\" value=\"Đèn sẽ sáng lại.\"" text~"Lê Văn Sáu"
let     token = between "name=\"token\" value=\"" "\""
GET     /cb/hs/$code
expect  200 no~"đã thay bóng"
POST    /cb/hs/$code/tra-loi version=2 "said=Đèn sẽ sáng lại." "done=Tổ quản lý đô thị đã thay bóng ngày 01/03/2026." step=send
expect  303 /cb/hs/$code

# Without the seal of this server nobody is offered anything: not by an address, not with other words or elsewhere.
GET     /dang-nhap?gui=/cb/hs/$code/approve&dau=$seal&giu.version=3
expect  303 /cb/toi
anonymous
GET     /dang-nhap?gui=/cb/hs/$code/tra-loi&dau=$seal&giu.version=2
expect  200 no~"name=\"gui\"" no~"đã hết"
POST    /dang-nhap sign_in=sau "password=trời nắng ở Kim Long" gui=/cb/hs/$code/tra-loi giu.said=x
expect  303 /cb/toi
POST    /dang-nhap sign_in=sau "password=trời nắng ở Kim Long" gui=/cb/hs/$code/tra-loi dau=$seal giu.version=2 "giu.said=Đèn sẽ tắt." "giu.done=Tổ quản lý đô thị đã thay bóng ngày 01/03/2026." giu.step=send
expect  303 /cb/toi
POST    /dang-nhap sign_in=sau "password=trời nắng ở Kim Long" gui=/cb/hs/$code/note dau=$seal giu.version=2 "giu.said=Đèn sẽ sáng lại." "giu.done=Tổ quản lý đô thị đã thay bóng ngày 01/03/2026." giu.step=send
expect  303 /cb/toi
POST    /dang-nhap sign_in=sau "password=trời nắng ở Kim Long" gui=//kheo.example.net/x dau=$seal giu.said=x
expect  303 /cb/toi

# A form whose token is not of this session any more comes back whole, with a new one: sent again, it is taken.
as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$code/note token=cu-roi version=3 "text=Đã gọi cho tổ quản lý đô thị."
expect  403 text~"Nội dung vừa gửi còn nguyên đây" text~"name=\"text\" value=\"Đã gọi cho tổ quản lý đô thị.\"" text~"action=\"/cb/hs/$code/note\"" no~"cu-roi" text~"Gửi lại"
header  Sec-Fetch-Site: cross-site
POST    /cb/hs/$code/note token=cu-roi version=3 "text=Đã gọi cho tổ quản lý đô thị."
expect  403 no~"Đã gọi"
header  Sec-Fetch-Site: none
POST    /cb/hs/$code/note token=cu-roi version=3 "text=Đã gọi cho tổ quản lý đô thị."
expect  403 no~"Đã gọi"
# What may not be done is not offered again.
POST    /qt/nguoi-dung/moi name=Lan
expect  403 no~"Gửi lại"
# What a citizen writes step by step, too; secrets never.
anonymous
POST    /gui
let     draft = location after "/gui/"
GET     /gui/$draft
let     draft = between "action=\"/gui/" "/viec\""
POST    /gui/$draft/noi-dung token=cu-roi "text=Rác chất đống ở kiệt 3, ba ngày chưa ai hốt."
expect  403 text~"name=\"text\" value=\"Rác chất đống ở kiệt 3, ba ngày chưa ai hốt.\""
POST    /kiem-tra/ho-so/$code/supply token=cu-roi secret=bimat123 "text=Đèn số 4 cũng tắt."
expect  403 text~"Đèn số 4 cũng tắt." no~"bimat123" text~"xin gõ lần nữa" text~"type=\"password\"" text~"name=\"secret\""
