# The office lets its limit pass: the clock says so once, and the sender may go on to the superior.
story   A first round that is late goes on as a second round, which always has a dialogue
law     02/2011/QH13 art 33
law     02/2011/QH13 art 36
law     02/2011/QH13 art 37
law     02/2011/QH13 art 40
law     02/2011/QH13 art 41
law     141/2025/NĐ-CP
clock   2026-08-03 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Công chức" --email sau@example.vn --power complaint.handle --password "trời nắng ở Kim Long" --chosen
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Chủ tịch" --email lan@example.vn --power complaint.handle,complaint.decide --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Vũ Văn Chín" --sign-in chin --unit 46 --title "Chánh Thanh tra" --power complaint.handle,complaint.decide --password "trời cao ở Bến Ngự" --chosen

as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "email=hoa@example.vn" "contested=Quyết định 45/QĐ-UBND" contested_on=20/07/2026 "content=Mức bồi thường thấp." "request=Tính lại."
expect  201
let     code = between "id=\"ma-ho-so\">" "<"
let     secret = between "id=\"ma-bi-mat\">" "<"
POST    /cb/khieu-nai/hs/$code/accept document=12/TB-UBND
expect  303
# Nobody goes on before the limit is over: the letter is received, and not accepted.
as      chin "trời cao ở Bến Ngự"
POST    /cb/khieu-nai/moi unit=46 round=2 first_code=PX-2222-2222 respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=Việc không giải quyết" contested_on=03/08/2026 "content=Quá hạn." "request=Giải quyết."
expect  422 text~"Không có hồ sơ nào mang mã này"
POST    /cb/khieu-nai/moi unit=46 round=2 first_code=$code respondent=commune respondent_unit=19774 people=1 has_all_signatures=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=Việc không giải quyết" contested_on=03/08/2026 "content=Quá hạn." "request=Giải quyết."
expect  422 text~"không phải khiếu nại lần đầu đối với cơ quan đó"
POST    /cb/khieu-nai/moi unit=46 round=2 first_code=$code respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=Việc không giải quyết" contested_on=03/08/2026 "content=Quá hạn." "request=Giải quyết."
expect  201
let     early = between "id=\"ma-ho-so\">" "<"
POST    /cb/khieu-nai/hs/$early/accept document=70/TB-UBND
expect  422 text~"Thời hạn giải quyết lần đầu chưa hết"
POST    /cb/khieu-nai/hs/$early/guide document=70/HD-UBND reason=noi-khac "said=Chờ phường giải quyết xong."
expect  303

# Thirty days from 3 August end on National Day's break, and roll to 3 September; reminded before, told after.
advance 30 days
fact    complaint.remind
advance 2 days
fact    complaint.lapse complaint.overdue
anonymous
POST    /khieu-nai/hs/$code secret=$secret
expect  200 text~"Cơ quan đã để quá hạn" text~"05/10/2026"

