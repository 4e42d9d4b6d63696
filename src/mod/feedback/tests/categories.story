# Categories: added, renamed, limited, questioned and put out of use, by whoever administers the whole house.
story   An administrator changes what reports can be about, and old reports keep what they were told
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Phan Viết Sơn" --sign-in son --unit 46 --title "Quản trị" --power admin --password "trời gió ở Bạch Hổ" --chosen
console identity add --name "Võ Thị Chín" --sign-in chin --unit 19753 --title "Quản trị" --power admin --password "trời nồm ở Thủy Biều" --chosen
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen

anonymous
GET     /qt/loai-viec
expect  401
POST    /api/v1/reports json {"unit":"19753","category":"giao-thong","text":"Ổ gà sâu trước chợ Kim Long.","place":"Kim Long"}
let     old = json .code
let     due = json .due
POST    /api/v1/reports json {"unit":"19753","category":"chieu-sang","text":"Đèn đường Kim Long tắt ba đêm nay.","reply1":"KL 23"}
let     lamp = json .code
as      sau "trời nắng ở Kim Long"
GET     /qt/loai-viec
expect  403
# The power over one ward is not the power over what is the same for all.
as      chin "trời nồm ở Thủy Biều"
GET     /qt/loai-viec
expect  403
GET     /qt/loai-viec/giao-thong
expect  403
GET     /qt/loai-viec/giao-thong/sua
expect  403
POST    /qt/loai-viec/moi "name=Cây xanh" "hint=Cây đổ" respond_unit=working-days respond_amount=5 extend_max=5
expect  403

as      son "trời gió ở Bạch Hổ"
GET     /qt/loai-viec
expect  200 text~"Đường sá, giao thông" text~"7 ngày làm việc, gia hạn thêm được 7" text~"24 giờ làm việc, gia hạn thêm được 16" text~"Gửi ở nơi khác"
GET     /qt/loai-viec/moi
expect  200 text~"Không, đứng riêng" no~"value=\"to-cao\""
GET     /qt/loai-viec/khong-co
expect  404
GET     /qt/loai-viec/khong-co/sua
expect  404
GET     /qt/cau-hoi/99999
expect  404

# What is wrong is said beside its field, and what was typed is kept.
POST    /qt/loai-viec/moi "hint=Cây đổ" respond_unit=working-days respond_amount=5 extend_max=5
expect  422 text~"href=\"#name\"" text~"value=\"Cây đổ\""
POST    /qt/loai-viec/moi "name=Cây xanh" "hint=Cây đổ" respond_unit=tuan respond_amount=5 extend_max=5
expect  422 text~"bằng ngày hay bằng giờ"
POST    /qt/loai-viec/moi "name=Cây xanh" "hint=Cây đổ" respond_unit=working-days respond_amount=0 extend_max=0
expect  422 text~"ít nhất là 1"
POST    /qt/loai-viec/moi "name=Cây xanh" "hint=Cây đổ" respond_unit=working-days respond_amount=11 extend_max=0
expect  422 text~"Luật cho nhiều nhất 10 ngày làm việc" text~"Điều 28" text~"value=\"11\""
POST    /qt/loai-viec/moi "name=Cây xanh" "hint=Cây đổ" respond_unit=working-hours respond_amount=81 extend_max=0
expect  422 text~"tức 80 giờ làm việc"
POST    /qt/loai-viec/moi "name=Cây xanh" "hint=Cây đổ" respond_unit=working-days respond_amount=5 extend_max=6
expect  422 text~"Gia hạn không dài hơn hạn ban đầu"
POST    /qt/loai-viec/moi "name=Đất đai" "hint=Đất" respond_unit=working-days respond_amount=5 extend_max=5
expect  422 text~"Đã có loại việc đang dùng mang tên này"
POST    /qt/loai-viec/moi "name=!!!" "hint=Dấu" respond_unit=working-days respond_amount=5 extend_max=5
expect  422 text~"Tên phải có chữ hoặc số"
POST    /qt/loai-viec/moi "name=Cây xanh" "hint=Cây đổ" parent=to-cao respond_unit=working-days respond_amount=5 extend_max=5
expect  422 text~"Hãy chọn một loại đang dùng"

