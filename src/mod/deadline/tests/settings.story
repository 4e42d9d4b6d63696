# Readings of the law that an administrator chooses: who may, what is refused, and what follows from each.
story   An administrator chooses how the law is read from a day on; what came before keeps the old reading
law     02/2011/QH13 art 8
law     25/2018/QH14 art 25
law     42/2013/QH13 art 28
law     154/2026/NĐ-CP art 41
clock   2026-08-03 09:00
console org import --hue
console identity add --name "Phan Văn Quản" --sign-in quan --unit 46 --title "Quản trị" --power admin --password "trời gió ở Thuận An" --chosen
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power admin --password "trời nắng ở Kim Long" --chosen
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Chủ tịch" --power complaint.handle,complaint.decide,reception.handle,reception.lead --password "trời mưa ở Vỹ Dạ" --chosen

# Everybody reads what holds while nothing was chosen.
GET     /biet/tinh-han/cach-hieu
expect  200 text~"chưa có bản ký, được coi là gì?" text~"Bản ghi trước: chờ bản có chữ ký" text~"mặc định" no~"Chọn cách khác"
limit   queries 1
GET     /qt/thiet-lap-luat
expect  401

# What is chosen holds for all, so a ward's administrator does not choose.
as      sau "trời nắng ở Kim Long"
GET     /qt/thiet-lap-luat
expect  403
GET     /qt/thiet-lap-luat/khieu-nai-cho-ky
expect  403
POST    /qt/thiet-lap-luat/khieu-nai-cho-ky value=20 from=10/08/2026 "decision=Quyết định 9/QĐ-UBND" decided_on=01/08/2026 reason=Thử
expect  403

# What is wrong is said beside its field.
as      quan "trời gió ở Thuận An"
GET     /qt/thiet-lap-luat
expect  200 text~"Chọn cách khác" text~"Được chọn từ 10 đến 90 ngày" text~"khoản 3 Điều 41" no~"Cách đã chọn"
GET     /qt/thiet-lap-luat/khieu-nai-qua-mang
expect  200 text~"Bản ghi trước" text~"Đơn khiếu nại: vào sổ" text~"Điều 8" text~"không hạn nào đang chạy bị đổi"
GET     /qt/thiet-lap-luat/khieu-nai-cho-ky
expect  200 text~"Được chọn từ 10 đến 90 ngày"
GET     /qt/thiet-lap-luat/khong-co
expect  404
POST    /qt/thiet-lap-luat/khong-co
expect  404
POST    /qt/thiet-lap-luat/khong-co value=1 from=10/08/2026 "decision=Quyết định 9/QĐ-UBND" decided_on=01/08/2026 reason=Thử
expect  404
POST    /qt/thiet-lap-luat/khieu-nai-cho-ky value=20
expect  422 text~"Chưa có “Áp dụng từ ngày”" text~"Chưa có “Văn bản làm căn cứ”" text~"Chưa có “Vì sao chọn như vậy”" text~"value=\"20\""
POST    /qt/thiet-lap-luat/khieu-nai-qua-mang value=khac from=10/08/2026 "decision=Quyết định 9/QĐ-UBND" decided_on=01/08/2026 reason=Thử
expect  422 text~"Hãy chọn một cách trong danh sách"
POST    /qt/thiet-lap-luat/khieu-nai-cho-ky value=9 from=10/08/2026 "decision=Quyết định 9/QĐ-UBND" decided_on=01/08/2026 reason=Thử
expect  422 text~"trong khoảng 10–90"
POST    /qt/thiet-lap-luat/khieu-nai-cho-ky value=mười from=10/08/2026 "decision=Quyết định 9/QĐ-UBND" decided_on=01/08/2026 reason=Thử
expect  422 text~"trong khoảng 10–90"
POST    /qt/thiet-lap-luat/don-bao-dong-lan-hai value=34 from=10/08/2026 "decision=Quyết định 9/QĐ-UBND" decided_on=01/08/2026 reason=Thử
expect  422 text~"trong khoảng 35–44"
POST    /qt/thiet-lap-luat/khieu-nai-cho-ky value=20 from=03/08/2026 "decision=Quyết định 9/QĐ-UBND" decided_on=01/08/2026 reason=Thử
expect  422 text~"Chỉ chọn được từ ngày mai trở đi"
POST    /qt/thiet-lap-luat/khieu-nai-cho-ky value=20 from=10/08/2206 "decision=Quyết định 9/QĐ-UBND" decided_on=01/08/2026 reason=Thử
expect  422 text~"xa hơn hai năm"
POST    /qt/thiet-lap-luat/khieu-nai-cho-ky value=20 from=10/08/2026 "decision=Quyết định 9/QĐ-UBND" decided_on=04/08/2026 reason=Thử
expect  422 text~"ngày ký sau hôm nay"
POST    /qt/thiet-lap-luat/khieu-nai-cho-ky value=30 from=10/08/2026 "decision=Quyết định 9/QĐ-UBND" decided_on=01/08/2026 reason=Thử
expect  422 text~"Từ ngày đó đã dùng đúng cách này rồi"

