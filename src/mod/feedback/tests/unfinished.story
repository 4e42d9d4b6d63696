# A report that is not written to its end, or twice: what the house says to whoever goes ahead.
story   A draft that lacks an answer is not sent, and one that was sent takes nothing more
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen

anonymous
POST    /gui don-vi=19753
let     start = location after "/gui/"
GET     /gui/$start
let     draft = between "action=\"/gui/" "/viec\""
POST    /gui/$draft/viec category=giao-thong

# Straight to the last page, past the others.
POST    /gui/$draft/xem-lai
expect  422 text~"Nội dung ngắn quá"
# Photos are five in all, however many times they come.
POST    /gui/$draft/noi-dung "text=Cống trước số 15 Lê Lợi mất nắp." photos@fuzz/corpus/picture/turned.jpg photos@fuzz/corpus/picture/grey1.png photos@fuzz/corpus/picture/woven.png
expect  303
POST    /gui/$draft/noi-dung "text=Cống trước số 15 Lê Lợi mất nắp." photos@fuzz/corpus/picture/inks.jpg photos@fuzz/corpus/picture/plain.png photos@fuzz/corpus/picture/grey.jpg
expect  422 text~"Mỗi hồ sơ nhận tối đa 5 ảnh; ảnh thừa chưa được nhận." text~"Bỏ ảnh 5" no~"Bỏ ảnh 6"
POST    /gui/$draft/o-dau unit=19753 "place=15 Lê Lợi"
expect  303
POST    /gui/$draft/xem-lai
expect  422 text~"Hãy chọn: ghi tên, giấu tên, hoặc không nêu tên."
POST    /gui/$draft/ai-gui identity=anonymous
# Another category asks for more, and was not asked.
POST    /gui/$draft/viec category=dich-vu-so
expect  303
POST    /gui/$draft/xem-lai
expect  422 text~"Loại việc này cần thêm một câu trả lời: Trang web"
POST    /gui/$draft/viec category=giao-thong
POST    /gui/$draft/xem-lai
expect  303 /bien-nhan/PX-*
fact    feedback.photo feedback.photo feedback.photo
let     receipt = location after "/bien-nhan/"
GET     /bien-nhan/$receipt
let     sent = between "<p class=\"k-code\">" "<"

# From a page that was left open: it is sent once.
POST    /gui/$draft/noi-dung "text=Cống trước số 15 Lê Lợi mất nắp." photos@fuzz/corpus/picture/inks.jpg
expect  303 /bien-nhan/$sent*

# Joining an open report is told in words; and one that was closed meanwhile is joined by nobody.
POST    /api/v1/reports json {"unit":"19753","category":"giao-thong","text":"Nắp cống trước số 15 Lê Lợi bị vỡ, xe hay sụp."}
let     open = json .code
let     secret = json .secret
POST    /gui don-vi=19753
let     start = location after "/gui/"
GET     /gui/$start
let     other = between "action=\"/gui/" "/viec\""
POST    /gui/$other/viec category=giao-thong
POST    /gui/$other/giong-nhau chon=$open
expect  422 text~"Bà con chưa viết nội dung. Hãy kể việc gì, ở đâu."
POST    /gui/$other/noi-dung "text=Nắp cống trước số 15 Lê Lợi bị vỡ."
POST    /kiem-tra/ho-so/$open/withdraw secret=$secret
expect  303
POST    /gui/$other/giong-nhau chon=$open
expect  422 text~"Hồ sơ này vừa đóng."
# Nor is there news of it.
POST    /kiem-tra/ho-so/$open/theo-doi email=huong@mail.vn
expect  422 text~"Hồ sơ đã kết thúc, sẽ không có tin mới."
POST    /kiem-tra/ho-so/PX-2222-2228/theo-doi email=huong@mail.vn
expect  404
ledger  verifies