# A new one is there at once, everywhere where something is chosen.
POST    /qt/loai-viec/moi "name=Cây xanh" "hint=Cây đổ, cành gãy" parent=trat-tu asks_place=1 respond_unit=working-days respond_amount=5 extend_max=5
expect  303 /qt/loai-viec/cay-xanh
fact    feedback.category_added
GET     /qt/loai-viec/cay-xanh
expect  200 text~"Cây đổ, cành gãy" text~"5 ngày làm việc, gia hạn thêm được 5" text~"Trật tự đô thị, xây dựng › Cây xanh"
POST    /qt/loai-viec/moi "name=Mới" "hint=Việc mới" respond_unit=working-hours respond_amount=8 extend_max=0
expect  303 /qt/loai-viec/moi-2
GET     /qt/loai-viec/moi-2
expect  200 text~"8 giờ làm việc, không gia hạn"
anonymous
GET     /api/v1/categories
expect  200 text~"cay-xanh" text~"Trật tự đô thị, xây dựng › Cây xanh"
GET     /gui/khi-mat-mang
expect  200 text~"Trật tự đô thị, xây dựng › Cây xanh"
POST    /api/v1/reports json {"unit":"19753","category":"cay-xanh","text":"Cây phượng đổ ngang đường.","place":"Kim Long"}
expect  201
let     tree = json .code
as      sau
GET     /cb/nhap-giay
expect  200 text~"Cây xanh"

# Renamed: old reports bear the new name, and who was slower is told.
as      son
GET     /qt/loai-viec/giao-thong/sua
expect  200 text~"value=\"Đường sá, giao thông\"" text~"name=\"version\" value=\"0\""
POST    /qt/loai-viec/giao-thong/sua slug=giao-thong version=0 "name=Đường sá, cầu" "hint=Ổ gà, cầu hỏng" asks_place=1 position=15
expect  303 /qt/loai-viec/giao-thong
fact    feedback.category_changed
POST    /qt/loai-viec/giao-thong/sua slug=giao-thong version=0 "name=Giao thông" "hint=Ổ gà" asks_place=1 position=15
expect  409 text~"value=\"Giao thông\"" text~"name=\"version\" value=\"1\""
POST    /qt/loai-viec/giao-thong/sua slug=giao-thong version=1 "name=Đất đai" "hint=Ổ gà" position=15
expect  422 text~"mang tên này"
POST    /qt/loai-viec/giao-thong/sua slug=giao-thong version=1 "name=Đường sá, cầu" "hint=Ổ gà" position=15 parent=cay-xanh
expect  422 text~"không nằm dưới loại nào khác"
POST    /qt/loai-viec/trat-tu/sua slug=trat-tu version=0 "name=Trật tự đô thị" "hint=Vỉa hè" position=60 parent=giao-thong
expect  422 text~"có loại con nên không đặt dưới loại khác"
POST    /qt/loai-viec/khong-co/sua slug=khong-co version=0 name=x hint=x position=1
expect  404
POST    /qt/loai-viec/giao-thong/sua slug=khong-co version=0 name=x hint=x position=1
expect  404
GET     /kiem-tra/ho-so/$old
expect  200 text~"Đường sá, cầu"

# A limit begins tomorrow; what came before keeps the day that its sender was told.
GET     /qt/loai-viec/giao-thong/han
expect  200 text~"value=\"7\""
POST    /qt/loai-viec/giao-thong/han slug=giao-thong version=1 respond_amount=12 extend_max=0 "reason=Quyết định 9/QĐ-UBND"
expect  422 text~"Luật cho nhiều nhất 10 ngày"
POST    /qt/loai-viec/giao-thong/han slug=giao-thong version=1 respond_amount=3 extend_max=2 reason=
expect  422 text~"href=\"#reason\""
POST    /qt/loai-viec/giao-thong/han slug=giao-thong version=1 respond_amount=4 extend_max=2 "reason=Quyết định 9/QĐ-UBND"
expect  303 /qt/loai-viec/giao-thong
fact    feedback.category_limited
POST    /qt/loai-viec/giao-thong/han slug=giao-thong version=1 respond_amount=5 extend_max=2 "reason=Quyết định 9/QĐ-UBND"
expect  409 text~"value=\"5\""
POST    /qt/loai-viec/giao-thong/han slug=giao-thong version=2 respond_amount=3 extend_max=2 "reason=Quyết định 10/QĐ-UBND"
expect  303
GET     /qt/loai-viec/giao-thong
expect  200 text~"Từ ngày 03/03/2026: 3 ngày làm việc, gia hạn thêm được 2" text~"7 ngày làm việc, gia hạn thêm được 7" no~"4 ngày làm việc"
POST    /qt/loai-viec/to-cao/han slug=to-cao version=0 respond_amount=3 extend_max=2 reason=x
expect  422 text~"không có hạn trả lời"
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"giao-thong","text":"Cầu Kim Long hỏng lan can.","place":"Kim Long"}
expect  json .due = $due
advance 1 days
POST    /api/v1/reports json {"unit":"19753","category":"giao-thong","text":"Biển báo ở ngã ba bị che.","place":"Kim Long"}
let     new = json .code
expect  json .due = 2026-03-06T23:59:59+07:00
GET     /api/v1/reports/$old
expect  json .due = $due
as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$old/accept version=1
POST    /cb/hs/$old/extend version=2 amount=7 "reason=Chờ đá"
expect  303
POST    /cb/hs/$new/accept version=1
POST    /cb/hs/$new/extend version=2 amount=7 "reason=Chờ đá"
expect  422
POST    /cb/hs/$new/extend version=2 amount=2 "reason=Chờ đá"
expect  303