# Chosen from the 10th on, and better thought of: of two with the same day the later counts.
POST    /qt/thiet-lap-luat/khieu-nai-cho-ky value=40 from=10/08/2026 "decision=Quyết định 9/QĐ-UBND" decided_on=01/08/2026 "reason=Bưu điện xa"
expect  303 /qt/thiet-lap-luat
fact    deadline.setting_chosen
POST    /qt/thiet-lap-luat/khieu-nai-cho-ky value=40 from=11/08/2026 "decision=Quyết định 9/QĐ-UBND" decided_on=01/08/2026 "reason=Bưu điện xa"
expect  422 text~"Từ ngày đó đã dùng đúng cách này rồi"
POST    /qt/thiet-lap-luat/khieu-nai-cho-ky value=20 from=10/08/2026 "decision=Quyết định 10/QĐ-UBND" decided_on=03/08/2026 "reason=Đã có bưu cục"
expect  303
POST    /qt/thiet-lap-luat/don-bao-dong-lan-mot value=10 from=10/08/2026 "decision=Quyết định 10/QĐ-UBND" decided_on=03/08/2026 "reason=Báo sớm"
expect  303
POST    /qt/thiet-lap-luat/don-bao-dong-lan-hai value=35 from=10/08/2026 "decision=Quyết định 10/QĐ-UBND" decided_on=03/08/2026 "reason=Báo sớm"
expect  303
POST    /qt/thiet-lap-luat/tiep-dan-bao-ket-qua value=khi-yeu-cau from=10/08/2026 "decision=Quyết định 10/QĐ-UBND" decided_on=03/08/2026 "reason=Theo câu chữ của luật"
expect  303
POST    /qt/thiet-lap-luat/khieu-nai-qua-mang value=nhan-ngay from=20/08/2026 "decision=Quyết định 11/QĐ-UBND" decided_on=03/08/2026 "reason=Bà con ở xa"
expect  303
GET     /qt/thiet-lap-luat
expect  200 text~"Đã có bưu cục" text~"Quyết định 10/QĐ-UBND, ký ngày 03/08/2026" text~"Phan Văn Quản" text~"thôi dùng" text~"sắp dùng" text~"mặc định"
ledger  verifies

# Written before it: it waits the usual thirty days. A letter before it: alarms on days 30 and 40.
anonymous
GET     /khieu-nai/gui
expect  200 text~"trong 30 ngày"
POST    /khieu-nai/gui unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 "name=Võ Thị Na" "address=7 Đống Đa" "contested=Quyết định 50/QĐ-UBND" contested_on=20/07/2026 "content=Cấp sai thửa." "request=Cấp lại."
let     old = between "id=\"ma-ho-so\">" "<"
let     oldkey = between "id=\"ma-bi-mat\">" "<"
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 "name=Bùi Văn Lì" "address=9 Đống Đa" "contested=Quyết định 51/QĐ-UBND" contested_on=20/07/2026 "content=Thu phí sai." "request=Trả lại."
let     oldlying = between "id=\"ma-ho-so\">" "<"

# On the 10th what was chosen holds: twenty days to sign, the first alarm on day 10.
advance 7 days
GET     /khieu-nai/gui
expect  200 text~"trong 20 ngày"
GET     /biet/tinh-han/cach-hieu
expect  200 text~"Quyết định 10/QĐ-UBND" text~"20 ngày" text~"đang dùng"
anonymous
POST    /khieu-nai/gui unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 "name=Đỗ Thị Mơ" "address=5 Bà Triệu" "contested=Quyết định 52/QĐ-UBND" contested_on=20/07/2026 "content=Cấp sai thửa." "request=Cấp lại."
let     new = between "id=\"ma-ho-so\">" "<"
let     newkey = between "id=\"ma-bi-mat\">" "<"
POST    /khieu-nai/hs/$new secret=$newkey
expect  200 text~"cơ quan trong 20 ngày"
POST    /khieu-nai/hs/$old secret=$oldkey
expect  200 text~"cơ quan trong 30 ngày"
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=Quyết định 53/QĐ-UBND" contested_on=20/07/2026 "content=Thu phí sai." "request=Trả lại."
let     newlying = between "id=\"ma-ho-so\">" "<"
POST    /cb/tiep-dan/moi unit=19753 on=18/08/2026 from=07:30 until=11:00 place=Phòng seats=5
let     day = location after "/buoi/"