# The province's officer receives the second complaint; when it is accepted, the first ends.
as      chin "trời cao ở Bến Ngự"
POST    /cb/khieu-nai/moi unit=46 round=2 first_code=$code respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=Việc không giải quyết đúng hạn" contested_on=20/07/2026 "content=Quá hạn." "request=Giải quyết."
expect  201
let     second = between "id=\"ma-ho-so\">" "<"
let     key = between "id=\"ma-bi-mat\">" "<"
anonymous
POST    /khieu-nai/hs/$code secret=$secret
expect  200 text~"đã được thụ lý"
as      chin
POST    /cb/khieu-nai/hs/$second/accept document=77/TB-UBND
expect  303
fact    complaint.again complaint.accept
GET     /cb/khieu-nai/hs/$second
expect  200 text~"Giải quyết khiếu nại lần hai" text~"Lần hai"
anonymous
POST    /khieu-nai/hs/$code secret=$secret
expect  200 text~"đã chuyển sang lần hai"
as      chin
# Nothing is decided at once in the second round, nor without a dialogue.
POST    /cb/khieu-nai/hs/$second/decide document=78/QĐ-UBND choice=right reason=huy-bo "said=Hủy."
expect  422 text~"Phải xác minh và đối thoại"
POST    /cb/khieu-nai/hs/$second/verify document=79/QĐ-UBND
expect  303
POST    /cb/khieu-nai/hs/$second/report choice=agree "said=Đúng như đơn."
expect  303
POST    /cb/khieu-nai/hs/$second/decide document=80/QĐ-UBND choice=right reason=huy-bo "said=Hủy."
expect  422 text~"Phải đối thoại trước"
POST    /cb/khieu-nai/hs/$second/dialogue choice=attended "said=Thống nhất."
expect  422 text~"Chưa mời đối thoại"
POST    /cb/khieu-nai/hs/$second/invite on=09/09/2026 "told=Bà Hoa"
expect  303
advance 5 days
as      chin "trời cao ở Bến Ngự"
POST    /cb/khieu-nai/hs/$second/dialogue choice=attended "said=Thống nhất."
expect  303
POST    /cb/khieu-nai/hs/$second/decide document=80/QĐ-UBND choice=right reason=huy-bo "said=Hủy quyết định 45."
expect  303
GET     /cb/khieu-nai/hs/$second
expect  200 text~"Gửi quyết định giải quyết khiếu nại lần hai"
POST    /cb/khieu-nai/hs/$second/tell "told=Bà Hoa, Chủ tịch phường"
expect  303
POST    /cb/khieu-nai/hs/$second/deliver "told=Bà Hoa ký nhận"
expect  303
anonymous
POST    /khieu-nai/hs/$second secret=$key
expect  200 text~"khởi kiện tại tòa án theo luật tố tụng hành chính" no~"khiếu nại lần hai lên cấp trên"
as      chin
POST    /cb/khieu-nai/hs/$second/court "said=Tòa án nhân dân thành phố, thông báo 9/TB-TA"
expect  303
fact    complaint.court
GET     /cb/khieu-nai/hs/$second
expect  200 text~"· Tòa án đã thụ lý"
anonymous
POST    /khieu-nai/hs/$second secret=$key
expect  200 text~"Tòa án đã thụ lý"
ledger  verifies

# What was found is what is asked for: then the law asks for no dialogue, and nothing else may be decided.
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 "name=Lý Văn Hai" "address=3 Mai Thúc Loan" "contested=Quyết định 48/QĐ-UBND" contested_on=01/09/2026 "content=Ghi sai tên." "request=Sửa tên."
let     plain = between "id=\"ma-ho-so\">" "<"
POST    /cb/khieu-nai/hs/$plain/accept document=12/TB-UBND
POST    /cb/khieu-nai/hs/$plain/verify document=13/QĐ-UBND
POST    /cb/khieu-nai/hs/$plain/report choice=agree "said=Đúng là ghi sai."
POST    /cb/khieu-nai/hs/$plain/decide document=14/QĐ-UBND choice=wrong reason=giu-nguyen "said=Giữ nguyên."
expect  422 text~"kết luận khác thì phải đối thoại trước"
POST    /cb/khieu-nai/hs/$plain/decide document=14/QĐ-UBND choice=right reason=sua-doi "said=Sửa tên."
expect  303