# Questions: each keeps the place by which forms and programs call its reply, in whatever order.
as      son "trời gió ở Bạch Hổ"
POST    /qt/loai-viec/chieu-sang/cau-hoi slug=chieu-sang "label=Đèn tắt: từ khi nào"
expect  422 text~"không có dấu hai chấm"
POST    /qt/loai-viec/chieu-sang/cau-hoi slug=chieu-sang "label=Số ghi trên cột đèn (nếu thấy)"
expect  422 text~"đã hỏi câu đó"
POST    /qt/loai-viec/chieu-sang/cau-hoi slug=chieu-sang label=
expect  422 text~"href=\"#label\""
POST    /qt/loai-viec/to-cao/cau-hoi slug=to-cao "label=Ai"
expect  422 text~"không hỏi gì"
POST    /qt/loai-viec/chieu-sang/cau-hoi slug=chieu-sang "label=Đèn tắt từ khi nào" is_required=1
expect  303 /qt/loai-viec/chieu-sang
fact    feedback.question_added
GET     /qt/loai-viec/chieu-sang
expect  200 text~"Đèn tắt từ khi nào" text~"Số ghi trên cột đèn"
let     first = between "k-first\"><a class=\"govuk-link\" href=\"/qt/cau-hoi/" "\">Số ghi"
GET     /qt/cau-hoi/$first
expect  200 text~"value=\"Số ghi trên cột đèn (nếu thấy)\"" text~"Muốn hỏi điều khác"
POST    /qt/cau-hoi/$first id=$first version=0 "label=Số ghi trên cột" position=30
expect  303 /qt/loai-viec/chieu-sang
fact    feedback.question_changed
POST    /qt/cau-hoi/$first id=$first version=0 "label=Số cột" position=30
expect  409 text~"value=\"Số cột\""
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"chieu-sang","text":"Đèn ngõ 5 Kim Long tắt.","reply1":"KL 24"}
expect  422
expect  json .errors[0].field = reply2
POST    /api/v1/reports json {"unit":"19753","category":"chieu-sang","text":"Đèn ngõ 5 Kim Long tắt.","reply1":"KL 24","reply2":"Hôm qua"}
let     ngo = json .code
as      sau
GET     /cb/hs/$ngo
expect  200 text~"Số ghi trên cột" text~"KL 24" text~"Hôm qua"
GET     /cb/hs/$lamp
expect  200 text~"Số ghi trên cột đèn (nếu thấy)" text~"KL 23"