# A result comes back: the visitor is told when they ask, from when they ask.
advance 8 days
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/tiep-dan/buoi/$day/nguoi "name=Bùi Văn Lì" "address=9 Đống Đa" "content=Đèn đường tắt." people=1
let     visit = between "id=\"ma-ho-so\">" "<"
let     secret = between "id=\"ma-bi-mat\">" "<"
POST    /cb/tiep-dan/buoi/$day/nguoi "name=Phạm Thị Hoa" "address=12 Lê Lợi" "content=Cống tắc." people=1
let     other = between "id=\"ma-ho-so\">" "<"
POST    /cb/tiep-dan/hs/$visit/hear "said=Đèn đường tắt." choice=report reason=chuyen "told=Công ty"
POST    /cb/tiep-dan/hs/$visit/answer "said=Đã chuyển." choice=forwarded "told=Công ty"
POST    /cb/tiep-dan/hs/$other/hear "said=Cống tắc." choice=report reason=chuyen "told=Công ty"
POST    /cb/tiep-dan/hs/$other/answer "said=Đã chuyển." choice=forwarded "told=Công ty"
# Who does not wait for the result asks before it is here, once; what was not forwarded has none.
POST    /cb/tiep-dan/buoi/$day/nguoi "name=Đỗ Thị Mơ" "address=5 Bà Triệu" "content=Cây đổ." people=1
let     early = between "id=\"ma-ho-so\">" "<"
let     earlykey = between "id=\"ma-bi-mat\">" "<"
POST    /cb/tiep-dan/buoi/$day/nguoi "name=Lê Thị Sen" "address=8 Bà Triệu" "content=Ngập nước." people=1
let     late = between "id=\"ma-ho-so\">" "<"
POST    /cb/tiep-dan/hs/$early/hear "said=Cây đổ." choice=report reason=chuyen "told=Công ty"
POST    /cb/tiep-dan/hs/$early/answer "said=Sẽ xem." choice=longer
POST    /cb/tiep-dan/hs/$early/ask_result
expect  422 text~"không chuyển đi nơi khác"
POST    /cb/tiep-dan/hs/$early/answer "said=Đã chuyển." choice=forwarded "told=Công ty"
POST    /cb/tiep-dan/hs/$early/ask_result
expect  303
fact    reception.ask_result
GET     /cb/tiep-dan/hs/$early
expect  200 text~"· Đã trả lời" text~"Người dân yêu cầu báo kết quả" no~"Nơi đã chuyển báo lại cho người dân"
POST    /cb/tiep-dan/hs/$early/ask_result
expect  422 text~"kết quả về thì báo cho người dân"
POST    /cb/tiep-dan/hs/$late/hear "said=Ngập nước." choice=report reason=chuyen "told=Công ty"
POST    /cb/tiep-dan/hs/$late/answer "said=Đã chuyển." choice=forwarded "told=Công ty"
POST    /cb/tiep-dan/hs/$visit/result "said=Đã thay đèn." document=9/CV
expect  303
fact    reception.result
POST    /cb/tiep-dan/hs/$other/result "said=Đã thông cống." document=9/CV
expect  303
GET     /cb/tiep-dan/hs/$visit
expect  200 text~"· Đã trả lời" no~"Nơi đã chuyển báo lại cho người dân" text~"Người dân yêu cầu báo kết quả"
POST    /cb/tiep-dan/hs/$visit/pass_on "told=Ông Lì"
expect  422 text~"Chưa có kết quả nào phải báo"
anonymous
POST    /tiep-dan/hs/$visit secret=$secret
expect  200 text~"Bà con yêu cầu thì nơi tiếp báo" text~"Đã thay đèn"
as      lan
POST    /cb/tiep-dan/hs/$other/close
expect  303
advance 1 day
as      lan "trời mưa ở Vỹ Dạ"
# Asked on Wednesday the 19th: five working days, the made-up Saturday among them, end on Tuesday the 25th.
POST    /cb/tiep-dan/hs/$visit/ask_result
expect  303
fact    reception.ask_result
GET     /cb/tiep-dan/hs/$visit
expect  200 text~"· Đã trả lời" text~"Nơi đã chuyển báo lại cho người dân" text~"25/08/2026" text~"hoặc ngày người dân yêu cầu báo nếu sau đó"
POST    /cb/tiep-dan/hs/$visit/ask_result
expect  422 text~"Đã ghi yêu cầu"
POST    /cb/tiep-dan/hs/$visit/result "said=Nữa." document=10/CV
expect  422 text~"hãy báo cho người dân"
POST    /cb/tiep-dan/hs/$visit/close
expect  422 text~"chưa báo cho người dân"
POST    /cb/tiep-dan/hs/$visit/pass_on "told=Ông Lì, điện thoại"
expect  303
POST    /cb/tiep-dan/hs/$visit/close
expect  303
# Asked on the 18th, here on the 19th, written down as of the 18th after it was asked on the 19th: the later day counts.
POST    /cb/tiep-dan/hs/$early/result "said=Đã dọn cây." document=12/CV
expect  303
GET     /cb/tiep-dan/hs/$early
expect  200 text~"Nơi đã chuyển báo lại cho người dân" text~"25/08/2026"
POST    /cb/tiep-dan/hs/$early/close
expect  422 text~"chưa báo cho người dân"
POST    /cb/tiep-dan/hs/$late/ask_result
expect  303
POST    /cb/tiep-dan/hs/$late/result "said=Đã thông cống." document=13/CV on=18/08/2026
expect  303
GET     /cb/tiep-dan/hs/$late
expect  200 text~"Nơi đã chuyển báo lại cho người dân" text~"25/08/2026"
POST    /cb/tiep-dan/hs/$early/pass_on "told=Bà Mơ, điện thoại"
expect  303
anonymous
POST    /tiep-dan/hs/$early secret=$earlykey
expect  200 text~"Đã dọn cây" no~"Bà con yêu cầu thì nơi tiếp báo"
as      lan

