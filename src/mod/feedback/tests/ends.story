# How else a report ends: refused with a reason, withdrawn, or joined to an earlier one.
story   Refused with a reason and a way, withdrawn by its secret, merged into what came before
law     42/2013/QH13 art 28
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"giao-thong","text":"Ổ gà trước chợ Đông Ba, xe máy ngã hôm qua."}
let     first = json .code
let     first_secret = json .secret
POST    /api/v1/reports json {"unit":"19753","category":"giao-thong","text":"Đường trước chợ Đông Ba hỏng, có ổ gà to."}
let     second = json .code
let     second_secret = json .secret
POST    /api/v1/reports json {"unit":"19753","category":"trat-tu","text":"Hàng xóm hát karaoke tới nửa đêm mỗi tối."}
let     third = json .code
let     third_secret = json .secret

as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$third/refuse reason=khong-ro
expect  422 text~"giải thích cho người gửi"
POST    /cb/hs/$third/refuse "reason=Tôi bận." "text=Mời bà con tới tổ hòa giải."
expect  422 text~"trong danh sách"
POST    /cb/hs/$third/refuse reason=khong-thuoc-nha-nuoc "text=Mời bà con tới tổ hòa giải của tổ dân phố 5, gặp ông Tư."
expect  303
fact    feedback.refuse
anonymous
GET     /kiem-tra/ho-so/$third
expect  200 text~"Việc giữa các cá nhân" text~"gặp ông Tư"
POST    /kiem-tra/ho-so/$third/withdraw secret=$third_secret
expect  422

# Only into one that came before and is not over.
as      sau
POST    /cb/hs/$first/merge other=$second
expect  422 text~"nhận trước"
POST    /cb/hs/$second/merge other=$second
expect  422 text~"nhận trước"
POST    /cb/hs/$second/merge other=PX-2222-2222
expect  422 text~"Không có hồ sơ nào"
POST    /cb/hs/$second/merge other=
expect  422 text~"mã của hồ sơ kia"
POST    /cb/hs/$second/merge other=$first
expect  303
fact    feedback.merge
GET     /cb/hop-thu
expect  200 text~"$first" no~"$second"
advance 30 days
anonymous
GET     /kiem-tra/ho-so/$second
expect  200 text~"Đã gộp" text~"href=\"/kiem-tra/ho-so/$first\"" no~"Quá hạn"
GET     /kiem-tra/ho-so/$first
expect  200 text~"Quá hạn"

POST    /kiem-tra/ho-so/$first/withdraw
expect  422 text~"Mã bí mật không đúng"
# The secret of one report opens no other.
POST    /kiem-tra/ho-so/$first/withdraw secret=$second_secret
expect  422 text~"Mã bí mật không đúng"
POST    /kiem-tra/ho-so/$first/accept secret=$first_secret
expect  404
POST    /kiem-tra/ho-so/$first/close secret=$first_secret
expect  404
POST    /kiem-tra/ho-so/$first/withdraw secret=$first_secret
expect  303
fact    feedback.withdraw
GET     /kiem-tra/ho-so/$first
expect  200 text~"Người gửi đã rút" no~"Quá hạn"
as      sau "trời nắng ở Kim Long"
GET     /cb/hop-thu
expect  200 no~"$first"
POST    /cb/hs/$first/accept
expect  422
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"giao-thong","text":"Chợ Đông Ba vẫn còn ổ gà to như cái thúng."}
let     fourth = json .code
as      sau
POST    /cb/hs/$fourth/merge other=$first
expect  422 text~"đã đóng"
ledger  verifies