# One that is asked no more is refused by its place, and its place rests.
as      son
POST    /qt/cau-hoi/$first/dung version=0
expect  409
POST    /qt/cau-hoi/$first id=99999 version=0 "label=Số cột" position=30
expect  404
POST    /qt/loai-viec/chieu-sang/cau-hoi slug=khong-co "label=Số cột"
expect  404
POST    /qt/cau-hoi/$first/dung version=1
expect  303 /qt/loai-viec/chieu-sang
fact    feedback.question_closed
GET     /qt/loai-viec/chieu-sang
expect  200 text~"Đã thôi hỏi"
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"chieu-sang","text":"Đèn ngõ 6 Kim Long tắt.","reply1":"KL 25","reply2":"Hôm qua"}
expect  422 text~"không có câu hỏi thứ 1"
as      son
repeat  3 POST /qt/loai-viec/chieu-sang/cau-hoi slug=chieu-sang "label=Câu số $n"
expect  303
POST    /qt/loai-viec/chieu-sang/cau-hoi slug=chieu-sang "label=Câu nữa"
expect  422 text~"còn giữ chỗ 30 ngày"
POST    /qt/cau-hoi/$first/dung version=2 is_open=1
expect  303
fact    feedback.question_opened
POST    /qt/loai-viec/chieu-sang/cau-hoi slug=chieu-sang "label=Câu nữa"
expect  422 text~"đã hỏi đủ 5 câu"
POST    /qt/cau-hoi/$first/dung version=3
expect  303
advance 31 days
as      son "trời gió ở Bạch Hổ"
POST    /qt/loai-viec/chieu-sang/cau-hoi slug=chieu-sang "label=Câu nữa"
expect  303
POST    /qt/cau-hoi/$first id=$first version=4 "label=Số cột" position=30
expect  303
ledger  verifies

# Somebody is writing about it just now.
anonymous
POST    /gui don-vi=19753
let     begun = location after "/gui/"
GET     /gui/$begun
let     draft = between "action=\"/gui/" "/viec\""
POST    /gui/$draft/viec category=cay-xanh
POST    /gui/$draft/noi-dung "text=Cây bàng trước số 9 Lê Lợi nghiêng hẳn."
POST    /gui/$draft/o-dau unit=19753 "place=9 Lê Lợi"
POST    /gui/$draft/ai-gui identity=anonymous
expect  303 /gui/$draft/xem-lai
as      son

# Out of use: nobody chooses it any more, and old reports still bear its name.
POST    /qt/loai-viec/to-cao/dung version=0
expect  422 text~"luôn phải có"
POST    /qt/loai-viec/trat-tu/dung version=0
expect  422 text~"Còn loại con đang dùng"
POST    /qt/loai-viec/cay-xanh/dung version=1
expect  303 /qt/loai-viec/cay-xanh
fact    feedback.category_closed
GET     /qt/loai-viec/cay-xanh
expect  200 text~"Hồ sơ cũ vẫn mang tên này" text~"Dùng lại loại việc này"
anonymous
GET     /api/v1/categories
expect  200 no~"cay-xanh"
GET     /gui/khi-mat-mang
expect  200 no~"Cây xanh"
POST    /api/v1/reports json {"unit":"19753","category":"cay-xanh","text":"Cây bàng đổ ngang đường.","place":"Kim Long"}
expect  422 text~"Không có loại việc này"
GET     /gui/$draft/xem-lai
expect  200 text~"Cây xanh" text~"Cây bàng trước số 9"
POST    /gui/$draft/xem-lai
expect  422 text~"Không có loại việc này. Hãy chọn lại" text~"Cây bàng trước số 9" text~"href=\"/gui/$draft/viec\""
GET     /gui/$draft/viec
expect  200 no~"Cây xanh"
POST    /gui/$draft/viec category=khac
POST    /gui/$draft/xem-lai
expect  303
GET     /kiem-tra/ho-so/$tree
expect  200 text~"Cây xanh"
GET     /kiem-tra/ho-so
expect  200 text~"Cây xanh"
as      son
# What stands below one that is out of use waits for it; and a name is one's own while it is used.
POST    /qt/loai-viec/trat-tu/dung version=0
expect  303
POST    /qt/loai-viec/cay-xanh/dung version=2 is_open=1
expect  422 text~"Hãy chọn một loại đang dùng"
POST    /qt/loai-viec/trat-tu/dung version=0 is_open=1
expect  409
POST    /qt/loai-viec/trat-tu/dung version=1 is_open=1
expect  303
fact    feedback.category_opened
POST    /qt/loai-viec/cay-xanh/dung version=2 is_open=1
expect  303
ledger  verifies

# The last that takes reports stays, and sixty are enough.
repeat  40 POST /qt/loai-viec/moi "name=Loại $n" "hint=Thử" respond_unit=working-days respond_amount=5 extend_max=5
expect  303
POST    /qt/loai-viec/moi "name=Một loại nữa" "hint=Thử" respond_unit=working-days respond_amount=5 extend_max=5
expect  422 text~"Đã có 60 loại việc đang dùng"
ledger  verifies