# On the 21st, day eleven: the new letter had its alarm, the old one has none yet.
advance 2 days
as      lan "trời mưa ở Vỹ Dạ"
GET     /cb/khieu-nai/hs/$newlying
expect  200 text~"Báo động: đơn chưa được xử lý"
GET     /cb/khieu-nai/hs/$oldlying
expect  200 no~"Báo động: đơn chưa được xử lý"

# What is sent from the 20th on is a letter at once, with a number and a clock; it is accepted with its signature.
anonymous
GET     /khieu-nai/gui
expect  200 text~"đơn vào sổ ngay khi gửi" no~"trong 20 ngày"
POST    /khieu-nai/gui unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 "name=Hồ Thị Mai" "address=3 Lê Lợi" "contested=Quyết định 54/QĐ-UBND" contested_on=20/07/2026 "content=Cấp sai thửa." "request=Cấp lại."
expect  201
fact    complaint.received
let     sent = between "id=\"ma-ho-so\">" "<"
let     sentkey = between "id=\"ma-bi-mat\">" "<"
POST    /khieu-nai/hs/$sent secret=$sentkey
expect  200 text~"còn phải ký" text~"Thông báo thụ lý"
as      lan
GET     /cb/khieu-nai/hs/$sent
expect  200 text~"· Đã nhận đơn" text~"Gửi đơn qua mạng" text~"31/08/2026"
# It stands in the book as what was sent, for nobody has signed it yet.
GET     /cb/khieu-nai/so
expect  200 text~"Hồ Thị Mai" text~"Qua mạng" no~"rồi ký"
POST    /cb/khieu-nai/hs/$sent/accept document=11/TB-UBND
expect  422 text~"chưa có chữ ký"
POST    /cb/khieu-nai/hs/$sent/complete choice=signatures
expect  303
POST    /cb/khieu-nai/hs/$sent/accept document=11/TB-UBND
expect  303
POST    /cb/khieu-nai/hs/$new/accept document=11/TB-UBND
expect  422 text~"Chờ đơn có chữ ký"

# On the 1st of September the new one was dropped, after twenty days, and the old one waits still; on the 4th it is dropped too.
advance 11 days
anonymous
POST    /khieu-nai/hs/$new secret=$newkey
expect  200 text~"không nhận được bản có chữ ký"
POST    /khieu-nai/hs/$old secret=$oldkey
expect  200 text~"cơ quan trong 30 ngày"
advance 3 days
POST    /khieu-nai/hs/$old secret=$oldkey
expect  200 text~"không nhận được bản có chữ ký"
as      lan "trời mưa ở Vỹ Dạ"
GET     /cb/khieu-nai/hs/$oldlying
expect  200 text~"Báo động: đơn chưa được xử lý"
ledger  verifies