# A decision is complained of again, too: it does not come into force while that waits.
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 "name=Lý Văn Ba" "address=3 Mai Thúc Loan" "contested=Quyết định 46/QĐ-UBND" contested_on=01/09/2026 "content=Phạt sai người." "request=Hủy."
let     other = between "id=\"ma-ho-so\">" "<"
let     lock = between "id=\"ma-bi-mat\">" "<"
POST    /cb/khieu-nai/hs/$other/accept document=14/TB-UBND
expect  303
# The office sees at once that the sender is right: no verification then, and only then.
POST    /cb/khieu-nai/hs/$other/decide document=15/QĐ-UBND choice=wrong reason=giu-nguyen "said=Giữ nguyên."
expect  422 text~"Chỉ khi khiếu nại đúng mới ra quyết định ngay" text~"Điều 29"
POST    /cb/khieu-nai/hs/$other/decide document=15/QĐ-UBND choice=right reason=sua-doi "said=Sửa một phần."
expect  303
POST    /cb/khieu-nai/hs/$other/deliver "told=Ông Ba ký nhận"
expect  303
as      chin
POST    /cb/khieu-nai/moi unit=46 round=2 first_code=$other respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 "name=Lý Văn Ba" "address=3 Mai Thúc Loan" "contested=Quyết định 15/QĐ-UBND" contested_on=09/09/2026 "content=Phải hủy hẳn." "request=Hủy."
expect  201
let     next = between "id=\"ma-ho-so\">" "<"
as      lan
GET     /cb/khieu-nai/hs/$other
expect  200 no~"viec-again"
POST    /cb/khieu-nai/hs/$other/again
expect  403
advance 31 days
anonymous
POST    /khieu-nai/hs/$other secret=$lock
expect  200 text~"Đã có quyết định giải quyết khiếu nại"
as      chin "trời cao ở Bến Ngự"
POST    /cb/khieu-nai/hs/$next/accept document=90/TB-UBND
expect  303
fact    complaint.again complaint.accept
anonymous
POST    /khieu-nai/hs/$other secret=$lock
expect  200 text~"đã chuyển sang lần hai"

# A case in its first days may go to court at once.
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 "name=Lý Văn Tư" "address=3 Mai Thúc Loan" "contested=Quyết định 47/QĐ-UBND" contested_on=01/10/2026 "content=Phạt sai người." "request=Hủy."
let     third = between "id=\"ma-ho-so\">" "<"
POST    /cb/khieu-nai/hs/$third/court "said=Tòa án đã thụ lý, thông báo 10/TB-TA"
expect  303
GET     /cb/khieu-nai/hs/$third
expect  200 text~"· Tòa án đã thụ lý"

# Of discipline there are ten days for the second round, from the decision or from the silence.
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 is_discipline=1 has_all_signatures=1 "name=Đỗ Thị Mơ" "address=5 Bà Triệu" "contested=Quyết định 3/QĐ-UBND" contested_on=05/10/2026 "content=Kỷ luật sai." "request=Hủy."
let     code = between "id=\"ma-ho-so\">" "<"
let     secret = between "id=\"ma-bi-mat\">" "<"
POST    /cb/khieu-nai/hs/$code/accept document=18/TB-UBND
expect  303
POST    /cb/khieu-nai/hs/$code/verify document=19/QĐ-UBND
POST    /cb/khieu-nai/hs/$code/report choice=differ "said=Khác."
POST    /cb/khieu-nai/hs/$code/invite on=15/10/2026 "told=Bà Mơ"
expect  303
advance 5 days
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/khieu-nai/hs/$code/dialogue choice=attended "said=Đã đối thoại."
POST    /cb/khieu-nai/hs/$code/decide document=20/QĐ-UBND choice=partly reason=sua-doi "said=Hạ một bậc."
expect  303
anonymous
POST    /khieu-nai/hs/$code secret=$secret
expect  200 text~"10 ngày để khiếu nại lần hai"
as      lan
POST    /cb/khieu-nai/hs/$code/deliver "told=Bà Mơ ký nhận"
expect  303
anonymous
POST    /khieu-nai/hs/$code secret=$secret
expect  200 text~"26/10/2026"
as      lan
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 is_discipline=1 has_all_signatures=1 "name=Đỗ Thị Mai" "address=5 Bà Triệu" "contested=Quyết định 4/QĐ-UBND" contested_on=10/10/2026 "content=Kỷ luật sai." "request=Hủy."
let     silent = between "id=\"ma-ho-so\">" "<"
let     key = between "id=\"ma-bi-mat\">" "<"
POST    /cb/khieu-nai/hs/$silent/accept document=21/TB-UBND
expect  303
advance 33 days
anonymous
POST    /khieu-nai/hs/$silent secret=$key
expect  200 text~"Cơ quan đã để quá hạn"
ledger  verifies
